/** What stands in the journal’s table, and what is sealed beside it; who wrote what is in queries/register.ts. */
import { sql } from 'kysely'
import type { PersonId, UnitId, Year } from '../../kernel/ids.ts'
import { type Database, first } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'
import type { PetitionPaperTable, PetitionPassedTable } from '../../store/schema/petition.ts'
import type { Paper } from './paper.ts'
import type { Eyes } from './queries/list.ts'

const secret = prepared((db) => db.selectFrom('petition_key').select('secret'))

export async function petitionSecret(db: Database): Promise<string> {
  const row = await first(db, secret({}))
  if (!row) throw new Error('no key of petitions')
  return row.secret
}

const last = prepared(
  (_, p: { year: number }) =>
    sql<{ sequence: number | null }>`SELECT max(sequence) AS sequence FROM petition WHERE year = ${p.year}`,
)

export async function nextSequence(db: Database, year: Year): Promise<number> {
  return ((await first(db, last({ year })))?.sequence ?? 0) + 1
}

const papersAt = prepared(
  (_, p: { petition: string; places: string }) => sql<PetitionPaperTable>`
  SELECT * FROM petition_paper WHERE petition = ${p.petition} AND place IN (SELECT value FROM json_each(${p.places}))`,
)

/** The papers at these places, by place. */
export async function papersOf(
  db: Database,
  petition: string,
  places: readonly number[],
): Promise<ReadonlyMap<number, Paper>> {
  const rows = await db.all(papersAt({ petition, places: JSON.stringify(places) }))
  // Written by `sealed` from the same type.
  return new Map(rows.map(({ place, body }) => [place, JSON.parse(body) as Paper]))
}

const lengths = prepared(
  (_, p: { petition: string }) => sql<{ place: number; letters: number }>`
  SELECT place, length(body ->> '$.text') AS letters FROM petition_paper WHERE petition = ${p.petition}`,
)

/** How many characters stand on each paper, by place. */
export async function lettersOf(db: Database, petition: string): Promise<ReadonlyMap<number, number>> {
  const rows = await db.all(lengths({ petition }))
  return new Map(rows.map(({ place, letters }) => [place, letters]))
}

const concerned = prepared((db, p: { petition: string }) =>
  db.selectFrom('petition_concerned').select('person').where('petition', '=', p.petition),
)

export async function listConcerned(db: Database, petition: string): Promise<PersonId[]> {
  return (await db.all(concerned({ petition }))).map((row) => row.person)
}

const concernedNames = prepared(
  (_, p: { petition: string }) => sql<{ name: string }>`
  SELECT DISTINCT named.value AS name FROM petition_paper, json_each(petition_paper.body, '$.concerned') AS named
  WHERE petition = ${p.petition} ORDER BY place, named.key`,
)

/** Whom it concerns, as they were named by the writer. */
export async function listConcernedNames(db: Database, petition: string): Promise<string[]> {
  return (await db.all(concernedNames({ petition }))).map((row) => row.name)
}

const passedAt = prepared((db, p: { petition: string; place: number }) =>
  db
    .selectFrom('petition_passed')
    .selectAll()
    .where('petition', '=', p.petition)
    .where('place', '=', p.place),
)

export async function findPassed(
  db: Database,
  petition: string,
  place: number,
): Promise<PetitionPassedTable | undefined> {
  return first(db, passedAt({ petition, place }))
}

const passedTo = prepared(
  (_, p: { person: string; units: string; hand: string; actor: string }) => sql<PetitionPassedTable>`
  SELECT petition_passed.* FROM petition_passed JOIN petition ON petition.number = petition_passed.petition
  WHERE petition_passed.reported = 0 AND petition.status = 'open'
    AND (petition_passed.person = ${p.person} OR petition_passed.unit IN (SELECT value FROM json_each(${p.units})))
    AND NOT EXISTS (SELECT 1 FROM petition_concerned WHERE petition_concerned.petition = petition.number
      AND petition_concerned.person IN (${p.actor}, ${p.hand}))
  ORDER BY petition_passed.at LIMIT 20`,
)

/** What was passed on to these eyes, or to a unit that they head, and waits for an answer: the oldest 20. */
export async function listPassedTo(
  db: Database,
  { actor, hand }: Eyes,
  units: readonly UnitId[],
): Promise<PetitionPassedTable[]> {
  const person = actor === hand ? actor : ''
  return db.all(passedTo({ person, actor, hand, units: JSON.stringify(units) }))
}
