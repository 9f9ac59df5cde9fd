import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readProgressLine } from '../../src/execution/rules/progress-line.ts'
import { readSmallNumber } from '../../src/execution/rules/small-number.ts'
import { processorTime } from '../world/processor.ts'

const read = (text: string) => {
  const line = readProgressLine(text)
  return line.kind === 'read' ? [line.number, line.percent, line.done] : line.kind
}

describe('a typed line of progress', () => {
  it.each([
    ['2 已完成60%，教材初稿完成', [2, 60, '教材初稿完成']],
    ['2 教材初稿完成，完成60%', [2, 60, '教材初稿完成']],
    ['目标2完成60%，教材初稿完成', [2, 60, '教材初稿完成']],
    ['2号目标 60％ 教材初稿完成', [2, 60, '教材初稿完成']],
    ['２ ６０％ 教材初稿完成', [2, 60, '教材初稿完成']],
    ['目标二 完成百分之六十五，初稿', [2, 65, '初稿']],
    ['目标十二 完成百分之一百，验收', [12, 100, '验收']],
    ['二十三、进度达到5%，启动', [23, 5, '启动']],
    ['2 60.9% 初稿', [2, 60, '初稿']],
    ['二已完成30%，初稿', [2, 30, '初稿']],
    ['2 就业率95%，完成70%', [2, 70, '就业率95%']],
    ['2 完成60%，比上月提高20%', [2, 60, '比上月提高20%']],
    ['2 已完成，通过验收', [2, 100, '已完成，通过验收']],
    ['2 全部完成', [2, 100, '全部完成']],
  ])('reads 「%s」', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it.each([
    ['2 教材初稿已完成', [2, undefined, '教材初稿已完成']],
    ['2', [2, undefined, '']],
    ['2 完成60%，为目标3打下基础', [2, 60, '为目标3打下基础']],
    ['1、2024年教材立项', [1, undefined, '2024年教材立项']],
    ['2、3本教材完成初稿，完成60%', [2, 60, '3本教材完成初稿']],
  ])('takes no more from 「%s」 than it says', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it.each(['', '%', '60%', '教材初稿完成60%', '一览', '2.5', '2026年完成60%', '第', '十十 60%'])(
    'finds no goal in 「%s」',
    (text) => expect(read(text)).toBe('unnumbered'),
  )

  it.each(['2 完成101%', '2 120%', '2 百分之120', '2 完成999999999999%，初稿', '2 100.5%'])(
    'takes no percent over 100: 「%s」',
    (text) => expect(read(text)).toBe('excessive-percent'),
  )

  it.each([
    ['1 完成50%，2 完成60%', [1, 2]],
    ['1 50% 2 60%', [1, 2]],
    ['目标1完成50%，目标3完成60%', [1, 3]],
    ['1 完成50%\n2 完成60%\n3 完成70%', [1, 2, 3]],
    ['1、2均完成50%', [1, 2]],
    ['目标1和目标2已完成', [1, 2]],
  ])('says which goals 「%s」 mixes', (text, numbers) => {
    expect(readProgressLine(text)).toEqual({ kind: 'several-goals', numbers })
  })

  it('reads back every 「N P%」, however it is written', () => {
    const number = fc.integer({ min: 0, max: 999 })
    const percent = fc.integer({ min: 0, max: 100 })
    const between = fc.constantFrom(' ', ' 完成', ' 已完成', '：', ' 已经完成了', '、完成', '  进度')
    const sign = fc.constantFrom('%', '％', ' %')
    fc.assert(
      fc.property(
        fc.constantFrom('', '目标', '第'),
        number,
        between,
        percent,
        sign,
        (before, n, mid, p, s) => {
          expect(readProgressLine(`${before}${n}${mid}${p}${s}`)).toMatchObject({
            kind: 'read',
            number: n,
            percent: p,
          })
        },
      ),
    )
  })

  it('never throws, and never reads a percent outside 0 to 100', () => {
    const piece = fc.constantFrom(
      '2',
      '目标',
      '完成',
      '%',
      '％',
      '百分之',
      '十',
      '、',
      '\n',
      ' ',
      '，',
      '60',
      '.',
      '和',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
    )
    fc.assert(
      fc.property(text, (typed) => {
        const line = readProgressLine(typed)
        if (line.kind !== 'read') return
        expect(line.number).toBeGreaterThanOrEqual(0)
        expect(line.percent ?? 0).toBeGreaterThanOrEqual(0)
        expect(line.percent ?? 0).toBeLessThanOrEqual(100)
      }),
      { numRuns: 1000 },
    )
  })

  it('reads the longest report at once, whatever it repeats', () => {
    const used = processorTime()
    for (const part of ['目标', '1 ', '2 60', '完成', '十', ' ', '、1', '百分之', '1', '2 60% '])
      readProgressLine(`1 ${part.repeat(1000 / part.length)}x`)
    expect(used()).toBeLessThan(500)
  })
})

describe('a small number', () => {
  it('is read as people write it', () => {
    const words = ['7', '007', '两', '九', '十', '十二', '二十', '九十九']
    expect(words.map(readSmallNumber)).toEqual([7, 7, 2, 9, 10, 12, 20, 99])
    for (const text of ['', '十十', '零', '1234', '一二', 'x']) expect(readSmallNumber(text)).toBeUndefined()
  })
})
