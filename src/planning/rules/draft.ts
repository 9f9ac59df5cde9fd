/** Drafting, changing and removing goals before they are sent (Articles 8-15). */
import { type Decision, decided, refused } from '../../kernel/decision.ts'
import type { GoalId, UnitId, Year } from '../../kernel/ids.ts'
import type { Actor } from '../../organization/rules/actor.ts'
import { barredChanger } from './assigners.ts'
import { drafterOf, mayDraft, type Place } from './drafters.ts'
import { type Catalogue, type GoalEntry, readGoal } from './entry.ts'
import { type Act, counts, type Goal, type GoalContent, isException, isMarked, isOpen } from './goal.ts'
import { missingFaults } from './missing.ts'
import type { PlanEvent, PlanState } from './plan.ts'
import type { PlanningRefusal } from './refusals.ts'

type PlanDecision = Decision<PlanEvent, PlanningRefusal>

/** What drafting must know beside the plan. */
export interface Drafting {
  readonly place: Place
  readonly by: Actor
  readonly act: Act
  readonly catalogue: Catalogue
  /** Article 10. */
  readonly specialLimit: number
}

export const goalIdOf = (year: Year, unit: UnitId, number: number): GoalId => `${year}-${unit}-${number}`

/** Why nothing may be set now; undefined in the phase of setting goals, while the plan is not in force. */
export function closedPlan(state: PlanState, place: Place): PlanningRefusal | undefined {
  if (state.status === 'in-force') {
    return { code: 'ratified-plan', by: state.inForce.name, at: state.inForce.at }
  }
  return place.phase === 'setting' ? undefined : { code: 'closed-setting', phase: place.phase }
}

export function draftGoal(state: PlanState, entry: GoalEntry, d: Drafting): PlanDecision {
  const refusal = closedPlan(state, d.place) ?? barredDrafter(state, entry.type, d)
  if (refusal) return refused(refusal)
  const read = readGoal(entry, d.catalogue)
  if ('faults' in read) return refused({ code: 'faulty-goal', faults: read.faults })
  if (exceedsLimit(state.goals, read.content, d.specialLimit)) {
    return refused({ code: 'full-specials', limit: d.specialLimit })
  }
  const number = state.lastNumber + 1
  return decided<PlanEvent>({
    type: 'goal.drafted',
    goal: goalIdOf(d.place.year, d.place.unit, number),
    number,
    drafter: drafterOf(d.place.kind, entry.type),
    content: read.content,
    act: d.act,
  })
}

/** `revision`: the one that the person saw when starting to change it. */
export function reviseGoal(
  state: PlanState,
  command: { readonly goal: GoalId; readonly revision: number; readonly entry: GoalEntry },
  d: Drafting,
): PlanDecision {
  const found = findOpenGoal(state, command.goal, d)
  if ('refusal' in found) return refused(found.refusal)
  const { goal } = found
  if (goal.revision !== command.revision) return refused({ code: 'stale-plan' })
  if (goal.content.type !== command.entry.type) return refused({ code: 'changed-type', number: goal.number })
  const read = readGoal(command.entry, d.catalogue)
  if ('faults' in read) return refused({ code: 'faulty-goal', faults: read.faults })
  if (goal.assigned) {
    const faults = missingFaults(read.content)
    if (faults.length > 0) return refused({ code: 'faulty-goal', faults })
  }
  const others = state.goals.filter((one) => one.id !== goal.id)
  if (!goal.assigned && exceedsLimit(others, read.content, d.specialLimit)) {
    return refused({ code: 'full-specials', limit: d.specialLimit })
  }
  return decided<PlanEvent>({ type: 'goal.revised', goal: goal.id, content: read.content, act: d.act })
}

export function removeGoal(state: PlanState, goal: GoalId, d: Drafting): PlanDecision {
  const found = findOpenGoal(state, goal, d)
  if ('refusal' in found) return refused(found.refusal)
  return decided<PlanEvent>({ type: 'goal.removed', goal, act: d.act })
}

function findOpenGoal(
  state: PlanState,
  id: GoalId,
  d: Drafting,
): { readonly goal: Goal } | { readonly refusal: PlanningRefusal } {
  const closed = closedPlan(state, d.place)
  if (closed) return { refusal: closed }
  const goal = state.goals.find((one) => one.id === id)
  if (!goal) return { refusal: { code: 'unknown-goal' } }
  const barred = barredChanger(d.by, d.place, goal)
  if (barred) return { refusal: barred }
  if (isOpen(goal)) return { goal }
  const status = goal.status === 'sent' || goal.status === 'passed' ? goal.status : 'ratified'
  return { refusal: { code: 'locked-goal', number: goal.number, status } }
}

/** Articles 13-15: only the drafter of the type drafts, and not into a part that is sent already. */
function barredDrafter(state: PlanState, type: GoalEntry['type'], d: Drafting): PlanningRefusal | undefined {
  const drafter = drafterOf(d.place.kind, type)
  if (!mayDraft(d.by, d.place, drafter)) return { code: 'other-drafter', type, drafter }
  const part = state.sent.find((one) => one.drafter === drafter)
  return part && { code: 'sent-part', drafter, by: part.act.name, at: part.act.at }
}

/** Article 10: special goals are limited in principle; one beyond the limit carries its justification. */
export function exceedsLimit(others: readonly Goal[], content: GoalContent, limit: number): boolean {
  if (content.type !== 'special' || isException(content)) return false
  return countWithinLimit(others) >= limit
}

/** Special goals of the unit's own that need no justification. */
export function countWithinLimit(goals: readonly Goal[]): number {
  return goals.filter(
    (goal) => goal.content.type === 'special' && counts(goal) && !goal.assigned && !isMarked(goal),
  ).length
}
