/** A request for help on a goal in force (Article 19): open until it is answered, or solved by the unit. Subject `help:<goal>:<number>`. */
import { never } from '../../../kernel/decision.ts'
import type { GoalId, PersonId, UnitId, Year } from '../../../kernel/ids.ts'
import type { Instant, LocalDate } from '../../../kernel/time.ts'
import type { Holder } from './holder.ts'

/** Who did it, with the name of that day, and when. */
export interface Act {
  readonly by: PersonId
  readonly name: string
  readonly at: Instant
}

export interface Passing {
  readonly from: Holder
  readonly to: Holder
  readonly words: string
  readonly act: Act
}

export interface Request {
  readonly goal: GoalId
  /** Among the goal's requests, from 1. */
  readonly number: number
  readonly year: Year
  readonly unit: UnitId
  readonly words: string
  readonly asked: Act
  /** The day by which it should be answered; passing it on does not move it. */
  readonly dueOn: LocalDate
  readonly holder: Holder
  readonly passings: readonly Passing[]
}

export type Asked =
  | (Request & { readonly status: 'open' })
  /** `words`: the answer; of what the unit solved itself how, or ''. */
  | (Request & { readonly status: 'answered' | 'solved'; readonly end: Act & { readonly words: string } })

export type HelpState = { readonly status: 'unasked' } | Asked

export const UNASKED: HelpState = { status: 'unasked' }

export type HelpEvent =
  | ({ readonly type: 'help.asked' } & Omit<Request, 'passings'>)
  | ({ readonly type: 'help.passed' } & Passing)
  | { readonly type: 'help.answered'; readonly words: string; readonly act: Act }
  | { readonly type: 'help.solved'; readonly words: string; readonly act: Act }
  /** A reform of the units: it is the successor's request from then on (rulebook 1). */
  | { readonly type: 'help.moved'; readonly unit: UnitId; readonly holder: Holder; readonly act: Act }

export function evolveHelp(state: HelpState, event: HelpEvent): HelpState {
  if (event.type === 'help.asked') {
    const { type: _, ...request } = event
    return { status: 'open', ...request, passings: [] }
  }
  if (state.status === 'unasked') return state
  switch (event.type) {
    case 'help.passed': {
      const { type: _, ...passing } = event
      return { ...state, holder: passing.to, passings: [...state.passings, passing] }
    }
    case 'help.answered':
      return { ...state, status: 'answered', end: { ...event.act, words: event.words } }
    case 'help.solved':
      return { ...state, status: 'solved', end: { ...event.act, words: event.words } }
    case 'help.moved':
      return { ...state, unit: event.unit, holder: event.holder }
    default:
      return never(event)
  }
}
