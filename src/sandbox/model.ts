/** What the sandbox knows: the people of a campus chat, their private chats with one bot, and what one may do there. */

export interface SandboxPerson {
  readonly openId: string
  readonly unionId: string
  /** By office, as `药学院 联络员`; never an invented personal name. */
  readonly name: string
  readonly title: string
  /** The main department, as `药学院` or, below another, `药学院/药剂学教研室`; '' for none. */
  readonly unit: string
  /** Further departments. */
  readonly alsoIn?: readonly string[]
  readonly employeeNo: string
  readonly mobile: string
  readonly email: string
}

export interface SandboxMessage {
  readonly messageId: string
  /** The private chat of `openId` with the bot. */
  readonly chatId: string
  readonly openId: string
  readonly from: 'bot' | 'person'
  readonly type: 'text' | 'post' | 'interactive' | 'image' | 'file'
  /** The JSON string that Feishu carries in `body.content`. */
  readonly content: string
  /** Milliseconds of the sandbox's clock. */
  readonly createdAt: number
  readonly updatedAt: number
  readonly recalled: boolean
}

export interface SandboxFile {
  readonly name: string
  readonly type: 'image' | 'file'
  readonly bytes: Uint8Array
}

/** A tap as the client makes it: the component's `value`, its tag and name, and the values of the form around it. */
export interface Tap {
  readonly value?: unknown
  readonly tag: string
  readonly name?: string
  readonly form?: { readonly [name: string]: string | readonly string[] }
  readonly option?: string
  readonly inputValue?: string
}

/** What the person sees after a tap: the toast, or Feishu's error with its code (protocol 2.4). */
export type TapAnswer =
  | {
      readonly ok: true
      readonly toast?: { readonly type: 'info' | 'success' | 'error' | 'warning'; readonly content: string }
    }
  | { readonly ok: false; readonly code: number; readonly content: string }

export interface ChatChange {
  readonly openId: string
  readonly messageId?: string
  readonly what: 'new' | 'changed' | 'read' | 'clock'
}

export interface MenuItem {
  readonly key: string
  readonly text: string
}

/** A deliberate fault, for tests and for the page: how the platform misbehaves from now on. */
export interface Faults {
  /** Every API call answers with this HTTP status and body code. */
  readonly failWith?: { readonly status: number; readonly code: number }
  /** Every API call waits so long before it answers, ms. */
  readonly delayMs?: number
  /** Connections are cut without an answer. */
  readonly down?: boolean
  /** Each event and tap is delivered so many times more. */
  readonly redeliver?: number
}

/** The campus chat as its client uses it; the page and the tests are such clients. */
export interface CampusChat {
  people(): readonly SandboxPerson[]
  menu(): readonly MenuItem[]
  messages(openId: string): readonly SandboxMessage[]
  unread(openId: string): number
  markRead(openId: string): void
  file(key: string): SandboxFile | undefined
  /** `repliesTo`: the message that is answered, as the client's 回复 does. */
  say(openId: string, text: string, repliesTo?: string): Promise<void>
  sendFile(openId: string, file: SandboxFile): Promise<void>
  tapMenu(openId: string, key: string): Promise<void>
  enter(openId: string): Promise<void>
  tap(openId: string, messageId: string, tap: Tap): Promise<TapAnswer>
  faults(): Faults
  misbehave(faults: Faults): void
  now(): number
  moveClock(days: number): void
  subscribe(listener: (change: ChatChange) => void): () => void
}
