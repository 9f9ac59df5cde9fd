import { type Card, type Element, heading, line, note } from './kit.ts'
import { COHORT_NAMES, type Cohort, sayNames, sayRatio } from './result-words.ts'

export interface DecidedCohort {
  readonly cohort: Cohort
  /** Hundredths of a percent. */
  readonly ratio: number
  readonly units: number
  readonly excellent: readonly string[]
}

export interface ExcellenceDecidedFacts {
  readonly year: number
  readonly cohorts: readonly DecidedCohort[]
  readonly ratified: { readonly by: string; readonly when: string }
  readonly announced: { readonly by: string; readonly when: string } | null
}

/** Who was named excellent, by whom and when. */
export function excellenceDecidedCard({ year, cohorts, ratified, announced }: ExcellenceDecidedFacts): Card {
  const total = cohorts.reduce((sum, one) => sum + one.excellent.length, 0)
  return {
    title: `${year}年度评优审定`,
    status: { text: '已审定', tone: 'green' },
    summary: `考核结果已审定，优秀${total}个单位`,
    elements: [
      line(`${ratified.by} 于 ${ratified.when} 审定。`, 'green'),
      ...cohorts.flatMap(cohortPart),
      announced
        ? note(`${announced.by} 于 ${announced.when} 公布。`)
        : note('下一步：发送「公布结果」，公布给全体有关人员。'),
    ],
  }
}

function cohortPart({ cohort, ratio, units, excellent }: DecidedCohort): Element[] {
  const names = excellent.length === 0 ? '无' : sayNames(excellent, 60)
  return [
    heading(COHORT_NAMES[cohort]),
    note(`比例${sayRatio(ratio)}，考核单位${units}个，优秀${excellent.length}个。`),
    line(`优秀：${names}`),
  ]
}
