/** The journal and the subjects, read piece by piece. */
import { sql } from 'kysely'
import type { JournalEntry } from '../kernel/journal.ts'
import { type Database, first } from '../store/database.ts'
import { prepared } from '../store/prepared.ts'
import type { Broken } from './rules/journal-check.ts'

/** An entry with what its subject's row said at the same moment; null where the row is gone. */
export interface WalkedEntry extends JournalEntry {
  readonly head_version: number | null
  readonly head_hash: string | null
}

const after = prepared(
  (_, p: { subject: string; version: number; most: number }) => sql<WalkedEntry>`
  SELECT journal.subject, journal.version, journal.type, journal.at, journal.by_person, journal.in_name_of, journal.cause,
    journal.body, journal.previous_hash, journal.hash, subject.version AS head_version, subject.hash AS head_hash
  FROM journal LEFT JOIN subject ON subject.id = journal.subject
  WHERE (journal.subject, journal.version) > (${p.subject}, ${p.version})
  ORDER BY journal.subject, journal.version LIMIT ${p.most}`,
)

/** So many entries after this one, in the order of subject and version. */
export async function listJournalAfter(
  db: Database,
  subject: string,
  version: number,
  most: number,
): Promise<WalkedEntry[]> {
  return db.all(after({ subject, version, most }))
}

const empty = prepared(
  () => sql<{ id: string }>`
  SELECT id FROM subject WHERE version > 0 AND NOT EXISTS (SELECT 1 FROM journal WHERE journal.subject = subject.id)
  ORDER BY id LIMIT 1`,
)

/** A subject whose whole journal was taken away. */
export async function findEmptySubject(db: Database): Promise<Broken | undefined> {
  const row = await first(db, empty({}))
  return row && { subject: row.id, version: 1, what: 'missing' }
}

const among = prepared(
  (_, p: { from: string; until: string; most: number }) => sql<{ id: string }>`
  SELECT id FROM subject WHERE id >= ${p.from} AND id < ${p.until} ORDER BY id LIMIT ${p.most}`,
)

/** Ids of subjects that begin with these characters. */
export async function listSubjectIds(db: Database, prefix: string, most: number): Promise<string[]> {
  const until = `${prefix}\u{10ffff}`
  return (await db.all(among({ from: prefix, until, most }))).map(({ id }) => id)
}

const asked = prepared(
  () => sql<{ id: string; version: number }>`
  SELECT id, version FROM subject WHERE id >= 'year-export:' AND id < 'year-export;'
    AND json_extract(state, '$.status') = 'asked' ORDER BY id`,
)

/** Exports that wait to be made. */
export async function listAskedExports(db: Database): Promise<{ id: string; version: number }[]> {
  return db.all(asked({}))
}

interface NamedRow {
  readonly id: string
  readonly name: string
}

const named = prepared(
  (_, p: { ids: string }) => sql<NamedRow & { readonly kind: 'person' | 'unit' | 'team' }>`
  SELECT 'person' AS kind, id, name FROM person WHERE id IN (SELECT value FROM json_each(${p.ids}))
  UNION ALL SELECT 'unit', id, name FROM unit WHERE id IN (SELECT value FROM json_each(${p.ids}))
  UNION ALL SELECT 'team', id, name FROM team WHERE id IN (SELECT value FROM json_each(${p.ids}))`,
)
const goals = prepared(
  (_, p: { ids: string }) => sql<{ id: string; number: number; title: string }>`
  SELECT id, number, title FROM goal WHERE id IN (SELECT value FROM json_each(${p.ids}))`,
)

/** Who and what the ids are, wherever they name something. */
export async function listNamed(db: Database, ids: readonly string[]) {
  const wanted = JSON.stringify(ids)
  const [things, known] = await Promise.all([db.all(named({ ids: wanted })), db.all(goals({ ids: wanted }))])
  return { things, goals: known }
}

const people = prepared(
  (_, p: { words: string }) => sql<{ id: string }>`
  SELECT id FROM person WHERE id = ${p.words} OR replace(name, ' ', '') = replace(${p.words}, ' ', '') ORDER BY id LIMIT 20`,
)

/** People by number or whole name, those who left too. */
export async function listCalledPeople(db: Database, words: string): Promise<string[]> {
  return (await db.all(people({ words }))).map(({ id }) => id)
}

const teams = prepared(
  (_, p: { words: string }) => sql<{ id: string }>`
  SELECT id FROM team WHERE ${p.words} <> '' AND (id = ${p.words} OR instr(name, ${p.words}) > 0) ORDER BY id LIMIT 20`,
)

/** Groups whose name has the words in it. */
export async function listTeamsCalled(db: Database, words: string): Promise<string[]> {
  return (await db.all(teams({ words }))).map(({ id }) => id)
}

const units = prepared(
  () => sql<{ id: string; name: string }>`SELECT id, name FROM unit ORDER BY active DESC, id`,
)

/** Every unit that ever took part; those that do first. */
export async function listAllUnits(db: Database): Promise<{ id: string; name: string }[]> {
  return db.all(units({}))
}

const lastPlan = prepared(
  (_, p: { unit: string }) => sql<{ year: number | null }>`
  SELECT max(year) AS year FROM year WHERE EXISTS (SELECT 1 FROM subject WHERE id = 'plan:' || year.year || ':' || ${p.unit})`,
)

/** The last year in which the unit had a plan. */
export async function findLastPlanYear(db: Database, unit: string): Promise<number | undefined> {
  return (await first(db, lastPlan({ unit })))?.year ?? undefined
}

export interface SubjectHead {
  readonly id: string
  readonly version: number
  readonly hash: string
}

const heads = prepared(
  (_, p: { after: string; most: number }) => sql<SubjectHead>`
  SELECT id, version, hash FROM subject WHERE id > ${p.after} AND version > 0 ORDER BY id LIMIT ${p.most}`,
)

/** Subjects after this one in the order of their ids, without their states. */
export async function listHeads(db: Database, after: string, most: number): Promise<SubjectHead[]> {
  return db.all(heads({ after, most }))
}

const ofSubjects = prepared(
  (_, p: { heads: string }) => sql<JournalEntry>`
  SELECT journal.subject, journal.version, journal.type, journal.at, journal.by_person, journal.in_name_of, journal.cause,
    journal.body, journal.previous_hash, journal.hash
  FROM json_each(${p.heads}) AS head CROSS JOIN journal ON journal.subject = head.value ->> '$.id'
    AND journal.version <= head.value ->> '$.version'
  ORDER BY journal.subject, journal.version`,
)

/** The entries of the subjects up to the versions of their heads, in the order of subject and version. */
export async function listJournalOf(db: Database, wanted: readonly SubjectHead[]): Promise<JournalEntry[]> {
  return db.all(ofSubjects({ heads: JSON.stringify(wanted.map(({ id, version }) => ({ id, version }))) }))
}

const statesAmong = prepared(
  (_, p: { after: string; until: string; most: number }) => sql<{ id: string; state: string }>`
  SELECT id, state FROM subject WHERE id > ${p.after} AND id < ${p.until} ORDER BY id LIMIT ${p.most}`,
)

/** States of the subjects whose ids begin with these characters, after the last one that was read. */
export async function listStates(db: Database, prefix: string, after: string, most: number) {
  const until = `${prefix}\u{10ffff}`
  return db.all(statesAmong({ after: after === '' ? prefix : after, until, most }))
}
