import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isToldOn } from '../../src/execution/reminders/rules/digest-day.ts'
import { digestDay, workingDaysIn } from '../../src/execution/reminders/workdays.ts'
import { daysBetween, type LocalDate, plusDays } from '../../src/kernel/time.ts'
import { isWorkingDay, plusWorkingDays } from '../../src/kernel/working-days.ts'
import { EXECUTION_DEFAULTS } from '../../src/policy/rules/execution-policy.ts'

const POLICY = EXECUTION_DEFAULTS

/** Told on that day, where the digest before was sent on the working day before it, or on `last`. */
function told(
  dueOn: LocalDate,
  today: LocalDate,
  kind: 'goal' | 'silence' = 'goal',
  last?: LocalDate,
): boolean {
  let before = plusDays(today, -1)
  while (!isWorkingDay(before)) before = plusDays(before, -1)
  return isToldOn({ kind, dueOn }, digestDay(last ?? before, today), POLICY)
}

describe('a due date is told of', () => {
  it.each([
    ['not on the working day before that', '2026-06-24', '2026-05-22', false],
    ['30 days before', '2026-06-24', '2026-05-25', true],
    ['29 days before', '2026-06-24', '2026-05-26', false],
    ['7 days before', '2026-06-24', '2026-06-17', true],
    ['6 days before', '2026-06-24', '2026-06-18', false],
    ['the day before', '2026-06-24', '2026-06-23', true],
    ['not on the day itself', '2026-06-24', '2026-06-24', false],
    ['the day after', '2026-06-24', '2026-06-25', true],
    ['every day from then on', '2026-06-24', '2026-07-15', true],
    ['on Friday where the day before is a Sunday', '2026-06-29', '2026-06-26', true],
    ['and not again on Monday', '2026-06-29', '2026-06-29', false],
    ['on Friday where it is due on the Sunday', '2026-06-28', '2026-06-26', true],
    ['before the Spring Festival for all of it', '2026-02-20', '2026-02-14', true],
    ['on its Saturday that is worked, not on the Friday before', '2026-02-20', '2026-02-13', true],
    ['before the National Day for its last day', '2026-10-08', '2026-09-30', true],
    ['the day before, where that is a shifted Saturday', '2026-10-11', '2026-10-10', true],
    ['and not on the Friday before that', '2026-10-11', '2026-10-09', false],
  ] as const)('%s', (_, dueOn, today, expected) => {
    expect(told(dueOn, today)).toBe(expected)
  })

  it('when the service was away on the day itself, on the first day on which it is back', () => {
    expect(told('2026-06-24', '2026-06-18', 'goal', '2026-06-16')).toBe(true)
    expect(told('2026-06-24', '2026-06-18', 'goal', '2026-06-17')).toBe(false)
  })
})

describe('silence is told of', () => {
  it.each([
    ['not before', '2026-06-10', '2026-06-10', false],
    ['when it begins', '2026-06-10', '2026-06-11', true],
    ['not the day after', '2026-06-10', '2026-06-12', false],
    ['again after seven days', '2026-06-10', '2026-06-18', true],
    ['on Monday where it began on a Saturday', '2026-06-12', '2026-06-15', true],
    ['after the holiday where it began within it', '2026-10-02', '2026-10-08', true],
  ] as const)('%s', (_, dueOn, today, expected) => {
    expect(told(dueOn, today, 'silence')).toBe(expected)
  })
})

describe('days that were skipped', () => {
  it('are the working days between two digests', () => {
    expect(workingDaysIn('2026-09-29', '2026-10-10')).toEqual(['2026-09-30', '2026-10-08', '2026-10-09'])
    expect(workingDaysIn('2026-06-26', '2026-06-29')).toEqual([])
  })
})

const anyDay = fc.integer({ min: 0, max: 700 }).map((n) => plusDays('2026-01-01', n))

/** Working days from a first on; between two of them the service may be away for some. */
const digestDays = fc
  .tuple(anyDay, fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 5, maxLength: 60 }))
  .map(([first, gaps]) => {
    const days = [plusWorkingDays(first, 1)]
    for (const gap of gaps) days.push(plusWorkingDays(days.at(-1) ?? first, gap))
    return days
  })

describe('properties of the days', () => {
  it('each reminder before a due date is told exactly once, whatever days the service missed', () => {
    fc.assert(
      fc.property(digestDays, anyDay, fc.integer({ min: 0, max: 40 }), (days, dueOn, before) => {
        const policy = { ...POLICY, remindDaysBefore: [before] }
        const on = plusDays(dueOn, -before)
        const toldOn = days.filter((day, at) => {
          const window = digestDay(days[at - 1] ?? null, day)
          return dueOn >= day && isToldOn({ kind: 'goal', dueOn }, window, policy)
        })
        const [first, last] = [days[0] ?? dueOn, days.at(-1) ?? dueOn]
        expect(toldOn.length).toBeLessThanOrEqual(1)
        for (const day of toldOn)
          expect(daysBetween(day, on)).toBeLessThan(daysBetween(day, plusWorkingDays(day, 1)))
        // The digest that answers for the day is the last one no later than it, unless that one missed it.
        const answering = days.findLast((day) => day <= on) ?? days.find((day) => day > on)
        if (on >= first && on <= last && answering !== undefined && dueOn >= plusWorkingDays(on, 4))
          expect(toldOn).toHaveLength(1)
      }),
    )
  })

  it('between two reminders of silence are as many days as the policy says, up to the days without a digest', () => {
    fc.assert(
      fc.property(digestDays, anyDay, (days, dueOn) => {
        const toldOn = days.filter((day, at) =>
          isToldOn({ kind: 'silence', dueOn }, digestDay(days[at - 1] ?? null, day), POLICY),
        )
        const rounds = toldOn.map((day) => Math.floor((daysBetween(dueOn, day) - 1) / POLICY.remindAgainDays))
        expect(new Set(rounds).size).toBe(rounds.length)
        expect(toldOn.every((day) => day > dueOn)).toBe(true)
      }),
    )
  })
})
