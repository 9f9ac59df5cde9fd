/** `npm run bench`: every measurement in one run on one machine, each beside its baseline. */
import { mkdtempSync, rmSync } from 'node:fs'
import { arch, availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureBoard } from './measure/board.ts'
import { measureOutbox } from './measure/outbox.ts'
import { measureOverview } from './measure/overview.ts'
import { measurePlanning } from './measure/planning.ts'
import { measureReminders } from './measure/reminders.ts'
import { measureScores } from './measure/scores.ts'
import { measureStart } from './measure/start.ts'
import { measureStore } from './measure/store.ts'
import { measureTaps } from './measure/taps.ts'

const { values } = parseArgs({
  options: {
    /** 10,000 paced messages in real time: eleven minutes more. */
    long: { type: 'boolean', default: false },
    /** A tenth of everything, to see whether it runs. */
    quick: { type: 'boolean', default: false },
    /** Some of: store, taps, outbox, planning, overview, board, reminders, scores, start. */
    only: { type: 'string', default: 'store,taps,outbox,planning,overview,board,reminders,scores,start' },
    /** Writes a CPU profile of the service under taps into this folder. */
    profile: { type: 'string' },
  },
})

const share = values.quick ? 0.1 : 1
const rounds = values.quick ? 1 : 3
const folder = mkdtempSync(join(tmpdir(), 'mubiao-bench-'))
const profiling = values.profile ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] : []

const measurements: Readonly<Record<string, () => Promise<void>>> = {
  store: () => measureStore({ folder, rounds, commits: 5000 * share }),
  taps: () =>
    measureTaps({
      folder,
      rounds,
      requests: 10_000 * share,
      memoryAfter: 100_000 * share,
      nodeOptions: profiling,
    }),
  outbox: () =>
    measureOutbox({
      folder,
      free: 5000 * share,
      paced: values.long ? 10_000 : 300 * share,
      virtual: 10_000 * share,
    }),
  planning: () => measurePlanning({ folder, units: 100 * share }),
  overview: () => measureOverview({ folder, times: 200 * share }),
  board: () => measureBoard({ folder, times: 50 * share }),
  reminders: () => measureReminders({ folder, people: 10_000 * share, times: Math.max(3, 20 * share) }),
  scores: () => measureScores({ folder, times: Math.max(3, 20 * share) }),
  start: () => measureStart({ folder, rounds }),
}

console.log(
  `Node ${process.version}, ${arch()}, ${availableParallelism()} x ${cpus()[0]?.model ?? 'unknown processor'}`,
)
try {
  for (const name of values.only.split(',')) await measurements[name]?.()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
