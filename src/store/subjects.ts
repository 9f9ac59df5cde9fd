import { sql } from 'kysely'
import { type Database, first } from './database.ts'
import { prepared } from './prepared.ts'
import type { SubjectTable } from './schema/kernel.ts'

const byId = prepared((db, p: { id: string }) => db.selectFrom('subject').selectAll().where('id', '=', p.id))

/** The subject's state document, version and last hash. */
export async function findSubject(db: Database, id: string): Promise<SubjectTable | undefined> {
  return first(db, byId({ id }))
}

const byIds = prepared(
  (_, p: { ids: string }) => sql<SubjectTable>`
  SELECT id, version, hash, state FROM subject WHERE id IN (SELECT value FROM json_each(${p.ids}))`,
)

/** Several subjects in one statement, in no order; those that do not exist are left out. */
export async function listSubjectsById(db: Database, ids: readonly string[]): Promise<SubjectTable[]> {
  return db.all(byIds({ ids: JSON.stringify(ids) }))
}

const ofKinds = prepared(
  (_, p: { kinds: string }) => sql<SubjectTable>`
  SELECT subject.id, subject.version, subject.hash, subject.state FROM json_each(${p.kinds}) AS kind
  JOIN subject ON subject.id >= kind.value || ':' AND subject.id < kind.value || ';'`,
)

/** Every subject of the kinds, as `person` of `person:T001`, in no order. */
export async function listSubjectsOfKinds(db: Database, kinds: readonly string[]): Promise<SubjectTable[]> {
  return db.all(ofKinds({ kinds: JSON.stringify(kinds) }))
}
