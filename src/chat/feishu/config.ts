/** What the Feishu adapter is told at the start, and what it is handed instead of taking it. */

export interface FeishuConfig {
  readonly appId: string
  readonly appSecret: string
  /** The webhook when absent. With the long connection the webhook is shut, and the two keys below may be empty. */
  readonly transport?: 'webhook' | 'long-connection'
  /** Not empty: without it a signature proves nothing (protocol 1.5). */
  readonly encryptKey: string
  readonly verificationToken: string
  /** Base URL of the open platform, port included, as `https://open.feishu.cn`. */
  readonly domain: string
  /** When given, requests of any other tenant are refused. */
  readonly tenantKey?: string
  /** How old a signed request may be, ms (protocol 1.8). Taps beyond are refused, events beyond are only logged. */
  readonly freshness?: { readonly tapMs: number; readonly eventMs: number }
}

/** The part of a pino logger that the adapter uses. */
export interface FeishuLog {
  warn(fields: { readonly [key: string]: unknown }, text: string): void
}

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

export interface FeishuDeps {
  readonly fetch: Fetch
  /** Current time, ms. */
  readonly now: () => number
  readonly log: FeishuLog
  /** Resolves after so many ms; with real time where it is not given. */
  readonly wait?: (ms: number) => Promise<void>
}
