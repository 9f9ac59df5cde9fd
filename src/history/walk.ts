/** The whole journal recomputed in small pieces, so that nobody waits for it (rulebook 7). Used by the office's card and the command line. */
import { hashOf } from '../kernel/journal.ts'
import type { Database } from '../store/database.ts'
import { findEmptySubject, listJournalAfter, type WalkedEntry } from './queries.ts'
import type { Broken, Course, Turn } from './rules/journal-check.ts'

/** A piece takes about 5 ms; between two others have their turn. */
const PIECE = 500

export interface Walk {
  /** Whether there is time for another piece. */
  readonly goesOn: () => boolean
}

/** Lets whatever waits go first. */
export const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

/** Goes on from where the last turn stopped; ends at the first broken entry, at the end of the journal, or when the time is up. */
export async function walkJournal(db: Database, from: Course, { goesOn }: Walk): Promise<Turn> {
  let { subject, version, subjects, entries } = from
  let last: WalkedEntry | undefined
  if (subject !== '') last = (await listJournalAfter(db, subject, version - 1, 1))[0]
  const course = (): Course => ({ subject, version, subjects, entries })
  for (;;) {
    const piece = await listJournalAfter(db, subject, version, PIECE)
    for (const entry of piece) {
      const broken = firstFault(last, entry)
      if (broken) return { course: course(), broken }
      if (entry.subject !== last?.subject) subjects += 1
      entries += 1
      last = entry
      ;({ subject, version } = entry)
    }
    if (piece.length < PIECE) return { course: course(), broken: await brokenAtTheEnd(db, last) }
    if (!goesOn()) return { course: course() }
    await pause()
  }
}

async function brokenAtTheEnd(db: Database, last: WalkedEntry | undefined): Promise<Broken | null> {
  return (last && endFault(last)) ?? (await findEmptySubject(db)) ?? null
}

/** What is wrong between two entries that follow one another in the order of subject and version. */
function firstFault(last: WalkedEntry | undefined, entry: WalkedEntry): Broken | undefined {
  const goesOn = last?.subject === entry.subject
  const end = goesOn || !last ? undefined : endFault(last)
  if (end) return end
  const { subject, version } = entry
  const previous = goesOn && last ? last : { version: 0, hash: '' }
  if (version !== previous.version + 1) return { subject, version: previous.version + 1, what: 'missing' }
  if (entry.previous_hash !== previous.hash) return { subject, version, what: 'unchained' }
  return hashOf(entry) === entry.hash ? undefined : { subject, version, what: 'altered' }
}

/** The last entry of a subject against what the subject's row says; both were read by one statement. */
function endFault({ subject, version, hash, head_version, head_hash }: WalkedEntry): Broken | undefined {
  if (head_version !== null && version < head_version)
    return { subject, version: version + 1, what: 'missing' }
  return version === head_version && hash === head_hash
    ? undefined
    : { subject, version, what: 'head-differs' }
}
