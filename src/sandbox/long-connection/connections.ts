/** The long connections that the app has open: deliveries go out over one of them, and its frame brings the answer back. */
import * as z from 'zod'
import { ANSWER_DEADLINE, type PostOutcome } from '../delivery/post.ts'
import { parseJson } from '../storage.ts'
import type { Timer } from '../timer.ts'
import { decodeFrame, encodeFrame, type Frame } from './frame.ts'

/** What the app is told about its connection, in seconds: how often to ping, and when to come back after a cut. */
export const CLIENT_CONFIG = {
  PingInterval: 120,
  ReconnectCount: -1,
  ReconnectInterval: 1,
  ReconnectNonce: 0,
}
export const SERVICE = 1

const CONTROL = 0
const DATA = 1

/** The socket below a connection. */
export interface Socket {
  send(bytes: Uint8Array): void
  /** Cuts it without a word. */
  destroy(): void
}

/** What the socket reports. */
export interface SocketEvents {
  readonly received: (bytes: Uint8Array) => void
  readonly ended: () => void
}

export interface LongConnections {
  /** How many take deliveries. A connection does from its first ping on: before it the client may not listen yet. */
  count(): number
  accept(socket: Socket): SocketEvents
  /** Sends a delivery (JSON text) over one connection and reports how it ended; never rejects. */
  deliver(body: string): Promise<PostOutcome>
  /** Cuts all of them, as when the platform goes down. */
  cut(): void
}

interface Parts {
  readonly timer: Timer
  readonly ids: () => string
  readonly log: (line: string) => void
}

interface Connection {
  readonly socket: Socket
  /** Deliveries that wait for their acknowledgement, by message id of the frame. */
  readonly waiting: Map<string, (outcome: PostOutcome) => void>
}

export function createLongConnections(parts: Parts): LongConnections {
  const sockets = new Set<Socket>()
  const open = new Set<Connection>()
  return {
    count: () => open.size,
    accept(socket) {
      const connection: Connection = { socket, waiting: new Map() }
      sockets.add(socket)
      return {
        received(bytes) {
          open.add(connection)
          receive(parts, connection, bytes)
        },
        ended() {
          sockets.delete(socket)
          open.delete(connection)
          for (const settle of connection.waiting.values()) settle(CUT)
        },
      }
    },
    async deliver(body) {
      const connection = inTurn(open)
      return connection ? await send(parts, connection, body) : { is: 'no-address' }
    },
    cut() {
      for (const socket of sockets) socket.destroy()
    },
  }
}

const CUT: PostOutcome = { is: 'unreachable', dns: false, detail: 'the long connection was cut' }

/** Each delivery goes to one connection only; Feishu chooses by chance, the sandbox in turn. */
function inTurn(open: Set<Connection>): Connection | undefined {
  const [next] = open
  if (next === undefined) return undefined
  open.delete(next)
  open.add(next)
  return next
}

function send(parts: Parts, connection: Connection, body: string): Promise<PostOutcome> {
  const messageId = parts.ids()
  return new Promise((resolve) => {
    const settle = (outcome: PostOutcome): void => {
      stop()
      connection.waiting.delete(messageId)
      resolve(outcome)
    }
    const stop = parts.timer.after(ANSWER_DEADLINE, () => settle({ is: 'timeout' }))
    connection.waiting.set(messageId, settle)
    connection.socket.send(encodeFrame(eventFrame(messageId, parts.ids(), body)))
  })
}

/** Taps too travel as `event`: clients leave a frame of type `card` unread (cards.md 5.1). */
function eventFrame(messageId: string, traceId: string, body: string): Frame {
  const headers = { type: 'event', message_id: messageId, sum: '1', seq: '0', trace_id: traceId }
  return { seqId: 1, logId: 1, service: SERVICE, method: DATA, headers, payload: Buffer.from(body) }
}

function receive(parts: Parts, { socket, waiting }: Connection, bytes: Uint8Array): void {
  const frame = decodeFrame(bytes)
  if (frame === undefined) parts.log('long connection: a frame cannot be read')
  else if (frame.method === DATA) waiting.get(frame.headers.message_id ?? '')?.(readAck(frame.payload))
  else if (frame.headers.type === 'ping') socket.send(encodeFrame(pongTo(frame)))
}

function pongTo(ping: Frame): Frame {
  const payload = Buffer.from(JSON.stringify(CLIENT_CONFIG))
  return { ...ping, method: CONTROL, headers: { type: 'pong' }, payload }
}

const ackSchema = z.object({ code: z.number(), data: z.string().optional() })

/** `{code, data}`: the answer is base64 of its JSON; one without data says nothing (protocol.md 5). */
function readAck(payload: Uint8Array): PostOutcome {
  const ack = ackSchema.safeParse(parseJson(Buffer.from(payload).toString('utf8')))
  if (!ack.success) return { is: 'answered', status: 500, body: '' }
  const { code, data } = ack.data
  const body = data === undefined ? '{}' : Buffer.from(data, 'base64').toString('utf8')
  return { is: 'answered', status: code, body }
}
