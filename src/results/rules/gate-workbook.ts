/** One 一票否决报告表 on its way into the gates. Subject `gate-workbook:<person>:<SHA-256 of the file>`. */
import { type Decision, decided, never, refused } from '../../kernel/decision.ts'
import type { Year } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Signed } from '../../policy/rules/signed.ts'
import type { Unreadable } from '../../workbook/unreadable.ts'

/** How many units are reported. */
export interface GateCounts {
  readonly pass: number
  readonly fail: number
}

interface Kept {
  readonly name: string
  readonly signed: Signed
}

export type GateWorkbookState =
  | { readonly status: 'unread' }
  | (Kept & { readonly status: 'unreadable'; readonly reason: Unreadable })
  | (Kept & {
      readonly status: 'read'
      readonly year: Year
      /** SHA-256 of the blob that holds the cells. */
      readonly rows: string
    })
  | (Kept & { readonly status: 'applied'; readonly counts: GateCounts })
  | (Kept & { readonly status: 'dropped' })

export type GateWorkbookEvent =
  | (Kept & { readonly type: 'gate-workbook.read'; readonly year: Year; readonly rows: string })
  | (Kept & { readonly type: 'gate-workbook.unreadable'; readonly reason: Unreadable })
  | { readonly type: 'gate-workbook.applied'; readonly counts: GateCounts; readonly signed: Signed }
  | { readonly type: 'gate-workbook.dropped'; readonly signed: Signed }

export type GateWorkbookRefusal =
  | { readonly code: 'unread-gates' }
  | { readonly code: 'applied-gates'; readonly at: Instant }
  | { readonly code: 'dropped-gates'; readonly at: Instant }
  | { readonly code: 'faulty-gates'; readonly faults: number }
  | { readonly code: 'stale-gates' }
  | { readonly code: 'unchanged-gates' }

export const UNREAD_GATES: GateWorkbookState = { status: 'unread' }

export function evolveGateWorkbook(state: GateWorkbookState, event: GateWorkbookEvent): GateWorkbookState {
  switch (event.type) {
    case 'gate-workbook.read': {
      const { name, year, rows, signed } = event
      return { status: 'read', name, year, rows, signed }
    }
    case 'gate-workbook.unreadable':
      return { status: 'unreadable', name: event.name, reason: event.reason, signed: event.signed }
    case 'gate-workbook.applied':
      return state.status === 'read'
        ? { status: 'applied', name: state.name, counts: event.counts, signed: event.signed }
        : state
    case 'gate-workbook.dropped':
      return state.status === 'read' ? { status: 'dropped', name: state.name, signed: event.signed } : state
    default:
      return never(event)
  }
}

/** All or nothing, and only what the summary showed. */
export function applyGateWorkbook(
  state: GateWorkbookState,
  facts: {
    /** Digest of the changes that the summary showed, and of those that would be made now. */
    readonly seen: string
    readonly present: string
    readonly faults: number
    readonly counts: GateCounts
  },
  signed: Signed,
): Decision<GateWorkbookEvent, GateWorkbookRefusal> {
  const closed = refusalUnlessRead(state)
  if (closed) return refused(closed)
  const { seen, present, faults, counts } = facts
  if (faults > 0) return refused({ code: 'faulty-gates', faults })
  if (seen !== present) return refused({ code: 'stale-gates' })
  if (counts.pass + counts.fail === 0) return refused({ code: 'unchanged-gates' })
  return decided<GateWorkbookEvent>({ type: 'gate-workbook.applied', counts, signed })
}

export function dropGateWorkbook(
  state: GateWorkbookState,
  signed: Signed,
): Decision<GateWorkbookEvent, GateWorkbookRefusal> {
  const closed = refusalUnlessRead(state)
  return closed ? refused(closed) : decided<GateWorkbookEvent>({ type: 'gate-workbook.dropped', signed })
}

function refusalUnlessRead(state: GateWorkbookState): GateWorkbookRefusal | undefined {
  switch (state.status) {
    case 'unread':
    case 'unreadable':
      return { code: 'unread-gates' }
    case 'applied':
      return { code: 'applied-gates', at: state.signed.at }
    case 'dropped':
      return { code: 'dropped-gates', at: state.signed.at }
    case 'read':
      return undefined
    default:
      return never(state)
  }
}
