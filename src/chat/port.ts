/**
 * The messaging port: what a chat platform must do for us, in our words. One folder beside this file
 * implements it for each platform; nothing else in `src` knows a platform's JSON.
 */
import type { Message, Params } from '../../cards/kit.ts'

/** A person as the platform knows them. */
export interface ExternalPerson {
  readonly platform: string
  readonly tenant: string
  readonly openId: string
}

export interface FileRef {
  /** The platform's key of the file inside its message. */
  readonly key: string
  readonly name: string
  readonly kind: 'image' | 'file'
}

/** What came in, verified and parsed. `causes` name the delivery for de-duplication: event id first, then message id. */
export type Inbound =
  | { readonly kind: 'challenge'; readonly challenge: string }
  | {
      readonly kind: 'message'
      readonly causes: readonly [string, ...string[]]
      readonly who: ExternalPerson
      readonly chat: string
      readonly group: boolean
      readonly messageId: string
      readonly repliesTo?: string
      readonly text: string
      readonly files: readonly FileRef[]
    }
  | {
      readonly kind: 'tap'
      readonly causes: readonly [string, ...string[]]
      readonly who: ExternalPerson
      readonly messageId: string
      readonly value: unknown
      readonly form: { readonly [name: string]: string | readonly string[] }
    }
  | {
      readonly kind: 'menu'
      readonly causes: readonly [string, ...string[]]
      readonly who: ExternalPerson
      readonly key: string
    }
  | {
      readonly kind: 'entered'
      readonly causes: readonly [string, ...string[]]
      readonly who: ExternalPerson
    }
  | DirectoryNews
  | { readonly kind: 'unsupported'; readonly what: string }

/** The platform's directory changed. `range`: what the app may see of it. */
export interface DirectoryNews {
  readonly kind: 'directory'
  readonly causes: readonly [string, ...string[]]
  readonly platform: string
  readonly what: 'joined' | 'moved' | 'changed' | 'left' | 'range'
  /** Whom it is about; '' for the range. */
  readonly openId: string
  /** As the platform tells it; '' where the app may not read it. */
  readonly name: string
}

/** The answer to a tap: words that pass by, and the card that stands in the place of the tapped one. */
export interface TapReply {
  readonly toast?: { readonly tone: 'info' | 'success' | 'warning' | 'error'; readonly text: string }
  readonly message?: Message
}

/** What a platform call ended as. Times in milliseconds. */
export type PlatformFault =
  | { readonly kind: 'unreachable'; readonly detail: string }
  | { readonly kind: 'rate-limited'; readonly retryAfterMs: number; readonly detail: string }
  | { readonly kind: 'recipient-gone'; readonly detail: string }
  | { readonly kind: 'too-old'; readonly detail: string }
  | { readonly kind: 'refused'; readonly detail: string }
  /** `scopes`: any one of which would let the call pass, where the platform says so. */
  | { readonly kind: 'credentials'; readonly detail: string; readonly scopes?: readonly string[] }

export class PlatformError extends Error {
  override readonly name = 'PlatformError'
  readonly fault: PlatformFault
  constructor(fault: PlatformFault) {
    super(`${fault.kind}: ${fault.detail}`)
    this.fault = fault
  }
}

/** A request that is not from the platform, or not for us. Answered with `status` and no detail. */
export class ForgedRequestError extends Error {
  override readonly name = 'ForgedRequestError'
  readonly status: 400 | 401 | 413
  constructor(status: 400 | 401 | 413, reason: string) {
    super(reason)
    this.status = status
  }
}

export interface MessageRef {
  readonly messageId: string
  readonly chatId: string
}

export interface FoundPerson {
  readonly openId: string
  /** What was asked for: the mobile or e-mail as given. */
  readonly by: string
}

/** A person of the directory. What the app may not read is null. */
export interface DirectoryPerson {
  readonly openId: string
  readonly name: string | null
  /** 工号 */
  readonly number: string | null
  /** Without the country where it is China. */
  readonly mobile: string | null
  readonly email: string | null
  readonly title: string | null
  /** Ids, the main one first. */
  readonly departments: readonly string[]
  readonly status: 'active' | 'unactivated' | 'frozen' | 'resigned' | null
}

export interface DirectoryDepartment {
  readonly id: string
  readonly name: string | null
  /** Null at the top, or where the one above is out of sight. */
  readonly parent: string | null
}

/** All that the app may see of the directory, each person once. */
export interface Directory {
  /** Whether it is everybody: only then is one who is not in it gone. */
  readonly whole: boolean
  readonly departments: readonly DirectoryDepartment[]
  readonly people: readonly DirectoryPerson[]
}

export interface ChatPlatform {
  readonly name: string
  /** Verifies, decrypts and parses. Throws `ForgedRequestError`; never throws on what it does not know. */
  receive(headers: Headers, rawBody: string): Inbound
  /** The body of the synchronous answer to a tap. */
  answerTap(reply: TapReply): Params
  /** Sends to one person, or, given a chat's id, to a group. `key` (at most 50 characters) makes a retry harmless for an hour. Throws `PlatformError`. */
  send(to: string, message: Message, key: string): Promise<MessageRef>
  /** Replaces a sent card. Throws `PlatformError`; `too-old` after 14 days. */
  update(messageId: string, message: Message): Promise<void>
  /** The bytes of a file in a message that was received. Throws `PlatformError`. */
  fetchFile(messageId: string, file: FileRef): Promise<Uint8Array>
  /** Looks people up by mobile or e-mail; those not found are left out. Throws `PlatformError`. */
  findPeople(by: {
    readonly mobiles: readonly string[]
    readonly emails: readonly string[]
  }): Promise<readonly FoundPerson[]>
  /**
   * The whole directory, or a `PlatformError`: never a part of it. Minutes for ten thousand people where the platform
   * limits; `heard` is awaited after each page.
   */
  listDirectory(heard?: () => Promise<void>): Promise<Directory>
  /** Obtains or checks the credentials. Throws `PlatformError`. */
  checkCredentials(): Promise<void>
}
