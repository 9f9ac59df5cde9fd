/** A page of a subject's history: what each entry of the journal comes to, newest first. */
import type { HistoryEntryFacts } from '../../cards/history.ts'
import type { Happening } from '../kernel/decision.ts'
import { firstBroken, type JournalEntry } from '../kernel/journal.ts'
import { localDateOf, sayDate, sayInstant } from '../kernel/time.ts'
import { signedFor } from '../organization/rules/actor.ts'
import type { Database } from '../store/database.ts'
import { listJournal } from '../store/journal.ts'
import type { SubjectTable } from '../store/schema/kernel.ts'
import { loadNames } from './names.ts'
import type { Broken } from './rules/journal-check.ts'
import { INNER, type Sight } from './rules/sight.ts'
import type { SubjectParts } from './rules/subject-parts.ts'
import { TELLINGS } from './sentences/tellings.ts'
import type { Names, Told } from './sentences/told.ts'
import { idsIn, titleOf } from './title.ts'

export const PAGE_SIZE = 6

export interface HistoryPage {
  readonly title: string
  readonly total: number
  readonly page: number
  readonly last: number
  readonly entries: readonly HistoryEntryFacts[]
  /** The first broken entry of this subject's chain. */
  readonly broken: Broken | undefined
}

export async function historyPage(
  db: Database,
  parts: SubjectParts,
  row: SubjectTable,
  sight: Exclude<Sight, 'none'>,
  wanted: number,
): Promise<HistoryPage> {
  const journal = await listJournal(db, row.id)
  const seen = journal.filter(({ type }) => sight === 'all' || !INNER.has(type)).toReversed()
  const last = Math.max(0, Math.ceil(seen.length / PAGE_SIZE) - 1)
  const page = Math.min(wanted, last)
  const shown = seen.slice(page * PAGE_SIZE, page * PAGE_SIZE + PAGE_SIZE)
  const names = await loadNames(db, shown, idsIn(parts))
  const told = tell(parts, journal, (entry) => shown.includes(entry), names)
  return {
    ...{ title: titleOf(parts, names), total: seen.length, page, last },
    entries: shown.map((entry) => factsOf(entry, told.get(entry), names)),
    broken: firstBroken(journal, row),
  }
}

/** Every entry of a subject's journal, oldest first. */
export async function tellAll(db: Database, parts: SubjectParts, journal: readonly JournalEntry[]) {
  const names = await loadNames(db, journal, idsIn(parts))
  const told = tell(parts, journal, () => true, names)
  return journal.map((entry) => ({ entry, who: whoDid(entry, names), told: told.get(entry) }))
}

/** Folds the journal, and says those that are wanted with what was before and after. */
function tell(
  { kind }: SubjectParts,
  journal: readonly JournalEntry[],
  wanted: (entry: JournalEntry) => boolean,
  names: Names,
): Map<JournalEntry, Told> {
  const telling = TELLINGS[kind]
  const told = new Map<JournalEntry, Told>()
  let before = telling.initial
  for (const entry of journal) {
    try {
      const event = JSON.parse(entry.body) as Happening
      const after = telling.evolve(before, event)
      const said = wanted(entry) ? telling.tell(event, { names, before, after }) : undefined
      if (said) told.set(entry, said)
      before = after
    } catch {
      // An entry that was tampered with may fit no rule; its chain says so, and the others are told all the same.
    }
  }
  return told
}

function factsOf(entry: JournalEntry, told: Told | undefined, names: Names): HistoryEntryFacts {
  const { version, at, hash } = entry
  return {
    version,
    when: `${sayDate(localDateOf(at)).slice(0, 5)}${sayInstant(at)}`,
    who: whoDid(entry, names),
    text: told?.text ?? '内容无法解读，请核对日志',
    changes: told?.changes ?? [],
    why: told?.why ?? '',
    hash: hash.slice(0, 8),
  }
}

function whoDid({ by_person: by, in_name_of: principal }: JournalEntry, names: Names): string {
  const name = names.person(by)
  return by === principal ? name : signedFor(names.person(principal), name)
}
