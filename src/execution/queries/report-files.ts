/** What the year's reports on goals come to: how many there are, and their files. */
import { sql } from 'kysely'
import type { GoalId } from '../../kernel/ids.ts'
import type { Database } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'
import type { EvidenceTable } from '../../store/schema/execution.ts'

export type ReportFile = EvidenceTable & { readonly report_goal: GoalId }

const files = prepared(
  (_, p: { goals: string }) => sql<ReportFile>`
  SELECT DISTINCT evidence.*, progress.goal AS report_goal
  FROM json_each(${p.goals}) AS wanted CROSS JOIN progress ON progress.goal = wanted.value
    CROSS JOIN json_each(progress.evidence) AS used CROSS JOIN evidence ON evidence.id = used.value
  ORDER BY progress.goal, evidence.at DESC, evidence.id`,
)

/** The files of each goal's reports, the newest first, by goal; goals without any are left out. */
export async function filesOfReports(
  db: Database,
  goals: readonly GoalId[],
): Promise<ReadonlyMap<GoalId, readonly EvidenceTable[]>> {
  const rows = goals.length === 0 ? [] : await db.all(files({ goals: JSON.stringify(goals) }))
  const found = new Map<GoalId, EvidenceTable[]>()
  for (const { report_goal: goal, ...file } of rows) found.set(goal, [...(found.get(goal) ?? []), file])
  return found
}

const counts = prepared(
  (_, p: { goals: string }) => sql<{ goal: GoalId; reports: number }>`
  SELECT goal, count(*) AS reports FROM progress
  WHERE goal IN (SELECT value FROM json_each(${p.goals})) GROUP BY goal`,
)

/** How many reports each goal has; goals without any are left out. */
export async function countReports(
  db: Database,
  goals: readonly GoalId[],
): Promise<ReadonlyMap<GoalId, number>> {
  const rows = goals.length === 0 ? [] : await db.all(counts({ goals: JSON.stringify(goals) }))
  return new Map(rows.map((row) => [row.goal, row.reports]))
}
