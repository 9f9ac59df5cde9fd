import type { Instant } from '../kernel/time.ts'
import { type Database, first, type Statement } from './database.ts'
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
    })
    .onConflict((on) => on.column('message_id').doNothing()),
)

/** Remembers a card that a person now holds. */
export function insertDelivery(delivery: Omit<DeliveryTable, 'live'>): Statement {
  return insert({ ...delivery })
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

const olderThan = prepared((db, p: { sentBefore: Instant }) =>
  db
    .selectFrom('delivery')
    .selectAll()
    .where('live', '=', 1)
    .where('about', 'is not', null)
    .where('sent_at', '<', p.sentBefore)
    .limit(200),
)

/** Live cards sent before a moment, at most 200: those that the platform will freeze soon. */
export async function listAgeingDeliveries(db: Database, sentBefore: Instant): Promise<DeliveryTable[]> {
  return db.all(olderThan({ sentBefore }))
}

const anyOf = prepared((db, p: { person: string }) =>
  db.selectFrom('delivery').select('message_id').where('person', '=', p.person).limit(1),
)

/** Whether the person was ever sent a card. */
export async function hasCards(db: Database, person: string): Promise<boolean> {
  return (await first(db, anyOf({ person }))) !== undefined
}
