import type { Tone } from './kit.ts'

export type Cohort = 'standard' | 'graded'
export type Grade = 'excellent' | 'qualified' | 'unqualified'

export const COHORT_NAMES: { readonly [cohort in Cohort]: string } = {
  standard: '教学单位及直属附属医院',
  graded: '党群、行政部门及其他非教学单位',
}

export const GRADES: readonly Grade[] = ['excellent', 'qualified', 'unqualified']

export const GRADE_NAMES: { readonly [grade in Grade]: string } = {
  excellent: '优秀',
  qualified: '合格',
  unqualified: '不合格',
}

export const GRADE_TONES: { readonly [grade in Grade]: Tone } = {
  excellent: 'green',
  qualified: 'blue',
  unqualified: 'red',
}

/** `89.09` of 8909 hundredths. */
export const sayScore = (hundredths: number): string => (hundredths / 100).toFixed(2)

/** `15%` of 1500 hundredths of a percent. */
export const sayRatio = (hundredths: number): string => `${hundredths / 100}%`

/** Names in one line; of many, the first ones and how many there are. */
export function sayNames(names: readonly string[], most = 12): string {
  if (names.length <= most) return names.join('、')
  return `${names.slice(0, most).join('、')}等${names.length}个单位`
}
