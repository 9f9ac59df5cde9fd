import type { Instant } from '../../kernel/time.ts'

export type ProgressState = 'on-track' | 'at-risk' | 'behind'

/** A progress report (Article 18): never changed, only followed. */
export interface ProgressTable {
  id: string
  goal: string
  year: number
  unit: string
  /** 0-100 */
  percent: number
  state: ProgressState
  done: string
  next: string
  difficulty: string
  /** Why the percent went down; '' where it did not. */
  reason: string
  /** Cost so far in hundredths of a yuan (Article 30). */
  cost: number | null
  /** JSON array of evidence ids. */
  evidence: string
  by_person: string
  at: Instant
}

/** A picture or file sent as evidence; its bytes are in the blob store under `sha256`. */
export interface EvidenceTable {
  id: string
  person: string
  message_id: string
  kind: 'image' | 'file'
  name: string
  state: 'awaited' | 'kept'
  /** Bytes. */
  size: number | null
  sha256: string | null
  /** The goal whose report it supports; null until it is attached. */
  goal: string | null
  at: Instant
}

export interface ExecutionSchema {
  progress: ProgressTable
  evidence: EvidenceTable
}
