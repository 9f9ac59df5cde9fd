export type Phase = 'setting' | 'execution' | 'assessment' | 'results' | 'closed'

export interface YearTable {
  year: number
  phase: Phase
  /** 1 for the year that is being managed; one at most. */
  current: 0 | 1
}

/** 权重系数 of a graded unit for the year (Article 24), in ten-thousandths. */
export interface CoefficientTable {
  year: number
  unit: string
  key: number
  special: number
  routine: number
}

/** A change of a year's policy; 1 where it changes a value that stands from that milestone on. */
export interface PolicyEditionTable {
  year: number
  edition: number
  assessed: 0 | 1
  deliberated: 0 | 1
  scored: 0 | 1
}

/** A gate area of a year's policy (Articles 27, 31). */
export interface GateAreaTable {
  year: number
  key: string
  name: string
  lead_unit: string
}

export interface PolicySchema {
  policy_edition: PolicyEditionTable
  gate_area: GateAreaTable
  year: YearTable
  coefficient: CoefficientTable
}
