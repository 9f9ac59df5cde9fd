/** The meter that Prometheus reads. Only where one process serves all: on Workers no isolate knows what the others counted. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { millisecondsOf } from '../kernel/time.ts'
import type { Meter } from './meter.ts'
import type { Readings } from './readings.ts'

/** Metrics as text, and the meter that fills them. */
export interface Prometheus {
  readonly meter: Meter
  readonly contentType: string
  text(): Promise<string>
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** `readings` are asked for once a scrape: what is in the tables and on the disk. */
export function prometheus(readings: () => Promise<Readings>): Prometheus {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const gauges = gaugesOf(register)
  return {
    meter: meterOf(register),
    contentType: register.contentType,
    async text() {
      gauges(await readings())
      return await register.metrics()
    },
  }
}

function meterOf(register: Registry): Meter {
  const registers = [register]
  const answers = new Histogram({
    name: 'mubiao_answer_seconds',
    help: 'From the arrival of a delivery to its answer',
    labelNames: ['kind', 'outcome'],
    buckets: SECONDS,
    registers,
  })
  const commands = new Counter({
    name: 'mubiao_commands_total',
    help: 'Commands decided',
    labelNames: ['command', 'outcome'],
    registers,
  })
  const deliveries = new Counter({
    name: 'mubiao_outbox_tries_total',
    help: 'Tries to deliver, by what came of them',
    labelNames: ['kind', 'outcome'],
    registers,
  })
  const jobs = new Histogram({
    name: 'mubiao_job_seconds',
    help: 'Jobs of the clock',
    labelNames: ['job'],
    buckets: [0.01, 0.1, 1, 10, 60, 600],
    registers,
  })
  const failures = new Counter({
    name: 'mubiao_job_failures_total',
    help: 'Jobs of the clock that failed, of chapters by their name',
    labelNames: ['job'],
    registers,
  })
  return {
    answered: (kind, outcome, seconds) => answers.observe({ kind, outcome }, seconds),
    decided: (command, outcome) => commands.inc({ command, outcome }),
    tried: (kind, outcome) => deliveries.inc({ kind, outcome }),
    ran(job, ok, seconds) {
      jobs.observe({ job }, seconds)
      if (!ok) failures.inc({ job })
    },
  }
}

function gaugesOf(register: Registry): (readings: Readings) => void {
  const registers = [register]
  const gauge = (name: string, help: string) => new Gauge({ name: `mubiao_${name}`, help, registers })
  const depth = new Gauge({
    name: 'mubiao_outbox_rows',
    help: 'Rows of the outbox, by state',
    labelNames: ['state'],
    registers,
  })
  const oldest = gauge('outbox_oldest_seconds', 'Age of the oldest message that is due')
  const ticked = gauge('last_tick_seconds', 'Since the last tick of the clock ended')
  const backup = gauge('last_backup_seconds', 'Since the last good backup')
  const database = gauge('database_bytes', 'Size of the database file with its log')
  const free = gauge('disk_free_bytes', 'Free space beside the database')
  const entries = gauge('journal_entries', 'Entries of the journal')
  return (now) => {
    const since = (moment: string | null): number =>
      moment === null ? Number.NaN : (millisecondsOf(now.at) - Date.parse(moment)) / 1000
    for (const [state, rows] of Object.entries(now.depth)) depth.set({ state }, rows)
    oldest.set(now.oldest === null ? 0 : since(now.oldest))
    ticked.set(since(now.tickedAt))
    backup.set(since(now.backedUpAt))
    database.set(now.databaseBytes ?? Number.NaN)
    free.set(now.freeBytes ?? Number.NaN)
    entries.set(now.entries)
  }
}
