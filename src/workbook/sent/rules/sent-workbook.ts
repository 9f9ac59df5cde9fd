/**
 * One workbook that a person sent, on its way in: read, checked, and applied whole or dropped by its sender.
 * Subject `<kind>:<person>:<SHA-256 of the file>`; its events are `<kind>.read` and so on.
 */
import { type Decision, decided, refused } from '../../../kernel/decision.ts'
import type { PersonId, Year } from '../../../kernel/ids.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { Unreadable } from '../../unreadable.ts'

/** Who read, applied or dropped it, and when. */
export interface Handled {
  readonly by: PersonId
  readonly name: string
  readonly at: Instant
}

interface Kept {
  readonly name: string
  readonly signed: Handled
}

export type SentState<Counts> =
  | { readonly status: 'unread' }
  | (Kept & { readonly status: 'unreadable'; readonly reason: Unreadable })
  | (Kept & {
      readonly status: 'read'
      readonly year: Year
      /** SHA-256 of the blob that holds the cells. */
      readonly rows: string
    })
  | (Kept & { readonly status: 'applied'; readonly counts: Counts })
  | (Kept & { readonly status: 'dropped' })

/** `Kind`: first part of its types, where they are told apart. */
export type SentEvent<Counts, Kind extends string = string> =
  | (Kept & { readonly type: `${Kind}.read`; readonly year: Year; readonly rows: string })
  | (Kept & { readonly type: `${Kind}.unreadable`; readonly reason: Unreadable })
  | { readonly type: `${Kind}.applied`; readonly counts: Counts; readonly signed: Handled }
  | { readonly type: `${Kind}.dropped`; readonly signed: Handled }

export type SentRefusal =
  | { readonly code: 'unread-workbook' }
  | { readonly code: 'applied-workbook'; readonly at: Instant }
  | { readonly code: 'dropped-workbook'; readonly at: Instant }
  | { readonly code: 'faulty-workbook'; readonly faults: number }
  | { readonly code: 'stale-workbook' }
  | { readonly code: 'unchanged-workbook' }

export function evolveSent<Counts>(state: SentState<Counts>, event: SentEvent<Counts>): SentState<Counts> {
  if ('rows' in event) {
    const { name, year, rows, signed } = event
    return { status: 'read', name, year, rows, signed }
  }
  if ('reason' in event) {
    const { name, reason, signed } = event
    return { status: 'unreadable', name, reason, signed }
  }
  if (state.status !== 'read') return state
  const { name } = state
  const { signed } = event
  return 'counts' in event
    ? { status: 'applied', name, counts: event.counts, signed }
    : { status: 'dropped', name, signed }
}

export interface ApplyFacts<Counts> {
  /** Digest of the changes that the summary showed, and of those that would be made now. */
  readonly seen: string
  readonly present: string
  readonly faults: number
  /** Null where nothing would change. */
  readonly counts: Counts | null
}

/** All or nothing, and only what the summary showed. */
export function applySent<Counts>(
  kind: string,
  state: SentState<Counts>,
  { seen, present, faults, counts }: ApplyFacts<Counts>,
  signed: Handled,
): Decision<SentEvent<Counts>, SentRefusal> {
  const closed = refusalUnlessRead(state)
  if (closed) return refused(closed)
  if (faults > 0) return refused({ code: 'faulty-workbook', faults })
  if (seen !== present) return refused({ code: 'stale-workbook' })
  if (counts === null) return refused({ code: 'unchanged-workbook' })
  return decided<SentEvent<Counts>>({ type: `${kind}.applied`, counts, signed })
}

export function dropSent<Counts>(
  kind: string,
  state: SentState<Counts>,
  signed: Handled,
): Decision<SentEvent<Counts>, SentRefusal> {
  const closed = refusalUnlessRead(state)
  return closed ? refused(closed) : decided<SentEvent<Counts>>({ type: `${kind}.dropped`, signed })
}

function refusalUnlessRead<Counts>(state: SentState<Counts>): SentRefusal | undefined {
  switch (state.status) {
    case 'unread':
    case 'unreadable':
      return { code: 'unread-workbook' }
    case 'applied':
      return { code: 'applied-workbook', at: state.signed.at }
    case 'dropped':
      return { code: 'dropped-workbook', at: state.signed.at }
    case 'read':
      return undefined
  }
}
