/** What comes in, by whichever transport, and the answer that goes back: the webhook and the long connection share it. */
import type { ChatPlatform, Inbound, TapReply } from './chat/port.ts'
import type { Log } from './log.ts'

/** The platform gives 3 s; what is late is finished afterwards and shown by an update of the card. */
const ANSWER_WITHIN_MS = 2500

type Tap = Extract<Inbound, { kind: 'tap' }>

export interface Doors {
  readonly tap: (inbound: Tap) => Promise<TapReply>
  readonly hear: (inbound: Extract<Inbound, { kind: 'message' }>) => Promise<void>
  readonly menu: (inbound: Extract<Inbound, { kind: 'menu' }>) => Promise<void>
  readonly entered: (inbound: Extract<Inbound, { kind: 'entered' }>) => Promise<void>
  /** A tap was answered with `处理中`; its card must follow when it is decided. */
  readonly lateTap: (messageId: string) => Promise<void>
}

interface AnswerDeps {
  readonly platform: ChatPlatform
  readonly doors: Doors
  /** Called after an answer: something may wait in the outbox. */
  readonly kick: () => void
  readonly log: Log
}

/** Does what came in and gives the body of the answer. Rejects when it could not be done: the platform sends it again. */
export type Answer = (inbound: Inbound) => Promise<object>

export function createAnswer(deps: AnswerDeps): Answer {
  return async (inbound) => {
    const answer = await answerTo(deps, inbound)
    deps.kick()
    return answer
  }
}

async function answerTo(deps: AnswerDeps, inbound: Inbound): Promise<object> {
  switch (inbound.kind) {
    case 'challenge':
      return { challenge: inbound.challenge }
    case 'tap':
      return deps.platform.answerTap(await answerInTime(deps, inbound))
    case 'message':
      await deps.doors.hear(inbound)
      return {}
    case 'menu':
      await deps.doors.menu(inbound)
      return {}
    case 'entered':
      await deps.doors.entered(inbound)
      return {}
    case 'unsupported':
      deps.log.info({ what: inbound.what }, 'delivery ignored')
      return {}
  }
}

async function answerInTime(deps: AnswerDeps, inbound: Tap): Promise<TapReply> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const deadline = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), ANSWER_WITHIN_MS)
  })
  const tap = deps.doors.tap(inbound)
  const first = await Promise.race([tap, deadline]).finally(() => clearTimeout(timer))
  if (first !== 'late') return first
  tap
    .then(() => deps.doors.lateTap(inbound.messageId))
    .catch((error: unknown) =>
      deps.log.error({ error: String(error), messageId: inbound.messageId }, 'late tap failed'),
    )
  return { toast: { tone: 'info', text: '正在处理，完成后卡片会自动更新。' } }
}
