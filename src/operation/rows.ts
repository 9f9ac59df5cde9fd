import type { Instant } from '../kernel/time.ts'
import type { Statement } from '../store/database.ts'
import { prepared } from '../store/prepared.ts'

/** The jobs that are remembered: what the clock does every minute, and the backup. */
export type JobName = 'tick' | 'backup'

export interface JobRun {
  readonly name: JobName
  readonly startedAt: Instant
  readonly endedAt: Instant
  /** Why it failed, a word of ours; undefined where it went well. */
  readonly fault?: string
  /** Kept of a good run. */
  readonly facts?: object
}

const good = prepared((db, p: { name: string; started_at: Instant; ended_at: Instant; facts: string }) =>
  db
    .insertInto('job')
    .values({
      name: p.name,
      started_at: p.started_at,
      ended_at: p.ended_at,
      good_at: p.ended_at,
      fault: null,
      facts: p.facts,
    })
    .onConflict((on) =>
      on.column('name').doUpdateSet((row) => ({
        started_at: row.ref('excluded.started_at'),
        ended_at: row.ref('excluded.ended_at'),
        good_at: row.ref('excluded.good_at'),
        fault: null,
        facts: row.ref('excluded.facts'),
      })),
    ),
)

const bad = prepared((db, p: { name: string; started_at: Instant; ended_at: Instant; fault: string }) =>
  db
    .insertInto('job')
    .values({
      name: p.name,
      started_at: p.started_at,
      ended_at: p.ended_at,
      good_at: null,
      fault: p.fault,
      facts: '{}',
    })
    .onConflict((on) =>
      on.column('name').doUpdateSet((row) => ({
        started_at: row.ref('excluded.started_at'),
        ended_at: row.ref('excluded.ended_at'),
        fault: row.ref('excluded.fault'),
      })),
    ),
)

/** How a job went; what the last good run left stays through those that fail. */
export function recordRun({ name, startedAt, endedAt, fault, facts = {} }: JobRun): Statement {
  const times = { name, started_at: startedAt, ended_at: endedAt }
  return fault === undefined ? good({ ...times, facts: JSON.stringify(facts) }) : bad({ ...times, fault })
}

const wish = prepared((db, p: { person: string; at: Instant }) =>
  db
    .insertInto('backup_wish')
    .values({ person: p.person, at: p.at })
    .onConflict((on) => on.column('person').doNothing()),
)

/** Somebody wants a backup now, and to be told of it. */
export function wishForBackup(person: string, at: Instant): Statement {
  return wish({ person, at })
}

const forget = prepared((db, p: { person: string }) =>
  db.deleteFrom('backup_wish').where('person', '=', p.person),
)

export function forgetWish(person: string): Statement {
  return forget({ person })
}
