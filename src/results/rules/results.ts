/** The year's results: ratio set, excellent named, ratified, announced (Article 25). Subject `results:<year>`. */
import { type Decision, decided, never, refused } from '../../kernel/decision.ts'
import type { UnitId, Year } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/time.ts'
import { type Actor, holds } from '../../organization/rules/actor.ts'
import { markOf } from '../../policy/rules/mark.ts'
import type { Policy } from '../../policy/rules/policy.ts'
import { type Signed, signedBy } from '../../policy/rules/signed.ts'
import type { Phase } from '../../store/schema/policy.ts'
import type { Grade } from '../../store/schema/results.ts'
import { proposeExcellence, type Ratios } from './excellence.ts'
import { gradeOf } from './grades.ts'
import type { Missing } from './missing.ts'
import { faultOfNaming, type Naming, type NamingFault } from './naming.ts'
import { byScore, ranksOf, type ScoredUnit } from './scored.ts'

export interface UnitResult extends ScoredUnit {
  readonly grade: Grade
  /** Competition ranking within the cohort. */
  readonly rank: number
}

interface Ratified {
  readonly year: Year
  readonly ratios: Ratios
  readonly results: readonly UnitResult[]
  readonly ratified: Signed
}

export type ResultsState =
  | { readonly status: 'unproposed' }
  | {
      readonly status: 'proposed'
      readonly year: Year
      readonly ratios: Ratios
      readonly proposed: Signed
    }
  | (Ratified & { readonly status: 'ratified' })
  | (Ratified & { readonly status: 'announced'; readonly announced: Signed })

export type ResultsEvent =
  | {
      readonly type: 'results.proposed'
      readonly year: Year
      readonly ratios: Ratios
      readonly signed: Signed
    }
  | ({ readonly type: 'results.ratified' } & Ratified)
  | { readonly type: 'results.announced'; readonly signed: Signed }

export const UNPROPOSED: ResultsState = { status: 'unproposed' }

export function evolveResults(state: ResultsState, event: ResultsEvent): ResultsState {
  switch (event.type) {
    case 'results.proposed':
      return { status: 'proposed', year: event.year, ratios: event.ratios, proposed: event.signed }
    case 'results.ratified': {
      const { year, ratios, results, ratified } = event
      return { status: 'ratified', year, ratios, results, ratified }
    }
    case 'results.announced':
      return state.status === 'ratified' ? { ...state, status: 'announced', announced: event.signed } : state
    default:
      return never(event)
  }
}

export type ResultsRefusal =
  | { readonly code: 'chair-only' }
  | { readonly code: 'announcer-only' }
  | { readonly code: 'early-results'; readonly phase: Phase }
  | { readonly code: 'incomplete-results'; readonly missing: readonly Missing[] }
  | { readonly code: 'unproposed-results' }
  | { readonly code: 'stale-proposal' }
  | { readonly code: 'unratified-results' }
  | { readonly code: 'ratified-results'; readonly signed: Signed }
  | { readonly code: 'announced-results'; readonly signed: Signed }
  | NamingFault

export interface ResultsFacts {
  readonly year: Year
  readonly phase: Phase
  readonly policy: Policy
  /** All that is missing, but for the quota that is decided here. */
  readonly missing: readonly Missing[]
  readonly units: readonly ScoredUnit[]
}

/** The leading group sets the ratio; again, as often as it likes, before it ratifies. */
export function proposeResults(
  state: ResultsState,
  ratios: Ratios,
  by: Actor,
  at: Instant,
  facts: ResultsFacts,
): Decision<ResultsEvent, ResultsRefusal> {
  const closed = refusalToDecide(state, by, facts)
  if (closed) return refused(closed)
  return decided<ResultsEvent>({
    type: 'results.proposed',
    year: facts.year,
    ratios,
    signed: signedBy(by, at),
  })
}

/** The leading group names the excellent and ratifies; `seen` is the mark of the proposal that its card showed. */
export function ratifyResults(
  state: ResultsState,
  naming: Naming & { readonly seen: string },
  by: Actor,
  at: Instant,
  facts: ResultsFacts,
): Decision<ResultsEvent, ResultsRefusal> {
  const closed = refusalToDecide(state, by, facts)
  if (closed) return refused(closed)
  if (state.status !== 'proposed') return refused({ code: 'unproposed-results' })
  const { year, policy, units } = facts
  const { ratios } = state
  if (markOfProposal(ratios, units) !== naming.seen) return refused({ code: 'stale-proposal' })
  const fault = faultOfNaming(naming, proposeExcellence(units, ratios, policy), units, policy)
  if (fault) return refused(fault)
  const results = resultsOf(units, naming.named, policy)
  return decided<ResultsEvent>({
    type: 'results.ratified',
    year,
    ratios,
    results,
    ratified: signedBy(by, at),
  })
}

/** The office or the chair announces what was ratified. */
export function announceResults(
  state: ResultsState,
  by: Actor,
  at: Instant,
): Decision<ResultsEvent, ResultsRefusal> {
  if (!holds(by, 'office') && !holds(by, 'chair')) return refused({ code: 'announcer-only' })
  switch (state.status) {
    case 'unproposed':
    case 'proposed':
      return refused({ code: 'unratified-results' })
    case 'announced':
      return refused({ code: 'announced-results', signed: state.announced })
    case 'ratified':
      return decided<ResultsEvent>({ type: 'results.announced', signed: signedBy(by, at) })
    default:
      return never(state)
  }
}

/** Mark of what a naming rests on: ratios, scores and gates. */
export function markOfProposal(ratios: Ratios, units: readonly ScoredUnit[]): string {
  const seen = byScore(units).map(({ unit, final, failed }) => [unit, final, failed])
  return markOf([ratios.standard, ratios.graded, seen])
}

/** Every unit's rank and grade, best first. */
export function resultsOf(
  units: readonly ScoredUnit[],
  named: readonly UnitId[],
  policy: Policy,
): UnitResult[] {
  const ranks = ranksOf(units)
  const excellent = new Set(named)
  return byScore(units).map((one) => ({
    ...one,
    grade: gradeOf(one.final, excellent.has(one.unit), policy),
    rank: ranks.get(one.unit) ?? 0,
  }))
}

function refusalToDecide(state: ResultsState, by: Actor, facts: ResultsFacts): ResultsRefusal | undefined {
  if (!holds(by, 'chair')) return { code: 'chair-only' }
  if (state.status === 'announced') return { code: 'announced-results', signed: state.announced }
  if (state.status === 'ratified') return { code: 'ratified-results', signed: state.ratified }
  if (facts.phase !== 'results') return { code: 'early-results', phase: facts.phase }
  if (facts.missing.length > 0) return { code: 'incomplete-results', missing: facts.missing }
  return undefined
}
