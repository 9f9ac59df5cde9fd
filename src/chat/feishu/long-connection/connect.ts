import type { Log } from '../../../log.ts'
import type { FeishuConfig } from '../config.ts'
import type { Answering } from './answering.ts'

/** Without an answer to a ping for so long the connection counts as dead (protocol 5: off by default), s. */
const PING_TIMEOUT_S = 30
const HANDSHAKE_TIMEOUT_MS = 15_000

export interface Connecting {
  readonly config: FeishuConfig
  readonly invoke: Answering['invoke']
  readonly log: Log
  readonly onUp: () => void
  readonly onDown: () => void
  /** The SDK has given up: a code that it thinks final. */
  readonly onGivenUp: (reason: string) => void
}

export interface Connected {
  close(): void
}

/**
 * Starts the SDK's client, which reconnects by itself after a cut. The SDK is loaded only here: it takes
 * 0.4 s and 37 MB, and cannot run on Workers.
 */
export async function connect(way: Connecting): Promise<Connected> {
  const { EventDispatcher, LoggerLevel, WSClient } = await import('@larksuiteoapi/node-sdk')
  const { appId, appSecret, domain } = way.config
  const logger = sdkLogger(way.log)
  const loggerLevel = LoggerLevel.warn
  const client = new WSClient({
    appId,
    appSecret,
    domain,
    logger,
    loggerLevel,
    handshakeTimeoutMs: HANDSHAKE_TIMEOUT_MS,
    wsConfig: { pingTimeout: PING_TIMEOUT_S },
    onReady: way.onUp,
    onReconnected: way.onUp,
    onReconnecting: way.onDown,
    onError: (error) => way.onGivenUp(error.message),
  })
  const dispatcher = new EventDispatcher({ logger, loggerLevel })
  await client.start({ eventDispatcher: Object.assign(dispatcher, { invoke: way.invoke }) })
  return client
}

/** What the SDK complains about is a warning to us: it tries again, and `/readyz` names what lasts. */
function sdkLogger(log: Log) {
  const warn = (...said: unknown[]): void =>
    log.warn({ sdk: said.flat().map(String).join(' ').slice(0, 500) }, 'the long connection complains')
  const quiet = (): void => {}
  return { error: warn, warn, info: quiet, debug: quiet, trace: quiet }
}
