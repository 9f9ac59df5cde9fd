/** When backups are made: by the hour, and when somebody asked. At most one at a time. */
import type { Notice } from '../../kernel/command.ts'
import type { PersonId } from '../../kernel/ids.ts'
import type { Clock, Instant } from '../../kernel/time.ts'
import { type Log, sayError } from '../../log.ts'
import type { Database } from '../../store/database.ts'
import { enqueueNotice } from '../../store/outbox.ts'
import type { Disk } from '../host.ts'
import type { Meter } from '../meter.ts'
import { findJob, listBackupWishes } from '../queries.ts'
import { forgetWish, recordRun } from '../rows.ts'
import { backupIsDue } from '../rules/backup-due.ts'
import { BackupError, type BackupFacts, type BackupFault } from './result.ts'

export interface BackupJobDeps {
  readonly db: Database
  readonly disk: Disk
  readonly clock: Clock
  readonly log: Log
  readonly meter: Meter
  /** Something may wait in the outbox. */
  readonly kick: () => void
}

export interface BackupJob {
  /** Makes the backups that are wanted or due, in the background. */
  kick(): void
  /** Ends the one that is under way; no more are made. */
  stop(): Promise<void>
}

export function createBackupJob(deps: BackupJobDeps): BackupJob {
  const stopping = new AbortController()
  let running: Promise<void> | undefined
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted && (await runOnce(deps, stopping.signal)));
  }
  return {
    kick() {
      running ??= run()
        .catch((error: unknown) => deps.log.error(sayError(error), 'backup job failed'))
        .finally(() => {
          running = undefined
        })
    },
    async stop() {
      stopping.abort()
      await running
    },
  }
}

/** Whether there was one to make. Wishes that come meanwhile are for the next. */
async function runOnce(deps: BackupJobDeps, stop: AbortSignal): Promise<boolean> {
  const { db, disk, clock } = deps
  const wishes = await listBackupWishes(db)
  const last = await findJob(db, 'backup')
  const startedAt = clock()
  const known = last && { startedAt: last.started_at, goodAt: last.good_at, fault: last.fault }
  if (wishes.length === 0 && !backupIsDue(known, startedAt, disk.backups.atHour)) return false
  const made = await disk.makeBackup(stop).catch((error: unknown) => faultOf(deps, error))
  // A stop is no failure: who asked is answered after the start.
  if (made === 'backup-stopped') return false
  await settle(deps, startedAt, made, wishes)
  return true
}

function faultOf({ log }: BackupJobDeps, error: unknown): BackupFault {
  const fault = error instanceof BackupError ? error.fault : 'backup-failed'
  if (fault !== 'backup-stopped') log.error({ fault, ...sayError(error) }, 'no backup was made')
  return fault
}

async function settle(
  { db, clock, log, meter, kick }: BackupJobDeps,
  startedAt: Instant,
  made: BackupFacts | BackupFault,
  wishes: readonly PersonId[],
): Promise<void> {
  const endedAt = clock()
  const good = typeof made !== 'string'
  await db.commit([
    recordRun({ name: 'backup', startedAt, endedAt, ...(good ? { facts: made } : { fault: made }) }),
    ...wishes.flatMap((person) => [
      forgetWish(person),
      enqueueNotice(noticeTo(person, made, startedAt), endedAt),
    ]),
  ])
  meter.ran('backup', good, good ? made.milliseconds / 1000 : 0)
  if (good) log.info({ kind: 'backup', ...made }, 'backup made')
  if (wishes.length > 0) kick()
}

function noticeTo(person: PersonId, made: BackupFacts | BackupFault, at: Instant): Notice {
  const params = typeof made === 'string' ? { fault: made } : { made: { ...made } }
  return { to: person, view: { name: 'backup-made', params }, about: null, key: `backup:${at}:${person}` }
}
