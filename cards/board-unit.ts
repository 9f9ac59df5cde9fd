import type { LightVerdict } from '../src/execution/lights/rules/light.ts'
import { type BoardHeadFacts, boardHead, boardStatus, cut, legend } from './board-parts.ts'
import { type Action, type Button, buttons, type Card, type Element, heading, line } from './kit.ts'
import { lightSpan } from './light-words.ts'

export interface BoardUnitFacts extends BoardHeadFacts {
  readonly year: number
  readonly unit: string
  /** This page's goals; those that need attention first. */
  readonly goals: readonly {
    readonly number: number
    readonly title: string
    readonly light: LightVerdict
    /** 0-100; null where nothing was reported. */
    readonly reached: number | null
    readonly due: string
    readonly open: Action
  }[]
  readonly turns: readonly Button[]
  /** Reporting, costs, export, the way back. */
  readonly more: readonly Button[]
}

/** As many as a table shows at once. */
export const GOALS_A_BOARD = 10

/** One unit at a glance, and its goals to look into. */
export function boardUnitCard(facts: BoardUnitFacts): Card {
  const { year, unit, tally, goals } = facts
  return {
    title: `${unit} ${year}年度目标看板`,
    subtitle: `${tally.goals} 项目标`,
    status: boardStatus(tally),
    summary: `${unit}：红灯 ${tally.lights.red}，橙灯 ${tally.lights.orange}，共 ${tally.goals} 项目标`,
    elements: [
      ...(tally.goals === 0 ? [line(`${unit}还没有生效的目标。`)] : boardHead(facts)),
      ...(goals.length === 0 ? [] : goalList(facts)),
      ...(facts.turns.length + facts.more.length > 0 ? [buttons(...facts.turns, ...facts.more)] : []),
      legend(facts.asOf),
    ],
  }
}

const TITLE = 24

function goalList({ goals }: BoardUnitFacts): Element[] {
  return [
    heading('各项目标（需关注的在前）'),
    {
      tag: 'table',
      columns: [
        { name: 'goal', label: '目标', kind: 'text', width: '150px' },
        { name: 'light', label: '灯', kind: 'status', width: '100px' },
        { name: 'reached', label: '进度', kind: 'text', width: '80px' },
        { name: 'due', label: '时限', kind: 'text', width: '110px' },
      ],
      rows: goals.map(({ number, title, light, reached, due }) => ({
        goal: `${number}. ${cut(title, TITLE)}`,
        light: lightSpan(light),
        reached: reached === null ? '—' : `${reached}%`,
        due,
      })),
    },
    buttons(...goals.map(({ number, open }) => ({ text: `目标${number}`, action: open }))),
  ]
}
