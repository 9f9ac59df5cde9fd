import { buttons, type Card, line, note } from './kit.ts'

export interface EvidenceReceivedFacts {
  readonly name: string
  readonly kind: 'image' | 'file'
  readonly goals: readonly { readonly id: string; readonly number: number; readonly title: string }[]
}

/** A picture or file came: which goal is it for? */
export function evidenceReceivedCard({ name, kind, goals }: EvidenceReceivedFacts): Card {
  const what = kind === 'image' ? '图片' : `文件「${name}」`
  if (goals.length === 0) {
    return {
      title: '已收到佐证材料',
      summary: `${what}已收到`,
      elements: [line(`${what}已收到并保存。目前没有可报进展的目标，目标生效后可作为佐证。`)],
    }
  }
  return {
    title: '已收到佐证材料',
    status: { text: '待关联', tone: 'orange' },
    summary: `${what}已收到，请选择用于哪项目标`,
    elements: [
      line(`${what}已收到并保存。请选择用于哪项目标的进展：`),
      buttons(
        ...goals.slice(0, 20).map((goal) => ({
          text: `目标${goal.number} ${goal.title}`.slice(0, 24),
          action: { send: 'form', with: { form: 'progress', params: { goal: goal.id } } } as const,
        })),
      ),
      note('也可以继续发送其他图片、文件，再一起报送。'),
    ],
  }
}
