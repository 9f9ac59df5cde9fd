import { type EvidenceGoal, goalRows } from './evidence-received.ts'
import { type Action, buttons, type Card, type Element, line, note } from './kit.ts'

export interface EvidenceBatchFacts {
  readonly files: readonly {
    readonly name: string
    readonly state: 'coming' | 'kept' | 'lost'
    /** The goal whose report it supports, as `目标2 建设精品教材`; '' while none does. */
    readonly goal: string
    readonly open: Action
  }[]
  /** The goals that the viewer can report on now. */
  readonly goals: readonly EvidenceGoal[]
  /** Most files that one report takes. */
  readonly most: number
}

const LISTED = 20
const TITLE = '佐证材料'

/** Pictures and files that came one after the other: one card for all, which goal they are for, or what they were used for. */
export function evidenceBatchCard(facts: EvidenceBatchFacts): Card {
  const { files } = facts
  if (files.length === 0) {
    const text = '没有保存下来的材料，请重新发送。'
    return { title: TITLE, status: { text: '未保存', tone: 'muted' }, summary: text, elements: [line(text)] }
  }
  const waiting = files.filter(({ state, goal }) => goal === '' && state !== 'lost').length
  return waiting > 0 ? offerCard(facts, waiting) : usedCard(facts)
}

function offerCard(facts: EvidenceBatchFacts, waiting: number): Card {
  const what = received(facts)
  const none = '现在没有可以报送进展的目标，以后报送进展、记录检查或答复整改时会自动列出这些材料。'
  const summary = facts.goals.length === 0 ? `${what}。${none}` : `${what}，请选择用于哪项目标`
  return {
    title: '已收到佐证材料',
    status: { text: '待使用', tone: 'orange' },
    summary,
    elements: [
      line(facts.goals.length === 0 ? summary : `${what}。请选择用于哪项目标的进展：`),
      ...listed(facts),
      ...goalRows(facts.goals),
      ...(waiting > facts.most
        ? [note(`一次进展最多用 ${facts.most} 份材料，其余的可在下次进展中使用。`)]
        : []),
    ],
  }
}

function received({ files }: EvidenceBatchFacts): string {
  const [first] = files
  const coming = files.filter(({ state }) => state === 'coming').length
  const all = files.length === 1 ? `「${first?.name ?? ''}」已收到` : `已收到 ${files.length} 个文件`
  if (coming === 0) return `${all}并保存`
  return files.length === 1 ? `${all}，正在保存` : `${all}，其中 ${coming} 个正在保存`
}

function usedCard(facts: EvidenceBatchFacts): Card {
  const used = facts.files.flatMap((file, position) =>
    file.goal === '' ? [] : [{ ...file, number: position + 1 }],
  )
  const goals = [...new Set(used.map(({ goal }) => goal))].join('、')
  const text =
    used.length === 0
      ? lostText(facts)
      : `${received(facts)}，已用于${goals}${goals.includes('督查发现') ? '' : '的进展'}。`
  return {
    title: TITLE,
    status: used.length === 0 ? { text: '未保存', tone: 'red' } : { text: '已使用', tone: 'green' },
    summary: text,
    elements: [
      line(text),
      ...listed(facts),
      ...(used.length === 0
        ? []
        : [
            buttons(
              ...used.slice(0, LISTED).map(({ open, number }) => ({
                text: facts.files.length === 1 ? '取回材料' : `取回材料${number}`,
                action: open,
              })),
            ),
          ]),
    ],
  }
}

function lostText({ files }: EvidenceBatchFacts): string {
  const [first] = files
  const what = files.length === 1 ? `「${first?.name ?? ''}」` : '这些材料'
  return `${what}没能取回，没有保存。请重新发送，过大的请先压缩或拆分。`
}

/** One file is named in the sentence; several are listed. */
function listed({ files }: EvidenceBatchFacts): Element[] {
  const lost = files.filter(({ state }) => state === 'lost').length
  const warning =
    lost === 0 || lost === files.length
      ? []
      : [line(`有 ${lost} 个文件没能取回，没有保存，请重新发送。`, 'red')]
  if (files.length === 1) return warning
  const names = files.slice(0, LISTED).map(({ name, goal, state }, position) => {
    const used = goal === '' ? '' : `（已用于${goal.split(' ')[0]}）`
    return `${position + 1}. ${name}${state === 'lost' ? '（未取回）' : used}`
  })
  const more = files.length > LISTED ? [note(`其余 ${files.length - LISTED} 个不再列出。`)] : []
  return [
    { tag: 'fold', title: `文件清单（${files.length} 个）`, elements: [line(names.join('\n')), ...more] },
    ...warning,
  ]
}
