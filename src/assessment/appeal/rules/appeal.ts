/** A unit's appeal against deductions (Articles 22, 29). Subject `appeal:<year>:<unit>:<number>`. */
import type { GoalId, PersonId, UnitId, Year } from '../../../kernel/ids.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { Signed } from '../../../policy/rules/signed.ts'
import type { Bench, Word } from '../../rules/answering.ts'
import type { Member } from '../../rules/panel.ts'

/** A deduction's place in the version that holds: goal's number and place on the goal, from 1, as `3.2`. */
export type Place = string

/** What a unit appeals against, as it stood, and why. Points in hundredths. */
export interface Item {
  readonly place: Place
  readonly goal: GoalId
  readonly number: number
  readonly points: number
  readonly reason: string
  readonly criterion: string
  readonly why: string
  /** Ids of files that were sent in the chat. */
  readonly evidence: readonly string[]
}

/** The outcome of one deduction. `points`: hundredths, fewer than there were; 0 takes it away. */
export type Verdict =
  | { readonly kind: 'kept'; readonly reason: string }
  | { readonly kind: 'changed'; readonly points: number; readonly reason: string }

export type Verdicts = { readonly [place: Place]: Verdict }

/** An outcome that the convenor put to the members, and what they said to it. */
export interface Round {
  readonly by: Member
  readonly at: Instant
  readonly verdicts: Verdicts
  /** Who takes part: the group of that day, without the barred and the excused. */
  readonly present: readonly Member[]
  readonly excused: string
  readonly quorum: number
  readonly agreed: readonly Word[]
  readonly objections: readonly (Word & { readonly words: string })[]
}

export interface Route {
  readonly to: Bench
  /** What the office, or the chair, said with it; '' for nothing. */
  readonly words: string
  readonly signed: Signed
}

interface Told {
  readonly year: Year
  readonly unit: UnitId
  readonly number: number
  /** Which of the score's versions it is against, from 1. */
  readonly version: number
  readonly items: readonly Item[]
  readonly drafted: Signed
}

interface Sent extends Told {
  readonly sent: Signed
  /** Oldest first; the last one is with whom it is. */
  readonly routes: readonly Route[]
  /** What whoever hears it has written so far. */
  readonly verdicts: Verdicts
  readonly rounds: readonly Round[]
}

export type AppealState =
  | { readonly status: 'none' }
  | (Told & { readonly status: 'draft' })
  /** With the office. */
  | (Sent & { readonly status: 'sent' })
  | (Sent & { readonly status: 'with-group' })
  /** The group agreed to change a score: the leading group confirms it, or takes it over. */
  | (Sent & { readonly status: 'agreed'; readonly agreedAt: Instant })
  | (Sent & { readonly status: 'with-leaders' })
  | (Sent & {
      readonly status: 'decided'
      readonly outcome: 'kept' | 'changed'
      readonly by: Bench
      readonly decided: Signed
      /** The final score before and after, hundredths; null where coefficients are missing. */
      readonly before: number | null
      readonly after: number | null
    })
  | (Told &
      Partial<Pick<Sent, 'sent' | 'routes'>> & { readonly status: 'withdrawn'; readonly withdrawn: Signed })

export type SentAppeal = Extract<AppealState, Sent>
export type OpenAppeal = Exclude<SentAppeal, { readonly status: 'decided' }>
export type Status = AppealState['status']

export type AppealEvent =
  | ({ readonly type: 'appeal.drafted' } & Told)
  | { readonly type: 'appeal.sent'; readonly signed: Signed }
  | { readonly type: 'appeal.withdrawn'; readonly signed: Signed }
  | ({ readonly type: 'appeal.routed' } & Route)
  /** Verdicts of a page are kept; nothing is decided by it. */
  | { readonly type: 'appeal.weighed'; readonly verdicts: Verdicts; readonly signed: Signed }
  | ({ readonly type: 'appeal.proposed' } & Pick<
      Round,
      'by' | 'at' | 'verdicts' | 'present' | 'excused' | 'quorum'
    >)
  | { readonly type: 'appeal.seconded'; readonly by: Member; readonly at: Instant }
  | { readonly type: 'appeal.objected'; readonly by: Member; readonly at: Instant; readonly words: string }
  | { readonly type: 'appeal.agreed'; readonly at: Instant }
  | {
      readonly type: 'appeal.decided'
      readonly outcome: 'kept' | 'changed'
      readonly by: Bench
      readonly signed: Signed
      readonly verdicts: Verdicts
      readonly before: number | null
      readonly after: number | null
    }

export const NO_APPEAL: AppealState = { status: 'none' }

/** Sent and without an outcome. */
export const isOpen = (state: AppealState): state is OpenAppeal =>
  state.status === 'sent' ||
  state.status === 'with-group' ||
  state.status === 'agreed' ||
  state.status === 'with-leaders'

/** The group's proposal that waits for words. */
export function liveRound(state: AppealState): Round | undefined {
  if (state.status !== 'with-group') return undefined
  const last = state.rounds.at(-1)
  return last && last.objections.length === 0 ? last : undefined
}

/** Whose word on the group's proposal is waited for, of those who still sit in the group. */
export function awaited(round: Round, seated: readonly Member[]): readonly Member[] {
  const has = (person: PersonId): boolean => round.agreed.some((one) => one.member.id === person)
  return round.present.filter((one) => !has(one.id) && seated.some((seat) => seat.id === one.id))
}

/** Whether a change is among the verdicts. */
export const isChanging = (verdicts: Verdicts): boolean =>
  Object.values(verdicts).some((one) => one.kind === 'changed')

/** The items without a verdict. */
export const unweighed = (items: readonly Item[], verdicts: Verdicts): readonly Item[] =>
  items.filter((one) => verdicts[one.place] === undefined)
