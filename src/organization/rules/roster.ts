/** One roster file on its way into the organization. Subject `roster:<SHA-256 of the file>`. */
import { type Decision, decided, never, refused } from '../../kernel/decision.ts'
import type { PersonId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Unreadable } from '../../workbook/unreadable.ts'
import { type Actor, holds } from './actor.ts'

/** Who did it, and when. */
interface Act {
  readonly by: PersonId
  readonly at: Instant
}

export interface Counts {
  readonly added: number
  readonly changed: number
  readonly ended: number
}

export type RosterState =
  | { readonly status: 'unread' }
  | (Act & { readonly status: 'unreadable'; readonly name: string; readonly reason: Unreadable })
  | (Act & {
      readonly status: 'read'
      readonly name: string
      /** SHA-256 of the blob that holds the cells and the accounts found. */
      readonly rows: string
    })
  | (Act & {
      readonly status: 'applied'
      readonly name: string
      readonly rows: string
      readonly counts: Counts
    })
  | (Act & { readonly status: 'dropped'; readonly name: string })

export type RosterEvent =
  | (Act & { readonly type: 'roster.read'; readonly name: string; readonly rows: string })
  | (Act & { readonly type: 'roster.unreadable'; readonly name: string; readonly reason: Unreadable })
  | (Act & { readonly type: 'roster.applied'; readonly counts: Counts })
  | (Act & { readonly type: 'roster.dropped' })

export type RosterRefusal =
  | { readonly code: 'office-roster' }
  | { readonly code: 'unread-roster' }
  | ({ readonly code: 'applied-roster' } & Act)
  | ({ readonly code: 'dropped-roster' } & Act)
  | { readonly code: 'faulty-roster'; readonly faults: number }
  | { readonly code: 'stale-preview' }
  | { readonly code: 'unchanged-organization' }

export const UNREAD: RosterState = { status: 'unread' }

export function evolveRoster(state: RosterState, event: RosterEvent): RosterState {
  const { by, at } = event
  if (event.type === 'roster.read') return { status: 'read', name: event.name, rows: event.rows, by, at }
  if (event.type === 'roster.unreadable')
    return { status: 'unreadable', name: event.name, reason: event.reason, by, at }
  if (state.status !== 'read') return state
  switch (event.type) {
    case 'roster.applied':
      return { status: 'applied', name: state.name, rows: state.rows, counts: event.counts, by, at }
    case 'roster.dropped':
      return { status: 'dropped', name: state.name, by, at }
    default:
      return never(event)
  }
}

/** The operator works at the machine's command line, or is the program itself at its first start. */
export type Importer = Actor | 'operator'

/** What came of reading the file. The same file may be read again at any time: the organization may have changed since. */
export function readRoster(
  name: string,
  found: { readonly rows: string } | { readonly unreadable: Unreadable },
  importer: Importer,
  act: Act,
): Decision<RosterEvent, RosterRefusal> {
  if (!mayImport(importer)) return refused({ code: 'office-roster' })
  return 'rows' in found
    ? decided<RosterEvent>({ type: 'roster.read', name, rows: found.rows, ...act })
    : decided<RosterEvent>({ type: 'roster.unreadable', name, reason: found.unreadable, ...act })
}

export interface ApplyFacts {
  /** Version of the organization that the preview showed, and the present one. */
  readonly seen: number
  readonly present: number
  /** How many cells are wrong; the changes that it would make. */
  readonly faults: number
  readonly counts: Counts
}

/** All or nothing, and only what the preview showed. */
export function applyRoster(
  state: RosterState,
  facts: ApplyFacts,
  importer: Importer,
  act: Act,
): Decision<RosterEvent, RosterRefusal> {
  const closed = refusalUnlessOpen(state, importer)
  if (closed) return refused(closed)
  if (facts.faults > 0) return refused({ code: 'faulty-roster', faults: facts.faults })
  if (facts.seen !== facts.present) return refused({ code: 'stale-preview' })
  const { added, changed, ended } = facts.counts
  if (added + changed + ended === 0) return refused({ code: 'unchanged-organization' })
  return decided<RosterEvent>({ type: 'roster.applied', counts: facts.counts, ...act })
}

export function dropRoster(
  state: RosterState,
  importer: Importer,
  act: Act,
): Decision<RosterEvent, RosterRefusal> {
  const closed = refusalUnlessOpen(state, importer)
  return closed ? refused(closed) : decided<RosterEvent>({ type: 'roster.dropped', ...act })
}

function refusalUnlessOpen(state: RosterState, importer: Importer): RosterRefusal | undefined {
  if (!mayImport(importer)) return { code: 'office-roster' }
  switch (state.status) {
    case 'unread':
    case 'unreadable':
      return { code: 'unread-roster' }
    case 'applied':
      return { code: 'applied-roster', by: state.by, at: state.at }
    case 'dropped':
      return { code: 'dropped-roster', by: state.by, at: state.at }
    case 'read':
      return undefined
    default:
      return never(state)
  }
}

/** The office administers the system (Article 4). */
function mayImport(importer: Importer): boolean {
  return importer === 'operator' || holds(importer, 'office')
}
