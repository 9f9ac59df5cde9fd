import { type BoardListName, cut, LIST_NAMES } from './board-parts.ts'
import { type Action, type Button, buttons, type Card, line, type Tone } from './kit.ts'

export interface BoardListFacts {
  readonly scope: string
  readonly list: BoardListName
  readonly total: number
  readonly rows: readonly {
    readonly unit: string
    /** Null of what is about the unit. */
    readonly number: number | null
    readonly title: string
    /** The goal's light, or how long something waits. */
    readonly mark: { readonly text: string; readonly tone: Tone }
    readonly why: string
    readonly open: Action
  }[]
  readonly turns: readonly Button[]
  readonly back: Action
}

/** As many as a table shows at once. */
export const ROWS_A_LIST = 10

const UNIT = 12
const TITLE = 20
const WHY = 40
const BUTTON = 6

/** What stands behind a count of the board. */
export function boardListCard(facts: BoardListFacts): Card {
  const { scope, list, total, rows, turns, back } = facts
  const title = `${scope} ${LIST_NAMES[list]}`
  return {
    title,
    ...(total > 0 && { status: { text: `${total}`, tone: list === 'overdue' ? 'red' : 'orange' } as const }),
    summary: `${title} ${total} 项`,
    elements: [
      line(total === 0 ? '现在没有。' : `共 ${total} 项。`),
      ...(rows.length === 0
        ? []
        : [
            {
              tag: 'table' as const,
              columns: [
                { name: 'mark', label: '状态', kind: 'status' as const, width: '95px' },
                { name: 'goal', label: '单位和目标', kind: 'text' as const, width: '115px' },
                { name: 'why', label: '情况', kind: 'text' as const, width: '190px' },
                { name: 'title', label: '目标名称', kind: 'text' as const, width: '180px' },
              ],
              rows: rows.map((row) => ({
                mark: row.mark,
                goal: `${cut(row.unit, UNIT)} ${row.number === null ? '' : `目标${row.number}`}`.trim(),
                why: cut(row.why, WHY),
                title: cut(row.title, TITLE),
              })),
            },
            buttons(
              ...rows.map(({ unit, number, open }) => ({
                text: `${cut(unit, BUTTON)}${number === null ? '' : `目标${number}`}`,
                action: open,
              })),
            ),
          ]),
      buttons(...turns, { text: '返回看板', action: back }),
    ],
  }
}
