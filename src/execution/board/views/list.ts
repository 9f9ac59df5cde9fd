/** What stands behind a count of the board: goals, requests for help, rectifications. */
import * as z from 'zod'
import { type BoardListFacts, boardListCard, ROWS_A_LIST } from '../../../../cards/board-list.ts'
import type { BoardListName } from '../../../../cards/board-parts.ts'
import { lightSpan, sayReasons } from '../../../../cards/light-words.ts'
import { pageOf } from '../../../kernel/paging.ts'
import { daysBetween, type LocalDate } from '../../../kernel/time.ts'
import { viewOf } from '../../../kernel/view.ts'
import { weight } from '../../lights/rules/light.ts'
import { asCard } from '../../views/told.ts'
import { type Board, type BoardGoal, loadBoard } from '../load.ts'
import { isOverdue, isWarned } from '../rules/tally.ts'
import { scopeOfUnit } from '../scopes.ts'
import { askedScope } from './asked.ts'
import { isLate, openFinding, openHelp, type Place } from './head.ts'

export const boardListView = viewOf({
  name: 'board-list',
  params: z.object({
    scope: z.string(),
    list: z.enum(['overdue', 'warned', 'help', 'rectify']),
    from: z.string().exactOptional(),
    year: z.int().exactOptional(),
    page: z.int().exactOptional(),
  }),
  async render(db, { list, page: wanted = 0, ...place }, viewer) {
    const asked = await askedScope(db, viewer, place.scope, { name: 'board', title: '目标看板' }, place.year)
    if (!('scope' in asked)) return asked
    const board = await loadBoard(db, viewer, asked.scope, asked.year)
    const rows = rowsOf(board, list, place)
    const page = pageOf(rows, ROWS_A_LIST, wanted, { name: 'board-list', params: { list, ...place } })
    const facts = { scope: asked.scope.name, list, total: rows.length }
    const back = { show: 'board', with: place } as const
    return asCard(boardListCard({ ...facts, rows: page.items, turns: page.turns, back }))
  },
})

type Row = BoardListFacts['rows'][number]

const byDay = (left: LocalDate, right: LocalDate): number => Date.parse(left) - Date.parse(right)

function rowsOf(board: Board, list: BoardListName, place: Place): Row[] {
  switch (list) {
    case 'overdue':
      return goalRows(board, place, isOverdue, (left, right) => byDay(left.dueOn, right.dueOn))
    case 'warned':
      return goalRows(board, place, isWarned, (left, right) => weight(right.light) - weight(left.light))
    case 'help':
      return helpRows(board, place)
    case 'rectify':
      return rectificationRows(board, place)
  }
}

function goalRows(
  board: Board,
  place: Place,
  listed: (goal: BoardGoal) => boolean,
  order: (left: BoardGoal, right: BoardGoal) => number,
): Row[] {
  const rowOf = rowsFor(board, place)
  return board.goals
    .filter(listed)
    .toSorted(order)
    .map((goal) => ({ ...rowOf(goal.id, goal.unit), mark: lightSpan(goal), why: sayReasons(goal) }))
}

/** What waits longest over its day first. */
function helpRows(board: Board, place: Place): Row[] {
  const rowOf = rowsFor(board, place)
  return board.help
    .toSorted((left, right) => byDay(left.due_on, right.due_on))
    .map((one) => ({
      ...rowOf(one.goal, one.unit),
      mark: waits(one.due_on, one.due_on < board.asOf, board.asOf),
      why: one.words,
      open: openHelp(one),
    }))
}

function rectificationRows(board: Board, place: Place): Row[] {
  const rowOf = rowsFor(board, place)
  return board.rectifications.map((one) => ({
    ...rowOf(one.goal, one.unit),
    mark:
      one.status === 'answered'
        ? { text: '待验收', tone: 'blue' as const }
        : waits(one.dueOn, isLate(one, board.asOf), board.asOf),
    why: one.fact,
    open: openFinding(one),
  }))
}

function waits(dueOn: LocalDate, late: boolean, today: LocalDate): Row['mark'] {
  const days = daysBetween(dueOn, today)
  if (late) return { text: `超期 ${days} 天`, tone: 'red' }
  return days === 0 ? { text: '今天到期', tone: 'orange' } : { text: `还有 ${-days} 天`, tone: 'orange' }
}

/** Of what goal something is, or of which unit, with what opens it. */
function rowsFor({ scope, goals }: Board, place: Place) {
  const names = new Map(scope.units.map(({ id, name }) => [id, name]))
  const byId = new Map(goals.map((goal) => [goal.id, goal]))
  return (id: string | null, unit: string): Omit<Row, 'mark' | 'why'> => {
    const goal = id === null ? undefined : byId.get(id)
    const open = goal
      ? ({ show: 'board-goal', with: { goal: goal.id, ...place } } as const)
      : ({ show: 'board', with: { ...place, scope: scopeOfUnit(unit), from: place.scope } } as const)
    const { number = null, title = '' } = goal ?? {}
    return { unit: names.get(unit) ?? unit, number, title, open }
  }
}
