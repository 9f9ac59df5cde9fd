import {
  type BoardHeadFacts,
  boardHead,
  boardStatus,
  cut,
  legend,
  needOf,
  type TallyFacts,
} from './board-parts.ts'
import { type Action, type Button, buttons, type Card, type Element, heading, line } from './kit.ts'

export interface BoardRow {
  readonly unit: string
  readonly tally: TallyFacts
  readonly help: number
  readonly rectifications: number
  readonly open: Action
}

export interface BoardFacts extends BoardHeadFacts {
  readonly year: number
  /** `全校`, or whose units these are. */
  readonly scope: string
  readonly units: number
  /** This page's units; those that need attention first. */
  readonly rows: readonly BoardRow[]
  readonly turns: readonly Button[]
  /** Costs, export, other boards. */
  readonly more: readonly Button[]
}

/** As many as a table shows at once. */
export const UNITS_A_BOARD = 10

/** Many units at a glance: lights, pace, trend, and the units to look into. */
export function boardCard(facts: BoardFacts): Card {
  const { year, scope, units, tally, rows } = facts
  return {
    title: `${scope} ${year}年度目标看板`,
    subtitle: `${units} 个单位，${tally.goals} 项目标`,
    status: boardStatus(tally),
    summary: `${scope}：红灯 ${tally.lights.red}，橙灯 ${tally.lights.orange}，共 ${tally.goals} 项目标`,
    elements: [
      ...(tally.goals === 0 ? [line('还没有生效的目标。')] : boardHead(facts)),
      ...(rows.length === 0 ? [] : unitList(facts)),
      buttons(...facts.turns, ...facts.more),
      legend(facts.asOf),
    ],
  }
}

const NAME = 14
const BUTTON = 8

function unitList({ rows }: BoardFacts): Element[] {
  return [
    heading('各单位（需关注的在前）'),
    {
      tag: 'table',
      columns: [
        { name: 'unit', label: '单位', kind: 'text', width: '110px' },
        { name: 'need', label: '红黄灯', kind: 'status', width: '120px' },
        { name: 'reached', label: '进度', kind: 'text', width: '80px' },
        { name: 'marks', label: '另有', kind: 'text', width: '150px' },
      ],
      rows: rows.map((row) => ({
        unit: cut(row.unit, NAME),
        need: needOf(row.tally),
        reached: row.tally.pace ? `${row.tally.pace.reached}%` : '—',
        marks: marksOf(row),
      })),
    },
    buttons(...rows.map(({ unit, open }) => ({ text: cut(unit, BUTTON), action: open }))),
  ]
}

function marksOf({ tally, help, rectifications }: BoardRow): string {
  const marks = [
    ...(tally.over > 0 ? [`超支${tally.over}`] : []),
    ...(help > 0 ? [`求助${help}`] : []),
    ...(rectifications > 0 ? [`整改${rectifications}`] : []),
  ]
  return marks.join(' ')
}
