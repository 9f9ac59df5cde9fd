/** What was typed for an adjustment, read into a request; and whether a request still fits the plan. */
import type { GoalId } from '../../../kernel/ids.ts'
import { isLocalDate, type LocalDate, localDateOf } from '../../../kernel/time.ts'
import { exceedsLimit } from '../../rules/draft.ts'
import type { Place } from '../../rules/drafters.ts'
import { type Catalogue, type GoalEntry, readGoal } from '../../rules/entry.ts'
import { changedFields, entryFrom } from '../../rules/entry-from.ts'
import { type AdjustmentReason, counts, type Goal, type GoalContent } from '../../rules/goal.ts'
import { missingFaults } from '../../rules/missing.ts'
import type { PlanState } from '../../rules/plan.ts'
import { mayBeEmpty } from '../../rules/send.ts'
import type { Request, Side, Target, Wish } from './adjustment.ts'
import type { AdjustmentRefusal, WordFault } from './refusals.ts'

/** Every question of the form; '' and null where nothing was filled in. */
export interface AdjustmentEntry {
  readonly kind: Wish['kind']
  /** Of a change or cancellation. */
  readonly goal: GoalId | null
  /** The revision of the goal that the person saw. */
  readonly seen: number | null
  /** Of a goal that is added or changed. */
  readonly entry: GoalEntry | null
  readonly reason: AdjustmentReason | null
  readonly why: string
  readonly effectiveOn: string
  readonly evidence: readonly string[]
}

/** What a request is held against. */
export interface Fitting {
  readonly place: Place
  readonly plan: PlanState
  readonly catalogue: Catalogue
  /** Article 10. */
  readonly specialLimit: number
}

export const WHY_LENGTH = 500

type Read<Value> = { readonly value: Value } | { readonly refusal: AdjustmentRefusal }

/** Reads a request whole; every fault of its fields is named at once. */
export function readRequest(typed: AdjustmentEntry, side: Side, today: LocalDate, f: Fitting): Read<Request> {
  const target = typed.kind === 'add' ? undefined : findTarget(f.plan, typed)
  if (target && 'refusal' in target) return target
  const goal = target?.value
  const { entry } = typed
  if (goal && entry && entry.type !== goal.before.type) {
    return { refusal: { code: 'changed-type', number: goal.number } }
  }
  const content = entry === null ? undefined : readGoal(entry, f.catalogue)
  const faults = !content ? [] : 'faults' in content ? content.faults : missingFaults(content.content)
  const words = wordFaults(typed, today, f.plan)
  if (faults.length + words.length > 0) return { refusal: { code: 'faulty-adjustment', faults, words } }
  const wish = wishOf(typed.kind, goal, content && 'content' in content ? content.content : undefined)
  const { reason } = typed
  if (!wish || reason === null) return { refusal: { code: 'absent-target' } }
  const request: Request = {
    ...wish,
    reason,
    why: typed.why.trim(),
    effectiveOn: isLocalDate(typed.effectiveOn) ? typed.effectiveOn : null,
    evidence: typed.evidence,
  }
  const refusal = unchanged(request) ?? unfit(request, side, f)
  return refusal ? { refusal } : { value: request }
}

/** The goal in force that is meant, as the person saw it. */
export function findTarget(
  plan: PlanState,
  { goal: id, seen }: Pick<AdjustmentEntry, 'goal' | 'seen'>,
): Read<Target> {
  const goal = plan.goals.find((one) => one.id === id)
  if (goal?.status === 'cancelled') {
    const { name: by, at } = goal.cancelled.act
    return { refusal: { code: 'cancelled-target', number: goal.number, by, at } }
  }
  if (goal?.status !== 'in-force') return { refusal: { code: 'absent-target' } }
  const { number, revision, content: before, criterion } = goal
  if (revision !== seen) return { refusal: { code: 'stale-goal', number } }
  return { value: { goal: goal.id, number, revision, before, criterion } }
}

