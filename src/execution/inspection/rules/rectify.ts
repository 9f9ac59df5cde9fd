/** Rectification (rulebook 4): the unit answers with words and evidence, an inspector accepts or returns. */
import { type Decision, decided, refused } from '../../../kernel/decision.ts'
import type { Instant, LocalDate } from '../../../kernel/time.ts'
import { holds } from '../../../organization/rules/actor.ts'
import type { Phase } from '../../../store/schema/policy.ts'
import { type Inspecting, mayInspect } from './body.ts'
import type { FindingEvent, FindingState } from './finding.ts'

export type RectifyRefusal =
  | { readonly code: 'unknown-finding' }
  | { readonly code: 'undemanded-finding' }
  | { readonly code: 'closed-rectification' }
  | { readonly code: 'foreign-rectification'; readonly unit: string }
  | { readonly code: 'foreign-finding'; readonly body: string }
  | { readonly code: 'answered-rectification'; readonly by: string; readonly at: Instant }
  | { readonly code: 'unanswered-rectification'; readonly by: string; readonly at: Instant }
  | { readonly code: 'newer-answer'; readonly by: string; readonly at: Instant }
  | { readonly code: 'accepted-rectification'; readonly by: string; readonly at: Instant }
  | { readonly code: 'withdrawn-finding'; readonly by: string; readonly at: Instant }
  | { readonly code: 'past-due'; readonly dueOn: LocalDate }
  | { readonly code: 'empty-words' }

export interface RectifyContext extends Inspecting {
  readonly at: Instant
  readonly today: LocalDate
  /** Of the finding's own year. */
  readonly phase: Phase
}

type Open = Extract<FindingState, { status: 'open' | 'answered' }>

/** What is over, or was never asked for. */
function barOf(state: FindingState, phase: Phase): RectifyRefusal | undefined {
  switch (state.status) {
    case 'none':
    case 'noted':
    case 'dropped':
      return { code: 'unknown-finding' }
    case 'published':
      return { code: 'undemanded-finding' }
    case 'accepted':
      return { code: 'accepted-rectification', by: state.accepted.act.name, at: state.accepted.act.at }
    case 'withdrawn':
      return { code: 'withdrawn-finding', by: state.withdrawn.act.name, at: state.withdrawn.act.at }
    case 'open':
    case 'answered':
      return phase === 'closed' ? { code: 'closed-rectification' } : undefined
  }
}

const isOpen = (state: FindingState): state is Open => state.status === 'open' || state.status === 'answered'

/** The unit's contact or head; late is better than never, and shown as late. */
export function answerRectification(
  state: FindingState,
  { words, evidence }: { readonly words: string; readonly evidence: readonly string[] },
  { by, at, phase }: RectifyContext,
): Decision<FindingEvent, RectifyRefusal> {
  const bar = barOf(state, phase)
  if (bar || !isOpen(state)) return refused(bar ?? { code: 'unknown-finding' })
  const { unit, unitName } = state.finding
  if (!holds(by, 'contact', unit) && !holds(by, 'head', unit))
    return refused({ code: 'foreign-rectification', unit: unitName })
  if (state.status === 'answered') {
    const { name, at: when } = state.answer.act
    return refused({ code: 'answered-rectification', by: name, at: when })
  }
  if (words.trim() === '') return refused({ code: 'empty-words' })
  const answer = { words, evidence, act: { by: by.id, name: by.name, at } }
  return decided<FindingEvent>({ type: 'rectification.answered', answer })
}

export interface Judgement {
  readonly verdict: 'accept' | 'return'
  readonly words: string
  /** Of a return; the day stays as it was without. */
  readonly dueOn: LocalDate | null
  /** How many answers had come back before the one that is judged, as the card showed it. */
  readonly seen: number
}

/** Any inspector of the body whose own unit it is not. */
export function judgeRectification(
  state: FindingState,
  { verdict, words, dueOn, seen }: Judgement,
  { by, own, at, today, phase }: RectifyContext,
): Decision<FindingEvent, RectifyRefusal> {
  const bar = barOf(state, phase)
  if (bar || !isOpen(state)) return refused(bar ?? { code: 'unknown-finding' })
  const { body, unit } = state.finding
  if (!mayInspect({ by, own }, body, unit)) return refused({ code: 'foreign-finding', body: body.name })
  if (state.status === 'open') return refused(unanswered(state))
  if (state.rounds.length !== seen) {
    const { name, at: when } = state.answer.act
    return refused({ code: 'newer-answer', by: name, at: when })
  }
  const act = { by: by.id, name: by.name, at }
  if (verdict === 'accept') return decided<FindingEvent>({ type: 'rectification.accepted', words, act })
  if (words.trim() === '') return refused({ code: 'empty-words' })
  if (dueOn !== null && dueOn < today) return refused({ code: 'past-due', dueOn })
  const due = dueOn ?? state.dueOn
  return decided<FindingEvent>({ type: 'rectification.returned', reason: words, dueOn: due, act })
}

/** Another inspector returned it first, or the unit has not answered yet. */
function unanswered({ rounds, finding }: Open): RectifyRefusal {
  const { name, at } = rounds.at(-1)?.act ?? finding.act
  return { code: 'unanswered-rectification', by: name, at }
}
