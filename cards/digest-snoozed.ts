import { type Button, buttons, type Card, divider, line, note, type Params } from './kit.ts'

export interface SnoozedFacts {
  readonly total: number
  readonly items: readonly {
    readonly what: string
    readonly unit: string
    readonly when: string
    /** `7月8日` */
    readonly until: string
    readonly matter: Params
  }[]
  readonly turns: readonly Button[]
}

/** What the person put off, with the way back. */
export function snoozedCard({ total, items, turns }: SnoozedFacts): Card {
  const back = { text: '全部提醒', action: { show: 'digest', with: {} } as const }
  if (total === 0) {
    return {
      title: '已延后的提醒',
      summary: '没有延后的提醒',
      elements: [line('没有延后的提醒。'), buttons(back)],
    }
  }
  return {
    title: '已延后的提醒',
    status: { text: `${total} 项`, tone: 'blue' },
    summary: `已延后 ${total} 项提醒`,
    elements: [
      ...items.flatMap(({ what, unit, when, until, matter }) => [
        line(what),
        note(`${unit === '' ? '' : `${unit}　`}${when}　延后至${until}`),
        buttons({ text: '恢复提醒', action: { do: 'reminder.resume', with: matter } }),
        divider,
      ]),
      ...(turns.length === 0 ? [] : [buttons(...turns)]),
      buttons(back),
      note('延后只影响您自己的提醒；事项逾期后照常逐级上报。'),
    ],
  }
}
