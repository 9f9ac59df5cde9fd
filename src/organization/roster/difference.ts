/** What a roster would add, change and end, compared with the present organization. Pure. */
import type { LocalDate } from '../../kernel/time.ts'
import { entryIn, type Heads, type Organization, personIn } from '../present.ts'
import {
  changedFields,
  type Entries,
  type EntryEvent,
  type EntryKind,
  type EntryState,
  endEntry,
  isKept,
  recordEntry,
} from '../rules/entry.ts'
import { dayBefore } from './day-before.ts'
import { comparePeople, type MovedPerson } from './difference-people.ts'
import type { SheetKey } from './layout.ts'
import type { Line } from './line.ts'
import type { Roster } from './roster.ts'

export interface MovedEntry<Kind extends EntryKind> {
  readonly id: string
  readonly events: readonly EntryEvent<Kind>[]
}

export interface Difference {
  readonly units: readonly MovedEntry<'unit'>[]
  readonly people: readonly MovedPerson[]
  readonly teams: readonly MovedEntry<'team'>[]
  readonly priorities: readonly MovedEntry<'priority'>[]
  readonly workItems: readonly MovedEntry<'work-item'>[]
  readonly lines: readonly Line[]
}

export function compare(
  present: Organization,
  roster: Roster,
  accounts: ReadonlyMap<string, string>,
  today: LocalDate,
): Difference {
  const on = dayBefore(today)
  const units = compareEntries('unit', present.units, recordsOf(roster.units, unitOf), on)
  const teams = compareEntries('team', present.teams, recordsOf(roster.teams, teamOf), on)
  const priorities = compareEntries(
    'priority',
    present.priorities,
    recordsOf(roster.priorities, priorityOf),
    on,
  )
  const workItems = compareEntries(
    'work-item',
    present.workItems,
    recordsOf(roster.workItems, workItemOf),
    on,
  )
  const people = comparePeople(
    (id) => personIn(present, id).state,
    [...present.people.keys()],
    roster,
    accounts,
    { today, yesterday: on },
  )
  const lines = [
    ...linesOf('units', units),
    ...people.lines,
    ...linesOf('teams', teams),
    ...linesOf('priorities', priorities),
    ...linesOf('workItems', workItems),
  ]
  return { units, people: people.moved, teams, priorities, workItems, lines }
}

interface ComparedEntry<Kind extends EntryKind> extends MovedEntry<Kind> {
  readonly what: Line['what']
  readonly name: string
  readonly fields: readonly string[]
}

function compareEntries<Kind extends EntryKind>(
  kind: Kind,
  heads: Heads<EntryState<Entries[Kind]>>,
  wanted: ReadonlyMap<string, Entries[Kind]>,
  on: LocalDate,
): ComparedEntry<Kind>[] {
  const recorded = [...wanted].map(([id, record]): ComparedEntry<Kind> => {
    const { state } = entryIn(heads, id)
    const fields = isKept(state) ? changedFields(state.record, record) : []
    const events = recordEntry(kind, state, record)
    return { id, events, what: isKept(state) ? 'change' : 'add', name: nameOf(id, record), fields }
  })
  const ended = [...heads]
    .filter(([id]) => !wanted.has(id))
    .map(([id, { state }]): ComparedEntry<Kind> => {
      const name = state.status === 'unlisted' ? id : nameOf(id, state.record)
      return { id, events: endEntry(kind, state, on), what: 'end', name, fields: [] }
    })
  return [...recorded, ...ended].filter((one) => one.events.length > 0)
}

function linesOf(sheet: SheetKey, compared: readonly ComparedEntry<EntryKind>[]): Line[] {
  return compared.map(({ what, name, fields }) => ({ sheet, what, name, fields }))
}

function recordsOf<Row extends { readonly id: string }, Record>(
  rows: readonly Row[],
  recordOf: (row: Row) => Record,
): Map<string, Record> {
  return new Map(rows.map((row) => [row.id, recordOf(row)]))
}

const unitOf = ({ name, kind, leader }: Roster['units'][number]): Entries['unit'] => ({ name, kind, leader })
const teamOf = ({ name, kind, units }: Roster['teams'][number]): Entries['team'] => ({ name, kind, units })
const priorityOf = ({ text }: Roster['priorities'][number]): Entries['priority'] => ({ text })
const workItemOf = ({ name, standard }: Roster['workItems'][number]): Entries['work-item'] => ({
  name,
  standard,
})

const nameOf = (id: string, record: Entries[EntryKind]): string =>
  'name' in record ? record.name : `${id} ${record.text}`
