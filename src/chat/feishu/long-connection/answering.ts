import { type Log, sayError, wasSaid } from '../../../log.ts'
import type { Inbound } from '../../port.ts'
import type { FeishuConfig } from '../config.ts'
import { receiveFrame } from '../inbound/receive-frame.ts'

export interface Answering {
  /** What the SDK asks for each delivery: the object that travels back, or a rejection, and it comes again. */
  readonly invoke: (payload: unknown) => Promise<object>
  /** Takes nothing new, and waits until what came in is answered. */
  readonly finish: () => Promise<void>
}

/** Hands the JSON of the frames to our own parser, before the SDK's dispatcher would flatten it. */
export function createAnswering(
  config: FeishuConfig,
  answer: (inbound: Inbound) => Promise<object>,
  log: Log,
): Answering {
  const underWay = new Set<Promise<unknown>>()
  let finished = false
  const take = async (payload: unknown): Promise<object> => {
    if (finished) throw new Error('the service is stopping')
    return await answer(receiveFrame(config, payload))
  }
  return {
    async invoke(payload) {
      const answering = take(payload)
      underWay.add(answering)
      try {
        return await answering
      } catch (error) {
        if (!wasSaid(error)) log.error(sayError(error), 'delivery over the long connection failed')
        throw error
      } finally {
        underWay.delete(answering)
      }
    },
    async finish() {
      finished = true
      await Promise.allSettled(underWay)
      // The SDK writes the last answer to the socket in the microtasks that follow.
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
}
