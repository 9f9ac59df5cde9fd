/** The final score of a unit's year, once the group has decided (Article 22). */
export interface ScoreTable {
  year: number
  unit: string
  /** `assessment:<year>:<unit>` */
  assessment: string
  status: 'sheets' | 'deliberation' | 'decided'
  /** Hundredths (at two decimals of policy.rounding); null until decided. */
  final: number | null
  /** unanswered, received (confirmed receipt), appealed */
  answer: 'unanswered' | 'received' | 'appealed' | null
}

export interface AssessmentSchema {
  score: ScoreTable
}
