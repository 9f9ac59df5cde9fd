import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Field } from '../../../cards/kit.ts'
import { answerOf, sayAnswer } from '../../../src/conversation/reading/answer.ts'
import { readDate } from '../../../src/conversation/reading/date.ts'
import { readField } from '../../../src/conversation/reading/field.ts'
import { readForm } from '../../../src/conversation/reading/form.ts'
import { readNumber } from '../../../src/conversation/reading/number.ts'

describe('days as people say them, on Monday 2 March 2026', () => {
  it.each([
    ['2026-06-30', '2026-06-30'],
    ['2026/6/30', '2026-06-30'],
    ['2026.6.30', '2026-06-30'],
    ['20260630', '2026-06-30'],
    ['２０２６年６月３０日', '2026-06-30'],
    ['二〇二六年六月三十日', '2026-06-30'],
    ['6月30日', '2026-06-30'],
    ['6月30号前', '2026-06-30'],
    ['六月三十日之前', '2026-06-30'],
    ['6-30', '2026-06-30'],
    ['6月底', '2026-06-30'],
    ['6月', '2026-06-30'],
    ['2027年2月底', '2027-02-28'],
    ['今年6月1日', '2026-06-01'],
    ['明年3月1日', '2027-03-01'],
    ['年底', '2026-12-31'],
    ['年底前', '2026-12-31'],
    ['今年年底前', '2026-12-31'],
    ['明年底', '2027-12-31'],
    ['月底', '2026-03-31'],
    ['下个月底', '2026-04-30'],
    ['今天', '2026-03-02'],
    ['明天', '2026-03-03'],
    ['后天', '2026-03-04'],
    ['周五', '2026-03-06'],
    ['下周一', '2026-03-09'],
    ['星期天', '2026-03-08'],
    ['10天后', '2026-03-12'],
    ['两周内', '2026-03-16'],
    ['一个月后', '2026-04-02'],
    ['10日后', '2026-03-12'],
    ['三个月内', '2026-06-02'],
    ['十五天之后', '2026-03-17'],
  ])('%s is %s', (said, date) => {
    expect(readDate(said, '2026-03-02')).toBe(date)
  })

  it('a day without its year that is over is the one of next year', () => {
    expect(readDate('1月15日', '2026-03-02')).toBe('2027-01-15')
    expect(readDate('1月底', '2026-03-02')).toBe('2027-01-31')
  })

  it('a month after the 31st is the last day of a shorter month', () => {
    expect(readDate('1个月后', '2026-01-31')).toBe('2026-02-28')
  })

  it.each(['', '那天', '2026-02-30', '13月1日', '13月', '2026', '6', '周八', '0月0日', '2026-6'])(
    '%s is no day',
    (said) => {
      expect(readDate(said, '2026-03-02')).toBeUndefined()
    },
  )

  it('no text at all breaks it', () => {
    const property = fc.property(fc.string(), (text) => void readDate(text, '2026-03-02'))
    void fc.assert(property, { examples: [['__proto__'], ['constructor']] })
  })
})

describe('numbers as people write them, two decimals', () => {
  const field = { kind: 'number', name: 'n', label: '数', decimals: 2, min: -10, max: 1_000_000 } as const

  it.each([
    ['12.5', 1250],
    ['12', 1200],
    ['１２．５', 1250],
    ['95%', 9500],
    ['百分之九十五', 9500],
    ['三', 300],
    ['十', 1000],
    ['一百二十', 12000],
    ['十二点五', 1250],
    ['1,200', 120000],
    ['1.5万', 1500000],
    ['3万元', 3000000],
    ['二十万', 20000000],
    ['-3', -300],
    ['0', 0],
    ['-0', 0],
    ['12.50', 1250],
    ['12.500', 1250],
    ['60 分', 6000],
  ])('%s is %d hundredths', (said, value) => {
    expect(readNumber(said, field)).toEqual({ value })
  })

  it.each([
    ['很多', '没有读懂这个数字，请填写数字，如 12.5'],
    ['1e5', '没有读懂这个数字，请填写数字，如 12.5'],
    ['1.2.3', '没有读懂这个数字，请填写数字，如 12.5'],
    ['12.555', '最多 2 位小数，请重新填写'],
    ['-11', '应在 -10 到 1000000 之间，请核对后重新填写'],
    ['1000000.01', '应在 -10 到 1000000 之间，请核对后重新填写'],
    ['9'.repeat(30), '数字过大，请核对后重新填写'],
  ])('%s is refused with a sentence', (said, fault) => {
    expect(readNumber(said, field)).toEqual({ fault })
  })

  it('any amount in hundredths that is written out is read back exactly', () => {
    void fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (value) => {
        const written = `${Math.trunc(value / 100)}.${String(value % 100).padStart(2, '0')}`
        expect(readNumber(written, field)).toEqual({ value })
      }),
    )
  })
})

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

  it('that fits several choices, or none, is asked again', () => {
    for (const said of ['学院', '4', '0', '理学院学', '']) {
      expect(answerOf(one, said, '2026-03-02')).toEqual({ fault: '没有对上选项，请回复编号，如 1' })
    }
  })

  it('is said back in words', () => {
    expect(sayAnswer(one, 'JX02')).toBe('护理学院')
    expect(sayAnswer({ kind: 'date', name: 'd', label: '日期' }, '2026-06-30')).toBe('2026年6月30日')
    expect(sayAnswer(one, null)).toBe('（未填）')
  })
})
