/** What the exported workbook says: the board with figures, money, reports and published findings, as far as the viewer may see. */
import type { GoalId, UnitId } from '../../../kernel/ids.ts'
import type { Viewer } from '../../../kernel/view.ts'
import type { OpenYear } from '../../../policy/queries.ts'
import type { Database } from '../../../store/database.ts'
import type { JudgementTable, ProgressTable } from '../../../store/schema/execution.ts'
import type { FindingTable } from '../../../store/schema/inspection.ts'
import { costsOf, listUnitCosts, type UnitCost } from '../../queries/costs.ts'
import { judgementsOf } from '../../queries/judgements.ts'
import { measuresOf } from '../../queries/measures.ts'
import { latestProgress } from '../../queries.ts'
import { type Cost, costOf } from '../../rules/cost.ts'
import type { GoalMeasure } from '../../rules/progress.ts'
import { type Board, type BoardGoal, loadBoard, seenFindings } from '../load.ts'
import { type Tally, tallyOf } from '../rules/tally.ts'
import type { Scope } from '../scopes.ts'
import { type ExportedReport, listNewestReports, listPublishedFindings } from './queries.ts'

/** Three a goal in a school of a hundred units: the newest, where there are more. The whole of a unit is always within it. */
export const MOST_REPORTS = 10_000

export interface ExportedUnit {
  readonly id: UnitId
  readonly name: string
  readonly tally: Tally
  readonly cost: UnitCost | undefined
  readonly help: number
  readonly rectifications: number
}

export interface ExportedGoal extends BoardGoal {
  readonly unitName: string
  readonly measure: GoalMeasure | undefined
  readonly report: ProgressTable | undefined
  /** What the group said of the last report. */
  readonly judgement: JudgementTable | undefined
  readonly cost: Cost
  readonly help: number
  readonly rectifications: number
}

export interface Exported {
  readonly board: Board
  readonly units: readonly ExportedUnit[]
  readonly goals: readonly ExportedGoal[]
  readonly reports: readonly ExportedReport[]
  readonly findings: readonly FindingTable[]
}

export async function loadExport(
  db: Database,
  viewer: Viewer,
  scope: Scope,
  open: Pick<OpenYear, 'year'>,
): Promise<Exported> {
  const board = await loadBoard(db, viewer, scope, open)
  const [ids, units] = [board.goals.map(({ id }) => id), scope.units.map(({ id }) => id)]
  const [costs, goals, reports, findings] = await Promise.all([
    listUnitCosts(db, open.year, units),
    goalsOf(db, board),
    listNewestReports(db, ids, MOST_REPORTS),
    listPublishedFindings(db, open.year, units),
  ])
  return {
    ...{ board, goals, reports, units: unitsOf(board, costs) },
    findings: await seenFindings(db, viewer, scope.units, findings),
  }
}

function unitsOf(board: Board, costs: readonly UnitCost[]): ExportedUnit[] {
  const { scope, goals, help, rectifications, asOf } = board
  const [asked, found] = [countBy(help, ({ unit }) => unit), countBy(rectifications, ({ unit }) => unit)]
  const cost = new Map(costs.map((one) => [one.unit, one]))
  const ofUnit = new Map<UnitId, BoardGoal[]>(scope.units.map(({ id }) => [id, []]))
  for (const goal of goals) ofUnit.get(goal.unit)?.push(goal)
  return scope.units.map(({ id, name }) => ({
    ...{ id, name, cost: cost.get(id), tally: tallyOf(ofUnit.get(id) ?? [], asOf) },
    ...{ help: asked.get(id) ?? 0, rectifications: found.get(id) ?? 0 },
  }))
}

async function goalsOf(db: Database, { scope, goals, help, rectifications }: Board): Promise<ExportedGoal[]> {
  const ids = goals.map(({ id }) => id)
  const [reports, measures, costs] = await Promise.all([
    latestProgress(db, ids),
    measuresOf(db, ids),
    costsOf(db, ids),
  ])
  const judgements = await judgementsOf(
    db,
    [...reports.values()].map(({ id }) => id),
  )
  const names = new Map(scope.units.map(({ id, name }) => [id, name]))
  const asked = countBy(help, ({ goal }) => goal)
  const found = countBy(rectifications, ({ goal }) => goal)
  return goals.map((goal) => {
    const { id, unit } = goal
    const report = reports.get(id)
    return {
      ...goal,
      ...{ unitName: names.get(unit) ?? unit, measure: measures.get(id), report },
      judgement: report && judgements.get(report.id),
      cost: costs.get(id) ?? costOf(null, null),
      ...{ help: asked.get(id) ?? 0, rectifications: found.get(id) ?? 0 },
    }
  })
}

function countBy<Item>(
  list: readonly Item[],
  keyOf: (item: Item) => UnitId | GoalId | null,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const item of list) {
    const key = keyOf(item)
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}
