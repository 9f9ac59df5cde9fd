/** Gathers what results rest on: scores, gate reports, policy, coefficients. */
import { listScores } from '../assessment/queries.ts'
import type { UnitId } from '../kernel/ids.ts'
import { listUnits } from '../organization/queries.ts'
import { regimeOf } from '../organization/rules/actor.ts'
import type { OpenYear } from '../policy/queries.ts'
import type { Database } from '../store/database.ts'
import type { GateTable } from '../store/schema/results.ts'
import { listGates, listOpenAppeals } from './queries.ts'
import { type Missing, type UnitStanding, whatIsMissing } from './rules/missing.ts'
import type { ScoredUnit } from './rules/scored.ts'

type Verdict = GateTable['verdict']

export interface Standing {
  /** Units that take part. */
  readonly units: readonly UnitStanding[]
  /** Those with a final score. */
  readonly scored: readonly ScoredUnit[]
  /** All that is missing, but for the quota. */
  readonly missing: readonly Missing[]
}

export async function findStanding(db: Database, open: OpenYear): Promise<Standing> {
  const { year, policy, coefficients } = open
  const [units, scores, gates, appeals] = await Promise.all([
    listUnits(db),
    listScores(db, year),
    listGates(db, year),
    listOpenAppeals(db, year),
  ])
  const appealOf = new Map(appeals.map((appeal) => [appeal.unit, appeal.number]))
  const scoreOf = new Map(scores.map((score) => [score.unit, score]))
  const wordsOf = wordsByUnit(gates)
  const standings = units.map((unit): UnitStanding => {
    const score = scoreOf.get(unit.id)
    return {
      unit: unit.id,
      name: unit.name,
      cohort: regimeOf(unit.kind),
      final: score?.status === 'decided' ? score.final : null,
      stage: score?.status ?? 'unbegun',
      appealed: score?.answer === 'appealed',
      appeal: appealOf.get(unit.id) ?? null,
      gates: Object.fromEntries(wordsOf.get(unit.id) ?? []),
    }
  })
  const facts = { policy, coefficients, policyConfirmed: open.notice !== null, units: standings }
  return {
    units: standings,
    scored: standings.flatMap(scoredUnit),
    missing: whatIsMissing({ ...facts, quotaDecided: true }),
  }
}

function wordsByUnit(gates: readonly GateTable[]): ReadonlyMap<UnitId, (readonly [string, Verdict])[]> {
  const words = new Map<UnitId, (readonly [string, Verdict])[]>()
  for (const { unit, area, verdict } of gates) words.set(unit, [...(words.get(unit) ?? []), [area, verdict]])
  return words
}

function scoredUnit({ unit, name, cohort, final, gates }: UnitStanding): ScoredUnit[] {
  if (final === null) return []
  const failed = Object.keys(gates).filter((area) => gates[area] === 'fail')
  return [{ unit, name, cohort, final, failed: failed.sort() }]
}
