/** The latest reading of the directory, from the asking to the confirmation. Subject `directory:feishu`. */
import { type Decision, decided, never, refused } from '../../../kernel/decision.ts'
import type { PersonId } from '../../../kernel/ids.ts'
import type { Instant } from '../../../kernel/time.ts'
import { holds } from '../../rules/actor.ts'
import type { Importer } from '../../rules/roster.ts'

interface Act {
  readonly by: PersonId
  readonly at: Instant
}

/** How many people each part of a confirmed reading moved. */
export interface DirectoryCounts {
  readonly linked: number
  readonly changed: number
  readonly moved: number
  readonly joined: number
  readonly ended: number
}

/** Why nothing was read. `scopes`: any one of which the app lacks; `code`: the platform's own. */
export type ReadingFault =
  | { readonly kind: 'scopes'; readonly scopes: readonly string[] }
  | { readonly kind: 'unreachable' | 'limited' | 'credentials' }
  | { readonly kind: 'refused'; readonly code: string }

export type DirectoryState =
  | { readonly status: 'unread'; readonly number: 0 }
  | (Act & { readonly status: 'reading'; readonly number: number })
  | (Act & { readonly status: 'failed'; readonly number: number; readonly fault: ReadingFault })
  /** `rows`: SHA-256 of the blob that holds what was read; `asked`: when the reading began. */
  | (Act & {
      readonly status: 'read'
      readonly number: number
      readonly rows: string
      readonly asked: Instant
    })
  | (Act & {
      readonly status: 'applied'
      readonly number: number
      readonly rows: string
      readonly counts: DirectoryCounts
    })
  | (Act & { readonly status: 'dropped'; readonly number: number })

export type DirectoryEvent =
  | (Act & { readonly type: 'directory.asked'; readonly number: number })
  | (Act & { readonly type: 'directory.failed'; readonly fault: ReadingFault })
  | (Act & { readonly type: 'directory.read'; readonly rows: string })
  | (Act & { readonly type: 'directory.applied'; readonly counts: DirectoryCounts })
  | (Act & { readonly type: 'directory.dropped' })

export type DirectoryRefusal =
  | { readonly code: 'office-directory' }
  | { readonly code: 'reading-directory' }
  | { readonly code: 'late-reading' }
  | { readonly code: 'unread-directory' }
  | { readonly code: 'stale-directory' }
  | ({ readonly code: 'applied-directory' } & Act)
  | ({ readonly code: 'dropped-directory' } & Act)
  | { readonly code: 'unchanged-directory' }

export const NOT_READ: DirectoryState = { status: 'unread', number: 0 }

export function evolveDirectory(state: DirectoryState, event: DirectoryEvent): DirectoryState {
  const { by, at } = event
  const { number } = state
  switch (event.type) {
    case 'directory.asked':
      return { status: 'reading', number: event.number, by, at }
    case 'directory.failed':
      return { status: 'failed', number, by, at, fault: event.fault }
    case 'directory.read':
      return { status: 'read', number, by, at, rows: event.rows, asked: 'at' in state ? state.at : at }
    case 'directory.applied':
      return state.status === 'read'
        ? { status: 'applied', number, by, at, rows: state.rows, counts: event.counts }
        : state
    case 'directory.dropped':
      return { status: 'dropped', number, by, at }
    default:
      return never(event)
  }
}

/** A reading that has been under way for longer has died with its machine. */
const LONGEST_READING_MS = 15 * 60_000

export function askDirectory(
  state: DirectoryState,
  importer: Importer,
  act: Act,
): Decision<DirectoryEvent, DirectoryRefusal> {
  if (!isOffice(importer)) return refused({ code: 'office-directory' })
  const isUnderWay =
    state.status === 'reading' && Date.parse(act.at) - Date.parse(state.at) < LONGEST_READING_MS
  if (isUnderWay) return refused({ code: 'reading-directory' })
  return decided<DirectoryEvent>({ type: 'directory.asked', number: state.number + 1, ...act })
}

/** What came of the reading; only of the one that is under way, and for who asked for it. */
export function takeDirectory(
  state: DirectoryState,
  number: number,
  found: { readonly rows: string } | { readonly fault: ReadingFault },
  act: Act,
): Decision<DirectoryEvent, DirectoryRefusal> {
  if (state.status !== 'reading' || state.number !== number || state.by !== act.by)
    return refused({ code: 'late-reading' })
  return 'rows' in found
    ? decided<DirectoryEvent>({ type: 'directory.read', rows: found.rows, ...act })
    : decided<DirectoryEvent>({ type: 'directory.failed', fault: found.fault, ...act })
}

export interface ConfirmFacts {
  readonly number: number
  /** Version of the organization that the preview showed, and the present one. */
  readonly seen: number
  readonly present: number
  readonly counts: DirectoryCounts
}

export function applyDirectory(
  state: DirectoryState,
  facts: ConfirmFacts,
  importer: Importer,
  act: Act,
): Decision<DirectoryEvent, DirectoryRefusal> {
  const closed = refusalUnlessOpen(state, facts.number, importer)
  if (closed) return refused(closed)
  if (facts.seen !== facts.present) return refused({ code: 'stale-directory' })
  if (Object.values(facts.counts).every((count) => count === 0))
    return refused({ code: 'unchanged-directory' })
  return decided<DirectoryEvent>({ type: 'directory.applied', counts: facts.counts, ...act })
}

export function dropDirectory(
  state: DirectoryState,
  number: number,
  importer: Importer,
  act: Act,
): Decision<DirectoryEvent, DirectoryRefusal> {
  const closed = refusalUnlessOpen(state, number, importer)
  return closed ? refused(closed) : decided<DirectoryEvent>({ type: 'directory.dropped', ...act })
}

function refusalUnlessOpen(
  state: DirectoryState,
  number: number,
  importer: Importer,
): DirectoryRefusal | undefined {
  if (!isOffice(importer)) return { code: 'office-directory' }
  if (state.number !== number) return { code: 'stale-directory' }
  switch (state.status) {
    case 'unread':
    case 'failed':
      return { code: 'unread-directory' }
    case 'reading':
      return { code: 'reading-directory' }
    case 'applied':
      return { code: 'applied-directory', by: state.by, at: state.at }
    case 'dropped':
      return { code: 'dropped-directory', by: state.by, at: state.at }
    case 'read':
      return undefined
    default:
      return never(state)
  }
}

/** The office administers the system (Article 4). */
const isOffice = (importer: Importer): boolean => importer === 'operator' || holds(importer, 'office')
