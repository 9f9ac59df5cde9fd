import { type Card, type Element, heading, line, note } from './kit.ts'
import { type MovedUnit, movedLines } from './result-moved.ts'
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
  /** Where the members agreed: how many were needed, of how many. */
  readonly quorum: { readonly needed: number; readonly members: number } | null
  /** Oldest first. */
  readonly corrections: readonly {
    readonly by: string
    readonly when: string
    readonly moved: readonly MovedUnit[]
  }[]
  readonly announced: { readonly by: string; readonly when: string } | null
}

/** Who was named excellent, by whom and when. */
export function excellenceDecidedCard(facts: ExcellenceDecidedFacts): Card {
  const { year, cohorts, ratified, quorum, announced } = facts
  const total = cohorts.reduce((sum, one) => sum + one.excellent.length, 0)
  return {
    title: `${year}年度评优审定`,
    status: { text: '已审定', tone: 'green' },
    summary: `考核结果已审定，优秀${total}个单位`,
    elements: [
      line(`${quorum ? '领导小组' : ratified.by} 于 ${ratified.when} 审定。`, 'green'),
      ...(quorum ? [note(`由成员表决：${quorum.members}人中${quorum.needed}人同意即审定。`)] : []),
      ...correctionPart(facts),
      ...cohorts.flatMap(cohortPart),
      announced
        ? note(`${announced.by} 于 ${announced.when} 公布。`)
        : note('下一步：发送「公布结果」，公布给全体有关人员。'),
    ],
  }
}

/** The last correction whole, the earlier ones by when and whom. */
function correctionPart({ corrections }: ExcellenceDecidedFacts): Element[] {
  const last = corrections.at(-1)
  if (!last) return []
  const earlier = corrections.slice(0, -1).map(({ by, when }) => note(`${by} 于 ${when} 更正过。`))
  return [
    ...earlier.slice(-5),
    line(`${last.by} 于 ${last.when} 按申诉决定更正：`, 'orange'),
    ...movedLines(last.moved),
  ]
}

function cohortPart({ cohort, ratio, units, excellent }: DecidedCohort): Element[] {
  const names = excellent.length === 0 ? '无' : sayNames(excellent, 60)
  return [
    heading(COHORT_NAMES[cohort]),
    note(`比例${sayRatio(ratio)}，考核单位${units}个，优秀${excellent.length}个。`),
    line(`优秀：${names}`),
  ]
}
