/** What one hands to the sandbox to open a campus chat: its people, its one app, its clock and its limits. */
import type { CheckCard } from './card-check.ts'
import type { RateLimits } from './limits.ts'
import type { MenuItem, SandboxPerson } from './model.ts'
import type { CampusStorage } from './storage.ts'
import type { Timer } from './timer.ts'

/** The one app of the campus, with the credentials that Feishu's console would show. */
export interface SandboxApp {
  readonly appId: string
  readonly appSecret: string
  /** Empty: deliveries are neither encrypted nor usefully signed, as with a real app without a key. */
  readonly encryptKey: string
  readonly verificationToken: string
  readonly tenantKey: string
  readonly botName: string
}

/** The clock of the campus, ms. After a restart the moves that the storage holds are made again. */
export interface SandboxClock {
  now(): number
  moveDays(days: number): void
}

/** How an optional field that nobody touched comes back (cards.md 2.2: unverified, so all four can be tried). */
export type Untouched = 'missing' | 'empty-text' | 'null' | 'empty-list'

export interface SandboxGroup {
  readonly chatId: string
  readonly name: string
}

export interface CampusOptions {
  readonly people: readonly SandboxPerson[]
  readonly app: SandboxApp
  /** Where events and taps go while no long connection is open. A function when the port is known only after listening. */
  readonly webhookUrl: string | (() => string)
  readonly clock: SandboxClock
  readonly menu: readonly MenuItem[]
  readonly ids: () => string
  readonly storage?: CampusStorage
  readonly limits?: Partial<RateLimits> | 'none'
  /** A stricter check of cards than the sandbox's own, asked after it. */
  readonly checkCard?: CheckCard
  readonly untouched?: Untouched
  /** Group chats with the bot in them. */
  readonly groups?: readonly SandboxGroup[]
  /** Open ids of people outside the app's availability range: sending to them fails with 230013. */
  readonly unavailable?: readonly string[]
  readonly timer?: Timer
  readonly fetch?: typeof fetch
  readonly log?: (line: string) => void
}
