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
  final: number
  grade: Grade
  /** Competition ranking within its cohort. */
  rank: number
  announced: 0 | 1
}

export interface ResultsSchema {
  gate: GateTable
  result: ResultTable
}