function wordFaults(
  { reason, why, effectiveOn }: AdjustmentEntry,
  today: LocalDate,
  plan: PlanState,
): WordFault[] {
  const length = Array.from(why.trim()).length
  const from = plan.status === 'in-force' ? localDateOf(plan.inForce.at) : today
  return [
    ...(reason === null ? [{ field: 'reason', fault: 'missing' } as const] : []),
    ...(length === 0 ? [{ field: 'why', fault: 'missing' } as const] : []),
    ...(length > WHY_LENGTH ? [{ field: 'why', fault: 'too-long', limit: WHY_LENGTH } as const] : []),
    ...(effectiveOn === '' ? [] : dayFaults(effectiveOn, from, today)),
  ]
}

/** From the plan's coming into force up to the day of asking: what lies ahead is asked for when it is there. */
function dayFaults(day: string, from: LocalDate, today: LocalDate): WordFault[] {
  if (!isLocalDate(day)) return [{ field: 'effectiveOn', fault: 'not-a-date' }]
  if (day < from) return [{ field: 'effectiveOn', fault: 'too-early', from }]
  return day > today ? [{ field: 'effectiveOn', fault: 'too-late' }] : []
}

function wishOf(
  kind: Wish['kind'],
  target: Target | undefined,
  content: GoalContent | undefined,
): Wish | undefined {
  switch (kind) {
    case 'add':
      return content && { kind, content }
    case 'change':
      return content && target && { kind, content, ...target }
    case 'cancel':
      return target && { kind, ...target }
  }
}

function unchanged(request: Request): AdjustmentRefusal | undefined {
  if (request.kind !== 'change') return undefined
  const changed = changedFields(entryFrom(request.before), entryFrom(request.content))
  return changed.length === 0 ? { code: 'unchanged-target', number: request.number } : undefined
}

/** Why the plan could not take the request in as it stands now; asked again at every step, since others adjust it too. */
export function unfit(request: Request, side: Side, f: Fitting): AdjustmentRefusal | undefined {
  const goal = request.kind === 'add' ? undefined : f.plan.goals.find((one) => one.id === request.goal)
  if (request.kind !== 'add') {
    const { number } = request
    if (!goal) return { code: 'absent-target' }
    if (goal.status === 'cancelled') {
      return { code: 'cancelled-target', number, by: goal.cancelled.act.name, at: goal.cancelled.act.at }
    }
    if (goal.revision !== request.revision) return { code: 'stale-goal', number }
  }
  if (request.kind === 'cancel') return goal && barredCancel(goal, side, f)
  const assigned = goal ? goal.assigned !== undefined : side !== 'unit'
  return refersToEnded(request.content, f.catalogue) ?? overLimit(request.content, goal, assigned, f)
}

/** Article 10 for what the unit proposes; what the school assigns takes none of its places (14). */
function overLimit(
  content: GoalContent,
  goal: Goal | undefined,
  assigned: boolean,
  { plan, specialLimit }: Fitting,
): AdjustmentRefusal | undefined {
  const others = plan.goals.filter((one) => one.id !== goal?.id)
  if (assigned || !exceedsLimit(others, content, specialLimit)) return undefined
  return { code: 'full-specials', limit: specialLimit }
}

/** The unit can't have dropped what the school assigned; and no drafter's part may become empty that could not be sent so. */
function barredCancel(goal: Goal, side: Side, { plan, place }: Fitting): AdjustmentRefusal | undefined {
  const { number, assigned, drafter } = goal
  if (assigned && side === 'unit') {
    return { code: 'assigned-goal', number, as: assigned.as, by: assigned.act.name, at: assigned.act.at }
  }
  const rest = plan.goals.some((one) => counts(one) && one.drafter === drafter && one.id !== goal.id)
  return rest || mayBeEmpty(place.kind, drafter) ? undefined : { code: 'last-goal', number }
}

function refersToEnded(
  content: GoalContent,
  { priorities, workItems }: Catalogue,
): AdjustmentRefusal | undefined {
  const stands = (() => {
    switch (content.type) {
      case 'key':
        return content.priority !== null && priorities.includes(content.priority)
      case 'routine':
        return workItems.some((one) => one.id === content.workItem)
      case 'special':
        return true
    }
  })()
  return stands ? undefined : { code: 'ended-reference' }
}
