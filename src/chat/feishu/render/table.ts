import type { Element, Params, TableCell, TableColumn, Tone } from '../../../../cards/kit.ts'
import type { Limits } from './limits.ts'
import { shorten } from './shorten.ts'
import { type Node, plainLine } from './text.ts'

type Table = Extract<Element, { tag: 'table' }>
type DataType = 'text' | 'number' | 'options'

const TAGS = {
  plain: 'neutral',
  muted: 'neutral',
  blue: 'blue',
  green: 'green',
  orange: 'orange',
  red: 'red',
} as const
const PAGE_SIZE = 10

/** The colour of a label in a table or header. */
export const tagColour = (tone: Tone): string => TAGS[tone]

/** A table with pages of at most ten rows (cards 1.5). Rows that the card has no room for are counted in words. */
export function renderTable(table: Table, limits: Limits): readonly Node[] {
  const rows = table.rows.slice(0, limits.rows)
  const types = new Map(table.columns.map((column) => [column.name, dataType(column, rows)]))
  const drawn: Node = {
    tag: 'table',
    page_size: Math.min(PAGE_SIZE, Math.max(1, Math.trunc(table.pageSize ?? PAGE_SIZE))),
    row_height: 'auto',
    header_style: { bold: true, background_style: 'grey', text_align: 'left', lines: 2 },
    columns: table.columns.map((column) => renderColumn(column, types.get(column.name) ?? 'text', limits)),
    rows: rows.map((row) => renderRow(table.columns, types, row, limits)),
  }
  if (rows.length === table.rows.length) return [drawn]
  const rest = `共 ${table.rows.length} 行，这里列出前 ${rows.length} 行。`
  return [drawn, plainLine(rest, 'muted', 'small', limits)]
}

/** A column of numbers with a word in it (`—`) is a column of words: Feishu refuses a wrong cell (200914). */
function dataType(column: TableColumn, rows: Table['rows']): DataType {
  const cells = rows.flatMap((row) => row[column.name] ?? [])
  if (column.kind === 'status' || cells.some((cell) => typeof cell === 'object')) return 'options'
  return column.kind === 'number' && cells.every((cell) => Number.isFinite(cell)) ? 'number' : 'text'
}

function renderColumn(column: TableColumn, type: DataType, limits: Limits): Params {
  return {
    name: column.name,
    display_name: shorten(column.label, limits.text),
    data_type: type,
    ...(column.kind === 'number' ? { horizontal_align: 'right' } : {}),
    ...(type === 'number' && column.precision !== undefined
      ? { format: { precision: column.precision } }
      : {}),
    ...(column.width !== undefined && /^(auto|\d+px|\d+%)$/.test(column.width)
      ? { width: column.width }
      : {}),
  }
}

function renderRow(
  columns: readonly TableColumn[],
  types: ReadonlyMap<string, DataType>,
  row: Table['rows'][number],
  limits: Limits,
): Params {
  return Object.fromEntries(
    columns.flatMap((column) => {
      const cell = row[column.name]
      if (cell === undefined) return []
      return [[column.name, renderCell(cell, types.get(column.name) ?? 'text', column, limits)]]
    }),
  )
}

function renderCell(cell: TableCell, type: DataType, column: TableColumn, limits: Limits): Params[string] {
  if (type === 'number' && typeof cell === 'number') return cell
  const { text, tone } =
    typeof cell === 'object' ? cell : { text: cellText(cell, column), tone: 'plain' as const }
  const words = shorten(text, limits.text)
  return type === 'options' ? [{ text: words, color: tagColour(tone) }] : words
}

const cellText = (cell: string | number, column: TableColumn): string =>
  typeof cell === 'number' && column.precision !== undefined ? cell.toFixed(column.precision) : String(cell)
