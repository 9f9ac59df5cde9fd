import { sql } from 'kysely'
import type { GoalId, PersonId } from '../kernel/ids.ts'
import { type Database, first } from '../store/database.ts'
import { prepared, statement } from '../store/prepared.ts'
import type { EvidenceTable, ProgressTable } from '../store/schema/execution.ts'

const latest = (goals: readonly GoalId[]) => sql<ProgressTable>`
  SELECT progress.* FROM json_each(${JSON.stringify(goals)}) AS wanted
  JOIN progress ON progress.id = (SELECT id FROM progress WHERE goal = wanted.value ORDER BY at DESC, id DESC LIMIT 1)`

/** The last report of each goal that has one, by goal. */
export async function latestProgress(
  db: Database,
  goals: readonly GoalId[],
): Promise<Map<GoalId, ProgressTable>> {
  const rows = await db.all(statement(latest(goals)))
  return new Map(rows.map((row) => [row.goal, row]))
}

const reportById = prepared((db, p: { id: string }) =>
  db.selectFrom('progress').selectAll().where('id', '=', p.id),
)

export async function findReport(db: Database, id: string): Promise<ProgressTable | undefined> {
  return first(db, reportById({ id }))
}

const reportsById = prepared(
  (_, p: { ids: string }) =>
    sql<ProgressTable>`SELECT * FROM progress WHERE id IN (SELECT value FROM json_each(${p.ids})) ORDER BY id`,
)

/** Those of these reports that are there, the oldest first. */
export async function listReports(db: Database, ids: readonly string[]): Promise<ProgressTable[]> {
  return ids.length === 0 ? [] : db.all(reportsById({ ids: JSON.stringify(ids) }))
}

const unattached = prepared(
  (_, p: { person: string }) => sql<EvidenceTable>`
  SELECT * FROM evidence WHERE person = ${p.person} AND goal IS NULL
    AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.key = 'fetch:' || evidence.id AND outbox.state = 'parked')
  ORDER BY at DESC, id LIMIT 20`,
)

/** What the person sent and no report uses yet, newest first, at most 20; without what could not be fetched. */
export async function listUnattachedEvidence(db: Database, person: PersonId): Promise<EvidenceTable[]> {
  return db.all(unattached({ person }))
}

const attachedTo = prepared((db, p: { person: string; goal: string }) =>
  db
    .selectFrom('evidence')
    .selectAll()
    .where('person', '=', p.person)
    .where('goal', '=', p.goal)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(20),
)

/** What the person sent and a report of the goal uses already, newest first, at most 20. */
export async function listAttachedEvidence(
  db: Database,
  person: PersonId,
  goal: GoalId,
): Promise<EvidenceTable[]> {
  return db.all(attachedTo({ person, goal }))
}

const evidenceById = prepared((db, p: { id: string }) =>
  db.selectFrom('evidence').selectAll().where('id', '=', p.id),
)

export async function findEvidence(db: Database, id: string): Promise<EvidenceTable | undefined> {
  return first(db, evidenceById({ id }))
}

const parkedFetch = prepared((db, p: { key: string }) =>
  db.selectFrom('outbox').select('key').where('key', '=', p.key).where('state', '=', 'parked'),
)

/** Whether the bytes could not be fetched; its sender was told so. */
export async function isLost(db: Database, id: string): Promise<boolean> {
  return (await first(db, parkedFetch({ key: `fetch:${id}` }))) !== undefined
}

const byIds = prepared(
  (_, p: { ids: string }) =>
    sql<EvidenceTable>`SELECT * FROM evidence WHERE id IN (SELECT value FROM json_each(${p.ids})) ORDER BY at, id`,
)

/** In the order in which they came; what was refused since is not among them. */
export async function listEvidence(db: Database, ids: readonly string[]): Promise<EvidenceTable[]> {
  return ids.length === 0 ? [] : db.all(byIds({ ids: JSON.stringify(ids) }))
}
