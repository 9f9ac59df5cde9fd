/** A plan is whole: its journal is unbroken, folds to its state, and its tables are as if written from that state alone. */
import { expect } from 'vitest'
import { firstBroken } from '../../src/kernel/journal.ts'
import { rowsOfPlan } from '../../src/planning/rows.ts'
import { evolvePlan } from '../../src/planning/rules/evolve-plan.ts'
import { NEW_PLAN, type PlanEvent, type PlanState } from '../../src/planning/rules/plan.ts'
import { listJournal } from '../../src/store/journal.ts'
import { findSubject } from '../../src/store/subjects.ts'
import { type PlanWorld, planWorld } from './world.ts'

/** Answers the plan's state. */
export async function expectWhole(world: PlanWorld, unit: string): Promise<PlanState> {
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
