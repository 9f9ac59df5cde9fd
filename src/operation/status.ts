/** What the card shows of how the program runs. */
import type { SystemStatusFacts } from '../../cards/system-status.ts'
import type { JournalCheckState } from '../history/rules/journal-check.ts'
import { JOURNAL_CHECK, journalCheckSubject } from '../history/subjects.ts'
import { foldSubject } from '../kernel/subject.ts'
import type { Instant } from '../kernel/time.ts'
import type { Database } from '../store/database.ts'
import type { JobTable } from '../store/schema/operation.ts'
import type { BackupFacts } from './backup/result.ts'
import type { Host } from './host.ts'
import { listBackupWishes } from './queries.ts'
import { statusOf, takeReadings } from './readings.ts'
import { findingsOf } from './rules/findings.ts'
import { sayFinding } from './say-finding.ts'

export async function loadStatus(db: Database, host: Host, at: Instant): Promise<SystemStatusFacts> {
  const [readings, wishes, check] = await Promise.all([
    takeReadings(db, host, at),
    listBackupWishes(db),
    foldSubject(db, journalCheckSubject, JOURNAL_CHECK),
  ])
  const facts = statusOf(readings, host)
  return {
    at,
    version: host.version,
    findings: findingsOf(facts, at).map(sayFinding),
    waiting: facts.waiting,
    oldest: facts.oldest,
    parked: facts.parked,
    refused: facts.refused > 0,
    sentAt: readings.ledger.sentAt,
    tickedAt: facts.tickedAt,
    entries: readings.entries,
    databaseBytes: facts.databaseBytes,
    freeBytes: facts.freeBytes,
    checked: lastCheck(check.state),
    backup: host.disk
      ? { ...lastOf(readings.backup), wanted: wishes.length > 0, hour: host.disk.backups.atHour }
      : null,
  }
}

/** The journal's last whole check, which the office asks for with 核对日志. */
function lastCheck(state: JournalCheckState): SystemStatusFacts['checked'] {
  const last = state.status === 'never' ? null : state.last
  return last && { at: last.at, whole: last.broken === null }
}

/** Of the last good one, whatever failed after it. */
function lastOf(job: JobTable | undefined) {
  if (!job) return { goodAt: null, bytes: 0 }
  // Written from the facts of a backup; '{}' where none ever went well.
  const { bytes = 0 } = JSON.parse(job.facts) as Partial<BackupFacts>
  return { goodAt: job.good_at, bytes }
}
