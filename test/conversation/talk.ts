/** Speaks with the conversation as people and the platform do, and reads what is left for them. */
import type { Action, Button, Card, Element, Message } from '../../cards/kit.ts'
import type { FileRef, TapReply } from '../../src/chat/port.ts'
import { type Conversation, createConversation } from '../../src/conversation/conversation.ts'
import type { Chapter } from '../../src/kernel/chapter.ts'
import type { Instant } from '../../src/kernel/time.ts'
import { insertDelivery } from '../../src/store/deliveries.ts'
import type { OutboxTable } from '../../src/store/schema/kernel.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { freshDatabase } from '../world/database.ts'
import { seedOrganization } from '../world/seed.ts'
import { lending } from './lending.ts'

export interface Heard {
  readonly message: string
  readonly event: string
  readonly group: boolean
  readonly files: readonly FileRef[]
}

export interface Talk {
  readonly db: SqliteDatabase
  readonly conversation: Conversation
  readonly clock: { now: Instant }
  says(person: string, text: string, heard?: Partial<Heard>): Promise<void>
  taps(
    person: string,
    messageId: string,
    value: unknown,
    more?: {
      readonly form?: { readonly [name: string]: string | readonly string[] }
      readonly event?: string
    },
  ): Promise<TapReply>
  rows(): OutboxTable[]
  /** The newest outbox row as its person would get it; it counts as delivered, under the message id returned. */
  newest(): Promise<{ readonly messageId: string; readonly row: OutboxTable; readonly message: Message }>
}

const who = (person: string) => ({ platform: 'feishu', tenant: 't', openId: `ou_${person}` })

export function startTalk(chapters: readonly Chapter[] = [lending], db = universityDatabase()): Talk {
  let count = 0
  const clock: { now: Instant } = { now: '2026-03-02T01:00:00.000Z' }
  const conversation = createConversation({ db, chapters, clock: () => clock.now, platform: 'feishu' })
  const rows = () => db.raw('SELECT * FROM outbox') as OutboxTable[]
  const seen = new Set(rows().map(({ key }) => key))
  return {
    db,
    conversation,
    clock,
    rows,
    says(person, text, heard = {}) {
      count += 1
      const {
        message = `m${person}${count}`,
        event = `e${person}${count}`,
        group = false,
        files = [],
      } = heard
      return conversation.hear({
        kind: 'message',
        causes: [`event:${event}`, `message:${message}`],
        who: who(person),
        chat: 'c',
        group,
        messageId: message,
        text,
        files,
      })
    },
    taps(person, messageId, value, { form = {}, event = `t${++count}` } = {}) {
      return conversation.tap({
        kind: 'tap',
        causes: [`event:${event}`],
        who: who(person),
        messageId,
        value,
        form,
      })
    },
    async newest() {
      const row = rows().find(({ key, kind }) => kind !== 'fetch' && !seen.has(key))
      if (!row) throw new Error('nothing new in the outbox')
      seen.add(row.key)
      const { person, view, params, about } = row
      const message = await conversation.render({ name: view, params: JSON.parse(params) }, person)
      const messageId = `om_${seen.size}`
      const sent_at = clock.now
      await db.commit([
        insertDelivery({ message_id: messageId, chat_id: 'c', person, view, params, about, sent_at }),
      ])
      return { messageId, row, message }
    },
  }
}

export function universityDatabase(): SqliteDatabase {
  const db = freshDatabase()
  seedOrganization(db)
  return db
}

/** Every text of a message, for looking into. */
export function textOf(message: Message | undefined): string {
  if (!message) return ''
  return message.kind === 'card'
    ? JSON.stringify(message.card)
    : message.kind === 'text'
      ? message.text
      : message.name
}

export function cardOf(message: Message | undefined): Card {
  if (message?.kind !== 'card') throw new Error(`no card but ${textOf(message)}`)
  return message.card
}

export function buttonsOf(card: Card): readonly Button[] {
  return card.elements.flatMap(inElement)
}

function inElement(element: Element): readonly Button[] {
  if (element.tag === 'buttons' || element.tag === 'form') return element.buttons
  return element.tag === 'fold' ? element.elements.flatMap(inElement) : []
}

export function actionOf(message: Message | undefined, text: string): Action {
  const button = buttonsOf(cardOf(message)).find((one) => one.text === text)
  if (!button) throw new Error(`no button ${text} in ${textOf(message)}`)
  return button.action
}
