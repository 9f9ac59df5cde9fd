import { type Database, first } from './database.ts'
import { prepared } from './prepared.ts'
import type { SubjectTable } from './schema/kernel.ts'

const byId = prepared((db, p: { id: string }) => db.selectFrom('subject').selectAll().where('id', '=', p.id))

/** The subject's state document, version and last hash. */
export async function findSubject(db: Database, id: string): Promise<SubjectTable | undefined> {
  return first(db, byId({ id }))
}
