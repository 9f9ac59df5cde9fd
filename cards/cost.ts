import { cut } from './board-parts.ts'
import { type Action, type Button, buttons, type Card, type Element, line, note } from './kit.ts'

export interface CostRow {
  /** A unit's name, or `目标3 …`. */
  readonly name: string
  /** On its button, as short as may be. */
  readonly short: string
  /** Yuan, as `12,000`; `—` where there is none. */
  readonly budget: string
  readonly spent: string
  /** What is left, or `超 200`. */
  readonly rest: string
  readonly over: boolean
  /** Of a unit: how many of its goals are over budget. */
  readonly goalsOver: number
  readonly open: Action
}

export interface CostFacts {
  readonly year: number
  readonly scope: string
  /** Whether the rows are units or goals. */
  readonly of: 'units' | 'goals'
  readonly total: Omit<CostRow, 'name' | 'short' | 'open'>
  readonly rows: readonly CostRow[]
  readonly turns: readonly Button[]
  readonly more: readonly Button[]
}

/** As many as a table shows at once. */
export const ROWS_A_COST = 10

/** Budget and spending of units or goals with their sums (Article 30); what is over budget stands first and is red. */
export function costCard(facts: CostFacts): Card {
  const { year, scope, total, rows } = facts
  const over = total.goalsOver > 0
  return {
    title: `${scope} ${year}年度经费`,
    ...(over && { status: { text: `超支目标 ${total.goalsOver}`, tone: 'red' } as const }),
    summary: `${scope}经费：预算 ${total.budget}，支出 ${total.spent} 元`,
    elements: [
      {
        tag: 'fields',
        items: [
          { label: '预算合计（元）', value: total.budget },
          { label: '累计支出（元）', value: total.spent },
          { label: '结余（元）', value: total.rest, ...(total.over && { tone: 'red' as const }) },
          { label: '超支的目标', value: `${total.goalsOver} 项`, ...(over && { tone: 'red' as const }) },
        ],
      },
      ...(rows.length === 0 ? [line('没有设预算或报过支出的目标。')] : costList(facts)),
      buttons(...facts.turns, ...facts.more),
      note('支出以最近一次报送的累计支出为准；没有预算的目标，支出也计入合计。'),
    ],
  }
}

const NAME = 16

function costList({ of, rows }: CostFacts): Element[] {
  const goals = of === 'goals'
  return [
    {
      tag: 'table',
      columns: [
        { name: 'name', label: goals ? '目标' : '单位', kind: 'text', width: '110px' },
        { name: 'rest', label: '结余', kind: 'status', width: '110px' },
        { name: 'spent', label: '支出', kind: 'text', width: '100px' },
        { name: 'budget', label: '预算', kind: 'text', width: '110px' },
        ...(goals ? [] : [{ name: 'over', label: '超支目标', kind: 'text', width: '90px' } as const]),
      ],
      rows: rows.map((row) => ({
        name: cut(row.name, NAME),
        rest: { text: row.rest, tone: row.over ? ('red' as const) : ('plain' as const) },
        spent: row.spent,
        budget: row.budget,
        ...(goals ? {} : { over: row.goalsOver === 0 ? '' : `${row.goalsOver} 项` }),
      })),
    },
    buttons(...rows.map(({ short, open }) => ({ text: short, action: open }))),
  ]
}
