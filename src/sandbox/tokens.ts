/** Tenant tokens of the app and update tokens of cards (protocol.md 4.1, 2.5). Times in ms. */

const TENANT_TOKEN_LIFE = 2 * 60 * 60 * 1000
const RENEWED_BEFORE_END = 30 * 60 * 1000
const CARD_TOKEN_LIFE = 30 * 60 * 1000
const CARD_TOKEN_USES = 2
const CARD_TOKENS_KEPT = 20_000

export interface TenantTokens {
  /** The token of the app and its remaining seconds: the same one until 30 minutes before its end, then a new one. */
  issue(): { readonly token: string; readonly expire: number }
  valid(token: string): boolean
}

/** Tenant tokens that live two hours of `now`. */
export function createTenantTokens(now: () => number, ids: () => string): TenantTokens {
  const ends = new Map<string, number>()
  let current: string | undefined
  return {
    issue() {
      for (const [token, end] of ends) if (end <= now()) ends.delete(token)
      const left = current === undefined ? 0 : (ends.get(current) ?? 0) - now()
      if (current !== undefined && left >= RENEWED_BEFORE_END)
        return { token: current, expire: Math.floor(left / 1000) }
      current = `t-${ids()}`
      ends.set(current, now() + TENANT_TOKEN_LIFE)
      return { token: current, expire: TENANT_TOKEN_LIFE / 1000 }
    },
    valid: (token) => (ends.get(token) ?? 0) > now(),
  }
}

type CardTokenState = 'unknown' | 'in-flight' | 'expired' | 'used-up' | 'usable'

export interface CardTokens {
  mint(messageId: string): string
  /** The tap is over: from now on the card may be updated with its token. */
  answered(token: string): void
  /** Whether a tap on this message is being answered right now. */
  inFlight(messageId: string): boolean
  look(token: string): { readonly state: CardTokenState; readonly messageId: string }
  use(token: string): void
}

interface CardToken {
  readonly messageId: string
  readonly mintedAt: number
  uses: number
}

/** Card tokens: usable after the answer to the tap, for 30 minutes, twice. */
export function createCardTokens(now: () => number, ids: () => string): CardTokens {
  const tokens = new Map<string, CardToken>()
  const open = new Set<string>()
  return {
    mint(messageId) {
      const token = `c-${ids()}`
      tokens.set(token, { messageId, mintedAt: now(), uses: 0 })
      open.add(token)
      const [oldest] = tokens.keys()
      if (oldest !== undefined && tokens.size > CARD_TOKENS_KEPT) tokens.delete(oldest)
      return token
    },
    answered: (token) => void open.delete(token),
    inFlight: (messageId) => [...open].some((token) => tokens.get(token)?.messageId === messageId),
    look(token) {
      const found = tokens.get(token)
      return { state: stateOf(found, open.has(token), now()), messageId: found?.messageId ?? '' }
    },
    use(token) {
      const found = tokens.get(token)
      if (found !== undefined) found.uses += 1
    },
  }
}

function stateOf(token: CardToken | undefined, open: boolean, now: number): CardTokenState {
  if (token === undefined) return 'unknown'
  if (now - token.mintedAt >= CARD_TOKEN_LIFE) return 'expired'
  if (open) return 'in-flight'
  return token.uses >= CARD_TOKEN_USES ? 'used-up' : 'usable'
}
