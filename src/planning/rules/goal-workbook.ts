/** One workbook of goals on its way into the plans. Subject `goal-workbook:<person>:<SHA-256 of the file>`. */
import { type Decision, decided, never, refused } from '../../kernel/decision.ts'
import type { Year } from '../../kernel/ids.ts'
import type { Unreadable } from '../../workbook/unreadable.ts'
import type { Act } from './goal.ts'

export interface WorkbookCounts {
  readonly drafted: number
  readonly revised: number
  readonly units: number
}

interface Kept {
  readonly name: string
  readonly act: Act
}

export type WorkbookState =
  | { readonly status: 'unread' }
  | (Kept & { readonly status: 'unreadable'; readonly reason: Unreadable })
  | (Kept & {
      readonly status: 'read'
      readonly year: Year
      /** SHA-256 of the blob that holds the cells. */
      readonly rows: string
    })
  | (Kept & { readonly status: 'applied'; readonly counts: WorkbookCounts })
  | (Kept & { readonly status: 'dropped' })

export type WorkbookEvent =
  | {
      readonly type: 'workbook.read'
      readonly name: string
      readonly year: Year
      readonly rows: string
      readonly act: Act
    }
  | {
      readonly type: 'workbook.unreadable'
      readonly name: string
      readonly reason: Unreadable
      readonly act: Act
    }
  | { readonly type: 'workbook.applied'; readonly counts: WorkbookCounts; readonly act: Act }
  | { readonly type: 'workbook.dropped'; readonly act: Act }

export type WorkbookRefusal =
  | { readonly code: 'unread-workbook' }
  | { readonly code: 'applied-workbook'; readonly at: Act['at'] }
  | { readonly code: 'dropped-workbook'; readonly at: Act['at'] }
  | { readonly code: 'faulty-workbook'; readonly faults: number }
  | { readonly code: 'stale-summary' }
  | { readonly code: 'unchanged-plans' }

export const UNREAD_WORKBOOK: WorkbookState = { status: 'unread' }

export function evolveWorkbook(state: WorkbookState, event: WorkbookEvent): WorkbookState {
  const { act } = event
  switch (event.type) {
    case 'workbook.read':
      return { status: 'read', name: event.name, year: event.year, rows: event.rows, act }
    case 'workbook.unreadable':
      return { status: 'unreadable', name: event.name, reason: event.reason, act }
    case 'workbook.applied':
      return state.status === 'read'
        ? { status: 'applied', name: state.name, counts: event.counts, act }
        : state
    case 'workbook.dropped':
      return state.status === 'read' ? { status: 'dropped', name: state.name, act } : state
    default:
      return never(event)
  }
}

/** What came of reading the file. It may be read again at any time: the plans may have changed since. */
export function readGoalWorkbook(
  name: string,
  found: { readonly rows: string; readonly year: Year } | { readonly unreadable: Unreadable },
  act: Act,
): Decision<WorkbookEvent, WorkbookRefusal> {
  return 'rows' in found
    ? decided<WorkbookEvent>({ type: 'workbook.read', name, year: found.year, rows: found.rows, act })
    : decided<WorkbookEvent>({ type: 'workbook.unreadable', name, reason: found.unreadable, act })
}

export interface ApplyFacts {
  /** Digest of the changes that the summary showed, and of those that would be made now. */
  readonly seen: string
  readonly present: string
  /** How many cells are wrong. */
  readonly faults: number
  readonly counts: WorkbookCounts
}

/** All or nothing, and only what the summary showed. */
export function applyGoalWorkbook(
  state: WorkbookState,
  facts: ApplyFacts,
  act: Act,
): Decision<WorkbookEvent, WorkbookRefusal> {
  const closed = refusalUnlessOpen(state)
  if (closed) return refused(closed)
  if (facts.faults > 0) return refused({ code: 'faulty-workbook', faults: facts.faults })
  if (facts.seen !== facts.present) return refused({ code: 'stale-summary' })
  if (facts.counts.drafted + facts.counts.revised === 0) return refused({ code: 'unchanged-plans' })
  return decided<WorkbookEvent>({ type: 'workbook.applied', counts: facts.counts, act })
}

export function dropGoalWorkbook(state: WorkbookState, act: Act): Decision<WorkbookEvent, WorkbookRefusal> {
  const closed = refusalUnlessOpen(state)
  return closed ? refused(closed) : decided<WorkbookEvent>({ type: 'workbook.dropped', act })
}

function refusalUnlessOpen(state: WorkbookState): WorkbookRefusal | undefined {
  switch (state.status) {
    case 'unread':
    case 'unreadable':
      return { code: 'unread-workbook' }
    case 'applied':
      return { code: 'applied-workbook', at: state.act.at }
    case 'dropped':
      return { code: 'dropped-workbook', at: state.act.at }
    case 'read':
      return undefined
    default:
      return never(state)
  }
}
