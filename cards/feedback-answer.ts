/** How a unit answers its feedback (Article 22): it confirms that it arrived, or appeals. Silence is called silence. */
import {
  type Action,
  type Button,
  buttons,
  type Element,
  type FormSpec,
  field,
  line,
  note,
  type Params,
} from './kit.ts'

export interface AnswerFacts {
  readonly answer: 'appealed' | 'received' | 'settled' | 'silent' | 'waiting'
  readonly received: { readonly by: string; readonly at: string } | null
  /** `12月8日`, the last day to answer. */
  readonly lastDay: string
  /** The days are over. */
  readonly over: boolean
  readonly receive: Action | null
  /** Opens the choice of deductions, or the draft. */
  readonly appeal: { readonly text: string; readonly action: Action } | null
  /** The appeals so far, the newest last. */
  readonly appeals: readonly { readonly number: number; readonly text: string; readonly action: Action }[]
  readonly reopen: { readonly name: string; readonly params: Params; readonly spec: FormSpec } | null
}

/** The header's tag. */
export function answerStatus({ answer, over }: Pick<AnswerFacts, 'answer' | 'over'>) {
  switch (answer) {
    case 'appealed':
      return { text: '申诉中', tone: 'orange' } as const
    case 'received':
      return { text: '已收到', tone: 'green' } as const
    case 'settled':
      return { text: '申诉已办结', tone: 'green' } as const
    case 'silent':
      return { text: '未答复', tone: 'muted' } as const
    case 'waiting':
      return over
        ? ({ text: '未答复', tone: 'muted' } as const)
        : ({ text: '待答复', tone: 'orange' } as const)
  }
}

export function answerElements(facts: AnswerFacts): Element[] {
  const { received, receive, appeal, appeals, reopen } = facts
  const acts: Button[] = [
    ...(receive ? [{ text: '确认收到', style: 'primary' as const, action: receive }] : []),
    ...(appeal ? [appeal] : []),
  ]
  return [
    ...(received ? [line(`${received.by}已于${received.at}确认收到。`, 'green')] : []),
    ...appeals
      .slice(-5)
      .flatMap(({ number, text, action }) => [
        line(`第${number}件申诉：${text}`),
        buttons({ text: `查看第${number}件`, action }),
      ]),
    note(hint(facts)),
    ...(acts.length > 0 ? [buttons(...acts)] : []),
    ...(reopen
      ? [
          {
            tag: 'form' as const,
            name: reopen.name,
            elements: reopen.spec.fields.map(field),
            buttons: [{ text: reopen.spec.submit, action: { submit: reopen.name, with: reopen.params } }],
          },
        ]
      : []),
  ]
}

function hint({ answer, over, lastDay }: AnswerFacts): string {
  if (answer === 'appealed') return '申诉正在办理，办结前得分不公布；确认收到不等于认可。'
  if (over && (answer === 'waiting' || answer === 'silent'))
    return `${lastDay}前没有答复，得分有效，记为「未答复」。确需申诉的，须经领导小组同意。`
  if (over) return '答复期限已过。确需申诉的，须经领导小组同意。'
  return `确认收到不等于认可。如有异议，请在${lastDay}前逐条提出申诉，写明理由，可附佐证材料；不答复的，得分有效，记为「未答复」。`
}
