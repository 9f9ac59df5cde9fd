import { type GoalType, goalName, TYPE_NAMES } from './goal-words.ts'
import { type Button, buttons, type Card, type Element, heading, line, note } from './kit.ts'
import { type ExplainGoalFacts, goalSteps } from './score-explain-goals.ts'
import { type ExplainGradeFacts, gradeSteps } from './score-explain-grade.ts'
import { sayScore } from './score-words.ts'

/** Every number is a text that the computation made, as `88` or `88.666666…`. */
export interface ExplainTypeFacts {
  readonly type: GoalType
  readonly source: 'goals' | 'full' | 'zero' | 'left-out'
  /** Of each goal; empty where they are too many for a line. */
  readonly terms: readonly { readonly weight: string; readonly score: string }[]
  readonly goals: number
  readonly weighted: string
  readonly weights: string
  readonly score: string
  /** Percent. */
  readonly ratio: number
  readonly coefficient: string | null
  /** What is multiplied, and what comes of it; null while coefficients are missing, and where the type is left out. */
  readonly product: { readonly of: string; readonly is: string } | null
}

export interface ExplainTotalFacts {
  readonly formula: 'standard' | 'weighted' | 'normalised'
  readonly products: readonly string[]
  readonly sum: string
  /** Null where it is 1 and nothing needs dividing. */
  readonly divided: { readonly of: string; readonly by: string; readonly is: string } | null
  readonly cap: string | null
  readonly capped: boolean
  readonly rounding: number
  /** Hundredths. */
  readonly final: number
}

export interface ExplainBasisFacts {
  readonly regime: 'standard' | 'graded'
  readonly group: string
  readonly decidedAt: string
  /** The number of the notice that confirms the policy; null while unconfirmed. */
  readonly notice: string | null
  readonly goals: number
  readonly cancelled: readonly { readonly number: number; readonly title: string }[]
  /** Which version holds after an appeal; null while there is only the first. */
  readonly version: {
    readonly number: number
    readonly appeal: number
    readonly by: 'group' | 'leaders'
    readonly at: string
  } | null
  /** Whether an appeal waits for its outcome. */
  readonly appealed: boolean
}

export interface ScoreExplainFacts {
  readonly year: number
  readonly unit: { readonly id: string; readonly name: string }
  readonly page: number
  readonly pages: number
  readonly turns: readonly Button[]
  /** Hundredths; null while the unit's coefficients are missing. */
  readonly total: number | null
  /** Whether the viewer may open the feedback too. */
  readonly feedback: boolean
  readonly shows:
    | {
        readonly part: 'summary'
        readonly basis: ExplainBasisFacts
        readonly types: readonly ExplainTypeFacts[]
        readonly final: ExplainTotalFacts | null
        readonly grade: ExplainGradeFacts | null
      }
    | { readonly part: 'goals'; readonly goals: readonly ExplainGoalFacts[] }
}

const MOST_CANCELLED = 8

/** How a score came about, line by line; the first page from the types to the grade, the others goal by goal. */
export function scoreExplainCard(facts: ScoreExplainFacts): Card {
  const { year, unit, page, pages, total, shows, turns } = facts
  const said = total === null ? '待权重系数发文后核算' : `${sayScore(total)}分`
  return {
    title: `得分解释：${unit.name}`,
    subtitle: `${year}年度 · 第${page}/${pages}页`,
    status: total === null ? { text: '缺权重系数', tone: 'orange' } : { text: said, tone: 'blue' },
    summary: `${unit.name}${year}年度考核得分（${said}）是怎么来的`,
    elements: [
      ...(shows.part === 'summary' ? summaryOf(shows) : shows.goals.map(goalSteps)),
      ...wayOn(facts, turns),
    ],
  }
}

type Summary = Extract<ScoreExplainFacts['shows'], { readonly part: 'summary' }>

function summaryOf({ basis, types, final, grade }: Summary): readonly Element[] {
  return [
    heading('一、依据'),
    ...basisLines(basis),
    heading('二、各类得分'),
    note('一类的得分 = 各目标权重×得分之和 ÷ 权重之和，不取舍。'),
    ...types.map(typeSteps),
    heading('三、最后得分'),
    ...(final ? totalSteps(final) : [line('该单位的权重系数还没有发文，发文后自动核算。', 'orange')]),
    ...(grade ? [heading('四、等次'), ...gradeSteps(grade)] : []),
    note('以上各步由核算程序逐步给出，中间不取舍（…表示后面还有小数），只在最后四舍五入一次。'),
  ]
}

