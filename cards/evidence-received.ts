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
  | {
      readonly status: 'unused'
      readonly kind: 'image' | 'file'
      /** Whether its bytes are here. */
      readonly kept: boolean
      readonly goals: readonly EvidenceGoal[]
    }
  | { readonly status: 'used'; readonly kept: boolean; readonly goal: string; readonly open: Action }
  /** Megabytes, as `45.0`. */
  | { readonly status: 'refused'; readonly empty: boolean; readonly size: string; readonly limit: number }
  /** Its bytes could not be fetched. */
  | { readonly status: 'lost'; readonly limit: number }
  | { readonly status: 'gone' }
)

const MOST = 20
const TITLE = '佐证材料'

/** A picture or file that came: which goal is it for, what it was used for, or why it could not be kept. */
export function evidenceReceivedCard(facts: EvidenceReceivedFacts): Card {
  switch (facts.status) {
    case 'unused':
      return unusedCard(facts)
    case 'used':
      return usedCard(facts)
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

function usedCard(facts: Extract<EvidenceReceivedFacts, { status: 'used' }>): Card {
  const text = `「${facts.name}」${arrived(facts)}，已用于${facts.goal}的进展。`
  return {
    ...sentence(text, '已使用', 'green'),
    elements: [line(text), buttons({ text: '取回材料', action: facts.open })],
  }
}

const arrived = (facts: { readonly kept: boolean }): string =>
  facts.kept ? '已收到并保存' : '已收到，正在保存'

function unusedCard(facts: Extract<EvidenceReceivedFacts, { status: 'unused' }>): Card {
  const { goals } = facts
  const what = `${facts.kind === 'image' ? '图片' : `文件「${facts.name}」`}${arrived(facts)}`
  if (goals.length === 0)
    return sentence(`${what}。现在没有可以报送进展的目标，以后报送时会自动列出这份材料。`, '待使用', 'orange')
  const recentFirst = goals.toSorted((left, right) => Number(right.recent) - Number(left.recent))
  return {
    title: '已收到佐证材料',
    status: { text: '待使用', tone: 'orange' },
    summary: `${what}，请选择用于哪项目标`,
    elements: [
      line(`${what}。请选择用于哪项目标的进展：`),
      ...recentFirst.slice(0, MOST).flatMap((goal) => goalRow(goal, goals)),
      note(
        goals.length > MOST
          ? '其余目标请直接发送序号，例如：进展 35。还可以继续发送其他材料，再一起报送。'
          : '也可以继续发送其他图片、文件，再一起报送。',
      ),
    ],
  }
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
