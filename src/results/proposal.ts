import type { OpenYear } from '../policy/queries.ts'
import type { Database } from '../store/database.ts'
import { findResults } from './queries.ts'
import { type Proposal, proposeExcellence } from './rules/excellence.ts'
import type { ResultsState } from './rules/results.ts'
import { findStanding, type Standing } from './standing.ts'

/** Where the decision on excellence stands, and what the ratios that are set lead to. */
export interface Deciding {
  readonly state: ResultsState
  readonly standing: Standing
  /** Null until the ratio is set. */
  readonly proposal: Proposal | null
}

export async function findDeciding(db: Database, open: OpenYear): Promise<Deciding> {
  const [state, standing] = await Promise.all([findResults(db, open.year), findStanding(db, open)])
  const proposal =
    state.status === 'unproposed' ? null : proposeExcellence(standing.scored, state.ratios, open.policy)
  return { state, standing, proposal }
}

/** Names of units by their ids, in the same order. */
export function namesOf(standing: Standing, ids: readonly string[]): string[] {
  const names = new Map(standing.units.map((one) => [one.unit, one.name]))
  return ids.map((id) => names.get(id) ?? id)
}
