/** What every board begins with, from what was loaded. */
import type { BoardHeadFacts, BoardListName, OpenCount } from '../../../../cards/board-parts.ts'
import type { Action, Button } from '../../../../cards/kit.ts'
import { type LocalDate, sayDate } from '../../../kernel/time.ts'
import type { Viewer } from '../../../kernel/view.ts'
import type { Database } from '../../../store/database.ts'
import type { HelpTable } from '../../../store/schema/help.ts'
import { type Board, loadTrend } from '../load.ts'
import { isWarned, tallyOf } from '../rules/tally.ts'
import { isOfUnit, listScopes, type Scope } from '../scopes.ts'

/** Where a board was opened from, to go back to. */
export interface Place {
  readonly scope: string
  readonly from?: string
  /** Of a year that is over. */
  readonly year?: number
}

/** The trend only on the first page, where it is looked at. */
export async function headOf(
  db: Database,
  board: Board,
  place: Place,
  page: number,
): Promise<BoardHeadFacts> {
  const trend = page === 0 ? await loadTrend(db, board) : []
  return {
    asOf: sayDate(board.asOf),
    tally: tallyOf(board.goals, board.asOf),
    warned: board.goals.filter(isWarned).length,
    help: openCount(board.help.map((one) => one.due_on < board.asOf)),
    rectifications: openCount(board.rectifications.map((one) => isLate(one, board.asOf))),
    lists: {
      overdue: listed('overdue', place),
      warned: listed('warned', place),
      help: listed('help', place),
      rectify: listed('rectify', place),
    },
    trend: trend.map(({ on, reached, asked }) => ({ month: `${Number(on.slice(5, 7))}月`, reached, asked })),
  }
}

/** A rectification waits for the unit until it is answered; then for the inspectors, and is late no more. */
export const isLate = (
  { status, dueOn }: { readonly status: 'open' | 'answered'; readonly dueOn: LocalDate },
  today: LocalDate,
): boolean => status === 'open' && dueOn < today

/** What is open is answered on its own card. */
export const openHelp = ({ goal, number }: Pick<HelpTable, 'goal' | 'number'>): Action => ({
  send: 'help-request',
  with: { goal, number },
})
export const openFinding = ({ id }: { readonly id: string }): Action => ({
  send: 'finding',
  with: { finding: id, page: 0 },
})

const openCount = (late: readonly boolean[]): OpenCount => ({
  all: late.length,
  late: late.filter((one) => one).length,
})

const listed = (list: BoardListName, place: Place): Action => ({
  show: 'board-list',
  with: { list, ...place },
})

/** Costs and export for all; the way back, or to the other boards of one who has several. */
export async function moreButtons(
  db: Database,
  viewer: Viewer,
  scope: Scope,
  { from, year }: Place,
): Promise<Button[]> {
  const over = year === undefined ? {} : { year }
  const own = { scope: scope.key, ...(from !== undefined && { from }), ...over }
  const back = from === undefined ? await otherBoards(db, viewer, over) : [backTo(from, over)]
  return [
    { text: '经费', action: { show: 'costs', with: own } },
    { text: '导出表格', action: { send: 'board-export', with: { scope: scope.key, ...over } } },
    { text: '刷新', action: { show: 'board', with: own } },
    ...back,
  ]
}

type Over = { readonly year?: number }

const backTo = (from: string, over: Over): Button => ({
  text: isOfUnit({ key: from }) ? '返回' : '返回各单位',
  action: { show: 'board', with: { scope: from, ...over } },
})

async function otherBoards(db: Database, viewer: Viewer, over: Over): Promise<Button[]> {
  const scopes = await listScopes(db, viewer)
  return scopes.length > 1 ? [{ text: '其他看板', action: { show: 'board', with: over } }] : []
}
