/** Gathers what a score rests on, and lets the rules that compute it tell the way. */
import type { UnitId } from '../../kernel/ids.ts'
import { findPlan } from '../../planning/queries.ts'
import type { OpenYear } from '../../policy/queries.ts'
import { findResults, listGates } from '../../results/queries.ts'
import type { Database } from '../../store/database.ts'
import type { Decided } from '../rules/assessment.ts'
import { type Final, finalOf } from '../rules/final-of.ts'
import { type BandStep, explainBand, explainPlace, type PlaceStep } from './rules/grade.ts'

/** The way from the final score to the grade, as far as it is decided and the viewer may know. */
export interface GradeSteps extends BandStep {
  /** By gate area of the policy; null where they are not to be seen yet. */
  readonly gates: readonly GateStep[] | null
  /** Null until the results are ratified, and for most until they are announced. */
  readonly place: PlaceStep | null
  readonly announced: boolean
}

export interface GateStep {
  readonly area: string
  /** Null where nothing was said, which is not a pass. */
  readonly verdict: 'pass' | 'fail' | null
  readonly reason: string
}

export interface Derivation {
  readonly final: Final
  /** Goals that count no more (Article 17). */
  readonly cancelled: readonly { readonly number: number; readonly title: string }[]
  /** Null while there is no final score. */
  readonly grade: GradeSteps | null
}

/** `early`: whether the viewer sees gates and places before they are announced. */
export async function deriveScore(
  db: Database,
  year: OpenYear,
  unit: UnitId,
  state: Decided,
  early: boolean,
): Promise<Derivation> {
  const final = finalOf(state, year.policy, year.coefficients[unit] ?? null)
  const plan = await findPlan(db, year.year, unit)
  const cancelled = plan.state.goals
    .filter((goal) => goal.status === 'cancelled')
    .map(({ number, content }) => ({ number, title: content.title }))
  if (final.status !== 'final') return { final, cancelled, grade: null }
  const grade = await deriveGrade(db, year, unit, final.result.final, early)
  return { final, cancelled, grade }
}

async function deriveGrade(
  db: Database,
  { year, policy }: OpenYear,
  unit: UnitId,
  final: number,
  early: boolean,
): Promise<GradeSteps> {
  const band = explainBand(final, policy)
  const results = await findResults(db, year)
  const announced = results.status === 'announced'
  if (!announced && !early) return { ...band, gates: null, place: null, announced }
  const words = (await listGates(db, year)).filter((one) => one.unit === unit)
  const gates = policy.gateAreas.map(({ key, name }): GateStep => {
    const said = words.find((one) => one.area === key)
    return { area: name, verdict: said?.verdict ?? null, reason: said?.reason ?? '' }
  })
  const decided = results.status === 'ratified' || results.status === 'announced'
  const place = decided ? (explainPlace(unit, results, policy) ?? null) : null
  return { ...band, gates, place, announced }
}
