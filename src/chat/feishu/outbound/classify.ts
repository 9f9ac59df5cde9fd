import type { PlatformFault } from '../../port.ts'
import type { Failure } from './api-failure.ts'

type Kind = PlatformFault['kind']

/** Codes by what they ask of us (protocol 4.2, 4.3, 4.6). What is not listed is `refused`: trying again is no use. */
const CODES: { readonly [kind in Exclude<Kind, 'refused'>]: readonly number[] } = {
  'rate-limited': [99991400, 230020, 11232, 11233, 11247],
  unreachable: [230049, 200810, 300120, 2200, 1500, 5000, 1663, 20050, 20072],
  'recipient-gone': [230002, 230013, 230029, 230034, 230053, 232009, 99992351, 99992352, 99992353, 99992361],
  'too-old': [230031, 230011, 230110, 200750],
  credentials: [
    ...[99991661, 99991663, 99991664, 99991665, 99991668, 99991671, 99991677, 99991672, 99991679],
    ...[99991401, 99991403, 10003, 10014, 10015, 230006],
  ],
}

const KINDS = new Map<number, Kind>([
  ...kindsOf('rate-limited'),
  ...kindsOf('unreachable'),
  ...kindsOf('recipient-gone'),
  ...kindsOf('too-old'),
  ...kindsOf('credentials'),
])

/** A token that is not, or no longer, good: a fresh one mends it (protocol 4.3). */
const TOKEN_CODES: ReadonlySet<number> = new Set([99991661, 99991663, 99991664, 99991665, 99991671, 99991677])

const WAIT_WITHOUT_HINT_MS = 1_000
const LONGEST_WAIT_MS = 3_600_000
const CLAUSE_LENGTH = 100

/** What a failed call means, whatever its HTTP status: Feishu's codes come with 200, 400 and 429 alike. */
export function classify(failure: Failure): PlatformFault {
  if (failure.kind === 'network') return { kind: 'unreachable', detail: failure.detail }
  const detail = describe(failure)
  const kind = kindOf(failure)
  if (kind === 'rate-limited') return { kind, retryAfterMs: waitOf(failure.reset), detail }
  if (kind !== 'credentials') return { kind, detail }
  const scopes = scopesIn(failure.msg)
  return scopes.length === 0 ? { kind, detail } : { kind, detail, scopes }
}

/** `… One of the following scopes is required: [a, b]. …` */
const scopesIn = (msg: string): string[] =>
  (/scopes is required: \[([^\]]*)\]/.exec(msg)?.[1] ?? '').split(',').flatMap((one) => one.trim() || [])

export const isTokenFailure = (failure: Failure): boolean =>
  failure.kind === 'answer' && failure.code !== undefined && TOKEN_CODES.has(failure.code)

function kindOf(failure: Extract<Failure, { kind: 'answer' }>): Kind {
  const { status, code, msg } = failure
  const known = code === undefined ? undefined : KINDS.get(code)
  if (known !== undefined) return known
  if (status === 429) return 'rate-limited'
  if (code === 230099 && msg.includes('card action is lock')) return 'unreachable'
  if (status >= 500) return 'unreachable'
  if (code !== undefined) return 'refused'
  return status === 401 || status === 403 ? 'credentials' : status < 400 ? 'unreachable' : 'refused'
}

function waitOf(reset: string | null): number {
  const seconds = reset === null ? Number.NaN : Number(reset)
  if (!Number.isFinite(seconds) || seconds <= 0) return WAIT_WITHOUT_HINT_MS
  return Math.min(LONGEST_WAIT_MS, Math.ceil(seconds * 1000))
}

const describe = ({ status, code, msg, logId }: Extract<Failure, { kind: 'answer' }>): string =>
  [
    `HTTP ${status}`,
    `code ${code ?? 'none'}`,
    withoutEcho(msg),
    ...(logId === null ? [] : [`log ${logId}`]),
  ].join(', ')

/**
 * Feishu complains in English and then quotes the card, which no log may hold: of the complaint stays its first clause,
 * and of the extension (`ext=ErrCode: 11310; ErrMsg: element exceeds the limit; ErrorValue: …`) what is not quoted.
 */
function withoutEcho(msg: string): string {
  const clause = /^[A-Za-z][A-Za-z0-9 _.'-]*/.exec(msg)?.[0].slice(0, CLAUSE_LENGTH).trim() ?? '…'
  const inner = /ErrCode: \d+/.exec(msg)?.[0]
  const reason = /ErrMsg: [a-z ]{1,60}(?=;|$)/.exec(msg)?.[0]
  return [clause, inner, reason].filter((part) => part !== undefined).join('; ')
}

function kindsOf(kind: Exclude<Kind, 'refused'>): readonly [number, Kind][] {
  return CODES[kind].map((code): [number, Kind] => [code, kind])
}
