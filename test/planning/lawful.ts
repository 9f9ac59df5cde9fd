/** What is lawful of a plan in any state, and what of one in force, read from its state and its journal alone (Articles 8-16, 28). */
import { expect } from 'vitest'
import type { JournalEntry } from '../../src/kernel/journal.ts'
import type { Goal } from '../../src/planning/rules/goal.ts'
import type { PlanEvent, PlanState } from '../../src/planning/rules/plan.ts'
import type { Ratification } from '../../src/policy/rules/policy.ts'
import { listJournal } from '../../src/store/journal.ts'
import { leaderOf } from './any-act.ts'
import { ITEM, type StandardsWorld } from './standards-world.ts'

const LEADING_GROUP = ['CH', 'LM1']
const SPECIAL_LIMIT = 3

export interface Run {
  readonly world: StandardsWorld
  readonly unit: string
  readonly ratification: Ratification
}

interface Entry {
  readonly by: string
  readonly inNameOf: string
  readonly event: PlanEvent
}

const entryOf = ({ by_person, in_name_of, body }: JournalEntry): Entry => ({
  by: by_person,
  inNameOf: in_name_of,
  event: JSON.parse(body) as PlanEvent,
})

/** Answers the state, for what the run wants to count. */
export async function expectLawful(run: Run): Promise<PlanState> {
  const { world, unit } = run
  const plan = await world.plan(unit)
  const journal = (await listJournal(world.db, `plan:2026:${unit}`)).map(entryOf)
  const numbers = plan.goals.map((goal) => goal.number)
  expect(new Set(numbers).size).toBe(numbers.length)
  expect(Math.max(0, ...numbers)).toBeLessThanOrEqual(plan.lastNumber)
  for (const entry of journal) expectRightful(entry, unit)
  for (const goal of plan.goals) if ('ratified' in goal) expectRatified(goal, journal, run)
  const inForce = plan.goals.filter((goal) => goal.status === 'in-force')
  expect(plan.status === 'in-force').toBe(inForce.length > 0)
  if (plan.status === 'in-force') expectWholePlan(plan, unit)
  return plan
}

/** Article 16, rulebook 7: decided by whom the regulation names, or by a delegate who is not of the unit. */
function expectRightful({ by, inNameOf, event }: Entry, unit: string): void {
  if (event.type === 'plan.reviewed') expect(inNameOf).toBe(leaderOf(unit))
  if (event.type === 'plan.voted') expect(LEADING_GROUP).toContain(inNameOf)
  if (event.type === 'plan.ratified') expect(event.quorum ? LEADING_GROUP : ['CH']).toContain(inNameOf)
  const decides =
    event.type === 'plan.reviewed' || event.type === 'plan.voted' || event.type === 'plan.ratified'
  const ownDraft = event.type === 'part.sent' && event.review === 'own-draft'
  if (decides || ownDraft) expect([`H-${unit}`, `C-${unit}`]).not.toContain(by)
}

/** What is ratified was passed by the leader in charge as it stood when it was sent, and agreed to as it stands. */
function expectRatified(goal: Goal, journal: readonly Entry[], { world, unit, ratification }: Run): void {
  const last = (test: (event: PlanEvent) => boolean): number =>
    journal.findLastIndex((one) => test(one.event))
  const written = last((one) => 'goal' in one && one.goal === goal.id)
  const sent = last((one) => one.type === 'part.sent' && one.goals.includes(goal.id))
  const passed = last(
    (one) =>
      (one.type === 'plan.reviewed' && one.passed.includes(goal.id)) ||
      (one.type === 'part.sent' && one.review === 'own-draft' && one.goals.includes(goal.id)),
  )
  const ratified = last(
    (one) => one.type === 'plan.ratified' && one.ratified.some(({ goal: id }) => id === goal.id),
  )
  // Assigned to a part that is with the leader already, it goes without a sending of its own.
  if (!goal.assigned) expect(written).toBeLessThan(sent)
  expect(written).toBeLessThan(passed)
  expect(passed).toBeGreaterThanOrEqual(sent)
  expect(passed).toBeLessThan(ratified)
  if (goal.content.type === 'routine' && 'criterion' in goal) {
    const [item] = world.db.raw(`SELECT standard FROM work_item WHERE id = '${ITEM}'`) as {
      standard: string
    }[]
    expect(goal.criterion).toBe(item?.standard)
  }
  const events = journal.slice(passed, ratified)
  if (ratification !== 'chair') expectAgreed(goal, events, ratification.agree ?? 2, leaderOf(unit))
}

/** The last answer of each who answered since it was passed: enough agree. */
function expectAgreed(goal: Goal, events: readonly Entry[], needed: number, leader: string): void {
  const answers = new Map<string, 'agree' | 'abstain'>()
  for (const { inNameOf, event } of events) {
    if (event.type !== 'plan.voted') continue
    if (event.agreed.some((one) => one.goal === goal.id)) answers.set(inNameOf, 'agree')
    if (event.abstained.includes(goal.id)) answers.set(inNameOf, 'abstain')
  }
  const agreeing = [...answers].filter(([, answer]) => answer === 'agree')
  expect(agreeing.length, leader).toBeGreaterThanOrEqual(needed)
}

/** Articles 8-15: every part was sent, nothing is missing, special goals keep their limit. */
function expectWholePlan({ goals, parts, sent }: PlanState, unit: string): void {
  expect(new Set(goals.map((goal) => goal.status))).toEqual(new Set(['in-force']))
  expect(new Set(sent.map((part) => part.drafter))).toEqual(new Set(parts))
  expect(parts.toSorted()).toEqual(unit.startsWith('XZ') ? ['leader', 'unit'] : ['group', 'unit'])
  for (const { content, drafter } of goals) {
    expect(content.title).not.toBe('')
    expect(content.content).not.toBe('')
    expect(content.weight).toBeGreaterThan(0)
    const graded = unit.startsWith('XZ')
    const drafters = { key: graded ? 'leader' : 'group', special: 'unit', routine: graded ? 'unit' : 'group' }
    expect(drafter).toBe(drafters[content.type])
    if (content.type !== 'routine') expect(content.measure).not.toBeNull()
    if (content.type === 'key')
      expect([content.criterion === '', content.dueOn, content.priority]).not.toContain(null)
    if (content.type === 'special') expect(content.aim).not.toBeNull()
    if (content.type === 'routine') expect(content.workItem).toBe(ITEM)
  }
  const proposed = goals.filter(({ content, assigned }) => content.type === 'special' && !assigned)
  const within = proposed.filter(({ content }) => content.type === 'special' && content.justification === '')
  expect(within.length).toBeLessThanOrEqual(SPECIAL_LIMIT)
}
