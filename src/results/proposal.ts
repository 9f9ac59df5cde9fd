import type { OpenYear } from '../policy/queries.ts'
import type { Policy } from '../policy/rules/policy.ts'
import type { Database } from '../store/database.ts'
import { findResults } from './queries.ts'
import { type Foreseen, foreseeCorrection } from './rules/correction.ts'
import { finalsOf } from './rules/decide.ts'
import { type Proposal, proposeExcellence } from './rules/excellence.ts'
import type { ResultsState } from './rules/results.ts'
import type { ScoredUnit } from './rules/scored.ts'
import { findStanding, type Standing } from './standing.ts'

/** Where the decision on excellence stands, and what it rests on. */
export interface Deciding {
  readonly state: ResultsState
  readonly standing: Standing
}

export async function findDeciding(db: Database, open: OpenYear): Promise<Deciding> {
  const [state, standing] = await Promise.all([findResults(db, open.year), findStanding(db, open)])
  return { state, standing }
}

/** What the ratios that are set lead to; after the ratification, with what appeals changed. */
export function proposalOf(
  { standing }: Pick<Deciding, 'standing'>,
  state: Exclude<ResultsState, { readonly status: 'unproposed' }>,
  policy: Policy,
): {
  readonly proposal: Proposal
  readonly units: readonly ScoredUnit[]
  /** Null before the ratification. */
  readonly foreseen: Foreseen | null
} {
  const units = standing.scored
  if (state.status === 'proposed')
    return { proposal: proposeExcellence(units, state.ratios, policy), units, foreseen: null }
  const foreseen = foreseeCorrection(state.results, state.ratios, finalsOf(units), policy)
  return { proposal: foreseen.proposal, units: foreseen.units, foreseen }
}

/** Names of units by their ids, in the same order. */
export function namesOf(standing: Standing, ids: readonly string[]): string[] {
  const names = new Map(standing.units.map((one) => [one.unit, one.name]))
  return ids.map((id) => names.get(id) ?? id)
}
