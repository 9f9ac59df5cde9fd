import { buttons, type Card, type Element, line, note } from './kit.ts'
import { type MovedUnit, movedLines } from './result-moved.ts'
import { COHORT_NAMES, type Cohort, GRADE_NAMES, GRADE_TONES, type Grade, sayScore } from './result-words.ts'

export interface ResultUnitFacts {
  readonly year: number
  readonly unit: string
  readonly grade: Grade
  /** Hundredths. */
  readonly final: number
  readonly rank: number
  readonly cohort: Cohort
  /** Units ranked together. */
  readonly units: number
  /** Gate areas that the unit failed. */
  readonly failed: readonly string[]
  /** Whether the score is high enough for excellence. */
  readonly reached: boolean
  readonly announced: { readonly by: string; readonly when: string }
  /** The correction after an appeal in which the unit moved. */
  readonly corrected: { readonly by: string; readonly when: string; readonly moved: MovedUnit } | null
}

/** A unit's own result, with the reason for its grade (Articles 25, 27). */
export function resultUnitCard(facts: ResultUnitFacts): Card {
  const { year, unit, grade, final, rank, announced } = facts
  const name = GRADE_NAMES[grade]
  return {
    title: `${unit} ${year}年度考核结果`,
    status: { text: name, tone: GRADE_TONES[grade] },
    summary: `${unit}：${name}，${sayScore(final)}分`,
    elements: [
      {
        tag: 'fields',
        items: [
          { label: '等次', value: name, tone: GRADE_TONES[grade] },
          { label: '最终得分', value: `${sayScore(final)}分` },
          { label: '名次', value: `第${rank}名，共${facts.units}个单位` },
          { label: '同组单位', value: COHORT_NAMES[facts.cohort] },
        ],
      },
      ...reasonOf(facts),
      ...correctedPart(facts),
      note(`${announced.by} 于 ${announced.when} 公布。对结果有异议的，请联系领导小组办公室。`),
      buttons(
        { text: '全部结果', action: { show: 'result-list', with: { year } } },
        { text: '扣分明细', action: { say: '我的得分' } },
      ),
    ],
  }
}

function correctedPart({ corrected }: ResultUnitFacts): Element[] {
  if (!corrected) return []
  const { by, when, moved } = corrected
  return [line(`${by} 于 ${when} 按申诉决定更正：`, 'orange'), ...movedLines([moved])]
}

function reasonOf({ grade, failed, reached }: ResultUnitFacts): Element[] {
  const barred = failed.length > 0 ? [line(`一票否决：${failed.join('、')}不合格。`, 'red')] : []
  if (grade !== 'qualified' || !reached) return barred
  if (failed.length > 0) return [...barred, line('得分达到优秀线，因一票否决不能评为优秀。')]
  return [line('得分达到优秀线，未列入领导小组按比例确定的优秀单位。')]
}
