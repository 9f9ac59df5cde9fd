/** Feishu's answers: the envelope of success and of failure (cards.md 2.3, protocol.md 4.2–4.3). */
import type { Context } from 'hono'
import type { CardFault } from '../card-check.ts'

/** The codes that the sandbox answers with, in Feishu's words. */
const MESSAGES = {
  2200: 'Internal Error',
  10003: 'invalid param',
  10014: 'app secret invalid',
  40001: 'param error',
  40004: 'no dept authority error',
  40008: 'department not found',
  40011: 'page size is invalid',
  40012: 'page token is invalid error',
  43010: 'big dept forbid recursion error',
  100000: 'card content too large',
  11311: 'card content is invalid',
  200000: 'message is recalled',
  200310: 'card belongs to another app',
  200810: 'user interaction in progress',
  230001: 'Your request contains an invalid request parameter.',
  230002: 'Bot/User can NOT be out of the chat.',
  230011: 'The message was withdrawn.',
  230013: 'Bot has NO availability to this user.',
  230020: 'This operation triggers the frequency limit.',
  230025: 'The length of the message content reaches its limit.',
  230027: 'Lack of necessary permissions.',
  230031: 'The message is too old to be updated, the limit is 14 days.',
  230034: 'The receive_id is invalid.',
  230072: 'The message has reached the number of times it can be edited.',
  230099: 'Failed to create card content',
  230110: 'Action unavailable as the message has been deleted.',
  234001: 'Invalid request param.',
  234003: 'File not in msg.',
  234006: 'The file size exceed the max value.',
  234010: "File's size can't be 0.",
  234011: "Can't recognize image format.",
  234043: 'Unsupported message type.',
  300020: 'token format is invalid',
  300030: 'token is expired',
  300040: 'token is used more than the limit',
  99991400: 'request trigger frequency limit',
  99991661: 'Missing access token for authorization. Please make a request with token attached.',
  99991663: 'Invalid access token for authorization. Please make a request with token attached.',
  99991671: 'Invalid access token for authorization. It must start with t- or u-.',
  99991672: 'Access denied.',
  99992351: 'The request you send is not a valid {user_id} or not exists.',
  99992402: 'field validation failed',
} as const

export type FaultCode = keyof typeof MESSAGES

/** A refusal of the platform. `ext` is added to Feishu's standing words. */
export interface Refusal {
  readonly refused: FaultCode
  readonly ext?: string
}

export function refuse(refused: FaultCode, ext?: string): Refusal {
  return ext === undefined ? { refused } : { refused, ext }
}

export function isRefusal(value: object): value is Refusal {
  return 'refused' in value
}

/** 230099 with the real reason inside its text, as Feishu sends it. */
export function refuseCard(fault: CardFault): Refusal {
  return refuse(230099, `ErrCode: ${fault.code}; ErrPath: ${fault.path}; ErrMsg: ${fault.message}; `)
}

/** `{code: 0, msg, data}`; `msg` is `success` on sends and look-ups, `ok` elsewhere. */
export function succeed(c: Context, data: object, msg: 'success' | 'ok' = 'success'): Response {
  return c.json({ code: 0, msg, data })
}

/** HTTP 400 with code, msg and `error.log_id`. */
export function answerRefusal(c: Context, refusal: Refusal): Response {
  const words = MESSAGES[refusal.refused]
  const msg = refusal.ext === undefined ? words : `${words.replace(/\.$/, '')}, ext=${refusal.ext}`
  return failWith(c, 400, refusal.refused, msg)
}

/** Any status and code; the words are Feishu's when the code is known. */
export function failWith(c: Context, status: number, code: number, msg = wordsOf(code)): Response {
  const logId: unknown = c.get('logId')
  const error = {
    log_id: logId,
    troubleshooter: `排查建议查看（Troubleshooting suggestions）： log_id=${String(logId)}&code=${code}`,
  }
  c.status(status as Parameters<typeof c.status>[0])
  return c.json({ code, msg, error })
}

function wordsOf(code: number): string {
  return (
    new Map<number, string>(Object.entries(MESSAGES).map(([key, words]) => [Number(key), words])).get(code) ??
    'error'
  )
}
