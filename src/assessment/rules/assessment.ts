/** A unit's assessment of a year: the sheets are open, the group deliberates, it is decided (Article 22). Subject `assessment:<year>:<unit>`. */
import { never } from '../../kernel/decision.ts'
import type { PersonId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Regime } from '../../organization/rules/actor.ts'
import { type Answering, type AnsweringEvent, evolveAnswering, isAnswering, type Word } from './answering.ts'
import type { Candidate, Verdicts } from './candidates.ts'
import type { Entries } from './entry.ts'
import type { AssessedGoal } from './goal.ts'
import type { Member, Recusal } from './panel.ts'

/** What is fixed when the deliberation opens: attendance, the goals in their version, and the sheets. */
export interface Sitting {
  readonly regime: Regime
  readonly goals: readonly AssessedGoal[]
  readonly present: readonly Member[]
  readonly excused: readonly { readonly member: Member; readonly reason: string }[]
  readonly recused: readonly Recusal[]
  /** How many must agree at the least. */
  readonly quorum: number
  readonly sheets: { readonly [person: PersonId]: Entries }
  /** The findings that were put on the sheets, and what each assessor made of them; absent of sittings of before that. */
  readonly findings?: readonly Candidate[]
  readonly verdicts?: { readonly [person: PersonId]: Verdicts }
  readonly openedBy: Member
  readonly openedAt: Instant
}

/** A proposal of the convenor and what the members said to it; kept when another follows. */
export interface Round {
  readonly by: Member
  readonly at: Instant
  readonly entries: Entries
  readonly agreed: readonly Word[]
  readonly objections: readonly (Word & { readonly words: string })[]
}

/** The last time that a deliberation went back to the sheets. */
export interface Reopened {
  readonly by: Member
  readonly at: Instant
  readonly reason: string
  /** Where the numbers of the proposals go on: no card of before fits one of after. */
  readonly round: number
}

export type AssessmentState =
  | { readonly status: 'open'; readonly reopened?: Reopened }
  | (Sitting & {
      readonly status: 'deliberating'
      readonly rounds: readonly Round[]
      readonly reopened?: Reopened
    })
  | (Sitting &
      Answering & {
        readonly status: 'decided'
        readonly rounds: readonly Round[]
        readonly reopened?: Reopened
        readonly decidedAt: Instant
        /** The agreed entry of every goal, in the version that holds. */
        readonly agreed: Entries
        /** Hundredths, as it was computed on the decision; null where the unit had no coefficients. */
        readonly final: number | null
        /** Who confirmed the receipt of the feedback; confirming is not agreeing. */
        readonly received: Word | null
      })

export type Deliberating = Extract<AssessmentState, { readonly status: 'deliberating' }>
export type Decided = Extract<AssessmentState, { readonly status: 'decided' }>

export type AssessmentEvent =
  | ({ readonly type: 'deliberation.opened' } & Sitting)
  | {
      readonly type: 'deliberation.reopened'
      readonly by: Member
      readonly at: Instant
      readonly reason: string
    }
  | { readonly type: 'proposal.made'; readonly by: Member; readonly at: Instant; readonly entries: Entries }
  | { readonly type: 'proposal.agreed'; readonly by: Member; readonly at: Instant }
  | { readonly type: 'proposal.objected'; readonly by: Member; readonly at: Instant; readonly words: string }
  | { readonly type: 'assessment.decided'; readonly at: Instant; readonly final: number | null }
  | AnsweringEvent

export const OPEN: AssessmentState = { status: 'open' }

export function evolveAssessment(state: AssessmentState, event: AssessmentEvent): AssessmentState {
  if (event.type === 'deliberation.opened') {
    const { type: _, ...sitting } = event
    const before = state.status === 'open' && state.reopened ? { reopened: state.reopened } : {}
    return { ...sitting, ...before, status: 'deliberating', rounds: [] }
  }
  if (isAnswering(event)) return state.status === 'decided' ? evolveAnswering(state, event) : state
  return state.status === 'deliberating' ? evolveDeliberation(state, event) : state
}

function evolveDeliberation(
  state: Deliberating,
  event: Exclude<AssessmentEvent, AnsweringEvent | { readonly type: 'deliberation.opened' }>,
): AssessmentState {
  switch (event.type) {
    case 'deliberation.reopened': {
      const { by, at, reason } = event
      return { status: 'open', reopened: { by, at, reason, round: roundOf(state) + 1 } }
    }
    case 'proposal.made': {
      const { by, at, entries } = event
      return {
        ...state,
        rounds: [...state.rounds, { by, at, entries, agreed: ownWord(state, by, at), objections: [] }],
      }
    }
    case 'proposal.agreed':
      return withLastRound(state, (round) => ({
        ...round,
        agreed: [...round.agreed, { member: event.by, at: event.at }],
      }))
    case 'proposal.objected':
      return withLastRound(state, (round) => ({
        ...round,
        agreed: round.agreed.filter((one) => one.member.id !== event.by.id),
        objections: [...round.objections, { member: event.by, at: event.at, words: event.words }],
      }))
    case 'assessment.decided': {
      const { at: decidedAt, final } = event
      const agreed = state.rounds.at(-1)?.entries ?? {}
      return { ...state, status: 'decided', decidedAt, agreed, final, received: null }
    }
    default:
      return never(event)
  }
}

/** The convenor's proposal counts as agreement, if the convenor has a sheet. */
function ownWord(state: Deliberating, by: Member, at: Instant): readonly Word[] {
  return isPresent(state, by.id) ? [{ member: by, at }] : []
}

export function isPresent(sitting: Sitting, person: PersonId): boolean {
  return sitting.present.some((one) => one.id === person)
}

function withLastRound(state: Deliberating, change: (round: Round) => Round): Deliberating {
  return {
    ...state,
    rounds: state.rounds.map((one, i) => (i === state.rounds.length - 1 ? change(one) : one)),
  }
}

/** The number of the last proposal, 0 before the first. */
export const roundOf = ({ rounds, reopened }: Pick<Deliberating, 'rounds' | 'reopened'>): number =>
  (reopened?.round ?? 0) + rounds.length

/** The proposal that waits for words; undefined before the first, and after an objection. */
export function liveRound(state: Deliberating): Round | undefined {
  const last = state.rounds.at(-1)
  return last && last.objections.length === 0 ? last : undefined
}
