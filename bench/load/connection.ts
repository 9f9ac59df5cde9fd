/** One keep-alive connection with one request under way at a time; far cheaper than an HTTP client, so that the server is what is measured. */
import { connect, type Socket } from 'node:net'

export interface Answer {
  readonly status: number
  readonly body: string
}

export interface Connection {
  send(request: Buffer): Promise<Answer>
  close(): void
}

export async function openConnection(port: number): Promise<Connection> {
  const socket = connect({ host: '127.0.0.1', port, noDelay: true })
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  return { send: sender(socket), close: () => socket.destroy() }
}

function sender(socket: Socket): Connection['send'] {
  let received = Buffer.alloc(0)
  let waiting: { resolve(answer: Answer): void; reject(error: Error): void } | undefined
  socket.on('data', (chunk) => {
    received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
    const answer = readAnswer(received)
    if (!answer) return
    received = Buffer.alloc(0)
    waiting?.resolve(answer)
  })
  socket.on('error', (error) => waiting?.reject(error))
  socket.on('close', () => waiting?.reject(new Error('the server closed a connection')))
  return (request) =>
    new Promise((resolve, reject) => {
      waiting = { resolve, reject }
      socket.write(request)
    })
}

/** The answer once it is whole. */
function readAnswer(received: Buffer): Answer | undefined {
  const end = received.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const head = received.toString('latin1', 0, end)
  const length = /content-length: (\d+)/i.exec(head)?.[1]
  const whole =
    length === undefined
      ? received.toString('latin1').endsWith('\r\n0\r\n\r\n')
      : received.length >= end + 4 + Number(length)
  if (!whole) return undefined
  return { status: Number(head.slice(9, 12)), body: received.toString('utf8', end + 4) }
}
