/** Deliveries over a connection that we open ourselves, for universities without a public address (protocol 5). */
import { instantOf } from '../../../kernel/time.ts'
import type { Log } from '../../../log.ts'
import type { Inbound } from '../../port.ts'
import type { FeishuConfig } from '../config.ts'
import { type Answering, createAnswering } from './answering.ts'
import { type Connected, connect } from './connect.ts'

/** A cut that is mended sooner is no matter: Feishu sends again what was not answered. */
const NOT_READY_AFTER_MS = 30_000
/** How long to wait when the SDK has given up: doubled each time, up to five minutes. */
const FIRST_RESTART_MS = 5000
const LAST_RESTART_MS = 300_000

interface LongConnectionDeps {
  /** Current time, ms. */
  readonly now: () => number
  readonly log: Log
  /** The first wait before a restart, ms. */
  readonly restartAfterMs?: number
}

export interface LongConnection {
  /** Connects, and stays connected until closed. `answer` gives what travels back; its rejection brings a repeat. */
  open(answer: (inbound: Inbound) => Promise<object>): void
  /** Rejects when there has been no connection for 30 s. */
  check(): Promise<void>
  /** Answers what came in, then closes. */
  close(): Promise<void>
}

interface Line {
  readonly config: FeishuConfig
  readonly deps: LongConnectionDeps
  /** Since when there is no connection, ms. */
  downSince: number | undefined
  /** Why the SDK gave up, until it is connected again. */
  reason: string
  restarts: number
  client: Connected | undefined
  timer: ReturnType<typeof setTimeout> | undefined
  closed: boolean
}

export function longConnection(config: FeishuConfig, deps: LongConnectionDeps): LongConnection {
  const line: Line = {
    config,
    deps,
    downSince: deps.now(),
    reason: '',
    restarts: 0,
    client: undefined,
    timer: undefined,
    closed: false,
  }
  let answering: Answering | undefined
  return {
    open(answer) {
      answering = createAnswering(config, answer, deps.log)
      void start(line, answering.invoke)
    },
    check: async () => requireUp(line),
    async close() {
      line.closed = true
      clearTimeout(line.timer)
      await answering?.finish()
      line.client?.close()
    },
  }
}

async function start(line: Line, invoke: Answering['invoke']): Promise<void> {
  const { config, deps } = line
  try {
    const client = await connect({
      config,
      invoke,
      log: deps.log,
      onUp: () => up(line),
      onDown: () => down(line, 'cut'),
      onGivenUp: (reason) => restart(line, invoke, reason),
    })
    line.client = client
    if (line.closed) client.close()
  } catch (error) {
    restart(line, invoke, String(error))
  }
}

function up(line: Line): void {
  line.downSince = undefined
  line.reason = ''
  line.restarts = 0
  line.deps.log.info({}, 'long connection open')
}

function down(line: Line, reason: string): void {
  line.downSince ??= line.deps.now()
  line.reason = reason
}

function restart(line: Line, invoke: Answering['invoke'], reason: string): void {
  down(line, reason)
  line.client?.close()
  if (line.closed) return
  const first = line.deps.restartAfterMs ?? FIRST_RESTART_MS
  const wait = Math.min(first * 2 ** line.restarts, LAST_RESTART_MS)
  line.restarts += 1
  line.deps.log.error({ reason, againInMs: wait }, 'long connection given up')
  line.timer = setTimeout(() => void start(line, invoke), wait)
}

function requireUp({ deps, downSince, reason }: Line): void {
  if (downSince === undefined || deps.now() - downSince < NOT_READY_AFTER_MS) return
  throw new Error(`no connection since ${instantOf(downSince)}${reason === '' ? '' : `: ${reason}`}`)
}
