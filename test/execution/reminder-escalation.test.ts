import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { itemsOf, toldIn } from '../../src/execution/reminders/rules/digest.ts'
import { nextStepOn, type Step, stepToday } from '../../src/execution/reminders/rules/escalation.ts'
import type { Matter, Reminded, Rung } from '../../src/execution/reminders/rules/matter.ts'
import { NOT_SNOOZED, snooze, snoozeLimit } from '../../src/execution/reminders/rules/snooze.ts'
import { digestDay, rememberedWorkdays } from '../../src/execution/reminders/workdays.ts'
import { type LocalDate, plusDays } from '../../src/kernel/time.ts'
import { isWorkingDay, plusWorkingDays, workingDaysBetween } from '../../src/kernel/working-days.ts'
import { EXECUTION_DEFAULTS } from '../../src/policy/rules/execution-policy.ts'

const POLICY = EXECUTION_DEFAULTS
const WORKDAYS = rememberedWorkdays()

const person = (id: string): Reminded => ({ id, name: id, duty: null })
const rung = (level: Rung['level'], ...people: readonly string[]): Rung => ({
  level,
  people: people.map(person),
})
const CHAIN = [rung('own', 'C'), rung('head', 'H'), rung('office', 'O'), rung('leader', 'L')] as const

function goalDue(dueOn: LocalDate, chain: Matter['chain'] = CHAIN, number = 1): Matter {
  const goal = `2026-JX01-${number}`
  return {
    kind: 'goal',
    key: `goal:${goal}`,
    unit: 'JX01',
    unitName: '药学院',
    dueOn,
    chain,
    goal,
    number,
    title: '教材',
  }
}

/** Sweeps on these days; the steps that were taken. */
function escalate(matter: Matter, days: readonly LocalDate[], policy = POLICY): Step[] {
  const taken: Step[] = []
  for (const day of days) {
    const step = stepToday(matter, taken, policy, day, WORKDAYS)
    if (step) taken.push(step)
  }
  return taken
}

function workingDays(from: LocalDate, to: LocalDate): LocalDate[] {
  const days: LocalDate[] = []
  for (let day = from; day <= to; day = plusDays(day, 1)) if (isWorkingDay(day)) days.push(day)
  return days
}

describe('an overdue matter goes up', () => {
  it('on the 1st, 3rd, 7th and 14th working day after its due date, by the policy', () => {
    const steps = escalate(goalDue('2026-06-30'), workingDays('2026-06-01', '2026-08-31'))
    expect(steps.map(({ level, on }) => `${level} ${on}`)).toEqual([
      'own 2026-07-01',
      'head 2026-07-03',
      'office 2026-07-09',
      'leader 2026-07-20',
    ])
  })

  it('over the National Day: holidays count for nobody, a shifted Saturday counts', () => {
    const steps = escalate(goalDue('2026-09-30'), workingDays('2026-09-30', '2026-10-31'))
    expect(steps.map(({ on }) => on)).toEqual(['2026-10-08', '2026-10-10', '2026-10-15', '2026-10-26'])
  })

  it('step by step also where it is found late: every one has its days', () => {
    const steps = escalate(goalDue('2026-03-01'), workingDays('2026-06-01', '2026-07-31'))
    expect(steps.map(({ level, on }) => `${level} ${on}`)).toEqual([
      'own 2026-06-01',
      'head 2026-06-03',
      'office 2026-06-09',
      'leader 2026-06-18',
    ])
  })

  it('to nobody where the role is vacant, and the step is kept as skipped', () => {
    const chain = [rung('own', 'C'), rung('head'), rung('office', 'O')] as const
    const steps = escalate(goalDue('2026-06-30', chain), workingDays('2026-06-30', '2026-07-31'))
    expect(steps.map(({ level, people }) => [level, people.length])).toEqual([
      ['own', 1],
      ['head', 0],
      ['office', 1],
    ])
  })

  it('not before it is overdue, and no further than its chain', () => {
    expect(escalate(goalDue('2026-06-30'), workingDays('2026-06-01', '2026-06-30'))).toEqual([])
    expect(
      escalate(goalDue('2026-06-30', [rung('own', 'C')]), workingDays('2026-07-01', '2026-08-31')),
    ).toEqual([])
  })
})

const anyDay = fc.integer({ min: 0, max: 500 }).map((n) => plusDays('2026-01-01', n))
const somePolicy = fc.record({
  head: fc.integer({ min: 0, max: 20 }),
  office: fc.integer({ min: 0, max: 20 }),
  leader: fc.integer({ min: 0, max: 20 }),
})

