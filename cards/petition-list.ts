/** Lists of petitions: what came to the leading group, and what a person wrote. */
import { type Action, type Button, buttons, type Card, divider, type Element, line, note } from './kit.ts'
import { PETITION_STATUS, type PetitionStatus, sayNumber, turnElements } from './petition-words.ts'

export interface PetitionListFacts {
  /** `leaders`: of the leading group; `writer`: the person's own. */
  readonly of: 'leaders' | 'writer'
  readonly total: number
  readonly open: number
  readonly rows: readonly {
    readonly number: string
    readonly status: PetitionStatus
    /** `3月2日（已 5 天）` */
    readonly written: string
    /** How it begins; '' where that is not shown. */
    readonly beginning: string
    readonly show: Action
  }[]
  readonly turns: readonly Button[]
  readonly actions: readonly Button[]
}

const WORDS = {
  leaders: {
    title: '领导小组来信',
    none: '还没有来信。',
    note: '只有领导小组成员能看到；本人涉及的来信不在其中。',
  },
  writer: { title: '我反映的问题', none: '您还没有反映过问题。', note: '只有您本人能看到这份列表。' },
} as const

export function petitionListCard({ of, total, open, rows, turns, actions }: PetitionListFacts): Card {
  const words = WORDS[of]
  return {
    title: words.title,
    ...(total > 0 && {
      status: open > 0 ? { text: `${open} 件未办结`, tone: 'orange' as const } : PETITION_STATUS.closed,
    }),
    summary: total === 0 ? words.none : `${words.title}共 ${total} 件，${open} 件未办结`,
    elements: [
      ...(rows.length === 0 ? [line(words.none)] : rows.flatMap(rowElements).slice(1)),
      ...turnElements(turns),
      ...(actions.length === 0 ? [] : [buttons(...actions)]),
      note(words.note),
    ],
  }
}

function rowElements({
  number,
  status,
  written,
  beginning,
  show,
}: PetitionListFacts['rows'][number]): Element[] {
  const { text, tone } = PETITION_STATUS[status]
  return [
    divider,
    {
      tag: 'text',
      spans: [
        { text: `${sayNumber(number)}　`, bold: true },
        { text, tone },
      ],
    },
    ...(beginning === '' ? [] : [line(beginning)]),
    note(written),
    buttons({ text: '查看', action: show }),
  ]
}
