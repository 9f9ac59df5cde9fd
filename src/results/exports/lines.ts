/** What stands on the sheets of the year's workbook, row by row. Pure. */
import type { AssessmentState } from '../../assessment/rules/assessment.ts'
import { deductionsOf } from '../../assessment/rules/entry.ts'
import { type Final, finalOf } from '../../assessment/rules/final-of.ts'
import type { UnitId } from '../../kernel/ids.ts'
import type { OpenYear } from '../../policy/queries.ts'
import type { GoalType } from '../../store/schema/planning.ts'
import type { GateTable } from '../../store/schema/results.ts'
import type { UnitResult } from '../rules/graded.ts'

type Decided = Extract<AssessmentState, { readonly status: 'decided' }>

/** Points, weights and scores in hundredths. */
export interface GoalLine {
  readonly unit: UnitId
  readonly name: string
  readonly number: number
  readonly type: GoalType
  readonly title: string
  readonly weight: number
  readonly criterion: string
  /** 1 to 3 under the graded regime. */
  readonly level: number | null
  readonly score: number
}

export interface DeductionLine {
  readonly unit: UnitId
  readonly name: string
  readonly goal: number
  readonly title: string
  readonly points: number
  readonly reason: string
  readonly criterion: string
}

export interface TypeLine {
  readonly unit: UnitId
  readonly name: string
  readonly type: GoalType
  /** Percent. */
  readonly ratio: number
  /** Ten-thousandths; null under the standard regime. */
  readonly coefficient: number | null
  /** Of a type without goals: what the policy counts, in hundredths; null where it is left out, undefined where goals count. */
  readonly fixed: number | null | undefined
  /** The weighted mean of its goals, in points; 0 without goals. For people to read, not to count on with. */
  readonly mean: number
}

export interface GateLine {
  readonly area: string
  readonly leadUnit: string
  readonly name: string
  readonly verdict: '合格' | '不合格' | '未报告'
  readonly reason: string
}

export interface YearLines {
  readonly results: readonly UnitResult[]
  readonly goals: readonly GoalLine[]
  readonly deductions: readonly DeductionLine[]
  readonly types: readonly TypeLine[]
  readonly gates: readonly GateLine[]
}

export function linesOfYear(
  results: readonly UnitResult[],
  decided: ReadonlyMap<UnitId, Decided>,
  gates: readonly GateTable[],
  open: OpenYear,
): YearLines {
  const finals = results.flatMap((one) => {
    const state = decided.get(one.unit)
    if (!state) return []
    return [{ one, final: finalOf(state, open.policy, open.coefficients[one.unit] ?? null) }]
  })
  return {
    results,
    goals: finals.flatMap(({ one, final }) => goalLines(one, final)),
    deductions: finals.flatMap(({ one, final }) => deductionLines(one, final)),
    types: finals.flatMap(({ one, final }) => typeLines(one, final)),
    gates: gateLines(results, gates, open),
  }
}

function goalLines({ unit, name }: UnitResult, { goals }: Final): GoalLine[] {
  return goals.map(({ goal, entry, score }) => ({
    ...{ unit, name, score },
    ...{ number: goal.number, type: goal.type, title: goal.title, weight: goal.weight },
    criterion: goal.criterion || goal.measure,
    level: entry.kind === 'level' ? entry.level : null,
  }))
}

function deductionLines({ unit, name }: UnitResult, { goals }: Final): DeductionLine[] {
  return goals.flatMap(({ goal, entry }) =>
    deductionsOf(entry, goal).map(({ points, reason, criterion }) => ({
      ...{ unit, name, points, reason, criterion },
      ...{ goal: goal.number, title: goal.title },
    })),
  )
}

function typeLines({ unit, name }: UnitResult, final: Final): TypeLine[] {
  if (final.status !== 'final') return []
  return final.result.types.map(({ type, ratio, coefficient, source, weighted, weights }) => ({
    ...{ unit, name, type, ratio, coefficient },
    fixed: FIXED[source],
    mean: weights === 0 ? 0 : weighted / weights / 100,
  }))
}

const FIXED = { goals: undefined, full: 100_00, zero: 0, 'left-out': null } as const

function gateLines(
  results: readonly UnitResult[],
  gates: readonly GateTable[],
  { policy }: OpenYear,
): GateLine[] {
  const known = new Map(gates.map((gate) => [`${gate.area}:${gate.unit}`, gate]))
  return policy.gateAreas.flatMap(({ key, name: area, leadUnit }) =>
    results.map(({ unit, name }): GateLine => {
      const gate = known.get(`${key}:${unit}`)
      const verdict = gate === undefined ? '未报告' : gate.verdict === 'pass' ? '合格' : '不合格'
      return { area, leadUnit, name, verdict, reason: gate?.reason ?? '' }
    }),
  )
}
