/** Words that open nothing by themselves may answer a card: that which they reply to, or else the newest. */
import type { Action } from '../../cards/kit.ts'
import type { Meta } from '../kernel/command.ts'
import type { JsonObject } from '../kernel/decision.ts'
import { type Instant, plusMilliseconds } from '../kernel/time.ts'
import { findDelivery, listNewestDeliveries } from '../store/deliveries.ts'
import { type Setting, viewerOf } from './setting.ts'

/** An older card is answered by a reply to it only. */
const REMEMBERED_MS = 86_400_000

/** What the words come to, as the chapter of the card says; undefined where they say nothing to it. */
export async function answersCard(
  setting: Setting,
  meta: Meta,
  words: string,
  repliesTo: string | undefined,
): Promise<Action | undefined> {
  const since = plusMilliseconds(meta.at, -REMEMBERED_MS)
  const shown = (await repliedTo(setting, meta, repliesTo)) ?? (await newest(setting, meta, since))
  if (!shown) return undefined
  // Written from a View's params when the message was sent or turned.
  const view = { name: shown.view, params: JSON.parse(shown.params) as JsonObject }
  for (const chapter of setting.registry.chapters) {
    const action = await chapter.answers?.(setting.db, viewerOf(meta), view, words)
    if (action) return action
  }
  return undefined
}

async function repliedTo({ db }: Setting, { by }: Meta, messageId: string | undefined) {
  const found = messageId === undefined ? undefined : await findDelivery(db, messageId)
  return found?.person === by ? found : undefined
}

async function newest({ db }: Setting, { by }: Meta, since: Instant) {
  const [first] = await listNewestDeliveries(db, by)
  return first && first.sent_at >= since ? first : undefined
}
