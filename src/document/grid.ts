/** Tables of fixed columns over the whole width, with a head that every page repeats. */
import {
  AlignmentType,
  type Paragraph,
  Table,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'
import { CELL_MARGINS, cell, PAGE, paragraph } from './type-face.ts'

export interface Column {
  readonly label: string
  /** Twips; all together `PAGE.inner`. */
  readonly width: number
}

/** Longer texts may run over a page's end, so that no half page stays white. */
const WHOLE_LETTERS = 400

export function grid(columns: readonly Column[], rows: readonly TableRow[]): Table {
  return new Table({
    width: { size: PAGE.inner, type: WidthType.DXA },
    columnWidths: columns.map((column) => column.width),
    layout: TableLayoutType.FIXED,
    margins: CELL_MARGINS,
    rows: [headRow(columns), ...rows],
  })
}

function headRow(columns: readonly Column[]): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ label, width }) =>
      cell([paragraph(label, { face: 'hei', align: AlignmentType.CENTER })], {
        width: twips(width),
        shaded: true,
      }),
    ),
  })
}

/** `letters`: how long its texts are together. */
export function gridRow(
  columns: readonly Column[],
  cells: readonly (readonly Paragraph[])[],
  letters: number,
): TableRow {
  const isWhole = letters <= WHOLE_LETTERS
  const verticalAlign = isWhole ? VerticalAlign.CENTER : VerticalAlign.TOP
  return new TableRow({
    cantSplit: isWhole,
    children: cells.map((children, position) =>
      cell(children, { width: twips(columns[position]?.width ?? 0), verticalAlign }),
    ),
  })
}

export const twips = (size: number): { readonly size: number; readonly type: 'dxa' } => ({
  size,
  type: WidthType.DXA,
})
