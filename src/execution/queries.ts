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

const ofGoal = prepared((db, p: { goal: string }) =>
  db.selectFrom('progress').selectAll().where('goal', '=', p.goal).orderBy('at', 'desc').limit(10),
)

/** The last ten reports of a goal, newest first. */
export async function listProgress(db: Database, goal: GoalId): Promise<ProgressTable[]> {
  return db.all(ofGoal({ goal }))
}

const unattached = prepared((db, p: { person: string }) =>
  db
    .selectFrom('evidence')
    .selectAll()
    .where('person', '=', p.person)
    .where('goal', 'is', null)
    .orderBy('at', 'desc')
    .limit(20),
)

/** What the person sent and no report uses yet, newest first, at most 20. */
export async function listUnattachedEvidence(db: Database, person: PersonId): Promise<EvidenceTable[]> {
  return db.all(unattached({ person }))
}

const sentBy = prepared((db, p: { person: string }) =>
  db.selectFrom('evidence').select('id').where('person', '=', p.person),
)

export async function listEvidenceIds(db: Database, person: PersonId): Promise<string[]> {
  return (await db.all(sentBy({ person }))).map((row) => row.id)
}

const evidenceById = prepared((db, p: { id: string }) =>
  db.selectFrom('evidence').selectAll().where('id', '=', p.id),
)

export async function findEvidence(db: Database, id: string): Promise<EvidenceTable | undefined> {
  return first(db, evidenceById({ id }))
}

const namesOf = (ids: readonly string[]) => sql<{ name: string }>`
  SELECT name FROM evidence WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) ORDER BY at, id`

export async function listEvidenceNames(db: Database, ids: readonly string[]): Promise<string[]> {
  return (await db.all(statement(namesOf(ids)))).map((row) => row.name)
}
