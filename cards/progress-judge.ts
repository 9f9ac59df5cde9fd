import { type Action, buttons, type Card, type Element, line, note } from './kit.ts'
import { type ProgressFacts, progressFields } from './progress-report.ts'

export interface ProgressJudgeFacts extends ProgressFacts {
  readonly files: readonly { readonly name: string; readonly open: Action }[]
  readonly by: string
  readonly at: string
  /** Null where it is judged already, or cannot be judged now. */
  readonly acts: { readonly accept: Action; readonly other: Action; readonly query: Action } | null
  /** Why it cannot be judged now, as a sentence; '' where it can, or is judged. */
  readonly closed: string
  readonly history: Action
  /** To what else waits. */
  readonly list: Action
}

/** A report before those who accept it: as reported, with other figures, or queried. */
export function progressJudgeCard(facts: ProgressJudgeFacts): Card {
  const title = `目标${facts.number} ${facts.title}`
  return {
    title: '核实进展',
    subtitle: facts.unit,
    status: stateOf(facts),
    summary: `${title} 进展 ${facts.percent}%，请认可或质疑`,
    elements: [
      line(title),
      { tag: 'fields', items: progressFields(facts) },
      ...filesOf(facts),
      note(`${facts.by} 于 ${facts.at} 报送。`),
      ...(facts.closed === '' ? [] : [line(facts.closed, 'orange')]),
      ...actsOf(facts),
      buttons({ text: '进展记录', action: facts.history }, { text: '其他待核实', action: facts.list }),
    ],
  }
}

function stateOf({ judgement, acts }: ProgressJudgeFacts): NonNullable<Card['status']> {
  if (judgement)
    return judgement.accepted ? { text: '已认可', tone: 'green' } : { text: '已质疑', tone: 'orange' }
  return acts ? { text: '待核实', tone: 'orange' } : { text: '不可核实', tone: 'muted' }
}

function actsOf({ acts, percent, value, number }: ProgressJudgeFacts): Element[] {
  if (!acts) return []
  const figures = value === '' ? `${percent}%` : `${percent}%，${value}`
  return [
    buttons(
      {
        text: '认可',
        style: 'primary',
        action: acts.accept,
        confirm: { title: `认可目标${number}的进展？`, text: `按所报数值认可：${figures}。认可后不能更改。` },
      },
      { text: '认可其他数', action: acts.other },
      { text: '质疑', style: 'danger', action: acts.query },
    ),
    note('所报与认可的数值都会保留。质疑会发给该单位，由其补报。'),
  ]
}

function filesOf({ files }: ProgressJudgeFacts): Element[] {
  if (files.length === 0) return [note('没有佐证材料。')]
  return [
    line(`佐证材料（${files.length} 份）：`),
    line(files.map(({ name }, position) => `${position + 1}. ${name}`).join('\n')),
    buttons(...files.map(({ open }, position) => ({ text: `取回材料${position + 1}`, action: open }))),
  ]
}
