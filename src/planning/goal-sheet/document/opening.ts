/** Title, what the sheet is about, and what it rests on. */
import { AlignmentType, Paragraph, Table, TableLayoutType, TableRow, WidthType } from 'docx'
import { TYPE_NAMES } from '../../../../cards/goal-words.ts'
import { twips } from '../../../document/grid.ts'
import { CELL_MARGINS, cell, PAGE, paragraph, run } from '../../../document/type-face.ts'
import type { SheetFacts } from '../facts.ts'
import { KIND_NAMES, SHEET_NAME, sayDay } from '../words.ts'

const WIDTHS = [1700, 3157, 1700, 3157, 1700, 3156] as const

export function openingOf(facts: SheetFacts): (Paragraph | Table)[] {
  return [
    paragraph(`${facts.unit}`, titled(0, 60)),
    paragraph(`${facts.year}年度${SHEET_NAME}`, titled(0, 240)),
    particulars(facts),
    basis(facts),
  ]
}

const titled = (before: number, after: number) =>
  ({ size: 'title', bold: true, align: AlignmentType.CENTER, more: { spacing: { before, after } } }) as const

function particulars({ unit, kind, year, sections, budget, inForce }: SheetFacts): Table {
  const count = sections.reduce((sum, section) => sum + section.goals.length, 0)
  return new Table({
    width: { size: PAGE.inner, type: WidthType.DXA },
    columnWidths: WIDTHS,
    layout: TableLayoutType.FIXED,
    margins: CELL_MARGINS,
    rows: [
      labelled(['单位', unit, '单位类别', KIND_NAMES[kind], '年度', `${year}年`]),
      labelled([
        ...['目标总数', `${count}项`, '经费预算合计', budget === '' ? '无' : `${budget}元`],
        ...['生效日期', sayDay(inForce.at)],
      ]),
    ],
  })
}

/** Label and value in turn. */
function labelled(texts: readonly string[]): TableRow {
  return new TableRow({
    cantSplit: true,
    children: texts.map((text, position) => {
      const isLabel = position % 2 === 0
      return cell([paragraph(text, { face: isLabel ? 'hei' : 'song', align: AlignmentType.CENTER })], {
        width: twips(WIDTHS[position] ?? 0),
        shaded: isLabel,
      })
    }),
  })
}

function basis({ unit, year, sections }: SheetFacts): Paragraph {
  const ratios = sections.map(({ type, ratio }) => `${TYPE_NAMES[type]}${ratio}%`).join('，')
  const text = `根据学校目标管理工作实施方案，下列目标经分管校领导审核、学校目标管理工作领导小组审定，为${unit}${year}年度工作目标。各类目标占总分的比例为：${ratios}。各目标的占比按其在本类中的权重计算，保留两位小数。`
  return new Paragraph({
    spacing: { before: 200, after: 80, line: 400 },
    indent: { firstLine: 480 },
    children: [run(text, { face: 'fang', size: 'body' })],
  })
}
