/** Last year's routine goals as this year's drafts (rulebook 2); key and special goals are set anew each year. */
import { type Decision, decided, refused } from '../../kernel/decision.ts'
import type { GoalId, Year } from '../../kernel/ids.ts'
import { isLocalDate, type LocalDate } from '../../kernel/time.ts'
import { type Drafting, draftGoal } from './draft.ts'
import { changedFields, entryFrom } from './entry-from.ts'
import { evolvePlan } from './evolve-plan.ts'
import type { Goal, GoalContent } from './goal.ts'
import type { PlanEvent, PlanState } from './plan.ts'
import type { PlanningRefusal } from './refusals.ts'

export type CopyRefusal =
  | PlanningRefusal
  | { readonly code: 'nothing-copied'; readonly why: 'no-routines' | 'all-copied' | 'ended-items' }
  | { readonly code: 'foreign-copy' }

/** Last year's routine goals, sorted by what copying makes of them. */
export interface Copyable {
  readonly fresh: readonly Goal[]
  /** How many are among this year's goals already. */
  readonly copied: number
  /** Work items that have ended; their goals are left out. */
  readonly ended: readonly string[]
}

export function sortRoutines(
  state: PlanState,
  last: PlanState,
  workItems: readonly { readonly id: string }[],
): Copyable {
  const routines = last.goals.filter((goal) => goal.status === 'in-force' && goal.content.type === 'routine')
  const sources = new Set(state.goals.map((goal) => goal.copiedFrom))
  const open = routines.filter((goal) => !sources.has(goal.id))
  const known = new Set(workItems.map((item) => item.id))
  const ended = open.map(workItemOf).filter((item) => !known.has(item))
  return {
    fresh: open.filter((goal) => known.has(workItemOf(goal))),
    copied: routines.length - open.length,
    ended: [...new Set(ended)],
  }
}

const workItemOf = ({ content }: Goal): string => (content.type === 'routine' ? (content.workItem ?? '') : '')

/** Each copy is drafted by the rules of drafting, and remembers its source. */
export function copyRoutines(
  state: PlanState,
  last: PlanState,
  d: Drafting,
): Decision<PlanEvent, CopyRefusal> {
  const { fresh, copied, ended } = sortRoutines(state, last, d.catalogue.workItems)
  let present = state
  const events: PlanEvent[] = []
  for (const goal of fresh) {
    const decision = draftGoal(present, entryFrom(asOfYear(goal.content, d.place.year)), d)
    if ('refusal' in decision) return decision
    const drafted = decision.events.map(
      (event): PlanEvent => (event.type === 'goal.drafted' ? { ...event, copiedFrom: goal.id } : event),
    )
    present = drafted.reduce(evolvePlan, present)
    events.push(...drafted)
  }
  if (events.length > 0) return decided(...events)
  const why = ended.length > 0 ? 'ended-items' : copied > 0 ? 'all-copied' : 'no-routines'
  return refused({ code: 'nothing-copied', why })
}

/** Whether a copy says what its source said, its due date a year later. */
export function isAsLastYear(content: GoalContent, source: GoalContent, year: Year): boolean {
  return changedFields(entryFrom(content), entryFrom(asOfYear(source, year))).length === 0
}

/** The content with its due date in the year. */
export function asOfYear<Content extends GoalContent>(content: Content, year: Year): Content {
  return { ...content, dueOn: content.dueOn === null ? null : inYear(content.dueOn, year) }
}

/** The same day; of 29 February the day before where there is none. */
function inYear(date: LocalDate, year: Year): LocalDate {
  const same = `${year}${date.slice(4)}`
  return isLocalDate(same) ? same : `${year}-02-28`
}

/** The goals by id, for looking up a copy's source. */
export const goalsById = (state: PlanState): ReadonlyMap<GoalId, Goal> =>
  new Map(state.goals.map((goal) => [goal.id, goal]))
