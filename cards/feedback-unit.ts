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
  /** Hundredths; null while the unit's coefficients are missing. */
  readonly total: number | null
  /** Hundredths; null where no cap applied. */
  readonly beforeCap: number | null
  readonly types: readonly FeedbackTypeFacts[]
  readonly goals: readonly {
    readonly goal: Pick<GoalFacts, 'number' | 'type' | 'title'>
    readonly score: number
    readonly level: 1 | 2 | 3 | null
  }[]
  readonly deductions: readonly {
    readonly goal: number
    readonly points: number
    readonly reason: string
    readonly criterion: string
  }[]
  readonly received: { readonly by: string; readonly at: string } | null
  readonly mayReceive: boolean
  /** Working days in which the unit may object. */
  readonly appealDays: number
}

/** A unit's score with every deduction and its reason (Article 22). Confirming receipt is not agreeing. */
export function feedbackCard(facts: FeedbackFacts): Card {
  const { unit, total } = facts
  const said = total === null ? '待权重系数发文后核算' : sayScore(total)
  return {
    title: `考核反馈：${unit.name}`,
    subtitle: `${facts.year}年度 · ${facts.group}`,
    status: facts.received ? { text: '已收到', tone: 'green' } : { text: '待确认收到', tone: 'orange' },
    summary: `${unit.name}${facts.year}年度考核得分：${said}`,
    elements: [
      heading(`得分：${said}`),
      { tag: 'fields', items: typeItems(facts.types) },
      ...notes(facts),
      typesChart(facts.types),
      heading(facts.deductions.length === 0 ? '没有扣分' : `扣分情况（${facts.deductions.length}条）`),
      ...(facts.deductions.length === 0 ? [] : [deductionsTable(facts.deductions)]),
      heading('各目标得分'),
      goalsTable(facts.goals),
      divider,
      ...receipt(facts),
    ],
  }
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

function notes({ decidedAt, total, beforeCap }: FeedbackFacts): readonly Element[] {
  return [
    note(`考核工作组于${decidedAt}合议形成；各类得分显示到两位小数，只在最后得分处四舍五入。`),
    ...(beforeCap === null ? [] : [note(`核算为${sayScore(beforeCap)}分，按规定封顶。`)]),
    ...(total === null ? [line('权重系数以当年学校发文通知为准，发文后给出最后得分。', 'orange')] : []),
  ]
}

const typesChart = (types: readonly FeedbackTypeFacts[]): Element => ({
  tag: 'chart',
  chart: {
    kind: 'bar',
    title: '各类目标得分',
    points: types.flatMap((one) =>
      one.score === null ? [] : [{ x: TYPE_NAMES[one.type], y: one.score / 100 }],
    ),
  },
})

const deductionsTable = (rows: FeedbackFacts['deductions']): Element => ({
  tag: 'table',
  columns: [
    { name: 'goal', label: '目标', kind: 'text', width: '80px' },
    { name: 'points', label: '扣分', kind: 'text', width: '80px' },
    { name: 'reason', label: '原因', kind: 'text' },
    { name: 'criterion', label: '依据', kind: 'text' },
  ],
  rows: rows.map((one) => ({
    goal: `目标${one.goal}`,
    points: sayPoints(one.points),
    reason: one.reason || '一级区间内评定',
    criterion: one.criterion || '—',
  })),
})

const LEVELS = { 1: '一级', 2: '二级', 3: '三级' } as const

/** Levels are of the graded regime only. */
function goalsTable(rows: FeedbackFacts['goals']): Element {
  const graded = rows.some((one) => one.level !== null)
  return {
    tag: 'table',
    columns: [
      { name: 'goal', label: '目标', kind: 'text' },
      { name: 'score', label: '得分', kind: 'text', width: '80px' },
      ...(graded ? [{ name: 'level', label: '等级', kind: 'text', width: '80px' } as const] : []),
    ],
    rows: rows.map((one) => ({
      goal: nameGoal(one.goal),
      score: sayPoints(one.score),
      ...(graded && { level: one.level === null ? '—' : LEVELS[one.level] }),
    })),
  }
}

function receipt(facts: FeedbackFacts): readonly Element[] {
  const { year, unit, received } = facts
  if (received) return [line(`${received.by}已于${received.at}确认收到。`, 'green'), note(howToObject(facts))]
  const confirm: Button = {
    text: '确认收到',
    style: 'primary',
    action: { do: 'feedback.receive', with: { year, unit: unit.id } },
  }
  return [note(howToObject(facts)), ...(facts.mayReceive ? [buttons(confirm)] : [])]
}

const howToObject = ({ appealDays }: FeedbackFacts): string =>
  `确认收到不等于认可。如有异议，请在${appealDays}个工作日内书面向领导小组办公室提出，写明哪条扣分和理由。`
