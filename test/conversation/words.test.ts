import { describe, expect, it } from 'vitest'
import { likeness, nearest } from '../../src/conversation/nearest.ts'
import { afterWords, cut, tidy } from '../../src/conversation/words.ts'

describe('words as people type them', () => {
  it.each([
    ['  待办。', '待办'],
    ['「待办」', '待办'],
    ['@助手 待办！！', '待办'],
    ['/待办', '待办'],
    ['\u200b待办\ufeff', '待办'],
    ['。。。', ''],
  ])('%j is tidied to %j', (text, tidied) => {
    expect(tidy(text)).toBe(tidied)
  })

  it.each([
    ['进展 2 已完成60%，初稿', '进展', '2 已完成60%，初稿'],
    ['进展：２', '进展', '２'],
    ['我 的 目 标', '我的目标', ''],
    ['ＨＥＬＰ me', 'help', 'me'],
    ['进', '进展', undefined],
    ['新进展', '进展', undefined],
  ])('in %j, what follows %j is %j', (text, words, rest) => {
    expect(afterWords(text, words)).toBe(rest)
  })

  it('are cut between characters, never inside an emoji', () => {
    expect(cut('😀😀😀', 2)).toBe('😀…')
    expect(cut('一二', 2)).toBe('一二')
  })
})

describe('the nearest commands', () => {
  const phrases = ['待办', '我的目标', '填报目标', '进展', '我的得分']

  it.each([
    ['填目标', '填报目标'],
    ['我的分数', '我的得分'],
    ['目标填报', '填报目标'],
    ['代办', '待办'],
    ['看一下我的目标', '我的目标'],
  ])('to %s is %s', (said, phrase) => {
    expect(nearest(said, phrases)[0]).toBe(phrase)
  })

  it('are three, whatever was said', () => {
    expect(nearest('', phrases)).toEqual(['待办', '我的目标', '填报目标'])
    expect(nearest('xyz', phrases)).toHaveLength(3)
  })

  it('the same words are wholly alike, others not at all', () => {
    expect(likeness('待办', '待办')).toBe(1)
    expect(likeness('甲乙', '丙丁')).toBe(0)
  })
})
