/** What comes in, by whichever transport, and the answer that goes back: the webhook and the long connection share it. */
import type { ChatPlatform, Inbound, TapReply } from './chat/port.ts'
import { markSaid, sayError } from './log.ts'
import { outcomeOf, sayHandled, type Watch } from './operation/handled.ts'
import type { Running } from './operation/running.ts'
import { requestIdOf, type Trace, traced, untraced } from './operation/trace.ts'

/** The platform gives 3 s; what is late is finished afterwards and shown by an update of the card. */
const ANSWER_WITHIN_MS = 2500

type Tap = Extract<Inbound, { kind: 'tap' }>

export interface Doors {
  readonly tap: (inbound: Tap) => Promise<TapReply>
  readonly hear: (inbound: Extract<Inbound, { kind: 'message' }>) => Promise<void>
  readonly menu: (inbound: Extract<Inbound, { kind: 'menu' }>) => Promise<void>
  readonly entered: (inbound: Extract<Inbound, { kind: 'entered' }>) => Promise<void>
  readonly directory: (inbound: Extract<Inbound, { kind: 'directory' }>) => Promise<void>
  /** A tap was answered with `处理中`; its card must follow when it is decided. */
  readonly lateTap: (messageId: string) => Promise<void>
}

interface AnswerDeps extends Watch {
  readonly platform: ChatPlatform
  readonly doors: Doors
  /** Called after an answer: something may wait in the outbox. */
  readonly kick: () => void
  readonly running: Running
  readonly ids: () => string
}

/**
 * Does what came in and gives the body of the answer. Rejects when it could not be done: the platform sends it again.
 * `request`: the id that the caller gave it, for the log.
 */
export type Answer = (inbound: Inbound, request?: string | null) => Promise<object>

export function createAnswer(deps: AnswerDeps): Answer {
  return async (inbound, request) => {
    const causes = 'causes' in inbound ? inbound.causes : []
    const id = requestIdOf(causes, request, deps.ids)
    const answer = await deps.running.track(traced(id, (trace) => watched(deps, trace, inbound)))
    // Outside of the trace: what leaves now was not all asked for by this delivery.
    untraced(deps.kick)
    return answer
  }
}

/** Answers, and writes the one line of it. */
async function watched(deps: AnswerDeps, trace: Trace, inbound: Inbound): Promise<object> {
  const since = deps.elapsed()
  const { kind } = inbound
  try {
    const { answer, late } = await answerTo(deps, trace, inbound)
    sayHandled(deps, trace, { kind, outcome: late ? 'late' : outcomeOf(trace), since })
    return answer
  } catch (error) {
    deps.log.error(sayError(error), 'delivery failed')
    markSaid(error)
    sayHandled(deps, trace, { kind, outcome: 'failed', since })
    throw error
  }
}

interface Answered {
  readonly answer: object
  readonly late?: true
}

async function answerTo(deps: AnswerDeps, trace: Trace, inbound: Inbound): Promise<Answered> {
  if (inbound.kind !== 'tap') return { answer: await take(deps, inbound) }
  const reply = await answerInTime(deps, trace, inbound)
  const answer = deps.platform.answerTap(reply === 'late' ? LATE : reply)
  return reply === 'late' ? { answer, late: true } : { answer }
}

async function take(deps: AnswerDeps, inbound: Exclude<Inbound, Tap>): Promise<object> {
  switch (inbound.kind) {
    case 'challenge':
      return { challenge: inbound.challenge }
    case 'message':
      await deps.doors.hear(inbound)
      return {}
    case 'menu':
      await deps.doors.menu(inbound)
      return {}
    case 'entered':
      await deps.doors.entered(inbound)
      return {}
    case 'directory':
      await deps.doors.directory(inbound)
      return {}
    case 'unsupported':
      deps.log.info({ what: inbound.what }, 'delivery ignored')
      return {}
  }
}

const LATE: TapReply = { toast: { tone: 'info', text: '正在处理，完成后卡片会自动更新。' } }

async function answerInTime(deps: AnswerDeps, trace: Trace, inbound: Tap): Promise<TapReply | 'late'> {
  const since = deps.elapsed()
  let timer: ReturnType<typeof setTimeout> | undefined
  const deadline = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), ANSWER_WITHIN_MS)
  })
  const tap = deps.doors.tap(inbound)
  const first = await Promise.race([tap, deadline]).finally(() => clearTimeout(timer))
  if (first === 'late') void deps.running.track(followUp(deps, trace, { tap, since, inbound }))
  return first
}

/** What was answered before it was decided gets a second line, and its card is drawn anew. */
async function followUp(
  deps: AnswerDeps,
  trace: Trace,
  { tap, since, inbound }: { readonly tap: Promise<TapReply>; readonly since: number; readonly inbound: Tap },
): Promise<void> {
  try {
    await tap
    sayHandled(deps, trace, { kind: 'late-tap', outcome: outcomeOf(trace), since })
    await deps.doors.lateTap(inbound.messageId)
  } catch (error) {
    deps.log.error(sayError(error), 'late tap failed')
    sayHandled(deps, trace, { kind: 'late-tap', outcome: 'failed', since })
  }
}
