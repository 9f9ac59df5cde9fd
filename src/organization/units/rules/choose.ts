/** What the office may choose of a prepared reform, and when it is decided. */
import { type Decision, decided, refused } from '../../../kernel/decision.ts'
import type { Act, Choices, Outcome, ReformEvent, ReformState } from './reform.ts'
import type { ReformRefusal } from './refusals.ts'
import { successorsOf } from './wish.ts'

export type ChosenByOffice = Partial<Choices>

type ReformDecision = Decision<ReformEvent, ReformRefusal>

/** Every place that is named must be one of the successors, and whatever is dropped needs its reason. */
export function chooseOfReform(state: ReformState, choices: ChosenByOffice, act: Act): ReformDecision {
  const closed = closedReform(state)
  if (closed || state.status !== 'prepared') return refused(closed ?? { code: 'unknown-reform' })
  const successors = new Set(successorsOf(state.wish))
  const goals = Object.values(choices.goals ?? {})
  const named = [
    ...goals.flatMap((goal) => ('to' in goal ? [goal.to] : [])),
    ...Object.values(choices.roles ?? {}).filter((unit) => unit !== 'end'),
    ...(choices.otherGoals ? [choices.otherGoals] : []),
    ...(choices.otherPeople ? [choices.otherPeople] : []),
  ]
  if (named.some((unit) => !successors.has(unit))) return refused({ code: 'foreign-choice' })
  if (goals.some((goal) => 'drop' in goal && goal.drop.trim() === ''))
    return refused({ code: 'unreasoned-drop' })
  return decided<ReformEvent>({ type: 'reform.chosen', choices, act })
}

export function dropReform(state: ReformState, act: Act): ReformDecision {
  const closed = closedReform(state)
  return closed ? refused(closed) : decided<ReformEvent>({ type: 'reform.dropped', act })
}

export interface ApplyFacts {
  /** Marks of what the preview showed and of what is now. */
  readonly seen: string
  readonly mark: string
  readonly bars: number
  readonly outcome: Outcome
}

/** All of it or nothing, and only what the preview showed. */
export function applyReform(state: ReformState, facts: ApplyFacts, act: Act): ReformDecision {
  const closed = closedReform(state)
  if (closed) return refused(closed)
  if (facts.bars > 0) return refused({ code: 'barred-reform', bars: facts.bars })
  if (facts.seen !== facts.mark) return refused({ code: 'stale-reform' })
  return decided<ReformEvent>({ type: 'reform.applied', outcome: facts.outcome, act })
}

/** Why nothing can be decided of it any more. */
export function closedReform(state: ReformState): ReformRefusal | undefined {
  switch (state.status) {
    case 'none':
      return { code: 'unknown-reform' }
    case 'applied':
      return { code: 'applied-reform', name: state.applied.name, at: state.applied.at }
    case 'dropped':
      return { code: 'dropped-reform', name: state.dropped.name, at: state.dropped.at }
    case 'prepared':
      return undefined
  }
}
