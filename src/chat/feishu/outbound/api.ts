import type { Client, Logger } from '@larksuiteoapi/node-sdk'
import { PlatformError, type PlatformFault } from '../../port.ts'
import type { FeishuConfig, FeishuDeps } from '../config.ts'
import { ApiFailure } from './api-failure.ts'
import { classify, isTokenFailure } from './classify.ts'
import { redact } from './redact.ts'
import { type TokenSource, tokenSource } from './token.ts'
import { transport } from './transport.ts'

export interface Api {
  /** Runs calls of the official SDK. */
  withClient<T>(what: string, use: (client: Client) => Promise<T>): Promise<T>
  /** Runs calls of our own with the token. */
  withToken<T>(what: string, use: (token: string) => Promise<T>): Promise<T>
}

/**
 * The one way out to the platform. A refused token is replaced and the call made once more; every failure is
 * logged without secrets and thrown as `PlatformError`. `what` names the call in the log.
 */
export function feishuApi(config: FeishuConfig, deps: FeishuDeps): Api {
  const { fetch, now, log } = deps
  const tokens = tokenSource(config, fetch, now)
  const secrets = [config.appSecret, config.encryptKey, config.verificationToken]
  const client = lazyClient(config, deps, tokens)

  function fail(what: string, error: unknown): PlatformError {
    const found = faultOf(error)
    const fault = { ...found, detail: redact(found.detail, [...secrets, ...tokens.known()]) }
    log.warn({ call: what, fault: fault.kind, detail: fault.detail }, 'a call to Feishu failed')
    return new PlatformError(fault)
  }

  async function withToken<T>(what: string, use: (token: string) => Promise<T>): Promise<T> {
    try {
      return await retryingOnce(tokens, use)
    } catch (error) {
      throw fail(what, error)
    }
  }

  return { withToken, withClient: (what, use) => withToken(what, async () => use(await client())) }
}

async function retryingOnce<T>(tokens: TokenSource, use: (token: string) => Promise<T>): Promise<T> {
  const token = await tokens.get()
  try {
    return await use(token)
  } catch (error) {
    if (!(error instanceof ApiFailure) || !isTokenFailure(error.failure)) throw error
    tokens.drop(token)
    return await use(await tokens.get())
  }
}

/** An error of neither side, as the SDK's own complaint about an argument, will not mend itself. */
function faultOf(error: unknown): PlatformFault {
  if (error instanceof PlatformError) return error.fault
  if (error instanceof ApiFailure) return classify(error.failure)
  return { kind: 'refused', detail: error instanceof Error ? error.message : 'unknown error' }
}

/** The SDK is six megabytes of source: it is loaded by the first call that needs it, and once. */
function lazyClient(config: FeishuConfig, deps: FeishuDeps, tokens: TokenSource): () => Promise<Client> {
  let loaded: Promise<Client> | undefined
  const load = async (): Promise<Client> => {
    const sdk = await import('@larksuiteoapi/node-sdk')
    return new sdk.Client({
      appId: config.appId,
      appSecret: config.appSecret,
      domain: config.domain,
      httpInstance: transport(deps.fetch),
      loggerLevel: sdk.LoggerLevel.error,
      logger: SILENT,
      cache: { get: () => tokens.get(), set: async () => true },
    })
  }
  return () => {
    loaded ??= load()
    return loaded
  }
}

/** The SDK logs whole requests, secrets and all (protocol 6.1); failures are logged here instead. */
const SILENT: Logger = { error() {}, warn() {}, info() {}, debug() {}, trace() {} }
