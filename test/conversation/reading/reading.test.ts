import { describe, expect, it } from 'vitest'
import type { Field } from '../../../cards/kit.ts'
import { answerOf, sayAnswer } from '../../../src/conversation/reading/answer.ts'
import { readField } from '../../../src/conversation/reading/field.ts'
import { readForm } from '../../../src/conversation/reading/form.ts'

describe('a field of a card', () => {
  const today = '2026-03-02'

  it('left empty is absent, or asked for where it is required', () => {
    const line: Field = { kind: 'line', name: 'a', label: '名称' }
    expect(readField(line, undefined, today)).toEqual({ empty: true })
    expect(readField(line, '  ', today)).toEqual({ empty: true })
    expect(readField({ ...line, required: true }, [], today)).toEqual({ fault: '请填写「名称」' })
  })

  it('of choices takes only what is on offer', () => {
    const choice: Field = { kind: 'choice', name: 'a', label: '类别', choices: [{ value: 'x', text: '甲' }] }
    expect(readField(choice, 'x', today)).toEqual({ value: 'x' })
    expect(readField(choice, '甲', today)).toEqual({ fault: '选项已变化，请重新选择' })
  })

  it('counts characters as people do', () => {
    const line: Field = { kind: 'line', name: 'a', label: '名称', maxLength: 2 }
    expect(readField(line, '😀😀', today)).toEqual({ value: '😀😀' })
    expect(readField(line, '一二三', today)).toEqual({ fault: '最多 2 个字，现在 3 个，请缩短' })
  })

  it('of dates takes no day outside its span, and says how it was read', () => {
    const due: Field = { kind: 'date', name: 'd', label: '完成时限', from: '2026-03-02', until: '2026-12-31' }
    expect(readField(due, '年底前', today)).toEqual({ value: '2026-12-31' })
    expect(readField(due, '1月底', today)).toEqual({
      fault: '读作2027年1月31日，应在2026年3月2日到2026年12月31日之间，请重新填写',
    })
    expect(readField(due, '2026-03-01', today)).toEqual({
      fault: '应在2026年3月2日到2026年12月31日之间，请重新填写',
    })
  })

  it('a whole form names every fault at once', () => {
    const fields: Field[] = [
      { kind: 'line', name: 'a', label: '甲', required: true },
      { kind: 'date', name: 'b', label: '乙', required: true },
      { kind: 'line', name: 'c', label: '丙' },
    ]
    const read = readForm(fields, { c: '好' }, today)
    expect('faults' in read && read.faults.map(({ name }) => name)).toEqual(['a', 'b'])
    expect(readForm(fields, { a: '1', b: '明天' }, today)).toEqual({ values: { a: '1', b: '2026-03-03' } })
  })
})

describe('an answer in words', () => {
  const one: Field = {
    kind: 'choice',
    name: 'unit',
    label: '单位',
    choices: [
      { value: 'JX01', text: '药学院' },
      { value: 'JX02', text: '护理学院' },
      { value: '1', text: '附属医院' },
    ],
  }

  it.each([
    ['1', 'JX01'],
    ['第二个', 'JX02'],
    ['药学院', 'JX01'],
    ['医院。', '1'],
    ['护理', 'JX02'],
  ])('%s chooses %s', (said, value) => {
    expect(answerOf(one, said, '2026-03-02')).toEqual({ typed: value })
  })

  it('of a choice that is itself a number goes by its words, and by place only as 第1项', () => {
    const choices = ['3', '2', '1'].map((text) => ({ value: `v${text}`, text }))
    const field: Field = { kind: 'choice', name: 'n', label: '名额', choices }
    expect(answerOf(field, '1', '2026-03-02')).toEqual({ typed: 'v1' })
    expect(answerOf(field, '第1项', '2026-03-02')).toEqual({ typed: 'v3' })
  })

  it('that fits several choices, or none, is asked again with what was understood', () => {
    expect(answerOf(one, '学院', '2026-03-02')).toEqual({
      fault: '「学院」可以是 1.药学院、2.护理学院，请回复编号，如 1',
    })
    for (const said of ['4', '0', '理学院学']) {
      expect(answerOf(one, said, '2026-03-02')).toEqual({
        fault: `没有对上选项「${said}」，请回复编号，如 1`,
      })
    }
    expect(answerOf(one, '', '2026-03-02')).toEqual({ fault: '没有对上选项，请回复编号，如 1' })
  })

  it('of several choices takes them by number, by words, or all, and nothing where one is not understood', () => {
    const several: Field = { ...one, kind: 'choices' }
    for (const said of ['1、2', '1,2', '１，２', '第一、第二', '药学、护理', '1和护理学院', '1 2 1'])
      expect(answerOf(several, said, '2026-03-02'), said).toEqual({ typed: ['JX01', 'JX02'] })
    expect(answerOf(several, '全部', '2026-03-02')).toEqual({ typed: ['JX01', 'JX02', '1'] })
    expect(answerOf(several, '1、9', '2026-03-02')).toEqual({
      fault: '读懂了药学院；没有对上选项「9」，请回复编号，如 1、3',
    })
    expect(answerOf(several, '医院、学院', '2026-03-02')).toEqual({
      fault: '读懂了附属医院；「学院」可以是 1.药学院、2.护理学院，请回复编号，如 1、3',
    })
  })

  it('is said back in words', () => {
    expect(sayAnswer(one, 'JX02')).toBe('护理学院')
    expect(sayAnswer({ kind: 'date', name: 'd', label: '日期' }, '2026-06-30')).toBe('2026年6月30日')
    expect(sayAnswer(one, null)).toBe('（未填）')
  })
})
