/** The year's results: ratio set, excellent named, ratified, announced, corrected (Articles 25, 29). Subject `results:<year>`. */
import { never } from '../../kernel/decision.ts'
import type { Year } from '../../kernel/ids.ts'
import { markOf } from '../../policy/rules/mark.ts'
import type { Signed } from '../../policy/rules/signed.ts'
import { type Ballot, type BallotVote, type Counts, castOn, putBallot } from './ballot.ts'
import type { Moved } from './correction.ts'
import type { Ratios } from './excellence.ts'
import type { UnitResult } from './graded.ts'
import type { Naming } from './naming.ts'
import { byScore, type ScoredUnit } from './scored.ts'

/** A naming that a member of the leading group sent back. */
export interface SentBack {
  readonly words: string
  readonly signed: Signed
}

/** What waits for the members, and what came back last; both only where a quorum ratifies. */
interface BeforeMembers {
  readonly ballot?: Ballot
  readonly sentBack?: SentBack
}

export interface Correction {
  readonly moved: readonly Moved[]
  readonly corrected: Signed
}

interface Ratified {
  readonly year: Year
  readonly ratios: Ratios
  readonly results: readonly UnitResult[]
  readonly ratified: Signed
  /** Where the members agreed. */
  readonly quorum?: Counts
}

interface Kept extends Ratified, BeforeMembers {
  /** Oldest first. */
  readonly corrections?: readonly Correction[]
}

export type ResultsState =
  | { readonly status: 'unproposed' }
  | ({
      readonly status: 'proposed'
      readonly year: Year
      readonly ratios: Ratios
      readonly proposed: Signed
    } & BeforeMembers)
  | (Kept & { readonly status: 'ratified' })
  | (Kept & { readonly status: 'announced'; readonly announced: Signed })

export type DecidedResults = Extract<ResultsState, { readonly status: 'ratified' | 'announced' }>

export type ResultsEvent =
  | {
      readonly type: 'results.proposed'
      readonly year: Year
      readonly ratios: Ratios
      readonly signed: Signed
    }
  /** Put before the members of the leading group. */
  | {
      readonly type: 'results.put'
      readonly naming: Naming
      readonly seen: string
      readonly signed: Signed
    }
  | { readonly type: 'results.voted'; readonly vote: BallotVote }
  | { readonly type: 'results.returned'; readonly words: string; readonly signed: Signed }
  | ({ readonly type: 'results.ratified' } & Ratified)
  | { readonly type: 'results.announced'; readonly signed: Signed }
  /** After an appeal: all results as they are now, and which moved. `version` counts the year's corrections. */
  | {
      readonly type: 'results.corrected'
      readonly version: number
      readonly results: readonly UnitResult[]
      readonly moved: readonly Moved[]
      readonly signed: Signed
      readonly quorum?: Counts
    }

export const UNPROPOSED: ResultsState = { status: 'unproposed' }

export function evolveResults(state: ResultsState, event: ResultsEvent): ResultsState {
  switch (event.type) {
    case 'results.proposed':
      return { status: 'proposed', year: event.year, ratios: event.ratios, proposed: event.signed }
    case 'results.put': {
      if (state.status === 'unproposed') return state
      const { sentBack: _, ...rest } = state
      return { ...rest, ballot: putBallot(event.naming, event.seen, event.signed) }
    }
    case 'results.voted':
      return 'ballot' in state && state.ballot
        ? { ...state, ballot: castOn(state.ballot, event.vote) }
        : state
    case 'results.returned': {
      if (state.status === 'unproposed') return state
      const { ballot: _, ...rest } = state
      return { ...rest, sentBack: { words: event.words, signed: event.signed } }
    }
    case 'results.ratified': {
      const { type: _, ...ratified } = event
      return { ...ratified, status: 'ratified' }
    }
    case 'results.announced':
      return state.status === 'ratified' ? { ...state, status: 'announced', announced: event.signed } : state
    case 'results.corrected':
      return state.status === 'ratified' || state.status === 'announced' ? corrected(state, event) : state
    default:
      return never(event)
  }
}

function corrected(
  { ballot: _, sentBack: __, ...state }: DecidedResults,
  { results, moved, signed }: Extract<ResultsEvent, { readonly type: 'results.corrected' }>,
): DecidedResults {
  return { ...state, results, corrections: [...correctionsOf(state), { moved, corrected: signed }] }
}

export const correctionsOf = ({ corrections }: Pick<DecidedResults, 'corrections'>): readonly Correction[] =>
  corrections ?? []

/** Mark of what a naming rests on: ratios, scores and gates. */
export function markOfProposal(ratios: Ratios, units: readonly ScoredUnit[]): string {
  const seen = byScore(units).map(({ unit, final, failed }) => [unit, final, failed])
  return markOf([ratios.standard, ratios.graded, seen])
}
