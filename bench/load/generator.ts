/** The process that taps: makes its requests first, then sends them over a number of connections as fast as they are answered. */
import { answering, tellParent } from '../child.ts'
import { percentile } from '../statistics.ts'
import { type Connection, openConnection } from './connection.ts'
import { tapRequest } from './tap-request.ts'

export interface Job {
  readonly port: number
  /** Makes the event ids of this run differ from every other's. */
  readonly run: string
  readonly requests: number
  readonly connections: number
  /** What every answer must contain to count as right. */
  readonly expect: string
}

export interface LoadResult {
  readonly perSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p99: number
  /** Answers with another status than 200, or without what was expected. */
  readonly wrong: number
  readonly firstWrong?: string
}

async function load(job: Job): Promise<LoadResult> {
  const now = Date.now()
  const requests = Array.from({ length: job.requests }, (_, n) => tapRequest(job.run, n, now))
  const connections = await Promise.all(
    Array.from({ length: job.connections }, () => openConnection(job.port)),
  )
  const times = new Float64Array(requests.length)
  const wrong: string[] = []
  const remaining = requests.entries()
  const tapAll = async (connection: Connection): Promise<void> => {
    for (const [n, request] of remaining) {
      const sent = performance.now()
      const { status, body } = await connection.send(request)
      times[n] = performance.now() - sent
      if (status !== 200 || !body.includes(job.expect)) wrong.push(`${status} ${body.slice(0, 300)}`)
    }
  }
  const started = performance.now()
  await Promise.all(connections.map(tapAll))
  const seconds = (performance.now() - started) / 1000
  for (const connection of connections) connection.close()
  return {
    perSecond: requests.length / seconds,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    wrong: wrong.length,
    ...(wrong[0] !== undefined && { firstWrong: wrong[0] }),
  }
}

answering<Job>(load)
tellParent({ ready: true })
