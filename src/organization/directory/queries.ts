/** What is kept of the platform's directory beside its latest reading. */
import { sql } from 'kysely'
import type { PersonId, UnitId } from '../../kernel/ids.ts'
import type { Instant, LocalDate } from '../../kernel/time.ts'
import { type Database, first } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'
import type { DepartmentPlaceTable, DirectoryNoteTable } from '../../store/schema/directory.ts'

const places = prepared((db) => db.selectFrom('department_place').selectAll().orderBy('department'))

export async function listPlaces(db: Database): Promise<Map<string, UnitId | null>> {
  const rows: DepartmentPlaceTable[] = await db.all(places({}))
  return new Map(rows.map(({ department, unit }) => [department, unit]))
}

const left = prepared((db) => db.selectFrom('directory_note').select('open_id').where('what', '=', 'left'))

/** Open ids whose leaving the platform told. */
export async function listToldLeft(db: Database): Promise<Set<string>> {
  return new Set((await db.all(left({}))).map((one) => one.open_id))
}

export interface NoteCounts {
  readonly what: DirectoryNoteTable['what']
  readonly people: number
  readonly last: Instant
}

const counts = prepared(
  () => sql<NoteCounts>`
  SELECT what, count(*) AS people, max(at) AS last FROM directory_note GROUP BY what ORDER BY what`,
)

/** What the platform told since the last reading, by matter. */
export async function countNotes(db: Database): Promise<NoteCounts[]> {
  return db.all(counts({}))
}

const untold = prepared(
  () => sql<{ oldest: Instant | null; newest: Instant | null }>`
  SELECT min(at) AS oldest, max(at) AS newest FROM directory_note WHERE told_at IS NULL`,
)

/** Since when the office has not heard of something, and the latest of it; undefined where all is told. */
export async function findUntold(
  db: Database,
): Promise<{ readonly oldest: Instant; readonly newest: Instant } | undefined> {
  const row = await first(db, untold({}))
  return row?.oldest && row.newest ? { oldest: row.oldest, newest: row.newest } : undefined
}

const toldLeavers = prepared(
  (_, p: { since: Instant; openId: string }) => sql<{ count: number }>`
  SELECT count(*) AS count FROM directory_note WHERE what = 'left' AND told_at >= ${p.since} AND open_id <> ${p.openId}`,
)

/** Leavers but this one of whom the office was told since then. */
export async function countToldLeavers(db: Database, since: Instant, openId: string): Promise<number> {
  return (await first(db, toldLeavers({ since, openId })))?.count ?? 0
}

const note = prepared((db, p: { openId: string }) =>
  db.selectFrom('directory_note').selectAll().where('open_id', '=', p.openId).where('what', '=', 'left'),
)

export async function findLeft(db: Database, openId: string): Promise<DirectoryNoteTable | undefined> {
  return first(db, note({ openId }))
}

const work = prepared(
  (_, p: { people: string; today: string }) => sql<{ person: PersonId; count: number }>`
  SELECT person, sum(count) AS count FROM (
    SELECT wanted.value AS person, count(*) AS count FROM json_each(${p.people}) AS wanted
    JOIN task ON task.owner = wanted.value AND task.status = 'open' AND task.percent < 100
    JOIN year ON year.year = task.year AND year.current = 1 GROUP BY wanted.value
    UNION ALL
    SELECT wanted.value, count(*) FROM json_each(${p.people}) AS wanted
    JOIN delegation ON (delegation.principal = wanted.value OR delegation.delegate = wanted.value)
      AND delegation.ended_at IS NULL AND delegation.to_on >= ${p.today} GROUP BY wanted.value
  ) GROUP BY person`,
)

/** Tasks and delegations of many people at once, without those who have none: what one without a role can still have. */
export async function countOpenWork(
  db: Database,
  people: readonly PersonId[],
  today: LocalDate,
): Promise<Map<PersonId, number>> {
  if (people.length === 0) return new Map()
  const rows = await db.all(work({ people: JSON.stringify(people), today }))
  return new Map(rows.map(({ person, count }) => [person, count]))
}
