/** A picture or file sent as evidence (rulebook 4): kept with name, hash, who and when. Subject `evidence:<id>`. */
import { type Decision, decided, never, refused } from '../../kernel/decision.ts'
import type { PersonId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/time.ts'

export type EvidenceState =
  | { readonly status: 'unknown' }
  | ({ readonly status: 'awaited' } & Sent)
  | ({ readonly status: 'kept'; readonly size: number; readonly sha256: string } & Sent)

interface Sent {
  readonly person: PersonId
  readonly messageId: string
  readonly kind: 'image' | 'file'
  readonly name: string
  readonly at: Instant
}

export type EvidenceEvent =
  | ({ readonly type: 'evidence.received' } & Sent)
  | { readonly type: 'evidence.kept'; readonly size: number; readonly sha256: string }

export type EvidenceRefusal =
  | { readonly code: 'unwelcome-file'; readonly name: string }
  | { readonly code: 'oversized-file'; readonly name: string; readonly size: number }
  | { readonly code: 'unknown-evidence' }

/** Pictures, documents, tables and archives; what can run is no evidence. */
const WELCOME =
  /\.(png|jpe?g|gif|webp|bmp|heic|pdf|docx?|xlsx?|pptx?|wps|et|dps|txt|csv|md|zip|rar|7z|mp4|mov|mp3|m4a)$/i
/** What the platform hands out of a message, bytes (protocol 4.4: 100 MB); evidence needs less. */
export const MAX_EVIDENCE_BYTES = 30 * 1024 * 1024

export const UNKNOWN_EVIDENCE: EvidenceState = { status: 'unknown' }

export function evolveEvidence(state: EvidenceState, event: EvidenceEvent): EvidenceState {
  switch (event.type) {
    case 'evidence.received': {
      const { type: _, ...sent } = event
      return { status: 'awaited', ...sent }
    }
    case 'evidence.kept':
      return state.status === 'unknown'
        ? state
        : { ...state, status: 'kept', size: event.size, sha256: event.sha256 }
    default:
      return never(event)
  }
}

/** Takes note of a file in the chat; its bytes are fetched afterwards. */
export function receiveEvidence(state: EvidenceState, sent: Sent): Decision<EvidenceEvent, EvidenceRefusal> {
  if (state.status !== 'unknown') return decided<EvidenceEvent>()
  if (sent.kind === 'file' && !WELCOME.test(sent.name))
    return refused({ code: 'unwelcome-file', name: sent.name })
  return decided<EvidenceEvent>({ type: 'evidence.received', ...sent })
}

/** The bytes have come. */
export function keepEvidence(
  state: EvidenceState,
  file: { readonly size: number; readonly sha256: string },
): Decision<EvidenceEvent, EvidenceRefusal> {
  if (state.status === 'unknown') return refused({ code: 'unknown-evidence' })
  if (state.status === 'kept') return decided<EvidenceEvent>()
  if (file.size > MAX_EVIDENCE_BYTES)
    return refused({ code: 'oversized-file', name: state.name, size: file.size })
  return decided<EvidenceEvent>({ type: 'evidence.kept', ...file })
}
