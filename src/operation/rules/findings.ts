/** What is wrong with the running of the program, from what is known of it. */
import type { Instant } from '../../kernel/time.ts'

export interface StatusFacts {
  readonly waiting: number
  /** Since when the oldest message that is due has waited. */
  readonly oldest: Instant | null
  readonly parked: number
  /** Messages that the platform does not take from us at all. */
  readonly refused: number
  /** When the clock last came round; null before the first time. */
  readonly tickedAt: Instant | null
  /** Chapters whose due things could not be given the last time. */
  readonly tickFault: string | null
  /** Null where backups are made by the platform. */
  readonly backup: {
    readonly goodAt: Instant | null
    readonly fault: string | null
    /** Since when there is something to keep. */
    readonly since: Instant | null
  } | null
  /** Bytes; null where it is not known. */
  readonly freeBytes: number | null
  readonly databaseBytes: number | null
}

export type Finding =
  | { readonly kind: 'clock-stopped'; readonly since: Instant }
  | { readonly kind: 'clock-failing' }
  | { readonly kind: 'outbox-stuck'; readonly since: Instant; readonly waiting: number }
  | { readonly kind: 'credentials-refused'; readonly waiting: number }
  | { readonly kind: 'messages-parked'; readonly count: number }
  | { readonly kind: 'backup-failed'; readonly fault: string }
  | { readonly kind: 'backup-old'; readonly since: Instant }
  | { readonly kind: 'backup-missing' }
  | { readonly kind: 'disk-short'; readonly freeBytes: number }

const CLOCK_LATE_MS = 10 * 60_000
const STUCK_MS = 10 * 60_000
const BACKUP_OLD_MS = 48 * 3_600_000
/** What a backup of the day and a busy day need at least. */
const LEAST_FREE_BYTES = 500 * 1024 * 1024

/** The worst first. `now` and the facts are of one moment. */
export function findingsOf(facts: StatusFacts, now: Instant): Finding[] {
  const older = (moment: Instant | null, ms: number): moment is Instant =>
    moment !== null && Date.parse(now) - Date.parse(moment) > ms
  const { tickedAt, oldest, waiting, refused, parked, freeBytes, databaseBytes } = facts
  const found: (Finding | false)[] = [
    older(tickedAt, CLOCK_LATE_MS) && { kind: 'clock-stopped', since: tickedAt },
    refused > 0 && { kind: 'credentials-refused', waiting: refused },
    refused === 0 && older(oldest, STUCK_MS) && { kind: 'outbox-stuck', since: oldest, waiting },
    parked > 0 && { kind: 'messages-parked', count: parked },
    facts.backup !== null && backupFinding(facts.backup, older),
    freeBytes !== null &&
      freeBytes < Math.max(LEAST_FREE_BYTES, 2 * (databaseBytes ?? 0)) && { kind: 'disk-short', freeBytes },
    facts.tickFault !== null && { kind: 'clock-failing' },
  ]
  return found
    .filter((one) => one !== false)
    .toSorted((one, other) => Number(isGrave(other)) - Number(isGrave(one)))
}

function backupFinding(
  { goodAt, fault, since }: NonNullable<StatusFacts['backup']>,
  older: (moment: Instant | null, ms: number) => moment is Instant,
): Finding | false {
  if (fault !== null) return { kind: 'backup-failed', fault }
  if (older(goodAt, BACKUP_OLD_MS)) return { kind: 'backup-old', since: goodAt }
  return goodAt === null && older(since, BACKUP_OLD_MS) && { kind: 'backup-missing' }
}

/** Whether somebody should act today, or only soon. */
export function isGrave(finding: Finding): boolean {
  switch (finding.kind) {
    case 'clock-stopped':
    case 'credentials-refused':
    case 'outbox-stuck':
    case 'backup-failed':
    case 'disk-short':
      return true
    case 'messages-parked':
    case 'backup-old':
    case 'backup-missing':
    case 'clock-failing':
      return false
  }
}
