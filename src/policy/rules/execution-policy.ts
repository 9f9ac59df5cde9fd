export const EVIDENCE_KINDS = ['picture', 'document', 'table', 'slides', 'text', 'archive', 'media'] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/** How goals in force are watched over (Articles 17-20, 32); the regulation is silent on most of it (◇). */
export interface ExecutionPolicy {
  /** ◇ Article 17: the last day (`MM-DD`) on which others than the leading group may ask for an adjustment; null for none. */
  readonly adjustUntil: string | null
  /** Percent of a goal's time that is left when it turns yellow, and orange, without the progress that the time asks for. */
  readonly yellowAt: number
  readonly orangeAt: number
  /** Days without a report after which a goal is silent. */
  readonly silentDays: number
  /** Days before a due date on which its goal is reminded of. */
  readonly remindDaysBefore: readonly number[]
  /** The hour (0-23, local) of the daily digest, on working days; and the one from which it is too late for the day. */
  readonly digestHour: number
  readonly digestUntil: number
  /** Days after which something without a day of its own, as silence, is reminded of again. */
  readonly remindAgainDays: number
  /** Longest that a person may put a reminder off, in days. */
  readonly snoozeDays: number
  /** Working days that a matter is overdue before it is also put before the head, the office, the leader in charge. */
  readonly escalateAfter: { readonly head: number; readonly office: number; readonly leader: number }
  /** Working days to answer a request for help (Article 19). */
  readonly helpDays: number
  /** Largest evidence file, in bytes. */
  readonly evidenceBytes: number
  /** What may be sent as evidence; what can run never is. */
  readonly evidenceKinds: readonly EvidenceKind[]
  /** ◇ Article 32: who may write a petition: who takes part in the scheme, or everyone whom the platform knows. */
  readonly petitioners: 'scheme' | 'everyone'
}

export const EXECUTION_DEFAULTS: ExecutionPolicy = {
  adjustUntil: '10-31',
  yellowAt: 30,
  orangeAt: 15,
  silentDays: 30,
  remindDaysBefore: [30, 7, 1],
  digestHour: 9,
  digestUntil: 18,
  remindAgainDays: 7,
  snoozeDays: 7,
  escalateAfter: { head: 3, office: 7, leader: 14 },
  helpDays: 5,
  evidenceBytes: 30 * 1024 * 1024,
  evidenceKinds: EVIDENCE_KINDS,
  petitioners: 'everyone',
}
