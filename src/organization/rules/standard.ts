/** Keeping work items and their standards (Article 11): changed for all units alike, before the first ratification only. */
import { type Decision, decided, refused } from '../../kernel/decision.ts'
import type { Instant, LocalDate } from '../../kernel/time.ts'
import { type Actor, holds } from './actor.ts'
import type { Entries, EntryEvent, EntryState } from './entry.ts'

export type WorkItemState = EntryState<Entries['work-item']>
type WorkItemEvent = EntryEvent<'work-item'>

/** Most characters; the name is the item's number too, in the roster and here. */
export const STANDARD_LENGTHS = { name: 60, standard: 1000 } as const

export interface StandardFault {
  readonly field: keyof typeof STANDARD_LENGTHS
  readonly fault: 'missing' | 'too-long'
  readonly limit: number
}

/** What this year's goals have made of a work item. */
export interface WorkItemUse {
  /** Names of the units with a goal of it, by number. */
  readonly units: readonly string[]
  /** Name of a unit with a ratified goal of it; null while there is none. */
  readonly ratified: string | null
}

export interface KeepingStandard {
  readonly by: Actor
  /** Of the item's subject, as it is now. */
  readonly version: number
  /** Who changed it last, and when; null where the roster did. */
  readonly last: { readonly by: string; readonly at: Instant } | null
  /** Names of the items that have not ended. */
  readonly names: readonly string[]
  readonly use: WorkItemUse
  /** The last day of what is ended today. */
  readonly yesterday: LocalDate
}

export type StandardRefusal =
  | { readonly code: 'foreign-standards' }
  | { readonly code: 'faulty-standard'; readonly faults: readonly StandardFault[] }
  | { readonly code: 'taken-item'; readonly name: string }
  | { readonly code: 'unknown-item' }
  | { readonly code: 'unchanged-standard' }
  | { readonly code: 'stale-standard'; readonly by: string | null; readonly at: Instant | null }
  | { readonly code: 'ratified-standard'; readonly name: string; readonly unit: string }
  | { readonly code: 'used-item'; readonly name: string; readonly units: readonly string[] }

type StandardDecision = Decision<WorkItemEvent, StandardRefusal>

/** The office keeps them, and every working group with its convenor and members. */
export function keepsStandards(actor: Actor): boolean {
  return holds(actor, 'office') || holds(actor, 'working-convenor') || holds(actor, 'working-member')
}

/** A new item, or one that had ended and comes back. */
export function addStandard(
  state: WorkItemState,
  typed: Entries['work-item'],
  k: KeepingStandard,
): StandardDecision {
  if (!keepsStandards(k.by)) return refused({ code: 'foreign-standards' })
  const record = trimmed(typed)
  const faults = faultsOf(record)
  if (faults.length > 0) return refused({ code: 'faulty-standard', faults })
  if (state.status === 'listed' || k.names.includes(record.name)) {
    return refused({ code: 'taken-item', name: record.name })
  }
  return decided<WorkItemEvent>({ type: 'work-item.recorded', record })
}

/** `seen`: the version of the item that the person saw. */
export function changeStandard(
  state: WorkItemState,
  command: { readonly standard: string; readonly seen: number },
  k: KeepingStandard,
): StandardDecision {
  const found = findListed(state, command.seen, k)
  if ('refusal' in found) return refused(found.refusal)
  const record = trimmed({ name: found.record.name, standard: command.standard })
  if (k.use.ratified !== null) {
    return refused({ code: 'ratified-standard', name: record.name, unit: k.use.ratified })
  }
  const faults = faultsOf(record)
  if (faults.length > 0) return refused({ code: 'faulty-standard', faults })
  if (record.standard === found.record.standard) return refused({ code: 'unchanged-standard' })
  return decided<WorkItemEvent>({ type: 'work-item.recorded', record })
}

/** An item is ended only when no goal of the year has it. */
export function endStandard(
  state: WorkItemState,
  command: { readonly seen: number },
  k: KeepingStandard,
): StandardDecision {
  const found = findListed(state, command.seen, k)
  if ('refusal' in found) return refused(found.refusal)
  const { units } = k.use
  if (units.length > 0) return refused({ code: 'used-item', name: found.record.name, units })
  return decided<WorkItemEvent>({ type: 'work-item.ended', on: k.yesterday })
}

function findListed(
  state: WorkItemState,
  seen: number,
  k: KeepingStandard,
): { readonly record: Entries['work-item'] } | { readonly refusal: StandardRefusal } {
  if (!keepsStandards(k.by)) return { refusal: { code: 'foreign-standards' } }
  if (state.status !== 'listed') return { refusal: { code: 'unknown-item' } }
  if (seen !== k.version) {
    return { refusal: { code: 'stale-standard', by: k.last?.by ?? null, at: k.last?.at ?? null } }
  }
  return { record: state.record }
}

const trimmed = ({ name, standard }: Entries['work-item']): Entries['work-item'] => ({
  name: name.trim(),
  standard: standard.trim(),
})

function faultsOf(record: Entries['work-item']): StandardFault[] {
  const fields = Object.keys(STANDARD_LENGTHS) as StandardFault['field'][]
  return fields.flatMap((field): StandardFault[] => {
    const [length, limit] = [record[field].length, STANDARD_LENGTHS[field]]
    if (length === 0) return [{ field, fault: 'missing', limit }]
    return length > limit ? [{ field, fault: 'too-long', limit }] : []
  })
}