describe('properties', () => {
  it('whatever the policy and the days without the service: no step is skipped, none is early, two never on one day', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.array(fc.boolean(), { maxLength: 80 }),
        somePolicy,
        (dueOn, running, escalateAfter) => {
          const policy = { ...POLICY, escalateAfter }
          const days = running
            .map((_, n) => plusWorkingDays(plusDays(dueOn, -3), n + 1))
            .filter((_, n) => running[n])
          const steps = escalate(goalDue(dueOn), days, policy)
          expect(steps.map(({ level }) => level)).toEqual(
            ['own', 'head', 'office', 'leader'].slice(0, steps.length),
          )
          for (const [place, { level, on }] of steps.entries()) {
            const before = steps[place - 1]
            if (before) expect(on > before.on).toBe(true)
            const after = level === 'own' ? 1 : escalateAfter[level]
            expect(workingDaysBetween(dueOn, on)).toBeGreaterThanOrEqual(after)
          }
        },
      ),
    )
  })

  it('what is put off is never told before its day, and is told on it or on the first digest after it', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: -40, max: 20 }),
        fc.integer({ min: 1, max: 7 }),
        (today, age, days) => {
          fc.pre(isWorkingDay(today))
          const matter = goalDue(plusDays(today, -age))
          const steps = escalate(matter, workingDays(plusDays(today, -60), today))
          const item = itemsOf([matter], () => steps, today).get('C')?.[0]
          const until = plusDays(today, days)
          const facts = { person: 'C', item, policy: POLICY, today, workdays: WORKDAYS }
          const decision = snooze(NOT_SNOOZED, until, facts)
          if ('refusal' in decision) return
          const snoozes = new Map([[matter.key, until]])
          const later = workingDays(plusDays(today, 1), plusDays(today, 30))
          const firstTold = later.find((day, at) => {
            const now = escalate(matter, workingDays(plusDays(today, -60), day))
            const items = itemsOf([matter], () => now, day).get('C') ?? []
            return toldIn(items, snoozes, digestDay(later[at - 1] ?? today, day), POLICY).length > 0
          })
          expect(firstTold).toBe(later.find((day) => day >= until))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('nobody can put a matter off past its due date, nor past the day on which it goes up', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40, max: 20 }), (today, age) => {
        const matter = goalDue(plusDays(today, -age))
        const steps = escalate(matter, workingDays(plusDays(today, -60), today))
        const limit = snoozeLimit({ matter, steps }, { policy: POLICY, today, workdays: WORKDAYS })
        if (limit === undefined) return
        expect(limit <= plusDays(today, POLICY.snoozeDays)).toBe(true)
        if (matter.dueOn >= today) expect(limit <= matter.dueOn).toBe(true)
        else expect(limit <= (nextStepOn(matter, steps, POLICY, WORKDAYS) ?? limit)).toBe(true)
      }),
    )
  })

  it('each person has each matter once, and of one goal one line', () => {
    const people = fc.subarray(['A', 'B', 'C', 'D'])
    const chains = fc.tuple(people, people, people, people)
    fc.assert(
      fc.property(fc.array(fc.tuple(anyDay, chains), { maxLength: 12 }), anyDay, (drawn, today) => {
        const matters = drawn.map(([dueOn, [own, head, office, leader]], n) =>
          goalDue(
            dueOn,
            [
              rung('own', ...own),
              rung('head', ...head),
              rung('office', ...office),
              rung('leader', ...leader),
            ],
            n,
          ),
        )
        const silences = matters.flatMap((one): Matter[] =>
          one.kind === 'goal' ? [{ ...one, kind: 'silence', ever: true, key: `silence:${one.goal}` }] : [],
        )
        const steps = new Map(
          matters.map((one) => [one.key, escalate(one, workingDays(plusDays(today, -60), today))]),
        )
        const all = itemsOf([...silences, ...matters], ({ key }) => steps.get(key) ?? [], today)
        for (const items of all.values()) {
          const told = toldIn(items, new Map(), digestDay(null, today), POLICY)
          expect(new Set(told.map(({ matter }) => matter.key)).size).toBe(told.length)
          const goals = told.flatMap(({ matter }) => ('goal' in matter ? [matter.goal] : []))
          expect(new Set(goals).size).toBe(goals.length)
        }
      }),
      { numRuns: 50 },
    )
  })
})
