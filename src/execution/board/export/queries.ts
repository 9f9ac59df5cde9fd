/** What the exported workbook lists beside the board: reports, and findings that were published. */
import { sql } from 'kysely'
import type { GoalId, UnitId, Year } from '../../../kernel/ids.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { Database } from '../../../store/database.ts'
import { prepared } from '../../../store/prepared.ts'
import type { JudgementTable, ProgressTable } from '../../../store/schema/execution.ts'
import type { FindingTable } from '../../../store/schema/inspection.ts'

export interface ExportedReport extends Omit<ProgressTable, 'evidence'> {
  /** How many files support it. */
  readonly files: number
  readonly reporter: string
  readonly verdict: JudgementTable['verdict'] | null
  readonly judgedPercent: number | null
  readonly judgedValue: number | null
  readonly judgedWords: string | null
  readonly judge: string | null
  readonly judgedAt: Instant | null
}

const newest = prepared(
  (_, p: { goals: string; most: number }) => sql<ExportedReport>`
  SELECT progress.*, json_array_length(progress.evidence) AS files, coalesce(person.name, progress.by_person) AS reporter,
    judgement.verdict, judgement.percent AS "judgedPercent", judgement.value AS "judgedValue",
    judgement.words AS "judgedWords", judgement.by_name AS judge, judgement.at AS "judgedAt"
  FROM json_each(${p.goals}) AS wanted CROSS JOIN progress ON progress.goal = wanted.value
    LEFT JOIN person ON person.id = progress.by_person LEFT JOIN judgement ON judgement.report = progress.id
  ORDER BY progress.at DESC, progress.id DESC LIMIT ${p.most}`,
)

/** The goals' reports, the newest first, so many at most. */
export async function listNewestReports(
  db: Database,
  goals: readonly GoalId[],
  most: number,
): Promise<ExportedReport[]> {
  return db.all(newest({ goals: JSON.stringify(goals), most }))
}

const published = prepared(
  (_, p: { year: number; units: string }) => sql<FindingTable>`
  SELECT finding.* FROM json_each(${p.units}) AS wanted
    CROSS JOIN finding ON finding.unit = wanted.value AND finding.year = ${p.year}
  WHERE finding.status <> 'withdrawn' ORDER BY finding.unit, finding.number`,
)

/** Every finding that was published to these units and not withdrawn, by unit and number. Notes are in another table. */
export async function listPublishedFindings(
  db: Database,
  year: Year,
  units: readonly UnitId[],
): Promise<FindingTable[]> {
  return db.all(published({ year, units: JSON.stringify(units) }))
}
