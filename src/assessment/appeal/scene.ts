/** The year's units as their grades rest on them now, for showing who would move. */
import { listUnits } from '../../organization/queries.ts'
import { regimeOf } from '../../organization/rules/actor.ts'
import type { OpenYear } from '../../policy/queries.ts'
import { findResults, listGates } from '../../results/queries.ts'
import type { Database } from '../../store/database.ts'
import { listScores } from '../queries.ts'
import type { Case } from './case.ts'
import { isOpen } from './rules/appeal.ts'
import { finalWith, verdictsBefore } from './rules/decide.ts'
import { foreseeMoves, type Moves, markOfMoves, type Scene } from './rules/moves.ts'

export async function loadScene(db: Database, { year, policy }: OpenYear): Promise<Scene> {
  const [units, scores, gates, results] = await Promise.all([
    listUnits(db),
    listScores(db, year),
    listGates(db, year),
    findResults(db, year),
  ])
  const finals = new Map(scores.map((one) => [one.unit, one.final]))
  const scored = units.flatMap(({ id: unit, name, kind }) => {
    const final = finals.get(unit) ?? null
    const failed = gates.filter((one) => one.unit === unit && one.verdict === 'fail').map((one) => one.area)
    return final === null ? [] : [{ unit, name, cohort: regimeOf(kind), final, failed: failed.sort() }]
  })
  return { scored, results, policy }
}

export interface Foreseen extends Moves {
  /** The final score with the verdicts that are written, hundredths; null while coefficients are missing. */
  readonly final: number | null
  readonly mark: string
}

/** Who would move with the verdicts that stand before a decision; undefined where nothing can be decided. */
export async function foresee(db: Database, { open, facts }: Case): Promise<Foreseen | undefined> {
  const { appeal, unit } = facts
  if (!isOpen(appeal)) return undefined
  const final = finalWith(appeal, facts)
  if (final !== null && typeof final === 'object') return undefined
  const moves = foreseeMoves(await loadScene(db, open), unit, final)
  return { ...moves, final, mark: markOfMoves(moves, verdictsBefore(appeal)) }
}
