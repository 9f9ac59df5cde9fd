/** Files that were sent as evidence, as they came. */
import { sql } from 'kysely'
import type { PersonId } from '../../kernel/ids.ts'
import { type Database, first } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'
import type { EvidenceTable } from '../../store/schema/execution.ts'

const last = prepared(
  (_, p: { person: string }) => sql<EvidenceTable>`
  SELECT * FROM evidence WHERE person = ${p.person} ORDER BY at DESC, id DESC LIMIT 1`,
)

/** The file that the person sent last. */
export async function lastFileOf(db: Database, person: PersonId): Promise<EvidenceTable | undefined> {
  return first(db, last({ person }))
}

/** A file of a batch, with whether its bytes could not be fetched. */
export type BatchFile = EvidenceTable & { readonly lost: 0 | 1 }

const ofBatch = prepared(
  (_, p: { person: string; batch: string }) => sql<BatchFile>`
  SELECT evidence.*, EXISTS (SELECT 1 FROM outbox WHERE outbox.key = 'fetch:' || evidence.id AND outbox.state = 'parked') AS lost
  FROM evidence WHERE person = ${p.person} AND batch = ${p.batch} ORDER BY at, id LIMIT 100`,
)

/** The person's files that came together, in their order; 100 at most. */
export async function listBatch(db: Database, person: PersonId, batch: string): Promise<BatchFile[]> {
  return db.all(ofBatch({ person, batch }))
}

const othersAwaited = prepared(
  (_, p: { id: string }) => sql<{ id: string }>`
  SELECT other.id FROM evidence AS own JOIN evidence AS other ON other.person = own.person AND other.batch = own.batch
  WHERE own.id = ${p.id} AND other.id <> own.id AND other.state = 'awaited' LIMIT 1`,
)

/** Whether no other file of its batch is still on its way. */
export async function isLastAwaited(db: Database, id: string): Promise<boolean> {
  return (await first(db, othersAwaited({ id }))) === undefined
}
