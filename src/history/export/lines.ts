/**
 * The journal of a year as lines of JSON: first what the file is, then each subject's entries in the order of their
 * versions and the head that its row claimed, at last how many there were. What belongs to no year, as people and
 * units, goes along whole, because a chain can be recomputed from its beginning only.
 */
import { createHash } from 'node:crypto'
import type { JournalEntry } from '../../kernel/journal.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Database } from '../../store/database.ts'
import { listHeads, listJournalOf, type SubjectHead } from '../queries.ts'
import { yearOf } from '../rules/subject-parts.ts'
import { pause } from '../walk.ts'
import { isSealed } from './sealed.ts'

export const FORMAT = 1

export interface Manifest {
  readonly mubiao: 'journal'
  readonly format: typeof FORMAT
  readonly year: number
  readonly exported: Instant
  readonly workbook: { readonly name: string; readonly sha256: string; readonly size: number }
}

export interface SealedEntry extends Pick<JournalEntry, 'subject' | 'version' | 'previous_hash' | 'hash'> {
  readonly sealed: true
}

export interface End {
  readonly subjects: number
  readonly entries: number
  /** SHA-256 (hex) over every entry's hash, a line each. */
  readonly digest: string
}

/** Entries that are read at once. */
const PIECE = 500
const SUBJECTS = 5000

/** Pieces of several lines. `counted` is told the end. */
export async function* journalLines(
  db: Database,
  manifest: Manifest,
  counted: (end: End) => void = () => {},
): AsyncGenerator<string> {
  const digest = createHash('sha256')
  let [subjects, entries] = [0, 0]
  yield line(manifest)
  for await (const heads of groupsOfYear(db, manifest.year)) {
    const lines: string[] = []
    const journal = await listJournalOf(db, heads)
    let at = 0
    for (const head of heads) {
      for (let entry = journal[at]; entry?.subject === head.id; entry = journal[++at]) {
        digest.update(`${entry.hash}\n`)
        entries += 1
        lines.push(line(written(entry)))
      }
      subjects += 1
      lines.push(line({ head: { subject: head.id, version: head.version, hash: head.hash } }))
    }
    yield lines.join('')
    await pause()
  }
  const end = { subjects, entries, digest: digest.digest('hex') }
  counted(end)
  yield line({ end })
}

const line = (value: unknown): string => `${JSON.stringify(value)}\n`

function written({
  subject,
  version,
  type,
  at,
  by_person,
  in_name_of,
  cause,
  body,
  previous_hash,
  hash,
}: JournalEntry) {
  if (isSealed(subject, type))
    return { sealed: true, subject, version, previous_hash, hash } satisfies SealedEntry
  return { subject, version, type, at, by_person, in_name_of, cause, body, previous_hash, hash }
}

/** The year's subjects in groups of about as many entries as are read at once, in the order of their ids. */
async function* groupsOfYear(db: Database, year: number): AsyncGenerator<SubjectHead[]> {
  let group: SubjectHead[] = []
  let size = 0
  for (let after = ''; ; ) {
    const heads = await listHeads(db, after, SUBJECTS)
    for (const head of heads) {
      const own = yearOf(head.id)
      if (own !== undefined && own !== year) continue
      if (size > 0 && size + head.version > PIECE) {
        yield group
        ;[group, size] = [[], 0]
      }
      group.push(head)
      size += head.version
    }
    const last = heads.at(-1)
    if (!last) break
    after = last.id
  }
  if (group.length > 0) yield group
}
