import { APPEAL_STATUS, type AppealStatus } from './appeal-words.ts'
import { type Action, type Button, buttons, type Card, type Element, line, note } from './kit.ts'

export interface AppealListFacts {
  readonly year: number
  readonly appeals: readonly {
    readonly unit: string
    readonly number: number
    readonly status: AppealStatus
    readonly items: number
    /** `已3天`; '' where it has ended. */
    readonly age: string
    readonly open: Action
  }[]
  readonly turns: readonly Button[]
  /** How many wait. */
  readonly waiting: number
  /** Units without an answer to their feedback; null where the viewer is not told. */
  readonly unanswered: { readonly waiting: number; readonly silent: number } | null
  readonly next: Button | null
}

/** Appeals of the year that the viewer may see, the open ones first. */
export function appealListCard(facts: AppealListFacts): Card {
  const { year, appeals, waiting, turns, next } = facts
  return {
    title: '申诉',
    subtitle: `${year}年度考核`,
    status: waiting > 0 ? { text: `${waiting}件在办`, tone: 'orange' } : { text: '没有在办', tone: 'muted' },
    summary: waiting > 0 ? `${waiting}件申诉在办` : '没有在办的申诉',
    elements: [
      ...unanswered(facts.unanswered),
      ...(appeals.length === 0 ? [line('还没有申诉。')] : appeals.flatMap(row)),
      ...(turns.length > 0 ? [buttons(...turns)] : []),
      ...(next ? [buttons(next)] : []),
    ],
  }
}

function unanswered(counts: AppealListFacts['unanswered']): Element[] {
  if (!counts || counts.waiting + counts.silent === 0) return []
  return [note(`反馈待答复的单位${counts.waiting}个，到期未答复的${counts.silent}个。`)]
}

function row({ unit, number, status, items, age, open }: AppealListFacts['appeals'][number]): Element[] {
  const { text, tone } = APPEAL_STATUS[status]
  const since = age === '' ? '' : `（${age}）`
  return [
    line(`${unit}第${number}件，${items}条扣分：${text}${since}`, tone),
    buttons({ text: '查看', action: open }),
  ]
}
