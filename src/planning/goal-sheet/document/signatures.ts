/** Where the three parties sign; kept together on one page. */
import { AlignmentType, type Paragraph, Table, TableLayoutType, TableRow, WidthType } from 'docx'
import { twips } from '../../../document/grid.ts'
import { CELL_MARGINS, cell, PAGE, paragraph } from '../../../document/type-face.ts'

const PARTIES = ['单位负责人（签字）', '分管校领导（签字）', '学校目标管理工作领导小组（签章）'] as const
const WIDTH = Math.floor(PAGE.inner / PARTIES.length)

export function signatures(): (Paragraph | Table)[] {
  return [
    paragraph('四、签署', {
      ...{ face: 'hei', size: 'heading' },
      more: { keepNext: true, spacing: { before: 320, after: 120 } },
    }),
    paragraph('各方确认上述目标，并按职责组织实施、督导检查和考核。', {
      ...{ face: 'fang', size: 'body' },
      more: { keepNext: true, spacing: { after: 160 }, indent: { firstLine: 480 } },
    }),
    new Table({
      width: { size: PAGE.inner, type: WidthType.DXA },
      columnWidths: PARTIES.map(() => WIDTH),
      layout: TableLayoutType.FIXED,
      margins: CELL_MARGINS,
      rows: [
        new TableRow({
          cantSplit: true,
          children: PARTIES.map((party) => cell(placeFor(party), { width: twips(WIDTH) })),
        }),
      ],
    }),
  ]
}

function placeFor(party: string): Paragraph[] {
  return [
    paragraph(party, { face: 'hei', size: 'body', more: { spacing: { before: 80, after: 1300 } } }),
    paragraph('年　　月　　日', {
      ...{ size: 'body', align: AlignmentType.RIGHT },
      more: { spacing: { after: 80 }, indent: { right: 400 } },
    }),
  ]
}
