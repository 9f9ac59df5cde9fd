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

export interface PolicySchema {
  year: YearTable
  coefficient: CoefficientTable
}
