import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstBroken } from '../../src/kernel/journal.ts'
import { rowsOfPlan } from '../../src/planning/rows.ts'
import { evolvePlan } from '../../src/planning/rules/evolve-plan.ts'
import { NEW_PLAN, type PlanEvent, type PlanState } from '../../src/planning/rules/plan.ts'
import { sharesOf } from '../../src/planning/rules/shares.ts'
import { listJournal } from '../../src/store/journal.ts'
import type { GoalType } from '../../src/store/schema/planning.ts'
import { findSubject } from '../../src/store/subjects.ts'
import { abstain, ratifyBy } from './vote-world.ts'
import { entry, type PlanWorld, planWorld } from './world.ts'

type Act = (world: PlanWorld) => Promise<unknown>

/** Any of a unit's people does anything, right or wrong. */
function anyAct(unit: string): fc.Arbitrary<Act> {
  const person = fc.constantFrom(`C-${unit}`, `H-${unit}`, 'WG1', 'WG2', 'LD1', 'LD2', 'CH', 'LM1', 'OF1')
  const type = fc.constantFrom<GoalType>('key', 'special', 'routine')
  const number = fc.integer({ min: 1, max: 6 })
  const returns = fc.dictionary(fc.constantFrom('1', '2', '3'), fc.constantFrom('再改', ''), { maxKeys: 2 })
  const part = fc.constantFrom('unit' as const, 'group' as const, 'leader' as const)
  const place = { year: 2026, unit }
  return fc.oneof(
    fc.tuple(person, type, fc.boolean()).map(
      ([by, one, whole]): Act =>
        (world) =>
          world.draft(by, unit, entry(one, whole ? {} : { content: '' })),
    ),
    fc.tuple(person, type, number).map(
      ([by, one, n]): Act =>
        (world) =>
          world.do(by, 'goal.revise', {
            ...place,
            goal: `2026-${unit}-${n}`,
            revision: 1,
            entry: { ...entry(one) },
          }),
    ),
    fc.tuple(person, fc.boolean()).map(
      ([by, whole]): Act =>
        (world) =>
          world.do(by, 'goal.assign', {
            year: 2026,
            units: [unit],
            entry: { ...entry('special', whole ? {} : { aim: null }) },
          }),
    ),
    person.map(
      (by): Act =>
        (world) =>
          abstain(world, by, unit),
    ),
    fc.tuple(person, number).map(
      ([by, n]): Act =>
        (world) =>
          world.do(by, 'goal.remove', { ...place, goal: `2026-${unit}-${n}` }),
    ),
    fc.tuple(person, part).map(
      ([by, one]): Act =>
        (world) =>
          world.send(by, unit, one),
    ),
    fc.tuple(person, part).map(
      ([by, drafter]): Act =>
        async (world) => {
          const sentAt = (await world.plan(unit)).sent.find((one) => one.drafter === drafter)?.act.at ?? ''
          return world.do(by, 'plan.withdraw', { ...place, drafter, sentAt })
        },
    ),
    fc.tuple(person, returns).map(
      ([by, back]): Act =>
        (world) =>
          world.review(by, unit, back),
    ),
    fc.tuple(person, returns).map(
      ([by, back]): Act =>
        (world) =>
          world.ratify(by, unit, back),
    ),
    fc.constant<Act>(async (world) => {
      await world.draft(unit.startsWith('XZ') ? 'LD2' : 'WG1', unit, entry('key'))
      await world.draft(unit.startsWith('XZ') ? `C-${unit}` : 'WG2', unit, entry('routine'))
      await world.send('WG1', unit, 'group')
      await world.send('LD2', unit, 'leader')
      await world.send(`H-${unit}`, unit, 'unit')
      await world.review(unit.startsWith('XZ') ? 'LD2' : 'LD1', unit)
    }),
  )
}

async function checkWorld(world: PlanWorld, unit: string): Promise<PlanState> {
  const subject = `plan:2026:${unit}` as const
  const [row, journal] = await Promise.all([findSubject(world.db, subject), listJournal(world.db, subject)])
  if (!row) return NEW_PLAN
  const events = journal.map((one) => JSON.parse(one.body) as PlanEvent)
  const folded = events.reduce(evolvePlan, NEW_PLAN)
  expect(firstBroken(journal, row)).toBeUndefined()
  expect(JSON.parse(row.state)).toEqual(JSON.parse(JSON.stringify(folded)))
  expect(tablesOf(world)).toEqual(await tablesFrom(subject, folded, events))
  return folded
}

const tablesOf = (world: PlanWorld) => [
  world.db.raw('SELECT * FROM plan ORDER BY id'),
  world.db.raw('SELECT * FROM goal ORDER BY number'),
]

/** The tables as they would be if written from the folded state alone. */
async function tablesFrom(
  subject: `plan:${string}`,
  after: PlanState,
  events: readonly PlanEvent[],
): Promise<unknown[]> {
  const fresh = planWorld()
  await fresh.db.commit(rowsOfPlan({ subject, before: NEW_PLAN, after, events, version: events.length }))
  return tablesOf(fresh)
}

describe('a plan under any run of commands', () => {
  it.each([
    ['JX01', 'chair'],
    ['XZ01', 'chair'],
    ['JX01', { mode: 'quorum', agree: 2 }],
    ['XZ01', { mode: 'quorum', agree: null }],
  ] as const)(
    'has tables and state equal to its journal’s fold, and is never in force with a goal unpassed (%s, %j)',
    async (unit, ratification) => {
      let inForce = 0
      await fc.assert(
        fc.asyncProperty(fc.array(anyAct(unit), { minLength: 5, maxLength: 25 }), async (acts) => {
          const world = planWorld()
          ratifyBy(world, ratification, true)
          for (const act of acts) await act(world)
          await world.ratify('CH', unit)
          await world.ratify('LM1', unit)
          const plan = await checkWorld(world, unit)
          const statuses = plan.goals.map((goal) => goal.status)
          if (plan.status === 'in-force') inForce += 1
          expect(plan.status === 'in-force').toBe(statuses.includes('in-force'))
          if (plan.status === 'in-force') expect(new Set(statuses)).toEqual(new Set(['in-force']))
        }),
        { numRuns: 60, seed: 2026 },
      )
      expect(inForce).toBeGreaterThan(0)
    },
  )
})

describe('shares', () => {
  it('Article 8: the goals of a type share its ratio by their weights, up to the rounding', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(weights, (list) => {
        const goals = list.map((weight, n) => ({ id: String(n), type: 'routine' as const, weight }))
        const shares = [...sharesOf(goals, { key: 25, special: 15, routine: 60 }).values()]
        const sum = shares.reduce((total, one) => total + one, 0)
        expect(Math.abs(sum - 60_00)).toBeLessThanOrEqual(list.length / 2)
      }),
    )
  })
})
