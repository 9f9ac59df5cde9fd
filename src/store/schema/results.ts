/** A lead unit's word on a unit in its gate area (Articles 27, 31). */
export interface GateTable {
  year: number
  area: string
  unit: string
  verdict: 'pass' | 'fail'
  reason: string
}

export type Grade = 'excellent' | 'qualified' | 'unqualified'

export interface ResultTable {
  year: number
  unit: string
  /** The unit's name when the results were ratified. */
  name: string
  /** Units ranked together: the two regimes. */
  cohort: 'standard' | 'graded'
  /** Hundredths. */
  final: number
  grade: Grade
  /** Competition ranking within its cohort. */
  rank: number
  announced: 0 | 1
}

/** A unit that moved by a correction after an appeal: what was, and what is. */
export interface ResultCorrectionTable {
  year: number
  /** Counts the year's corrections. */
  version: number
  unit: string
  old_final: number
  old_grade: Grade
  old_rank: number
  final: number
  grade: Grade
  rank: number
}

export interface ResultsSchema {
  gate: GateTable
  result_correction: ResultCorrectionTable
  result: ResultTable
}
