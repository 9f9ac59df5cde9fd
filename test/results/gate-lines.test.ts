import { describe, expect, it } from 'vitest'
import { readGateLines } from '../../src/results/rules/gate-lines.ts'

const units = new Map([
  ['JX01', '药学院'],
  ['FY01', '药学院附属医院'],
  ['JX02', '护理学院'],
])
const LONG = `JX01 ${'长'.repeat(501)}`
const read = (text: string) => readGateLines(text, units)

describe('units that do not pass, one a line', () => {
  it('are known by name or number, with whatever stands before the reason', () => {
    expect(read('药学院：师德失范一起\n\nJX02 投诉属实\n药学院附属医院，能耗超标')).toEqual({
      fails: [
        { line: 1, unit: 'JX01', reason: '师德失范一起' },
        { line: 3, unit: 'JX02', reason: '投诉属实' },
        { line: 4, unit: 'FY01', reason: '能耗超标' },
      ],
    })
  })

  it('are refused with every faulty line at once', () => {
    expect(read(`药学院\n不存在 原因\n药学院二部 原因\n护理学院 甲\n护理学院 乙\n${LONG}`)).toEqual({
      faults: [
        { line: 1, what: 'missing-reason', text: '药学院' },
        { line: 2, what: 'unknown-unit', text: '不存在 原因' },
        { line: 3, what: 'unknown-unit', text: '药学院二部 原因' },
        { line: 5, what: 'repeated-unit', text: '乙' },
        { line: 6, what: 'long-reason', text: LONG },
      ],
    })
  })
})
