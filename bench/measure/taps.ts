/** Signed, encrypted card taps a second: the service on a real file, beside the SDK's empty handler and a bare route. */
import type { ChildProcess } from 'node:child_process'
import { ask, heard, pinned, processorSeconds, residentMegabytes, start, stop } from '../child.ts'
import { freePort, untilHealthy } from '../free-port.ts'
import type { Job, LoadResult } from '../load/generator.ts'
import { median } from '../statistics.ts'
import { count, decimal, printTable } from '../table.ts'
import { APP, environmentOf } from '../world/app.ts'
import { openUniversity } from '../world/university.ts'

interface Server {
  readonly name: string
  readonly child: ChildProcess
  readonly port: number
  readonly expect: string
}

interface Run extends LoadResult {
  /** Processor time of the server for one tap, all its threads. */
  readonly microseconds: number
}

export interface TapOptions {
  readonly folder: string
  readonly rounds: number
  /** Requests of one run; a single connection gets a quarter. */
  readonly requests: number
  /** How many taps the service must have answered when its memory is read at the end. */
  readonly memoryAfter: number
  readonly nodeOptions?: readonly string[]
}

const CONNECTIONS = [1, 32, 64] as const
const WARM_UP = 4000

/** The rounds of the three servers take turns, so that whatever else the machine does hits all alike; medians are printed. */
export async function measureTaps(options: TapOptions): Promise<void> {
  const file = `${options.folder}/taps.sqlite`
  const db = await openUniversity(file)
  const generator = start(new URL('../load/generator.ts', import.meta.url), { core: 'load' })
  await heard(generator)
  const service = await startService(file, options)
  const startMegabytes = residentMegabytes(service.child)
  const servers = [await startBaseline('bare'), await startBaseline('sdk'), service]
  const tapped = await comparison(generator, servers, options)
  const more = options.memoryAfter - tapped
  const last = await load(generator, service, { run: 'memory', requests: Math.max(more, 1), connections: 32 })
  const endMegabytes = residentMegabytes(service.child)
  for (const { child } of servers) await stop(child)
  await stop(generator)
  const [journal] = db.raw(`SELECT count(*) AS entries FROM journal WHERE type = 'progress.reported'`)
  db.close()
  const all = tapped + Math.max(more, 1)
  console.log(
    `\nTaps answered as done: ${count(all - last.wrong)} of ${count(all)}; in the journal: ${JSON.stringify(journal)}`,
  )
  printTable(
    'Memory of the service, MB resident',
    ['', 'MB'],
    [
      ['after start', decimal(startMegabytes, 0)],
      [`after ${count(all)} taps`, decimal(endMegabytes, 0)],
    ],
  )
}

/** Returns how many taps the service answered. */
async function comparison(
  generator: ChildProcess,
  servers: readonly Server[],
  options: TapOptions,
): Promise<number> {
  const runs = new Map<string, Run[]>()
  let tapped = 0
  const one = async (server: Server, run: string, requests: number, connections: number): Promise<Run> => {
    if (server.name === SERVICE) tapped += requests
    return load(generator, server, { run, requests, connections })
  }
  for (const server of servers) await one(server, 'warm-up', WARM_UP, 32)
  for (let round = 1; round <= options.rounds; round++) {
    for (const connections of CONNECTIONS) {
      const requests = connections === 1 ? Math.ceil(options.requests / 4) : options.requests
      for (const server of servers) {
        const result = await one(server, `r${round}c${connections}`, requests, connections)
        const key = `${server.name}/${connections}`
        runs.set(key, [...(runs.get(key) ?? []), result])
      }
    }
  }
  printTaps(servers, runs, options)
  return tapped
}

function printTaps(
  servers: readonly Server[],
  runs: ReadonlyMap<string, readonly Run[]>,
  options: TapOptions,
): void {
  const middle = (name: string, connections: number, value: (one: Run) => number): number =>
    median((runs.get(`${name}/${connections}`) ?? []).map(value))
  const rows = CONNECTIONS.flatMap((connections) => {
    const sdk = middle(SDK, connections, (one) => one.perSecond)
    return servers.map(({ name }) => {
      const perSecond = middle(name, connections, (one) => one.perSecond)
      const p50 = middle(name, connections, (one) => one.p50)
      const p99 = middle(name, connections, (one) => one.p99)
      return [
        name,
        String(connections),
        count(perSecond),
        decimal(p50),
        decimal(p99),
        decimal(perSecond / sdk),
        decimal(
          middle(name, connections, (one) => one.microseconds),
          0,
        ),
      ]
    })
  })
  const where = pinned ? 'server and load on a core each' : 'processes not bound to cores'
  const title = `Card taps: ${options.rounds} rounds of ${count(options.requests)}, medians; ${where}`
  printTable(title, ['server', 'connections', 'taps/s', 'p50 ms', 'p99 ms', 'x SDK', 'CPU us/tap'], rows)
}

const SERVICE = 'mubiao: verify, decrypt, decide, commit (FULL), card'
const SDK = 'SDK adaptDefault, empty handler'
const BARE = 'bare Hono route, body read'

async function startBaseline(which: 'bare' | 'sdk'): Promise<Server> {
  const child = start(new URL(`../servers/${which}.ts`, import.meta.url), { core: 'server' })
  const { port } = await heard<{ port: number }>(child)
  return { name: which === 'sdk' ? SDK : BARE, child, port, expect: '' }
}

/** The program itself, as it is started for a real Feishu. */
async function startService(file: string, { folder, nodeOptions = [] }: TapOptions): Promise<Server> {
  const port = await freePort()
  const env = { ...environmentOf(APP), DATABASE_URL: file, DATA_DIR: folder, PORT: String(port) }
  const child = start(new URL('../servers/service.ts', import.meta.url), { core: 'server', env, nodeOptions })
  await untilHealthy(port)
  return { name: SERVICE, child, port, expect: '"toast":{"type":"success"' }
}

async function load(
  generator: ChildProcess,
  { name, child, port, expect }: Server,
  job: Pick<Job, 'run' | 'requests' | 'connections'>,
): Promise<Run> {
  const before = processorSeconds(child)
  const result = await ask<LoadResult>(generator, { ...job, port, expect })
  const microseconds = ((processorSeconds(child) - before) / job.requests) * 1e6
  if (result.wrong > 0) console.log(`${name}: ${result.wrong} wrong answers, the first: ${result.firstWrong}`)
  return { ...result, microseconds }
}
