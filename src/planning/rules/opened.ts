/** One goal for each opened form: a card that stays in a chat can be sent again, also after the answer was lost. */
import { type Decision, decided, refused } from '../../kernel/decision.ts'
import { type Catalogue, type GoalEntry, readGoal } from './entry.ts'
import type { PlanEvent, PlanState } from './plan.ts'
import type { PlanningRefusal } from './refusals.ts'

type PlanDecision = Decision<PlanEvent, PlanningRefusal>

/**
 * The draft as the form's; nothing more where the form has made this goal already. `draft`: what is decided of a new
 * goal. Another content than that of the goal is refused, and says which goal to change.
 */
export function onceOpened(
  state: PlanState,
  opened: string,
  draft: PlanDecision,
  again: { readonly entry: GoalEntry; readonly catalogue: Catalogue },
): PlanDecision {
  const made = state.goals.find((goal) => goal.opened === opened)
  if (!made) return 'refusal' in draft ? draft : decided(...draft.events.map((event) => asOf(event, opened)))
  const read = readGoal(again.entry, again.catalogue)
  const isSame = 'content' in read && JSON.stringify(read.content) === JSON.stringify(made.content)
  return isSame ? decided<PlanEvent>() : refused({ code: 'saved-form', number: made.number })
}

const asOf = (event: PlanEvent, opened: string): PlanEvent =>
  event.type === 'goal.drafted' ? { ...event, opened } : event
