/** The platform misbehaving on demand: errors, slowness, cut connections, deliveries twice. */
import type { Context, MiddlewareHandler } from 'hono'
import { failWith } from './api/answer.ts'
import type { Faults } from './model.ts'
import { pause, type Timer } from './timer.ts'

/** What an in-memory call rejects with while the platform is down; on a socket nothing is seen of it. */
export const CONNECTION_CUT = new TypeError('fetch failed: the campus platform is down')

export interface FaultSwitch {
  current(): Faults
  set(faults: Faults): void
}

/** A switch that starts without faults. */
export function createFaultSwitch(): FaultSwitch {
  let faults: Faults = {}
  return {
    current: () => faults,
    set(next) {
      faults = next
    },
  }
}

/** Applies the faults to every API call, the token's too. */
export function misbehaving(faults: FaultSwitch, timer: Timer): MiddlewareHandler {
  return async (c, next) => {
    const { delayMs, down, failWith: failure } = faults.current()
    if (delayMs !== undefined && delayMs > 0) await pause(timer, delayMs)
    if (down === true) return cut(c)
    if (failure !== undefined) return failWith(c, failure.status, failure.code)
    await next()
    return
  }
}

/** On a real socket the connection is cut; in memory the call rejects, as `fetch` does when nobody is there. */
function cut(c: Context): Response {
  const socket = socketOf(c.env)
  if (socket === undefined) throw CONNECTION_CUT
  socket.destroy()
  return new Response(null, { headers: { 'x-hono-already-sent': 'true' } })
}

/** The TCP socket of a request, where there is one. */
export function socketOf(env: unknown): { destroy(): void } | undefined {
  const incoming = member(env, 'incoming')
  const destroy = member(incoming, 'destroy')
  return typeof destroy === 'function' ? { destroy: () => void destroy.call(incoming) } : undefined
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}
