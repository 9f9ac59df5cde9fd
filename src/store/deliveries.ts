import { sql } from 'kysely'
import type { Instant } from '../kernel/time.ts'
import type { Database, Statement } from './database.ts'
import { prepared, type RowOf } from './prepared.ts'
import type { DeliveryTable } from './schema/kernel.ts'

const insert = prepared((db, p: RowOf<Omit<DeliveryTable, 'live'>>) =>
  db
    .insertInto('delivery')
    .values({
      message_id: p.message_id,
      chat_id: p.chat_id,
      person: p.person,
      view: p.view,
      params: p.params,
      about: p.about,
      sent_at: p.sent_at,
      live: 1,
      notice: p.notice,
    })
    .onConflict((on) => on.column('message_id').doNothing()),
)

/** Remembers a card that a person now holds; without `notice` one that answers the person's own words. */
export function insertDelivery(
  delivery: Omit<DeliveryTable, 'live' | 'notice'> & Partial<Pick<DeliveryTable, 'notice'>>,
): Statement {
  return insert({ notice: 0, ...delivery })
}

const end = prepared((db, p: { messageId: string }) =>
  db.updateTable('delivery').set({ live: 0 }).where('message_id', '=', p.messageId),
)

/** The card can no longer be updated. */
export function endDelivery(messageId: string): Statement {
  return end({ messageId })
}

const turn = prepared((db, p: { messageId: string; view: string; params: string; about: string | null }) =>
  db
    .updateTable('delivery')
    .set({ view: p.view, params: p.params, about: p.about })
    .where('message_id', '=', p.messageId),
)

/** The card of the message now shows another view. */
export function turnDelivery(
  messageId: string,
  view: string,
  params: string,
  about: string | null,
): Statement {
  return turn({ messageId, view, params, about })
}

const byId = prepared((db, p: { messageId: string }) =>
  db.selectFrom('delivery').selectAll().where('message_id', '=', p.messageId),
)

export async function findDelivery(db: Database, messageId: string): Promise<DeliveryTable | undefined> {
  return (await db.all(byId({ messageId })))[0]
}

interface AgeingDelivery extends DeliveryTable {
  /** Whether the person holds the same card in a newer message. */
  readonly newer: 0 | 1
}

const olderThan = prepared(
  (_, p: { sentBefore: Instant }) => sql<AgeingDelivery>`
  SELECT old.*, EXISTS (SELECT 1 FROM delivery AS newer WHERE newer.about = old.about AND newer.live = 1
    AND newer.person = old.person AND newer.view = old.view AND newer.params = old.params AND newer.sent_at > old.sent_at) AS newer
  FROM delivery AS old WHERE old.live = 1 AND old.about IS NOT NULL AND old.sent_at < ${p.sentBefore}
  ORDER BY old.sent_at LIMIT 200`,
)

/** Live cards sent before a moment, at most 200, the oldest first: those that the platform will freeze soon. */
export async function listAgeingDeliveries(db: Database, sentBefore: Instant): Promise<AgeingDelivery[]> {
  return db.all(olderThan({ sentBefore }))
}

const newestOf = prepared((db, p: { person: string }) =>
  db
    .selectFrom('delivery')
    .selectAll()
    .where('person', '=', p.person)
    .where('live', '=', 1)
    .orderBy('sent_at', 'desc')
    .limit(20),
)

/** The person's newest 20 cards. */
export async function listNewestDeliveries(db: Database, person: string): Promise<DeliveryTable[]> {
  return db.all(newestOf({ person }))
}
