/** How documents are set: fonts as Chinese offices use them, sizes, paragraphs and cells. */
import {
  type AlignmentType,
  type IParagraphOptions,
  type ITableCellOptions,
  Paragraph,
  ShadingType,
  TableCell,
  TextRun,
  VerticalAlign,
} from 'docx'

type Face = 'song' | 'fang' | 'hei'
type Alignment = (typeof AlignmentType)[keyof typeof AlignmentType]

/** Figures and letters in Times New Roman, as official documents have them. */
const FONTS = { song: '宋体', fang: '仿宋', hei: '黑体' } as const

export const fontOf = (face: Face) =>
  ({
    ascii: 'Times New Roman',
    hAnsi: 'Times New Roman',
    cs: 'Times New Roman',
    eastAsia: FONTS[face],
  }) as const

/** Half points. */
export const SIZES = { title: 40, heading: 26, body: 24, table: 20, small: 18 } as const

/** Twips of an A4 page on its side. */
export const PAGE = {
  width: 11906,
  height: 16838,
  side: 1134,
  top: 1134,
  bottom: 1020,
  inner: 14570,
} as const

interface Style {
  readonly face?: Face
  readonly size?: keyof typeof SIZES
  readonly bold?: boolean
  readonly align?: Alignment
  readonly more?: Omit<IParagraphOptions, 'children' | 'text'>
}

/** A run of words; what no XML may contain is left out, and what the document's own style says is not said again. */
export function run(text: string, style: Pick<Style, 'face' | 'size' | 'bold'> = {}): TextRun {
  const { face = 'song', size = 'table', bold = false } = style
  return new TextRun({
    text: printable(text),
    ...(face !== 'song' && { font: fontOf(face) }),
    ...(size !== 'table' && { size: SIZES[size] }),
    ...(bold && { bold }),
  })
}

export function paragraph(text: string, style: Style = {}): Paragraph {
  return new Paragraph({
    ...style.more,
    ...(style.align && { alignment: style.align }),
    children: [run(text, style)],
  })
}

/** Words as typed: each line is a paragraph of its own. */
export function paragraphs(text: string, style: Style = {}): Paragraph[] {
  return text.split(/\r?\n/).map((line) => paragraph(line, style))
}

/** Twips around the words of every cell of a table. */
export const CELL_MARGINS = { top: 60, bottom: 60, left: 80, right: 80 } as const

interface Cell extends Omit<ITableCellOptions, 'children' | 'shading'> {
  readonly width: NonNullable<ITableCellOptions['width']>
  readonly shaded?: boolean
}

export function cell(children: readonly Paragraph[], { shaded = false, ...options }: Cell): TableCell {
  return new TableCell({
    verticalAlign: VerticalAlign.CENTER,
    ...options,
    ...(shaded && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'F0F0F0' } }),
    children,
  })
}

function printable(text: string): string {
  return Array.from(text)
    .map((letter) => (letter < ' ' ? ' ' : letter))
    .filter((letter) => !/^(?:\p{Surrogate}|\uFFFE|\uFFFF)$/u.test(letter))
    .join('')
}
