/** A copied goal beside its source of last year, for those who review it. */
import type { LastYearFacts } from '../../../cards/last-year.ts'
import type { GoalId, UnitId, Year } from '../../kernel/ids.ts'
import type { Database } from '../../store/database.ts'
import { filled, type GoalLine, goalLines } from '../goal-lines.ts'
import { findPlan } from '../queries.ts'
import { asOfYear, goalsById, isAsLastYear } from '../rules/copy.ts'
import type { Goal, GoalContent } from '../rules/goal.ts'
import type { PlanState } from '../rules/plan.ts'

export type Sources = ReadonlyMap<GoalId, Goal>

/** Last year's goals, where this year's plan has copies of them. */
export async function loadSources(
  db: Database,
  year: Year,
  unit: UnitId,
  state: PlanState,
): Promise<Sources> {
  const hasCopies = state.goals.some((goal) => goal.copiedFrom !== undefined)
  return hasCopies ? goalsById((await findPlan(db, year - 1, unit)).state) : new Map()
}

/** Undefined for a goal that is no copy. `criterion`: the one that holds now; a changed standard is a change too (Article 11). */
export function lastYearFacts(
  goal: Goal,
  criterion: string,
  sources: Sources,
  year: Year,
): LastYearFacts | undefined {
  const source = goal.copiedFrom === undefined ? undefined : sources.get(goal.copiedFrom)
  if (!source) return undefined
  const standard = 'criterion' in source ? source.criterion : ''
  const shifted = asOfYear(source.content, year)
  if (isAsLastYear(goal.content, source.content, year) && criterion === standard)
    return { same: true, before: [] }
  const now = linesOf(goal.content, criterion)
  const then = linesOf(source.content, standard)
  const differs = linesOf(shifted, standard).map(({ value }, position) => value !== now[position]?.value)
  const before = then.filter((_, position) => differs[position])
  return { same: false, before: before.map(filled) }
}

const linesOf = (content: GoalContent, criterion: string): GoalLine[] =>
  goalLines(content, criterion, {
    label: '工作项目',
    value: content.type === 'routine' ? (content.workItem ?? '') : '',
  })
