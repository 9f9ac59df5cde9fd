import { isObject, type JsonObject, objectAt, textAt } from '../json.ts'

/** A delivery without its wrapping (protocol 1.2, 1.3, 1.6). `old-card` is the retired card callback. */
export type Envelope =
  | { readonly kind: 'challenge'; readonly token: string; readonly challenge: string }
  | { readonly kind: 'event'; readonly header: EventHeader; readonly event: JsonObject }
  | { readonly kind: 'old-card' }

export interface EventHeader {
  readonly eventId: string
  readonly eventType: string
  readonly token: string
  readonly appId: string
  readonly tenantKey: string
}

/** Reads the decrypted body; nothing when it is no delivery of Feishu's. */
export function readEnvelope(body: unknown): Envelope | undefined {
  if (!isObject(body)) return undefined
  if (body.schema !== undefined) return readSchema2(body)
  if (body.type === 'url_verification') {
    return {
      kind: 'challenge',
      token: textAt(body, 'token') ?? '',
      challenge: textAt(body, 'challenge') ?? '',
    }
  }
  if (textAt(body, 'open_message_id') !== undefined) return { kind: 'old-card' }
  return readSchema1(body)
}

function readSchema2(body: JsonObject): Envelope | undefined {
  const header = objectAt(body, 'header')
  const eventId = textAt(header, 'event_id')
  const eventType = textAt(header, 'event_type')
  if (eventId === undefined || eventType === undefined) return undefined
  return {
    kind: 'event',
    header: {
      eventId,
      eventType,
      token: textAt(header, 'token') ?? '',
      appId: textAt(header, 'app_id') ?? '',
      tenantKey: textAt(header, 'tenant_key') ?? '',
    },
    event: objectAt(body, 'event') ?? {},
  }
}

function readSchema1(body: JsonObject): Envelope | undefined {
  const event = objectAt(body, 'event')
  if (event === undefined) return undefined
  return {
    kind: 'event',
    header: {
      eventId: textAt(body, 'uuid') ?? '',
      eventType: `1.0 ${textAt(event, 'type') ?? 'event'}`,
      token: textAt(body, 'token') ?? '',
      appId: textAt(event, 'app_id') ?? '',
      tenantKey: textAt(event, 'tenant_key') ?? '',
    },
    event,
  }
}
