import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDeductionLines, writeDeductionLines } from '../../src/assessment/rules/deduction-lines.ts'
import { type Deduction, scoreOf } from '../../src/assessment/rules/entry.ts'
import { readMarks } from '../../src/assessment/rules/marks.ts'
import { goalsOf } from './world.ts'

const GOALS = goalsOf('JX01')
const CRITERION = '按期完成'

describe('deductions as people type them', () => {
  it('reads points and reason in the common ways of writing, full-width figures too', () => {
    const text =
      '2.5 教材初稿延期两个月\n\n扣1分：缺佐证\n-０．５　迟报\n3分，未达标｜实施细则第3条\n2 分工不明'
    expect(readDeductionLines(text, CRITERION)).toEqual({
      deductions: [
        { points: 250, reason: '教材初稿延期两个月', criterion: CRITERION },
        { points: 100, reason: '缺佐证', criterion: CRITERION },
        { points: 50, reason: '迟报', criterion: CRITERION },
        { points: 300, reason: '未达标', criterion: '实施细则第3条' },
        { points: 200, reason: '分工不明', criterion: CRITERION },
      ],
    })
  })

  it('names every faulty line at once', () => {
    expect(readDeductionLines('迟报\n0 无\n1.234 迟报\n101 全错\n2', CRITERION)).toEqual({
      faults: [
        { line: 1, what: 'unread-points' },
        { line: 2, what: 'zero-points' },
        { line: 3, what: 'fine-points' },
        { line: 4, what: 'huge-points' },
        { line: 5, what: 'missing-reason' },
      ],
    })
  })

  it('reads nothing as no deduction', () => {
    expect(readDeductionLines(' \n', CRITERION)).toEqual({ deductions: [] })
  })

  it('reads back what it writes, whatever the points', () => {
    const deduction = fc.record({
      points: fc.integer({ min: 1, max: 100_00 }),
      reason: fc.constantFrom('教材延期', '3人缺席', '数据不实（2处）'),
      criterion: fc.constantFrom(CRITERION, '细则'),
    })
    fc.assert(
      fc.property(fc.array(deduction), (deductions) => {
        expect(readDeductionLines(writeDeductionLines(deductions, CRITERION), CRITERION)).toEqual({
          deductions,
        })
      }),
    )
  })

  it('Article 23: the ledger closes, and a goal never falls below 0', () => {
    const deduction = (points: number): Deduction => ({ points, reason: 'x', criterion: CRITERION })
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100_00 })), (points) => {
        const sum = points.reduce((total, one) => total + one, 0)
        expect(scoreOf({ kind: 'deductions', deductions: points.map(deduction) })).toBe(
          Math.max(0, 100_00 - sum),
        )
      }),
    )
  })
})

describe('marks', () => {
  const level = (l: 1 | 2 | 3 | null, score: number | null, reason = '') => ({
    goal: 1,
    level: l,
    score,
    reason,
  })
  const fault = (mark: Parameters<typeof readMarks>[2][number]) => {
    const read = readMarks('graded', GOALS, [mark])
    return 'faults' in read ? read.faults.map((one) => one.what) : []
  }

  it('Article 24: a score lies in the band of its level', () => {
    expect(fault(level(1, 90_00))).toEqual([])
    expect(fault(level(1, 89_00))).toEqual(['outside-band'])
    expect(fault(level(2, 89_00, '延期'))).toEqual([])
    expect(fault(level(2, 90_00, '延期'))).toEqual(['outside-band'])
    expect(fault(level(2, 69_00, '延期'))).toEqual(['outside-band'])
    expect(fault(level(3, 69_00, '未完成'))).toEqual([])
    expect(fault(level(3, 70_00, '未完成'))).toEqual(['outside-band'])
    expect(fault(level(3, -1_00, '未完成'))).toEqual(['outside-band'])
    expect(fault(level(1, 101_00))).toEqual(['outside-band'])
  })

  it('Article 24: every level below the first needs a reason, and a score is whole', () => {
    expect(fault(level(2, 80_00, ' '))).toEqual(['missing-level-reason'])
    expect(fault(level(1, 95_50))).toEqual(['broken-score'])
    expect(fault(level(null, 95_00))).toEqual(['missing-level'])
    expect(fault(level(1, null))).toEqual(['missing-score'])
  })

  it('names the faults of all goals at once, and takes none of the page', () => {
    const read = readMarks('standard', GOALS, [
      { goal: 1, deductions: '迟报' },
      { goal: 2, deductions: '2 迟报' },
      { goal: 9, deductions: '' },
      level(1, 95_00),
    ])
    expect(read).toEqual({
      faults: [
        { goal: 1, line: 1, what: 'unread-points' },
        { goal: 9, what: 'unknown-goal' },
        { goal: 1, what: 'other-regime' },
      ],
    })
  })

  it('leaves a graded goal without answers unscored', () => {
    expect(readMarks('graded', GOALS, [level(null, null)])).toEqual({ entries: {} })
  })
})
