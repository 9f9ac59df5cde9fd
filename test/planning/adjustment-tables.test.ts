import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstBroken } from '../../src/kernel/journal.ts'
import { rowsOfAdjustment } from '../../src/planning/adjustment/rows.ts'
import {
  type AdjustmentEvent,
  type AdjustmentState,
  NOT_ASKED,
} from '../../src/planning/adjustment/rules/adjustment.ts'
import { evolveAdjustment } from '../../src/planning/adjustment/rules/evolve-adjustment.ts'
import { listGoalsInForce } from '../../src/planning/queries.ts'
import { rowsOfPlan } from '../../src/planning/rows.ts'
import { evolvePlan } from '../../src/planning/rules/evolve-plan.ts'
import { NEW_PLAN, type PlanEvent, type PlanState } from '../../src/planning/rules/plan.ts'
import { listJournal } from '../../src/store/journal.ts'
import { findSubject } from '../../src/store/subjects.ts'
import { type AdjustmentWorld, adjusted, adjustmentWorld, cancel, change } from './adjustment-world.ts'
import { doneOf, entry, planWorld } from './world.ts'

const row = (more: { readonly [column: string]: string }): string => {
  const own = { id: "'a'", number: '1', kind: "'change'", goal: "'2026-JX01-1'", status: "'asked'", ...more }
  const columns = Object.keys(own).join(', ')
  return `INSERT INTO adjustment (${columns}, year, unit, title, side, asked_by, moved_at)
    VALUES (${Object.values(own).join(', ')}, 2026, 'JX01', '目标', 'unit', 'H-JX01', '2026-05-01T00:00:00.000Z')`
}

describe('the tables of adjustments', () => {
  it('hold one open adjustment a goal: whoever comes second decides again', async () => {
    const { plan } = await adjustmentWorld()
    plan.db.exec(row({}))
    expect(() => plan.db.exec(row({ id: "'b'", number: '2' }))).toThrow('the goal has an open adjustment')
    plan.db.exec(row({ id: "'c'", number: '3', status: "'withdrawn'" }))
    expect(() => plan.db.exec("UPDATE adjustment SET status = 'returned' WHERE id = 'c'")).toThrow('UNIQUE')
  })

  it.each([
    ['a number twice', { id: "'b'", goal: "'2026-JX01-2'" }],
    ['no number', { id: "'b'", number: '0', goal: "'2026-JX01-2'" }],
    ['an unknown state', { id: "'b'", number: '2', status: "'passed'" }],
    ['a change of no goal', { id: "'b'", number: '2', goal: 'NULL' }],
    ['an opened form twice', { id: "'b'", number: '2', goal: "'2026-JX01-2'", opened: "'form'" }],
  ])('refuse %s', async (_, more) => {
    const { plan } = await adjustmentWorld()
    plan.db.exec(row({ opened: "'form'" }))
    expect(() => plan.db.exec(row(more))).toThrow(/constraint/i)
  })

  it('Article 17: take no ratification once the unit’s assessment has begun', async () => {
    const { plan } = await adjustmentWorld()
    plan.db.exec(
      "INSERT INTO score (year, unit, assessment, status) VALUES (2026, 'JX01', 'assessment:2026:JX01', 'sheets')",
    )
    expect(() => plan.db.exec(row({ status: "'ratified'" }))).toThrow('the assessment of the unit has begun')
  })

  it('Article 11: take no added routine goal with another than the standard of the day', async () => {
    const { plan } = await adjustmentWorld()
    const goal = (criterion: string): string =>
      `INSERT INTO goal (id, plan, year, unit, type, number, status, drafter, title, content, measure, criterion, weight, work_item)
       VALUES ('g', 'plan:2026:JX01', 2026, 'JX01', 'routine', 9, 'in-force', 'group', 't', 'c', '', '${criterion}', 100, 'GX2')`
    expect(() => plan.db.exec(goal('旧标准'))).toThrow('the standard has changed')
    plan.db.exec(goal('按时办结率100%'))
  })

  it('a sheet that is begun while the chair ratifies is met by the decision made again', async () => {
    const world = await adjustmentWorld()
    doneOf(await world.ask('LD1', await change(world, 1, { title: '新名称' })))
    const { db } = world.plan
    const commit = db.commit.bind(db)
    let raced = false
    db.commit = async (statements) => {
      if (!raced) {
        raced = true
        db.exec("INSERT INTO score (year, unit, assessment, status) VALUES (2026, 'JX01', 'x', 'sheets')")
      }
      return commit(statements)
    }
    const outcome = await world.decide('CH', 'ratify', 'pass')
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'closed-adjustment' } })
  })

  it('leave a cancelled goal out of what is reported on, assessed and scored', async () => {
    const world = await adjustmentWorld()
    await adjusted(world, 'H-JX01', { kind: 'add', entry: { ...entry('special', { title: '新增' }) } })
    await adjusted(world, 'H-JX01', await cancel(world, 3))
    const goals = await listGoalsInForce(world.plan.db, 2026, 'JX01')
    expect(goals.map((goal) => `${goal.number} ${goal.adjusted ?? ''}`)).toEqual([
      '1 ',
      '2 ',
      '4 5月1日新增（特殊情况）',
    ])
  })
})

