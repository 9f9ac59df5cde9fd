import { ForgedRequestError, type Inbound } from '../../port.ts'
import type { FeishuConfig } from '../config.ts'
import { readEnvelope } from './envelope.ts'
import { parseEvent } from './parse-event.ts'
import { requireOurApp } from './receive.ts'

/**
 * A delivery over the long connection (its JSON, parsed). The connection itself is authenticated, so there is
 * neither signature nor encryption nor token to check (protocol 5). Throws `ForgedRequestError`.
 */
export function receiveFrame(config: FeishuConfig, payload: unknown): Inbound {
  const envelope = readEnvelope(payload)
  if (envelope === undefined) throw new ForgedRequestError(400, 'not a delivery of Feishu')
  if (envelope.kind !== 'event') return { kind: 'unsupported', what: envelope.kind }
  requireOurApp(config, envelope.header)
  return parseEvent(envelope.header, envelope.event)
}
