import { type Action, buttons, type Card, type Element, line, note, type Span } from './kit.ts'
import { type ProgressFacts, progressFields } from './progress-report.ts'

export interface ProgressManyFacts {
  readonly lines: readonly (
    | ({ readonly kind: 'understood'; readonly guess: string } & Omit<ProgressFacts, 'unit'>)
    /** `fault`: what hinders it, which the form can mend. */
    | {
        readonly kind: 'incomplete'
        readonly number: number
        readonly title: string
        readonly fault: string
        readonly edit: Action
      }
    | { readonly kind: 'unread'; readonly text: string; readonly fault: string }
  )[]
  /** Files of the viewer that no report uses yet. */
  readonly files: number
  /** Null where there is nothing to save. */
  readonly save: Action | null
  /** How many it saves. */
  readonly count: number
}

/** Several goals in one message, each as it was understood; saved together on a tap. */
export function progressManyCard({ lines, files, save, count }: ProgressManyFacts): Card {
  const others = lines.length - count
  const summary = save ? `请确认 ${count} 项目标的进展` : '这条消息里没有可以保存的进展'
  return {
    title: '请确认进展',
    status: save ? { text: `${count} 项待确认`, tone: 'orange' } : { text: '未能保存', tone: 'red' },
    summary,
    elements: [
      ...lines.flatMap(rowOf),
      ...(save ? [buttons({ text: '全部保存', style: 'primary', action: save })] : []),
      note(hint(save !== null, others)),
      ...(files === 0
        ? []
        : [note(`您还有 ${files} 份材料没有使用，保存后可在材料卡片上选择用于哪项目标。`)]),
    ],
  }
}

function hint(saves: boolean, others: number): string {
  if (!saves) return '请按提示修改后重新发送，或点「补充」填写。'
  return others === 0
    ? '确认无误请点「全部保存」。'
    : `「全部保存」只保存看懂的目标，其余 ${others} 项请另行补充。`
}

function rowOf(one: ProgressManyFacts['lines'][number]): Element[] {
  switch (one.kind) {
    case 'understood':
      return [
        { tag: 'text', spans: [{ text: `目标${one.number}　${one.title}`, bold: true }] },
        { tag: 'text', spans: wordsOf(one) },
        ...(one.guess === '' ? [] : [note(one.guess)]),
      ]
    case 'incomplete':
      return [
        { tag: 'text', spans: [{ text: `目标${one.number}　${one.title}`, bold: true }] },
        line(one.fault, 'orange'),
        buttons({ text: `补充目标${one.number}`, action: one.edit }),
      ]
    case 'unread':
      return [line(`「${one.text}」${one.fault}，没有保存。`, 'red')]
  }
}

/** `60%（上次 50%）　指标值：180人 …`, in one run of text, for cards of many goals. */
function wordsOf(facts: Omit<ProgressFacts, 'unit'>): Span[] {
  return progressFields({ ...facts, unit: '' }).flatMap(({ label, value, tone }, position) => [
    { text: `${position === 0 ? '' : '\n'}${label}：`, tone: 'muted' as const },
    { text: value, ...(tone && { tone }) },
  ])
}
