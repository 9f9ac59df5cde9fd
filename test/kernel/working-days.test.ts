import { describe, expect, it } from 'vitest'
import { isWorkingDay, plusWorkingDays, workingDaysBetween } from '../../src/kernel/working-days.ts'

describe('working days', () => {
  it.each([
    ['a Monday', '2026-03-02', true],
    ['a Saturday', '2026-03-07', false],
    ['a holiday in the week', '2026-10-01', false],
    ['a Saturday that is worked for a holiday', '2026-10-10', true],
    ['a Sunday that is worked for a holiday', '2026-09-20', true],
    ['a Friday of a year that nobody knows the holidays of', '2031-10-03', true],
  ] as const)('%s', (_, date, works) => {
    expect(isWorkingDay(date)).toBe(works)
  })

  it('are counted over weekends, holidays and shifted days', () => {
    expect(plusWorkingDays('2026-03-02', 5)).toBe('2026-03-09')
    expect(plusWorkingDays('2026-03-07', 1)).toBe('2026-03-09')
    expect(plusWorkingDays('2026-09-30', 1)).toBe('2026-10-08')
    expect(plusWorkingDays('2026-10-09', 1)).toBe('2026-10-10')
    expect(plusWorkingDays('2026-03-02', 0)).toBe('2026-03-02')
  })

  it('between two days are those that must pass', () => {
    expect(workingDaysBetween('2026-03-02', '2026-03-09')).toBe(5)
    expect(workingDaysBetween('2026-09-30', '2026-10-08')).toBe(1)
    expect(workingDaysBetween('2026-03-09', '2026-03-02')).toBe(0)
  })
})
