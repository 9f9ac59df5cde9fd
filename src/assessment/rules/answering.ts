/** How the unit answers its feedback, and what an appeal makes of the scores (Articles 22, 29): every version is kept. */
import { type Happening, never } from '../../kernel/decision.ts'
import type { GoalId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Entries } from './entry.ts'
import type { Member } from './panel.ts'

export interface Word {
  readonly member: Member
  readonly at: Instant
}

/** Who heard an appeal: the assessing group once more, or the leading group. */
export type Bench = 'group' | 'leaders'

/** Where a version came from, where it was not the first deliberation. */
export interface Basis {
  /** Number of the appeal. */
  readonly appeal: number
  readonly by: Bench
  readonly at: Instant
}

/** Scores that held once, as they held. */
export interface Version {
  readonly agreed: Entries
  readonly final: number | null
  readonly received: Word | null
  readonly basis?: Basis
}

/** A deduction as it stands after somebody heard the appeal against it. */
export interface Heard {
  readonly goal: GoalId
  readonly points: number
  readonly reason: string
  readonly by: Bench
}

export interface AppealMark {
  readonly number: number
  readonly at: Instant
  readonly closed?: { readonly how: 'kept' | 'changed' | 'withdrawn'; readonly at: Instant }
}

/** What a decided assessment knows beside its scores; absent where nothing of it has happened. */
export interface Answering {
  readonly basis?: Basis
  /** Oldest first, without the one that holds. */
  readonly earlier?: readonly Version[]
  readonly appeals?: readonly AppealMark[]
  readonly heard?: readonly Heard[]
  /** From when the days to answer run, where it is not the decision. */
  readonly answerFrom?: Instant
  /** When the days were over without a word; null where they began anew since. */
  readonly silentSince?: Instant | null
}

/** A decided assessment, as far as answers and appeals touch it. */
export interface Scores extends Answering {
  readonly decidedAt: Instant
  readonly agreed: Entries
  readonly final: number | null
  readonly received: Word | null
}

export type AnsweringEvent =
  | { readonly type: 'feedback.received'; readonly by: Member; readonly at: Instant }
  | { readonly type: 'feedback.unanswered'; readonly at: Instant }
  | { readonly type: 'feedback.reopened'; readonly by: Member; readonly at: Instant; readonly reason: string }
  | { readonly type: 'appeal.opened'; readonly number: number; readonly at: Instant }
  | {
      readonly type: 'appeal.closed'
      readonly number: number
      readonly at: Instant
      readonly how: 'kept' | 'withdrawn'
      readonly heard: readonly Heard[]
    }
  | {
      readonly type: 'score.corrected'
      readonly number: number
      readonly at: Instant
      readonly by: Bench
      /** The goals that changed. */
      readonly entries: Entries
      readonly final: number | null
      readonly heard: readonly Heard[]
    }

const ANSWERING = new Set<string>([
  'feedback.received',
  'feedback.unanswered',
  'feedback.reopened',
  'appeal.opened',
  'appeal.closed',
  'score.corrected',
] satisfies AnsweringEvent['type'][])

export const isAnswering = (event: Happening): event is AnsweringEvent => ANSWERING.has(event.type)

export function evolveAnswering<Decided extends Scores>(state: Decided, event: AnsweringEvent): Decided {
  switch (event.type) {
    case 'feedback.received':
      return { ...state, received: { member: event.by, at: event.at } }
    case 'feedback.unanswered':
      return { ...state, silentSince: event.at }
    case 'feedback.reopened':
      return answerableFrom(state, event.at)
    case 'appeal.opened':
      return { ...state, appeals: [...appealsOf(state), { number: event.number, at: event.at }] }
    case 'appeal.closed': {
      const { number, how, at, heard } = event
      const after = closed(state, number, { how, at })
      return how === 'withdrawn' ? after : withHeard(answerableFrom(after, at), heard)
    }
    case 'score.corrected':
      return corrected(state, event)
    default:
      return never(event)
  }
}

function corrected<Decided extends Scores>(
  state: Decided,
  { number, at, by, entries, final, heard }: Extract<AnsweringEvent, { readonly type: 'score.corrected' }>,
): Decided {
  const { agreed, received, basis } = state
  const before: Version = { agreed, final: state.final, received, ...(basis && { basis }) }
  const after = withHeard(answerableFrom(closed(state, number, { how: 'changed', at }), at), heard)
  return {
    ...after,
    agreed: { ...agreed, ...entries },
    final,
    received: null,
    basis: { appeal: number, by, at },
    earlier: [...(state.earlier ?? []), before],
  }
}

const withHeard = <Decided extends Scores>(state: Decided, heard: readonly Heard[]): Decided => ({
  ...state,
  heard: [...(state.heard ?? []), ...heard],
})

const answerableFrom = <Decided extends Scores>(state: Decided, at: Instant): Decided => ({
  ...state,
  answerFrom: at,
  silentSince: null,
})

const closed = <Decided extends Scores>(
  state: Decided,
  number: number,
  how: NonNullable<AppealMark['closed']>,
): Decided => ({
  ...state,
  appeals: appealsOf(state).map((one) => (one.number === number ? { ...one, closed: how } : one)),
})

export const appealsOf = ({ appeals }: Answering): readonly AppealMark[] => appeals ?? []

/** The appeal that waits for its outcome; there is one at most. */
export const openAppeal = (state: Answering): AppealMark | undefined =>
  appealsOf(state).find((one) => one.closed === undefined)

/** All versions, oldest first; the last one holds. */
export function versionsOf(state: Scores): readonly Version[] {
  const { agreed, final, received, basis } = state
  return [...(state.earlier ?? []), { agreed, final, received, ...(basis && { basis }) }]
}

/** When a version was decided. */
export const versionAt = (state: Scores, { basis }: Version): Instant => basis?.at ?? state.decidedAt

/** From when the days to answer run. */
export const answerFrom = (state: Scores): Instant => state.answerFrom ?? state.decidedAt

/**
 * How the unit answered the version that holds. `settled`: the appeal against it was heard and changed nothing.
 * `silent`: the days passed without a word, and the score stands.
 */
export type Answered = 'appealed' | 'received' | 'settled' | 'silent' | 'waiting'

export function answeredHow(state: Scores): Answered {
  if (openAppeal(state)) return 'appealed'
  if (state.received) return 'received'
  const last = appealsOf(state).findLast((one) => one.closed?.how !== 'withdrawn')
  if (last?.closed?.how === 'kept' && last.closed.at === state.answerFrom) return 'settled'
  return state.silentSince ? 'silent' : 'waiting'
}
