import { type Action, buttons, type Card, type Element, line, note, type Tone } from './kit.ts'

export interface EvidenceGoal {
  readonly number: number
  readonly title: string
  readonly unit: string
  readonly report: Action
  /** The viewer has just reported on it. */
  readonly recent: boolean
}

export type EvidenceReceivedFacts = {
  /** What people call it. */
  readonly name: string
} & (
  | { readonly status: 'here'; readonly kept: boolean; readonly open: Action }
  /** Megabytes, as `45.0`. */
  | { readonly status: 'refused'; readonly empty: boolean; readonly size: string; readonly limit: number }
  /** Its bytes could not be fetched. */
  | { readonly status: 'lost'; readonly limit: number }
  | { readonly status: 'gone' }
)

const MOST = 20
const TITLE = '佐证材料'

/** A picture or file that came: kept, or why it could not be kept. */
export function evidenceReceivedCard(facts: EvidenceReceivedFacts): Card {
  switch (facts.status) {
    case 'here':
      return hereCard(facts)
    case 'refused':
      return sentence(
        facts.empty
          ? `「${facts.name}」是空文件，没有保存。请核对后重新发送。`
          : `「${facts.name}」有 ${facts.size} MB，超过 ${facts.limit} MB，没有保存。请压缩或拆分后重新发送。`,
        '未保存',
        'red',
      )
    case 'lost':
      return sentence(
        `「${facts.name}」没能取回，没有保存。请重新发送；超过 ${facts.limit} MB 的请先压缩或拆分。`,
        '未保存',
        'red',
      )
    case 'gone':
      return sentence('没有找到这份材料，请重新发送。', '未找到', 'muted')
  }
}

function sentence(text: string, state: string, tone: Tone): Card {
  return { title: TITLE, status: { text: state, tone }, summary: text, elements: [line(text)] }
}

function hereCard(facts: Extract<EvidenceReceivedFacts, { status: 'here' }>): Card {
  const text = `「${facts.name}」${facts.kept ? '已收到并保存' : '已收到，正在保存'}。`
  return {
    ...sentence(text, '已收到', 'green'),
    elements: [line(text), buttons({ text: '取回材料', action: facts.open })],
  }
}

/** The goals for which what came may be, the one that was just reported first; each with its button. */
export function goalRows(goals: readonly EvidenceGoal[]): Element[] {
  if (goals.length === 0) return []
  const recentFirst = goals.toSorted((left, right) => Number(right.recent) - Number(left.recent))
  return [
    ...recentFirst.slice(0, MOST).flatMap((goal) => goalRow(goal, goals)),
    note(
      goals.length > MOST
        ? '其余目标请直接发送序号，例如：进展 35。还可以继续发送其他材料，再一起报送。'
        : '也可以继续发送其他图片、文件，再一起报送。',
    ),
  ]
}

/** The unit is named where the person reports for more than one. */
function goalRow(goal: EvidenceGoal, goals: readonly EvidenceGoal[]): Element[] {
  const unit = goals.some((other) => other.unit !== goal.unit) ? `${goal.unit}　` : ''
  const recent = goal.recent ? '（您刚报送了这项目标的进展，可以补充）' : ''
  const style = goal.recent ? ('primary' as const) : ('plain' as const)
  return [
    line(`${unit}目标${goal.number}　${goal.title}${recent}`),
    buttons({ text: `用于目标${goal.number}`, style, action: goal.report }),
  ]
}
