import { type HelpStatus, helpStatus } from './help-words.ts'
import { type Action, type Button, buttons, type Card, type Element, line, note, type Tone } from './kit.ts'

export interface HelpRequestFacts {
  readonly unit: string
  /** `目标3 建设实训基地` */
  readonly goal: string
  readonly words: string
  /** `张三，3月2日 10:00` */
  readonly asked: string
  readonly status: HelpStatus
  readonly overdue: boolean
  /** Who has to answer, or had to. */
  readonly holder: string
  /** `3月9日` */
  readonly due: string
  /** Oldest first. */
  readonly passings: readonly {
    readonly from: string
    readonly to: string
    readonly words: string
    readonly by: string
  }[]
  /** The answer, or how it was solved, '' where nothing was said; null while it is open. */
  readonly end: { readonly words: string; readonly by: string } | null
  /** What the viewer may do; null where not. */
  readonly answer: Action | null
  readonly pass: Action | null
  readonly solve: Action | null
  /** The goal's reports. */
  readonly history: Action | null
}

/** Of a long way the last stretch. */
const MOST_PASSINGS = 5

/** A request for help as it stands, for who asked, who has to answer, and who follows the goal (Article 19). */
export function helpRequestCard(facts: HelpRequestFacts): Card {
  const status = helpStatus(facts.status, facts.overdue)
  return {
    title: facts.answer ? '请您答复求助' : '求助',
    subtitle: facts.unit,
    status,
    summary: `${facts.unit} ${facts.goal} 求助：${facts.words}`,
    elements: [
      line(facts.goal),
      { tag: 'fields', items: fieldsOf(facts) },
      ...wayOf(facts),
      ...actsOf(facts),
    ],
  }
}

function fieldsOf(facts: HelpRequestFacts): { label: string; value: string; tone?: Tone }[] {
  const { words, asked, end, holder, due, overdue, status } = facts
  return [
    { label: '困难', value: words },
    { label: '求助人', value: asked },
    { label: end ? '最后承办' : '由谁答复', value: holder },
    ...(end ? [] : [{ label: '答复期限', value: `${due}前`, ...(overdue && { tone: 'red' as const }) }]),
    ...(end
      ? [
          {
            label: status === 'solved' ? '解决情况' : '答复',
            value: end.words || '已解决',
            tone: 'green' as const,
          },
          { label: status === 'solved' ? '办结人' : '答复人', value: end.by },
        ]
      : []),
  ]
}

function wayOf({ passings }: HelpRequestFacts): Element[] {
  if (passings.length === 0) return []
  const shown = passings.slice(-MOST_PASSINGS)
  const more =
    passings.length > shown.length ? [note(`此前还转过 ${passings.length - shown.length} 次。`)] : []
  return [
    ...more,
    ...shown.map(({ from, to, words, by }) => line(`${from} → ${to}：${words}（${by}）`, 'muted')),
  ]
}

function actsOf({ answer, pass, solve, history }: HelpRequestFacts): Element[] {
  const list: Button[] = [
    ...(answer ? [{ text: '答复', style: 'primary' as const, action: answer }] : []),
    ...(pass ? [{ text: '转交', action: pass }] : []),
    ...(solve ? [{ text: '已解决', action: solve }] : []),
    ...(history ? [{ text: '进展记录', action: history }] : []),
  ]
  return list.length === 0 ? [] : [buttons(...list)]
}
