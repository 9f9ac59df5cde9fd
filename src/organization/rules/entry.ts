/** What the office's roster lists by number or name: units, groups, priorities, work items. An ended one may come back. */
import type { PersonId, UnitId } from '../../kernel/ids.ts'
import type { LocalDate } from '../../kernel/time.ts'
import type { GroupKind, UnitKind } from '../../store/schema/organization.ts'

interface UnitRecord {
  readonly name: string
  readonly kind: UnitKind
  readonly leader: PersonId | null
}
interface TeamRecord {
  readonly name: string
  readonly kind: GroupKind
  readonly units: readonly UnitId[]
}
interface PriorityRecord {
  readonly text: string
}
interface WorkItemRecord {
  readonly name: string
  readonly standard: string
}

/** The kinds of entry, as in `unit:JX01`, with what is recorded of each. */
export interface Entries {
  unit: UnitRecord
  team: TeamRecord
  priority: PriorityRecord
  'work-item': WorkItemRecord
}
export type EntryKind = keyof Entries

export type EntryState<Record> =
  | { readonly status: 'unlisted' }
  | { readonly status: 'listed'; readonly record: Record }
  /** Of a unit that takes no part for a time, and keeps its place (rulebook 1). */
  | { readonly status: 'exempt'; readonly record: Record; readonly exemptOn: LocalDate }
  | { readonly status: 'ended'; readonly record: Record; readonly endedOn: LocalDate }

export type EntryEvent<Kind extends EntryKind> =
  | { readonly type: `${Kind}.recorded`; readonly record: Entries[Kind] }
  | { readonly type: `${Kind}.ended`; readonly on: LocalDate }
  | (Kind extends 'unit' ? ExemptionEvent : never)

type ExemptionEvent =
  | { readonly type: 'unit.exempted'; readonly from: LocalDate }
  | { readonly type: 'unit.restored'; readonly since: LocalDate }

export const UNLISTED = { status: 'unlisted' } as const

export function evolveEntry<Kind extends EntryKind>(
  state: EntryState<Entries[Kind]>,
  event: EntryEvent<Kind>,
): EntryState<Entries[Kind]> {
  if ('record' in event)
    return state.status === 'exempt'
      ? { ...state, record: event.record }
      : { status: 'listed', record: event.record }
  if (state.status === 'unlisted') return state
  const { record } = state
  if ('from' in event) return { status: 'exempt', record, exemptOn: event.from }
  return 'since' in event ? { status: 'listed', record } : { status: 'ended', record, endedOn: event.on }
}

/** What makes the entry as the roster wants it: nothing where it is so already. */
export function recordEntry<Kind extends EntryKind>(
  kind: Kind,
  state: EntryState<Entries[Kind]>,
  record: Entries[Kind],
): EntryEvent<Kind>[] {
  const same = isKept(state) && changedFields(state.record, record).length === 0
  return same ? [] : [{ type: `${kind}.recorded`, record }]
}

/** What ends an entry that the roster no longer lists; nothing where it has ended. */
export function endEntry<Kind extends EntryKind>(
  kind: Kind,
  state: EntryState<Entries[Kind]>,
  on: LocalDate,
): EntryEvent<Kind>[] {
  return isKept(state) ? [{ type: `${kind}.ended`, on }] : []
}

/** Listed, or exempt for a time. */
export const isKept = <Record>(
  state: EntryState<Record>,
): state is Extract<EntryState<Record>, { status: 'listed' | 'exempt' }> =>
  state.status === 'listed' || state.status === 'exempt'

/** The names of the fields whose values differ. */
export function changedFields<Record extends object>(before: Record, after: Record): string[] {
  return (Object.keys(after) as (keyof Record & string)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  )
}
