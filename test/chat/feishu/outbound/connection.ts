/** The adapter connected to a stub of the platform, with a clock that tests set. */
import { afterEach } from 'vitest'
import { feishu } from '../../../../src/chat/feishu/feishu.ts'
import { type ChatPlatform, PlatformError, type PlatformFault } from '../../../../src/chat/port.ts'
import { CONFIG } from '../wire.ts'
import { type Answer, type Call, happy, type Stub, startStub } from './stub.ts'

const stubs: Stub[] = []
afterEach(async () => {
  await Promise.all(stubs.splice(0).map((stub) => stub.close()))
})

export interface Connection {
  readonly platform: ChatPlatform
  readonly calls: readonly Call[]
  readonly clock: { now: number }
}

/** Connects for the length of one test. */
export async function connect(
  answer: (call: Call, earlier: number) => Answer = happy,
  fetching: (url: string, init: RequestInit) => Promise<Response> = fetch,
  wait?: (ms: number) => Promise<void>,
): Promise<Connection> {
  const stub = await startStub(answer)
  stubs.push(stub)
  const clock = { now: 0 }
  const deps = { fetch: fetching, now: () => clock.now, log: { warn() {} }, ...(wait && { wait }) }
  return { platform: feishu({ ...CONFIG, domain: `${stub.domain}/` }, deps), calls: stub.calls, clock }
}

export async function faultOf(promise: Promise<unknown>): Promise<PlatformFault> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof PlatformError)) throw new Error(`expected a PlatformError, got ${String(error)}`)
  return error.fault
}

/** Messages are answered so, everything else succeeds. */
export const failing = (answer: Answer) => (call: Call) =>
  call.url.includes('/im/v1/messages') ? answer : happy(call)
