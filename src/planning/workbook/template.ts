/** 目标填报表: made for one person, with the units and types that this person drafts, and the goals that are not sent yet. */
import { TYPE_NAMES } from '../../../cards/goal-words.ts'
import {
  addExplanation,
  addTable,
  bytesOf,
  newWorkbook,
  offerList,
  type Workbook,
  type Worksheet,
} from '../../workbook/template.ts'
import { type Desk, typesAt } from '../drafting-desk.ts'
import { headIn } from '../plan-heads.ts'
import { isOpen } from '../rules/goal.ts'
import { cellsOf } from './cells.ts'
import { explain } from './explanation.ts'
import { AIM_LABELS, priorityLabels, TYPE_LABELS, workItemLabels } from './labels.ts'
import { GOAL_COLUMNS, GOAL_SHEET, type GoalColumn, TEXT_COLUMNS } from './layout.ts'

export const TEMPLATE_NAME = '目标填报表.xlsx'

/** Empty rows that offer the drop-down lists. */
const EMPTY_ROWS = 500
const LISTS = '列表'
const NUMERIC: readonly GoalColumn[] = ['number', 'target', 'weight', 'budget']
const WIDE: readonly GoalColumn[] = ['title', 'content', 'seen', 'criterion', 'priority', 'justification']

export async function goalTemplate(desk: Desk): Promise<Uint8Array> {
  const workbook = await newWorkbook()
  const worksheet = addTable(workbook, GOAL_SHEET.goals.name, columns())
  for (const cells of desk.seats.flatMap((seat) => openRows(desk, seat))) worksheet.addRow(cells)
  const lists = listsOf(desk)
  addLists(workbook, lists)
  offerLists(worksheet, lists, worksheet.rowCount + EMPTY_ROWS)
  addExplanation(workbook, '事项', explain(desk))
  return bytesOf(workbook)
}

function columns() {
  const headers = Object.entries(GOAL_COLUMNS) as [GoalColumn, string][]
  return headers.map(([key, header]) => ({
    key,
    header,
    width: WIDE.includes(key) ? 36 : 14,
    numeric: NUMERIC.includes(key),
    wraps: TEXT_COLUMNS.some((column) => column === key),
  }))
}

function openRows(desk: Desk, seat: Desk['seats'][number]) {
  const { goals } = headIn(desk.heads, seat.unit).state
  return goals
    .filter((goal) => isOpen(goal) && !goal.assigned && seat.drafters.includes(goal.drafter))
    .map((goal) => cellsOf(goal, seat.name, desk))
}

interface List {
  readonly column: GoalColumn
  readonly words: readonly string[]
}

function listsOf(desk: Desk): List[] {
  const types = new Set(desk.seats.flatMap(typesAt))
  const lists: List[] = [
    { column: 'unit', words: desk.seats.map((seat) => seat.name) },
    {
      column: 'type',
      words: TYPE_LABELS.filter(({ value }) => types.has(value)).map(({ value }) => TYPE_NAMES[value]),
    },
    { column: 'priority', words: priorityLabels(desk).map((label) => label.text) },
    { column: 'aim', words: AIM_LABELS.map((label) => label.text) },
    { column: 'workItem', words: workItemLabels(desk).map((label) => label.text) },
  ]
  return lists.filter(({ words }) => words.length > 0)
}

/** A list in a cell's rule holds 255 characters at most, so the lists stand on a sheet that is not shown. */
function addLists(workbook: Workbook, lists: readonly List[]): void {
  const worksheet = workbook.addWorksheet(LISTS, { state: 'veryHidden' })
  lists.forEach(({ column, words }, position) => {
    worksheet.getColumn(position + 1).values = [GOAL_COLUMNS[column], ...words]
  })
}

function offerLists(worksheet: Worksheet, lists: readonly List[], rows: number): void {
  lists.forEach(({ column, words }, position) => {
    const letter = String.fromCharCode('A'.charCodeAt(0) + position)
    offerList(worksheet, column, `'${LISTS}'!$${letter}$2:$${letter}$${words.length + 1}`, rows)
  })
}
