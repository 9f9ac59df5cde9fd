/** Reading the app's answer to a tap, and the words that the client shows when it is no good (protocol.md 2.2, 2.4). */
import * as z from 'zod'
import { type CheckCard, judgeCard } from '../card-check.ts'
import type { TapAnswer } from '../model.ts'
import { parseJson } from '../storage.ts'
import type { PostOutcome } from './post.ts'

const answerSchema = z.object({
  toast: z
    .object({ type: z.enum(['info', 'success', 'error', 'warning']).default('info'), content: z.string() })
    .optional(),
  card: z.object({ type: z.enum(['raw', 'template']), data: z.unknown() }).optional(),
})

const WORDS = {
  200340: '应用未配置卡片回调地址，请联系应用开发者',
  200341: '应用超过 3 秒未响应，请稍后重试',
  200342: '无法连接到应用的服务器，请稍后重试',
  200343: '应用的回调地址无法解析，请联系应用开发者',
  200671: '应用返回了错误状态，请稍后重试',
  200672: '应用返回的内容格式不对，请联系应用开发者',
  200673: '应用返回的卡片不正确，请联系应用开发者',
  200830: '应用返回的卡片版本低于原卡片，请联系应用开发者',
} as const
type TapFault = keyof typeof WORDS

/** What the tap did: what the person sees, and the card (JSON text) that replaces the tapped one. */
interface TapResult {
  readonly answer: TapAnswer
  readonly card?: string
  /** Why it failed, in the platform's log. */
  readonly detail?: string
}

/** Judges how the callback ended. `previous` is the content of the tapped card. */
export function readTapOutcome(
  outcome: PostOutcome,
  previous: string,
  checks: readonly CheckCard[],
): TapResult {
  switch (outcome.is) {
    case 'no-address':
      return failed(200340, 'no request URL')
    case 'timeout':
      return failed(200341, 'no answer within 3 s')
    case 'unreachable':
      return failed(outcome.dns ? 200343 : 200342, outcome.detail)
    case 'answered':
      return outcome.status === 200
        ? readBody(outcome.body, previous, checks)
        : failed(200671, `HTTP ${outcome.status}`)
  }
}

function readBody(body: string, previous: string, checks: readonly CheckCard[]): TapResult {
  const parsed = answerSchema.safeParse(parseJson(body))
  if (!parsed.success) return failed(200672, `malformed answer: ${body.slice(0, 200)}`)
  const { toast, card } = parsed.data
  const answer: TapAnswer = toast === undefined ? { ok: true } : { ok: true, toast }
  if (card === undefined) return { answer }
  if (card.type === 'template') return failed(200673, 'templates exist only in the web builder')
  const content = JSON.stringify(card.data) ?? ''
  const verdict = judgeCard(content, previous, checks)
  if (verdict.is === 'good') return { answer, card: content }
  if (verdict.is !== 'faulty') return failed(200673, verdict.is)
  const { code, message, path } = verdict.fault
  return failed(code === 200830 ? 200830 : 200673, `ErrCode: ${code}; ErrPath: ${path}; ErrMsg: ${message}`)
}

function failed(code: TapFault, detail: string): TapResult {
  return { answer: { ok: false, code, content: `${WORDS[code]}（code: ${code}）` }, detail }
}
