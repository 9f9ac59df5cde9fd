import { type AnswerFacts, answerElements, answerStatus } from './feedback-answer.ts'
import { type GoalType, TYPE_NAMES } from './goal-words.ts'
import { type Button, buttons, type Card, divider, type Element, heading, line, note } from './kit.ts'
import { type GoalFacts, nameGoal, sayPoints, sayScore } from './score-words.ts'

export interface FeedbackTypeFacts {
  readonly type: GoalType
  /** Percent. */
  readonly ratio: number
  /** Hundredths, rounded for reading; null where the type is left out. */
  readonly score: number | null
  readonly source: 'goals' | 'full' | 'zero' | 'left-out'
  /** `1.0500`; null under the standard regime and before the notice. */
  readonly coefficient: string | null
}

export interface FeedbackFacts {
  readonly year: number
  readonly unit: { readonly id: string; readonly name: string }
  readonly group: string
  readonly decidedAt: string
  /** Which version it is, and where it came from; null while there is only the first. */
  readonly version: { readonly number: number; readonly from: string } | null
  /** Hundredths; null while the unit's coefficients are missing. */
  readonly total: number | null
  /** Hundredths; null where no cap applied. */
  readonly beforeCap: number | null
  readonly types: readonly FeedbackTypeFacts[]
  /** The unit's scores of the year before, hundredths; null where there are none. */
  readonly lastYear: LastYearScores | null
  /** How many deductions there are on all pages. */
  readonly count: number
  /** From 0. */
  readonly page: number
  /** The page's deductions, by goal. */
  readonly goals: readonly FeedbackGoal[]
  /** Goals without a deduction. */
  readonly full: readonly GoalName[]
  readonly turns: readonly Button[]
  readonly answer: AnswerFacts
}

export interface LastYearScores {
  readonly year: number
  readonly total: number | null
  readonly types: readonly { readonly type: GoalType; readonly score: number | null }[]
}

type GoalName = Pick<GoalFacts, 'number' | 'type' | 'title'>

export interface FeedbackGoal {
  readonly goal: GoalName
  readonly score: number
  readonly level: 1 | 2 | 3 | null
  readonly deductions: readonly {
    /** Its place on the goal, from 1. */
    readonly index: number
    readonly points: number
    readonly reason: string
    readonly criterion: string
  }[]
}

/** A unit's score with every deduction and its reason (Article 22). Confirming receipt is not agreeing. */
export function feedbackCard(facts: FeedbackFacts): Card {
  const { unit, total, page, answer } = facts
  const said = total === null ? '待权重系数发文后核算' : sayScore(total)
  return {
    title: `考核反馈：${unit.name}`,
    subtitle: `${facts.year}年度 · ${facts.group}`,
    status: answerStatus(answer),
    summary: `${unit.name}${facts.year}年度考核得分：${said}`,
    elements: [
      heading(`得分：${said}`),
      ...(page === 0 ? overview(facts) : []),
      heading(facts.count === 0 ? '没有扣分' : `扣分情况（${facts.count}条）`),
      ...facts.goals.flatMap(goalElements),
      ...(page === 0 ? fullGoals(facts.full) : []),
      ...(facts.turns.length > 0 ? [buttons(...facts.turns)] : []),
      buttons(...more(facts)),
      divider,
      ...answerElements(answer),
    ],
  }
}

function more({ year, unit }: FeedbackFacts): Button[] {
  const at = { year, unit: unit.id }
  return [
    { text: '得分解释', action: { show: 'score-explain', with: at } },
    { text: '评分记录', action: { show: 'score-record', with: at } },
  ]
}

function overview(facts: FeedbackFacts): Element[] {
  const { decidedAt, version, total, beforeCap } = facts
  return [
    ...(version ? [line(`第${version.number}版：${version.from}`, 'blue')] : []),
    { tag: 'fields', items: typeItems(facts.types) },
    note(`考核工作组于${decidedAt}合议形成；各类得分显示到两位小数，只在最后得分处四舍五入。`),
    ...(beforeCap === null ? [] : [note(`核算为${sayScore(beforeCap)}分，按规定封顶。`)]),
    ...(total === null ? [line('权重系数以当年学校发文通知为准，发文后给出最后得分。', 'orange')] : []),
    chart(facts),
    ...(facts.lastYear ? [note(sayLastYear(facts.lastYear))] : []),
  ]
}

function sayLastYear({ year, total, types }: LastYearScores): string {
  const said = types.flatMap(({ type, score }) => (score === null ? [] : [`${AXIS[type]}${sayScore(score)}`]))
  return `${year}年度得分${total === null ? '未核算' : sayScore(total)}（${said.join('，')}）`
}

const SOURCES = {
  goals: '',
  full: '没有目标，按满分计',
  zero: '没有目标，按0分计',
  'left-out': '没有目标，不计入',
} as const

function typeItems(
  types: readonly FeedbackTypeFacts[],
): { readonly label: string; readonly value: string }[] {
  return types.map((one) => {
    const coefficient = one.coefficient === null ? '' : `，系数${one.coefficient}`
    const score = one.score === null ? '' : `${sayScore(one.score)}分`
    const value = [score, SOURCES[one.source]].filter((part) => part !== '').join('，')
    return { label: `${TYPE_NAMES[one.type]}（占${one.ratio}%${coefficient}）`, value }
  })
}

/** Short enough for an axis on a phone. */
const AXIS: { readonly [type in GoalType]: string } = { key: '重点', special: '专项', routine: '常规' }

/** The year's scores; beside those of the year before, where there are any. */
function chart({ year, total, types, lastYear }: FeedbackFacts): Element {
  const own = pointsOf({ year, total, types }, lastYear !== null)
  const before = lastYear ? pointsOf(lastYear, true) : []
  return {
    tag: 'chart',
    chart: {
      kind: lastYear ? 'bars-across' : 'bar',
      title: lastYear ? `与${lastYear.year}年度比较` : '各类目标得分',
      points: [...before, ...own],
    },
  }
}

function pointsOf({ year, total, types }: LastYearScores, compared: boolean) {
  const bars = [
    ...types.map(({ type, score }) => ({ x: AXIS[type], score })),
    ...(compared ? [{ x: '总分', score: total }] : []),
  ]
  return bars.flatMap(({ x, score }) =>
    score === null ? [] : [{ x, y: score / 100, ...(compared && { series: `${year}年` }) }],
  )
}

const LEVELS = { 1: '一级', 2: '二级', 3: '三级' } as const

function goalElements({ goal, score, level, deductions }: FeedbackGoal): Element[] {
  const graded = level === null ? '' : `（${LEVELS[level]}）`
  return [
    {
      tag: 'text',
      spans: [
        { text: nameGoal(goal), bold: true },
        { text: `　${sayPoints(score)}分${graded}`, tone: 'blue' },
      ],
    },
    ...deductions.flatMap(({ index, points, reason, criterion }, at): Element[] => [
      line(`${index}. 扣${sayPoints(points)}分：${reason || '一级区间内评定'}`),
      ...(criterion !== '' && criterion !== deductions[at + 1]?.criterion
        ? [note(`依据：${criterion}`)]
        : []),
    ]),
  ]
}

function fullGoals(goals: readonly GoalName[]): Element[] {
  if (goals.length === 0) return []
  return [
    {
      tag: 'fold',
      title: `没有扣分的目标（${goals.length}项）`,
      elements: [line(goals.map(nameGoal).join('\n'))],
    },
  ]
}