type Step = (world: AdjustmentWorld) => Promise<unknown>

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc.integer({ min: 1, max: 3 }).map(
    (number): Step =>
      async (world) => {
        for (const verdict of ['pass', 'return']) await world.decide('LD1', 'review', verdict, { number })
        for (const by of ['CH', 'LM1']) await world.decide(by, 'ratify', 'pass', { number })
      },
  ),
  fc
    .tuple(fc.constantFrom('C-JX01', 'H-JX01', 'WG1', 'LD1', 'OF1', 'CH'), fc.integer({ min: 1, max: 5 }))
    .map(
      ([by, number]): Step =>
        async (world) => {
          const goal = (await world.plan.plan('JX01')).goals.find((one) => one.number === number)
          const add = { kind: 'add', entry: { ...entry('special') } }
          return world.ask(by, goal ? await change(world, number, { title: `改名${by}` }) : add)
        },
    ),
  fc.integer({ min: 1, max: 5 }).map(
    (number): Step =>
      async (world) =>
        (await world.plan.plan('JX01')).goals.some((one) => one.number === number) &&
        world.ask('OF1', await cancel(world, number)),
  ),
  fc.tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom('pass', 'pass', 'return')).map(
    ([number, verdict]): Step =>
      (world) =>
        world.decide('LD1', 'review', verdict, { number }),
  ),
  fc
    .tuple(
      fc.integer({ min: 1, max: 6 }),
      fc.constantFrom('CH', 'LM1'),
      fc.constantFrom('pass', 'pass', 'abstain', 'return'),
    )
    .map(
      ([number, by, verdict]): Step =>
        (world) =>
          world.decide(by, 'ratify', verdict, { number }),
    ),
  fc.integer({ min: 1, max: 6 }).map(
    (number): Step =>
      (world) =>
        world.send('H-JX01', number),
  ),
  fc.integer({ min: 1, max: 6 }).map(
    (number): Step =>
      (world) =>
        world.withdraw('H-JX01', number),
  ),
)

/** The tables as they would be if written from the folded journals alone. */
async function checkTables(world: AdjustmentWorld): Promise<number> {
  const { db } = world.plan
  const fresh = planWorld()
  const plan = await folded<PlanState, PlanEvent>(world, 'plan:2026:JX01', NEW_PLAN, evolvePlan)
  await fresh.db.commit(rowsOfPlan({ ...plan, before: NEW_PLAN }))
  let ratified = 0
  for (let number = 1; (await world.state(number)).status !== 'none'; number++) {
    const one = await folded<AdjustmentState, AdjustmentEvent>(
      world,
      `adjustment:2026:JX01:${number}`,
      NOT_ASKED,
      evolveAdjustment,
    )
    if (one.after.status === 'ratified') ratified += 1
    await fresh.db.commit(rowsOfAdjustment({ ...one, before: NOT_ASKED }))
  }
  for (const table of ['goal', 'plan', 'adjustment'])
    expect(db.raw(`SELECT * FROM ${table} ORDER BY id`)).toEqual(
      fresh.db.raw(`SELECT * FROM ${table} ORDER BY id`),
    )
  return ratified
}

async function folded<State, Event>(
  world: AdjustmentWorld,
  subject: `plan:${string}` | `adjustment:${string}`,
  initial: State,
  evolve: (state: State, event: Event) => State,
) {
  const { db } = world.plan
  const [row, journal] = await Promise.all([findSubject(db, subject), listJournal(db, subject)])
  if (!row) throw new Error(`no ${subject}`)
  expect(firstBroken(journal, row)).toBeUndefined()
  const events = journal.map((one) => JSON.parse(one.body) as Event)
  const after = events.reduce(evolve, initial)
  expect(JSON.parse(row.state)).toEqual(JSON.parse(JSON.stringify(after)))
  return { subject, events, after, version: events.length }
}

describe('adjustments under any run of commands', () => {
  it.each(['chair', 'quorum'] as const)(
    'have tables and states equal to their journals’ folds (%s)',
    async (mode) => {
      let ratified = 0
      await fc.assert(
        fc.asyncProperty(fc.array(steps, { minLength: 15, maxLength: 40 }), async (run) => {
          const world = await adjustmentWorld(mode)
          for (const step of run) await step(world)
          ratified += await checkTables(world)
        }),
        { numRuns: 25, seed: 2026 },
      )
      expect(ratified).toBeGreaterThan(5)
    },
    60_000,
  )
})
