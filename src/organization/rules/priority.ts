/** Keeping the school's priorities for the year (Articles 9, 13, 28): the office's alone. */
import { type Decision, decided, refused } from '../../kernel/decision.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { type Actor, holds } from './actor.ts'
import type { Entries, EntryEvent, EntryState } from './entry.ts'

export type PriorityState = EntryState<Entries['priority']>
type PriorityEvent = EntryEvent<'priority'>

/** Most characters. */
export const PRIORITY_LENGTHS = { id: 32, text: 300 } as const

export interface PriorityFault {
  readonly field: keyof typeof PRIORITY_LENGTHS
  readonly fault: 'missing' | 'too-long' | 'malformed'
  readonly limit: number
}

export interface KeepingPriority {
  readonly by: Actor
  /** Of the priority's subject, as it is now. */
  readonly version: number
  /** Names of the units with a goal of the year that serves it, by number. */
  readonly units: readonly string[]
  /** The last day of what is ended today. */
  readonly yesterday: LocalDate
}

export type PriorityRefusal =
  | { readonly code: 'foreign-priorities' }
  | { readonly code: 'faulty-priority'; readonly faults: readonly PriorityFault[] }
  | { readonly code: 'taken-priority'; readonly id: string }
  | { readonly code: 'unknown-priority' }
  | { readonly code: 'unchanged-priority' }
  | { readonly code: 'stale-priority' }
  | { readonly code: 'served-priority'; readonly id: string; readonly units: readonly string[] }

type PriorityDecision = Decision<PriorityEvent, PriorityRefusal>

export const keepsPriorities = (actor: Actor): boolean => holds(actor, 'office')

/** A new priority under the school's own number, or one that had ended and comes back. */
export function addPriority(
  state: PriorityState,
  command: { readonly id: string; readonly text: string },
  k: KeepingPriority,
): PriorityDecision {
  if (!keepsPriorities(k.by)) return refused({ code: 'foreign-priorities' })
  const faults = [...idFaults(command.id), ...textFaults(command.text)]
  if (faults.length > 0) return refused({ code: 'faulty-priority', faults })
  if (state.status === 'listed') return refused({ code: 'taken-priority', id: command.id })
  return decided<PriorityEvent>({ type: 'priority.recorded', record: { text: command.text.trim() } })
}

/** `seen`: the version of the priority that the person saw. */
export function changePriority(
  state: PriorityState,
  command: { readonly text: string; readonly seen: number },
  k: KeepingPriority,
): PriorityDecision {
  const found = findListed(state, command.seen, k)
  if ('refusal' in found) return refused(found.refusal)
  const faults = textFaults(command.text)
  if (faults.length > 0) return refused({ code: 'faulty-priority', faults })
  const text = command.text.trim()
  if (text === found.record.text) return refused({ code: 'unchanged-priority' })
  return decided<PriorityEvent>({ type: 'priority.recorded', record: { text } })
}

/** A key goal without its priority could not be sent (Article 9), so that one in use does not end. */
export function endPriority(
  state: PriorityState,
  command: { readonly id: string; readonly seen: number },
  k: KeepingPriority,
): PriorityDecision {
  const found = findListed(state, command.seen, k)
  if ('refusal' in found) return refused(found.refusal)
  if (k.units.length > 0) return refused({ code: 'served-priority', id: command.id, units: k.units })
  return decided<PriorityEvent>({ type: 'priority.ended', on: k.yesterday })
}

function findListed(
  state: PriorityState,
  seen: number,
  k: KeepingPriority,
): { readonly record: Entries['priority'] } | { readonly refusal: PriorityRefusal } {
  if (!keepsPriorities(k.by)) return { refusal: { code: 'foreign-priorities' } }
  if (state.status !== 'listed') return { refusal: { code: 'unknown-priority' } }
  return seen === k.version ? { record: state.record } : { refusal: { code: 'stale-priority' } }
}

function idFaults(id: string): PriorityFault[] {
  const limit = PRIORITY_LENGTHS.id
  if (id === '') return [{ field: 'id', fault: 'missing', limit }]
  if (id.length > limit) return [{ field: 'id', fault: 'too-long', limit }]
  return /^[\w.-]+$/.test(id) ? [] : [{ field: 'id', fault: 'malformed', limit }]
}

function textFaults(typed: string): PriorityFault[] {
  const [text, limit] = [typed.trim(), PRIORITY_LENGTHS.text]
  if (text === '') return [{ field: 'text', fault: 'missing', limit }]
  return text.length > limit ? [{ field: 'text', fault: 'too-long', limit }] : []
}
