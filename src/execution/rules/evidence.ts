/** A picture or file sent as evidence (rulebook 4): kept with name, hash, who and when. Subject `evidence:<id>`. */
import { type Decision, decided, never, refused } from '../../kernel/decision.ts'
import type { GoalId, PersonId } from '../../kernel/ids.ts'
import { type Instant, millisecondsOf } from '../../kernel/time.ts'
import { type Actor, scopesOf } from '../../organization/rules/actor.ts'
import { EVIDENCE_KINDS, type EvidenceKind } from '../../policy/rules/execution-policy.ts'
import { bodiesOf } from '../inspection/rules/body.ts'

interface Sent {
  readonly person: PersonId
  readonly messageId: string
  readonly kind: 'image' | 'file'
  readonly name: string
  /** Files that were sent one after the other share it, and one card. */
  readonly batch: string
  readonly at: Instant
}

interface Attached {
  /** The goal whose report it supports; null until it is attached. */
  readonly goal: GoalId | null
}

export type EvidenceState =
  | { readonly status: 'unknown' }
  /** Its bytes are on their way. */
  | ({ readonly status: 'awaited' } & Sent & Attached)
  | ({ readonly status: 'kept'; readonly size: number; readonly sha256: string } & Sent & Attached)
  /** Its bytes came and were not welcome. */
  | ({ readonly status: 'refused'; readonly size: number } & Sent & Attached)

export type EvidenceEvent =
  | ({ readonly type: 'evidence.received' } & Sent)
  | { readonly type: 'evidence.kept'; readonly size: number; readonly sha256: string }
  | { readonly type: 'evidence.refused'; readonly size: number }
  | { readonly type: 'evidence.attached'; readonly goal: GoalId }

export type EvidenceRefusal =
  | { readonly code: 'unwelcome-file'; readonly name: string }
  | { readonly code: 'unneeded-file'; readonly name: string }
  | { readonly code: 'unknown-evidence' }
  | { readonly code: 'foreign-evidence' }
  | { readonly code: 'used-evidence'; readonly name: string }
  | { readonly code: 'refused-evidence'; readonly name: string }

/** The names of each kind; what can run is of none. */
const NAMES: { readonly [kind in EvidenceKind]: RegExp } = {
  picture: /\.(png|jpe?g|gif|webp|bmp|heic)$/i,
  document: /\.(pdf|ofd|docx?|wps)$/i,
  table: /\.(xlsx?|et|csv)$/i,
  slides: /\.(pptx?|dps)$/i,
  text: /\.(txt|md)$/i,
  archive: /\.(zip|rar|7z)$/i,
  media: /\.(mp4|mov|mp3|m4a)$/i,
}

/** Whether the policy's kinds take it. A picture sent as such has a name of the platform's making. */
const isWelcome = ({ kind, name }: Pick<Sent, 'kind' | 'name'>, kinds: readonly EvidenceKind[]): boolean =>
  kind === 'image' ? kinds.includes('picture') : kinds.some((one) => NAMES[one].test(name))

export const UNKNOWN_EVIDENCE: EvidenceState = { status: 'unknown' }

export function evolveEvidence(state: EvidenceState, event: EvidenceEvent): EvidenceState {
  if (event.type === 'evidence.received') {
    const { type: _, ...sent } = event
    // Files of before batches were kept stand alone.
    return { status: 'awaited', ...sent, batch: sent.batch ?? sent.messageId, goal: null }
  }
  if (state.status === 'unknown') return state
  switch (event.type) {
    case 'evidence.kept':
      return { ...state, status: 'kept', size: event.size, sha256: event.sha256 }
    case 'evidence.refused':
      return { ...state, status: 'refused', size: event.size }
    case 'evidence.attached':
      return { ...state, goal: event.goal }
    default:
      return never(event)
  }
}

/** Whether the person reports on anything, as contact, as head, or on a task of the own; or inspects (Article 20). */
export const sendsEvidence = (by: Actor, ownsTask: boolean): boolean =>
  ownsTask || scopesOf(by, 'contact', 'head').length > 0 || bodiesOf(by).length > 0

/** Takes note of a file of somebody who may send evidence; its bytes are fetched afterwards. */
export function receiveEvidence(
  state: EvidenceState,
  sent: Sent,
  allowed: boolean,
  kinds: readonly EvidenceKind[] = EVIDENCE_KINDS,
): Decision<EvidenceEvent, EvidenceRefusal> {
  if (state.status !== 'unknown') return decided<EvidenceEvent>()
  if (!allowed) return refused({ code: 'unneeded-file', name: sent.name })
  if (!isWelcome(sent, kinds)) return refused({ code: 'unwelcome-file', name: sent.name })
  return decided<EvidenceEvent>({ type: 'evidence.received', ...sent })
}

/** The bytes have come. An empty file, or one beyond the policy's limit in bytes, is refused, on record: its sender thinks that it is here. */
export function keepEvidence(
  state: EvidenceState,
  file: { readonly size: number; readonly sha256: string },
  limit: number,
): Decision<EvidenceEvent, EvidenceRefusal> {
  if (state.status === 'unknown') return refused({ code: 'unknown-evidence' })
  if (state.status !== 'awaited') return decided<EvidenceEvent>()
  const { size, sha256 } = file
  if (size === 0 || size > limit) return decided<EvidenceEvent>({ type: 'evidence.refused', size })
  return decided<EvidenceEvent>({ type: 'evidence.kept', size, sha256 })
}

/** A report uses what its reporter sent, for one goal; the goal's next report may use it again. */
export function attachEvidence(
  state: EvidenceState,
  goal: GoalId,
  by: PersonId,
): Decision<EvidenceEvent, EvidenceRefusal> {
  if (state.status === 'unknown' || state.person !== by) return refused({ code: 'foreign-evidence' })
  if (state.status === 'refused') return refused({ code: 'refused-evidence', name: state.name })
  if (state.goal === goal) return decided<EvidenceEvent>()
  if (state.goal !== null) return refused({ code: 'used-evidence', name: state.name })
  return decided<EvidenceEvent>({ type: 'evidence.attached', goal })
}

/** Files within a minute of the last one come together, while none of them is used. */
const TOGETHER_MS = 60_000

export interface FileBefore {
  readonly id: string
  readonly batch: string
  readonly at: Instant
  readonly goal: GoalId | null
}

/** The batch that a file joins: that of the file before it, or a new one, named alike for files that come at the same moment. */
export function batchOf(person: PersonId, at: Instant, before: FileBefore | undefined): string {
  const now = millisecondsOf(at)
  const joins = before && before.goal === null && now - millisecondsOf(before.at) < TOGETHER_MS
  return joins ? before.batch : `${person}:${Math.floor(now / TOGETHER_MS)}:${before?.id ?? ''}`
}
