/** Views in the place of the tapped card. */

import { doneCard } from '../../cards/done.ts'
import type { Message } from '../../cards/kit.ts'
import type { Meta, View } from '../kernel/command.ts'
import type { JsonObject } from '../kernel/decision.ts'
import type { Statement } from '../store/database.ts'
import { findDelivery, turnDelivery } from '../store/deliveries.ts'
import { shownTo } from './in-name/view.ts'
import { replying } from './reply.ts'
import { aboutOf, definitionOf, type Setting, viewerOf } from './setting.ts'

/** The tapped message shows this view from now on: its copies follow that subject. */
export function turning(setting: Setting, meta: Meta, messageId: string, view: View): Statement {
  const { name, params } = shownTo(meta, view)
  return turnDelivery(messageId, name, JSON.stringify(params), aboutOf(setting, view))
}

export async function renderView(setting: Setting, meta: Meta, view: View): Promise<Message> {
  const shown = shownTo(meta, view)
  return definitionOf(setting, shown).render(setting.db, shown.params, viewerOf(meta))
}

/** The view as a card for the place of the tapped one. A file cannot stand there: it follows as a message, and the card stays. */
export async function inPlace(setting: Setting, meta: Meta, view: View): Promise<Message | undefined> {
  const message = await renderView(setting, meta, view)
  switch (message.kind) {
    case 'card':
      return message
    case 'text':
      return { kind: 'card', card: doneCard({ text: message.text, tone: 'muted' }) }
    case 'file':
      await setting.db.commit([replying(setting, meta, view)])
      return undefined
  }
}

/** What the tapped message shows, as it is now; undefined for a message that is not known. */
export async function presentCard(
  setting: Setting,
  meta: Meta,
  messageId: string,
): Promise<Message | undefined> {
  const delivery = await findDelivery(setting.db, messageId)
  if (!delivery || !setting.registry.view(delivery.view)) return undefined
  // Written from a View's params when the message was sent or turned.
  const params = JSON.parse(delivery.params) as JsonObject
  // What is shown in another's name says so itself.
  const own = { ...meta, inNameOf: meta.by }
  const message = await renderView(setting, own, { name: delivery.view, params })
  return message.kind === 'card' ? message : undefined
}
