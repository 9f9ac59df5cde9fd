import type { Instant } from '../../kernel/time.ts'

/** One row a cause: what came of it, so that a redelivery gets the same answer. */
export interface ReceiptTable {
  cause: string
  /** JSON of an `Outcome`. */
  outcome: string
  at: Instant
}

/** Append-only, chained by hash within its subject. */
export interface JournalTable {
  subject: string
  version: number
  type: string
  at: Instant
  by_person: string
  in_name_of: string
  cause: string
  /** JSON of the event, exactly as hashed. */
  body: string
  previous_hash: string
  hash: string
}

/** The present state of every subject: the fold of its journal. */
export interface SubjectTable {
  id: string
  version: number
  hash: string
  /** JSON of the state. */
  state: string
}

export type OutboxState = 'waiting' | 'leased' | 'sent' | 'parked' | 'dropped'

/** What has to leave: a view for a person, the renewal of a card that was sent; or come: a file. */
export interface OutboxTable {
  /** `send:<notice key>` or `update:<message id>`; what is pending under one key is one row. */
  key: string
  kind: 'send' | 'update' | 'fetch'
  /** A person's id; `open:<open id>` for a stranger, `chat:<chat id>` for a group. */
  person: string
  view: string
  /** JSON of the view's params. */
  params: string
  about: string | null
  /** The sent card, for an update. */
  message_id: string | null
  state: OutboxState
  attempts: number
  /** When it may be tried; while leased, when the lease ends. */
  due_at: Instant
  lease: string | null
  /** Rises when a pending update is asked for again, so that a delivery under way does not settle the newer wish. */
  wish: number
  error: string | null
  created_at: Instant
  /** The first cause of what asked for it, as in the journal; null where that does not say it either. */
  cause: string | null
}

/** Every card that a person holds. */
export interface DeliveryTable {
  message_id: string
  chat_id: string
  person: string
  view: string
  params: string
  about: string | null
  sent_at: Instant
  /** 1 while the card can be updated and is the newest copy of its view for the person. */
  live: 0 | 1
  /** 1 where it came unasked, and was not sent anew yet. */
  notice: 0 | 1
}

export interface DialogTable {
  person: string
  /** JSON of the conversation's state. */
  state: string
  updated_at: Instant
}

export interface GreetedTable {
  /** A person's id; `open:<open id>` of a stranger. */
  who: string
  at: Instant
}

export interface KernelSchema {
  receipt: ReceiptTable
  journal: JournalTable
  subject: SubjectTable
  outbox: OutboxTable
  delivery: DeliveryTable
  dialog: DialogTable
  greeted: GreetedTable
}
