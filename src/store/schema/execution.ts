import type { Instant, LocalDate } from '../../kernel/time.ts'

export type ProgressState = 'on-track' | 'at-risk' | 'behind'

/** A progress report (Article 18): never changed, only followed. */
export interface ProgressTable {
  id: string
  goal: string
  year: number
  unit: string
  /** 0-100 */
  percent: number
  /** Of the goal's indicator as last said, in hundredths; null while none was said. */
  value: number | null
  /** Number of the task that was reported, and its percent; null for the whole goal. */
  task: number | null
  task_percent: number | null
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
  /** The name of that day, a delegate's with it; '' of reports of before names were kept. */
  by_name: string
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
  /** Files that were sent one after the other share it, and one card. */
  batch: string
  at: Instant
}

/** A goal's smaller part (Article 18). */
export interface TaskTable {
  /** `<goal>:<number>` */
  id: string
  goal: string
  year: number
  unit: string
  number: number
  title: string
  owner: string
  due_on: LocalDate
  /** Weight among the goal's tasks. */
  share: number
  /** 0-100 */
  percent: number
  status: 'open' | 'ended'
}

/** What the group said of a report: never changed. */
export interface JudgementTable {
  /** Id of the report. */
  report: string
  goal: string
  unit: string
  verdict: 'accepted' | 'queried'
  /** What the group accepts; null of a query. */
  percent: number | null
  value: number | null
  words: string
  by_person: string
  /** The name of that day. */
  by_name: string
  at: Instant
}

export interface ExecutionSchema {
  progress: ProgressTable
  evidence: EvidenceTable
  task: TaskTable
  judgement: JudgementTable
}