function basisLines(basis: ExplainBasisFacts): readonly Element[] {
  const { regime, group, decidedAt, notice, goals, cancelled, appealed } = basis
  const way =
    regime === 'standard'
      ? '按评价标准扣分，每项目标从100分起扣（方案第二十三条）'
      : '按等级评分，乘以权重系数（方案第二十四条）'
  return [
    line(`${way}。${group}于${decidedAt}合议形成，计分目标${goals}项。`),
    ...versionLine(basis.version),
    ...(appealed ? [line('申诉正在办理，得分以办理结果为准。', 'orange')] : []),
    ...cancelledLine(cancelled),
    notice === null
      ? line('年度政策还没有确认，以下按现行数值核算。', 'orange')
      : line(`年度政策：${notice}`),
  ]
}

const HEARD_BY = { group: '考核工作组重新合议', leaders: '领导小组决定' } as const

function versionLine(version: ExplainBasisFacts['version']): readonly Element[] {
  if (!version) return []
  const { number, appeal, by, at } = version
  return [line(`现行第${number}版：第${appeal}次申诉后，由${HEARD_BY[by]}于${at}改定。`, 'blue')]
}

function cancelledLine(cancelled: ExplainBasisFacts['cancelled']): readonly Element[] {
  if (cancelled.length === 0) return []
  const names = cancelled.slice(0, MOST_CANCELLED).map((one) => `${goalName(one.number)} ${one.title}`)
  const more = cancelled.length > MOST_CANCELLED ? `等${cancelled.length}项` : ''
  return [line(`已按程序取消、不计分：${names.join('、')}${more}。`)]
}

function typeSteps(one: ExplainTypeFacts): Element {
  const of = one.coefficient === null ? `占${one.ratio}%` : `占${one.ratio}%，系数${one.coefficient}`
  const product = one.product ? `\n计入：${one.product.of} = ${one.product.is}` : ''
  return {
    tag: 'text',
    spans: [
      { text: TYPE_NAMES[one.type], bold: true },
      { text: `（${one.goals}项，${of}）`, tone: 'muted' },
      { text: `\n${scoreOfType(one)}${product}` },
    ],
  }
}

function scoreOfType({ source, terms, weighted, weights, score }: ExplainTypeFacts): string {
  switch (source) {
    case 'goals': {
      const sum = terms.map((one) => `${one.weight}×${one.score}`).join(' + ')
      return terms.length > 1
        ? `得分：(${sum}) ÷ ${weights} = ${score}`
        : `得分：${weighted} ÷ ${weights} = ${score}`
    }
    case 'full':
      return '没有目标，按政策计100分'
    case 'zero':
      return '没有目标，按政策计0分'
    case 'left-out':
      return '没有目标，按政策不计，由其余各类折算'
  }
}

const DIVISORS = {
  standard: '计入各类的占比之和',
  weighted: '计入各类的占比之和',
  normalised: '计入各类的占比×系数之和',
} as const

function totalSteps(facts: ExplainTotalFacts): readonly Element[] {
  const { formula, products, sum, divided, rounding, final } = facts
  return [
    line(products.length > 1 ? `相加：${products.join(' + ')} = ${sum}` : `计入：${sum}`),
    ...(divided ? [line(`折算：${divided.of} ÷ ${divided.by}（${DIVISORS[formula]}）= ${divided.is}`)] : []),
    ...(formula === 'standard' ? [] : [line(capped(facts))]),
    {
      tag: 'text',
      spans: [{ text: `四舍五入，保留${rounding}位小数：` }, { text: `${sayScore(final)}分`, bold: true }],
    },
  ]
}

function capped({ cap, capped: reached }: ExplainTotalFacts): string {
  if (cap === null) return '封顶：政策不设'
  return reached ? `封顶：超过${cap}分，按${cap}分计` : `封顶：未超过${cap}分`
}

function wayOn({ year, unit, feedback }: ScoreExplainFacts, turns: readonly Button[]): readonly Element[] {
  const open: Button = { text: '考核反馈', action: { show: 'feedback', with: { year, unit: unit.id } } }
  const all = [...turns, ...(feedback ? [open] : [])]
  return all.length === 0 ? [] : [buttons(...all)]
}
