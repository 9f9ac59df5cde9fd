/** The journal's hash chain: each entry carries the hash of the one before it on the same subject (rulebook 7). */
import { createHash } from 'node:crypto'
import type { Meta } from './command.ts'
import type { Happening } from './decision.ts'
import type { SubjectId } from './ids.ts'
import type { Instant } from './time.ts'

export interface JournalEntry {
  readonly subject: string
  readonly version: number
  readonly type: string
  readonly at: Instant
  readonly by_person: string
  readonly in_name_of: string
  readonly cause: string
  /** JSON of the event, exactly as hashed. */
  readonly body: string
  readonly previous_hash: string
  readonly hash: string
}

/** Entries for the events of one subject, at the versions that follow `version`, chained to `hash` ('' at version 0). */
export function journalEntries(
  subject: SubjectId,
  head: { readonly version: number; readonly hash: string },
  events: readonly Happening[],
  meta: Meta,
): JournalEntry[] {
  let { version, hash } = head
  return events.map((event) => {
    version += 1
    const unsealed = {
      subject,
      version,
      type: event.type,
      at: meta.at,
      by_person: meta.by,
      in_name_of: meta.inNameOf,
      cause: meta.causes[0],
      body: JSON.stringify(event),
      previous_hash: hash,
    }
    hash = hashOf(unsealed)
    return { ...unsealed, hash }
  })
}

/** SHA-256 (hex) over the previous hash and every column of the entry. */
export function hashOf(entry: Omit<JournalEntry, 'hash'>): string {
  const sealed = [
    entry.previous_hash,
    entry.subject,
    entry.version,
    entry.type,
    entry.at,
    entry.by_person,
    entry.in_name_of,
    entry.cause,
    entry.body,
  ]
  return createHash('sha256').update(JSON.stringify(sealed)).digest('hex')
}

export interface BrokenEntry {
  readonly subject: string
  readonly version: number
  readonly what: 'altered' | 'unchained' | 'missing' | 'head-differs'
}

/** The first broken entry of one subject's journal, read in order of version; `head` is what the subject row claims. */
export function firstBroken(
  entries: readonly JournalEntry[],
  head: { readonly id: string; readonly version: number; readonly hash: string },
): BrokenEntry | undefined {
  let previous = { version: 0, hash: '' }
  for (const entry of entries) {
    if (entry.version !== previous.version + 1)
      return { subject: head.id, version: previous.version + 1, what: 'missing' }
    if (entry.previous_hash !== previous.hash)
      return { subject: head.id, version: entry.version, what: 'unchained' }
    if (hashOf(entry) !== entry.hash) return { subject: head.id, version: entry.version, what: 'altered' }
    previous = entry
  }
  if (previous.version < head.version)
    return { subject: head.id, version: previous.version + 1, what: 'missing' }
  if (previous.version > head.version || previous.hash !== head.hash)
    return { subject: head.id, version: previous.version, what: 'head-differs' }
  return undefined
}
