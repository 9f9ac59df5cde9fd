import type { FeishuConfig, Fetch } from '../config.ts'
import { ApiFailure } from './api-failure.ts'
import { CALL_MS, callApi } from './transport.ts'

/** Within its last half hour Feishu hands out the next token and both work (protocol 4.1). */
const EARLY_MS = 20 * 60_000

interface Token {
  readonly text: string
  /** When to fetch the next one, ms. */
  readonly refreshAt: number
}

export interface TokenSource {
  /** The tenant access token; all who ask while it is being fetched share the one call. */
  get(): Promise<string>
  /** Forgets a token that was refused, unless it has been replaced meanwhile. */
  drop(text: string): void
  /** The tokens that a failing call may have carried, to keep them out of logs. */
  known(): readonly string[]
}

/**
 * Keeps one tenant access token (protocol 4.1). `get` throws `ApiFailure`. A fetch that outlived its time limit
 * is not waited for: on Workers it dies with the request that began it.
 */
export function tokenSource(config: FeishuConfig, fetch: Fetch, now: () => number): TokenSource {
  let current: Token | undefined
  let previous: Token | undefined
  let pending: { readonly token: Promise<Token>; readonly since: number } | undefined

  async function refresh(): Promise<Token> {
    try {
      const fetched = await fetchToken(config, fetch, now)
      previous = current ?? previous
      current = fetched
      return fetched
    } finally {
      pending = undefined
    }
  }

  return {
    async get() {
      if (current !== undefined && now() < current.refreshAt) return current.text
      if (pending === undefined || now() - pending.since > CALL_MS)
        pending = { token: refresh(), since: now() }
      return (await pending.token).text
    },
    drop(text) {
      if (current?.text !== text) return
      previous = current
      current = undefined
    },
    known: () => [current, previous].flatMap((token) => token?.text ?? []),
  }
}

async function fetchToken(config: FeishuConfig, fetch: Fetch, now: () => number): Promise<Token> {
  const answer = await callApi(fetch, {
    method: 'POST',
    url: `${config.domain}/open-apis/auth/v3/tenant_access_token/internal`,
    data: { app_id: config.appId, app_secret: config.appSecret },
  })
  const { tenant_access_token: text, expire } = answer
  if (typeof text !== 'string' || typeof expire !== 'number') {
    throw new ApiFailure({ kind: 'network', detail: 'an answer without a token' })
  }
  const lifetime = expire * 1000
  return { text, refreshAt: now() + Math.max(lifetime - EARLY_MS, lifetime / 2) }
}
