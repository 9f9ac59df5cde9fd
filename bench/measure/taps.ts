/** Signed, encrypted card taps a second: the service on a real file, beside the SDK's empty handler and a bare route. */
import type { ChildProcess } from 'node:child_process'
import { openSqlite } from '../../src/store/sqlite.ts'
import { ask, heard, pinned, processorSeconds, residentMegabytes, start, stop } from '../child.ts'
import type { Job, LoadResult } from '../load/generator.ts'
import { median } from '../statistics.ts'
import { count, decimal, printTable } from '../table.ts'
import { openUniversity } from '../world/university.ts'
import { SDK, SERVICE, type Server, startBaseline, startService } from './tap-servers.ts'

export interface TapOptions {
  readonly folder: string
  readonly rounds: number
  /** Requests of one run; a single connection gets a quarter. */
  readonly requests: number
  /** How many taps the service must have answered when its memory is read at the end. */
  readonly memoryAfter: number
  readonly nodeOptions: readonly string[]
}

interface Run extends LoadResult {
  readonly server: string
  readonly connections: number
  readonly requests: number
  /** Processor time of the server for one tap, all its threads. */
  readonly microseconds: number
}

type Task = Pick<Job, 'run' | 'requests' | 'connections'>
type Tap = (server: Server, task: Task) => Promise<Run>

const CONNECTIONS = [1, 32, 64] as const
const WARM_UP = 4000

export async function measureTaps({ folder, nodeOptions, ...options }: TapOptions): Promise<void> {
  const file = `${folder}/taps.sqlite`
  const seeded = await openUniversity(file)
  seeded.close()
  const generator = start(new URL('../load/generator.ts', import.meta.url), { core: 'load' })
  await heard(generator)
  const service = await startService(file, nodeOptions)
  const atStart = residentMegabytes(service.child)
  const servers = [await startBaseline('bare'), await startBaseline('sdk'), service]
  const done: Run[] = []
  const tap: Tap = async (server, task) => {
    const run = await load(generator, server, task)
    done.push(run)
    return run
  }
  for (const server of servers) await tap(server, { run: 'warm-up', requests: WARM_UP, connections: 32 })
  printTaps(await takeTurns(servers, tap, options), options)
  const left = options.memoryAfter - tapsOf(done).asked
  if (left > 0) await tap(service, { run: 'memory', requests: left, connections: 32 })
  const atEnd = residentMegabytes(service.child)
  for (const child of [...servers.map((one) => one.child), generator]) await stop(child)
  printProof(file, tapsOf(done), atStart, atEnd)
}

/** The servers take turns within each round, so that whatever else the machine does hits all alike. */
async function takeTurns(
  servers: readonly Server[],
  tap: Tap,
  { rounds, requests }: Pick<TapOptions, 'rounds' | 'requests'>,
): Promise<Run[]> {
  const runs: Run[] = []
  for (let round = 1; round <= rounds; round++) {
    for (const connections of CONNECTIONS) {
      const each = connections === 1 ? Math.ceil(requests / 4) : requests
      for (const server of servers)
        runs.push(await tap(server, { run: `round ${round}, ${connections}`, requests: each, connections }))
    }
  }
  return runs
}

function printTaps(
  runs: readonly Run[],
  { rounds, requests }: Pick<TapOptions, 'rounds' | 'requests'>,
): void {
  const names = new Set(runs.map((run) => run.server))
  const rows = CONNECTIONS.flatMap((connections) => {
    const at = (server: string, value: (run: Run) => number): number =>
      median(runs.filter((run) => run.server === server && run.connections === connections).map(value))
    const sdk = at(SDK, (run) => run.perSecond)
    return [...names].map((name) => [
      name,
      String(connections),
      count(at(name, (run) => run.perSecond)),
      decimal(at(name, (run) => run.p50)),
      decimal(at(name, (run) => run.p99)),
      decimal(at(name, (run) => run.perSecond) / sdk),
      decimal(
        at(name, (run) => run.microseconds),
        0,
      ),
    ])
  })
  const where = pinned ? 'server and load on a core each' : 'processes not bound to cores'
  const title = `Card taps: ${rounds} rounds of ${count(requests)}, medians; ${where}`
  printTable(title, ['server', 'connections', 'taps/s', 'p50 ms', 'p99 ms', 'x SDK', 'CPU us/tap'], rows)
}

/** Every tap was answered as done, and the journal holds one entry for each. */
function printProof(
  file: string,
  taps: { asked: number; done: number },
  atStart: number,
  atEnd: number,
): void {
  const db = openSqlite(file)
  const [journal] = db.raw(`SELECT count(*) AS entries FROM journal WHERE type = 'progress.reported'`) as {
    entries: number
  }[]
  db.close()
  const entries = count(journal?.entries ?? 0)
  console.log(
    `\nOf ${count(taps.asked)} taps ${count(taps.done)} were answered as done; ${entries} are in the journal.`,
  )
  printTable(
    'Memory of the service, MB resident',
    ['', 'MB'],
    [
      ['after start', decimal(atStart, 0)],
      [`after ${count(taps.asked)} taps`, decimal(atEnd, 0)],
    ],
  )
}

function tapsOf(runs: readonly Run[]): { readonly asked: number; readonly done: number } {
  const own = runs.filter((run) => run.server === SERVICE)
  const asked = own.reduce((sum, run) => sum + run.requests, 0)
  return { asked, done: own.reduce((sum, run) => sum - run.wrong, asked) }
}

async function load(
  generator: ChildProcess,
  { name, child, port, expect }: Server,
  task: Task,
): Promise<Run> {
  const before = processorSeconds(child)
  const result = await ask<LoadResult>(generator, { ...task, port, expect })
  const microseconds = ((processorSeconds(child) - before) / task.requests) * 1e6
  if (result.wrong > 0) console.log(`${name}: ${result.wrong} wrong answers, the first: ${result.firstWrong}`)
  return { ...result, server: name, connections: task.connections, requests: task.requests, microseconds }
}
