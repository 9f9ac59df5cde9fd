import { type Element, line } from './kit.ts'
import {
  COHORT_NAMES,
  type Cohort,
  GRADE_NAMES,
  GRADE_TONES,
  type Grade,
  sayNames,
  sayRatio,
} from './result-words.ts'
import { sayPoints, sayScore } from './score-words.ts'

/** Scores in hundredths, the ratio in hundredths of a percent. */
export interface ExplainGradeFacts {
  readonly compared: number
  /** Whether it was first rounded to an integer. */
  readonly rounded: boolean
  readonly excellentFrom: number
  readonly qualifiedFrom: number
  readonly band: 'may-be-excellent' | 'qualified' | 'unqualified'
  /** Null where they are not to be seen yet. */
  readonly gates:
    | readonly { readonly area: string; readonly verdict: 'pass' | 'fail' | null; readonly reason: string }[]
    | null
  readonly place: {
    readonly cohort: Cohort
    readonly units: number
    readonly rank: number
    readonly ratio: number
    readonly places: number
    readonly quotaRounding: 'floor' | 'half-up' | 'ceil'
    readonly border: number | null
    readonly grade: Grade
    readonly reason: ExplainReason
  } | null
  readonly announced: boolean
}

export type ExplainReason =
  | { readonly why: 'band' | 'named' | 'unnamed' }
  | { readonly why: 'barred'; readonly areas: readonly string[] }
  | { readonly why: 'outranked'; readonly by: readonly string[]; readonly vacated: readonly string[] }
  | {
      readonly why: 'tied'
      readonly by: readonly string[]
      readonly seats: number
      readonly equals: readonly string[]
      readonly vacated: readonly string[]
    }

/** From the final score to the grade (Articles 25, 27), as far as it is decided. */
export function gradeSteps(facts: ExplainGradeFacts): readonly Element[] {
  return [
    line(bandLine(facts)),
    ...(facts.gates ? gateLines(facts.gates) : []),
    ...(facts.place ? placeLines(facts.place) : []),
    ...pending(facts),
  ]
}

function bandLine({ compared, rounded, excellentFrom, qualifiedFrom, band }: ExplainGradeFacts): string {
  const own = rounded ? `先四舍五入为${sayPoints(compared)}分，` : `${sayScore(compared)}分`
  switch (band) {
    case 'may-be-excellent':
      return `分数线：${own}达到${sayPoints(excellentFrom)}分，可以参评优秀`
    case 'qualified':
      return `分数线：${own}达到${sayPoints(qualifiedFrom)}分、不到${sayPoints(excellentFrom)}分，合格`
    case 'unqualified':
      return `分数线：${own}不到${sayPoints(qualifiedFrom)}分，不合格`
  }
}

const LONGEST_REASON = 200

function gateLines(gates: NonNullable<ExplainGradeFacts['gates']>): readonly Element[] {
  const failed = gates.filter((one) => one.verdict === 'fail')
  const silent = gates.filter((one) => one.verdict === null)
  if (failed.length === 0 && silent.length === 0) return [line(`一票否决：${gates.length}项工作均合格`)]
  return [
    ...failed.map(({ area, reason }) =>
      line(`一票否决：${area}不合格，不能评为优秀（${cut(reason, LONGEST_REASON)}）`, 'red'),
    ),
    ...(silent.length > 0
      ? [line(`一票否决：待牵头部门报告 ${silent.map((one) => one.area).join('、')}`, 'orange')]
      : []),
  ]
}

const ROUNDINGS = { floor: '舍去小数', 'half-up': '四舍五入', ceil: '进一' } as const

type Place = NonNullable<ExplainGradeFacts['place']>

function placeLines(place: Place): readonly Element[] {
  const { cohort, units, rank, ratio, places, quotaRounding, border, grade } = place
  const last = border === null ? '' : `，名额内最低${sayScore(border)}分`
  return [
    line(`名次：${COHORT_NAMES[cohort]}${units}个单位中第${rank}名`),
    line(`优秀名额：${units} × ${sayRatio(ratio)}，${ROUNDINGS[quotaRounding]}，${places}个${last}`),
    line(`等次：${GRADE_NAMES[grade]}。${sayReason(place.reason)}`, GRADE_TONES[grade]),
  ]
}

function sayReason(reason: ExplainReason): string {
  switch (reason.why) {
    case 'band':
      return '由得分决定'
    case 'named':
      return '在名额之内，由领导小组评定'
    case 'unnamed':
      return '在名额之内，领导小组没有用满名额'
    case 'barred':
      return `因${reason.areas.join('、')}不合格，不能评为优秀`
    case 'outranked':
      return `得分达到优秀线，${outranked(reason.by, reason.vacated)}`
    case 'tied':
      return tied(reason)
  }
}

function tied({ by, seats, equals, vacated }: Extract<ExplainReason, { readonly why: 'tied' }>): string {
  const taken = by.length > 0 ? `名额先归得分更高的${sayNames(by)}，` : ''
  return `与${sayNames(equals)}同分，${taken}只余${seats}个，由领导小组选定${emptied(vacated)}`
}

function outranked(by: readonly string[], vacated: readonly string[]): string {
  if (by.length === 0 && vacated.length === 0) return '但没有名额'
  return `${by.length > 0 ? `名额归得分更高的${sayNames(by)}` : '没有余下的名额'}${emptied(vacated)}`
}

const emptied = (vacated: readonly string[]): string =>
  vacated.length === 0 ? '' : `；${sayNames(vacated)}因一票否决不评优秀，名额按政策空缺`

function pending({ gates, place, announced }: ExplainGradeFacts): readonly Element[] {
  if (announced) return []
  if (place) return [line('结果已审定，还没有公布。', 'muted')]
  return [line(gates ? '等次待领导小组审定。' : '一票否决、优秀名额和等次在结果公布后显示。', 'muted')]
}

const cut = (text: string, most: number): string => {
  const characters = [...text]
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text
}
