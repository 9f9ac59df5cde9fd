import { describe, expect, it } from 'vitest'
import { boardCard, UNITS_A_BOARD } from '../../cards/board.ts'
import { boardGoalCard } from '../../cards/board-goal.ts'
import { boardListCard, ROWS_A_LIST } from '../../cards/board-list.ts'
import type { BoardHeadFacts, TallyFacts } from '../../cards/board-parts.ts'
import { boardUnitCard, GOALS_A_BOARD } from '../../cards/board-unit.ts'
import { costCard, ROWS_A_COST } from '../../cards/cost.ts'
import type { Button } from '../../cards/kit.ts'
import type { LightVerdict } from '../../src/execution/lights/rules/light.ts'
import { checked } from '../planning/overview-cards.ts'

/** Characters that Feishu's markdown has to escape, and Chinese ones. */
const text = (length: number): string => '*[链接]_'.repeat(length).slice(0, length)
const many = <Item>(count: number, item: Item): Item[] => Array.from({ length: count }, () => item)

const OPEN = {
  show: 'board-goal',
  with: { goal: text(60), scope: `unit:${text(60)}`, from: `group:${text(60)}` },
} as const
const BUTTON: Button = { text: '下一页（999/999）', action: OPEN }
const TALLY: TallyFacts = {
  goals: 99_999,
  lights: { grey: 99_999, done: 99_999, green: 99_999, yellow: 99_999, orange: 99_999, red: 99_999 },
  overdue: 99_999,
  over: 99_999,
  pace: { reached: 100, asked: 100 },
}
const HEAD: BoardHeadFacts = {
  asOf: '2026年12月31日',
  tally: TALLY,
  warned: 99_999,
  help: { all: 99_999, late: 99_999 },
  rectifications: { all: 99_999, late: 99_999 },
  lists: { overdue: OPEN, warned: OPEN, help: OPEN, rectify: OPEN },
  trend: many(12, { month: '12月', reached: 100, asked: 100 }),
}
const RED: LightVerdict = {
  light: 'red',
  overBudget: true,
  why: [
    { code: 'overdue-rectification' },
    { code: 'overdue', days: 999 },
    { code: 'silent', days: 999, ever: true },
    { code: 'said-behind' },
  ],
}
const NONE: TallyFacts = {
  goals: 0,
  lights: { grey: 0, done: 0, green: 0, yellow: 0, orange: 0, red: 0 },
  overdue: 0,
  over: 0,
  pace: undefined,
}

describe('the cards of the board at their largest', () => {
  it('many units', () => {
    const row = { unit: text(60), tally: TALLY, help: 99_999, rectifications: 99_999, open: OPEN }
    const lists = { turns: [BUTTON, BUTTON], more: many(5, BUTTON), rows: many(UNITS_A_BOARD, row) }
    checked(boardCard({ ...HEAD, year: 2026, scope: text(60), units: 9999, ...lists }))
  })

  it('one unit', () => {
    const goal = {
      number: 999,
      title: text(200),
      light: RED,
      reached: 100,
      due: '2026年12月31日',
      open: OPEN,
    }
    const lists = { turns: [BUTTON, BUTTON], more: many(6, BUTTON), goals: many(GOALS_A_BOARD, goal) }
    checked(boardUnitCard({ ...HEAD, year: 2026, unit: text(60), ...lists }))
  })

  it('one goal with as much open on it as there can be', () => {
    const thing = { text: text(1000), waits: text(200), late: true, open: OPEN }
    const figures = {
      reported: text(60),
      accepted: text(60),
      target: text(200),
      budget: text(20),
      spent: text(20),
    }
    const card = checked(
      boardGoalCard({
        ...{ unit: text(60), number: 999, title: text(200), light: RED, reached: 100, ...figures },
        ...{
          due: '2026年12月31日',
          lastReport: '2026年12月31日（999 天前）',
          over: '超预算 99,999,999.99 元',
        },
        ...{ help: many(99, thing), rectifications: many(99, thing), buttons: many(5, BUTTON) },
      }),
    )
    expect(JSON.stringify(card)).toContain('其余 93 件从略')
  })

  it('what stands behind a count', () => {
    const mark = { text: '严重 超支', tone: 'red' } as const
    const row = { unit: text(60), number: 999, title: text(200), mark, why: text(1000), open: OPEN }
    const rows = many(ROWS_A_LIST, row)
    const facts = {
      scope: text(60),
      list: 'warned',
      total: 99_999,
      turns: [BUTTON, BUTTON],
      back: OPEN,
    } as const
    checked(boardListCard({ ...facts, rows }))
    checked(boardListCard({ ...facts, rows: [], total: 0, turns: [] }))
  })

  it('costs of units and of goals', () => {
    const amounts = { budget: '99,999,999,999.99', spent: '99,999,999,999.99', rest: '超 99,999,999,999.99' }
    const total = { ...amounts, over: true, goalsOver: 99_999 }
    const rows = many(ROWS_A_COST, { ...total, name: text(200), short: text(8), open: OPEN })
    const facts = { year: 2026, scope: text(60), total, turns: [BUTTON, BUTTON], more: many(3, BUTTON) }
    checked(costCard({ ...facts, of: 'units', rows }))
    checked(costCard({ ...facts, of: 'goals', rows }))
    checked(costCard({ ...facts, of: 'goals', rows: [], turns: [] }))
  })

  it('boards of nothing say so', () => {
    const none = { ...HEAD, tally: NONE, trend: [] }
    const card = checked(
      boardUnitCard({ ...none, year: 2026, unit: '药学院', goals: [], turns: [], more: [] }),
    )
    expect(JSON.stringify(card)).toContain('药学院还没有生效的目标')
    checked(boardCard({ ...none, year: 2026, scope: '全校', units: 0, rows: [], turns: [], more: [] }))
    const goal = { unit: '药学院', number: 1, title: '课程建设', light: undefined, reached: null }
    const empty = {
      reported: '',
      accepted: '',
      target: '',
      due: '',
      lastReport: '',
      budget: '',
      spent: '',
      over: '',
    }
    checked(boardGoalCard({ ...goal, ...empty, help: [], rectifications: [], buttons: [BUTTON] }))
  })
})
