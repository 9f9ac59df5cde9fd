/** The goals by type (Article 8): number, goal, measure, criterion, due date, shares, owner and budget. */
import { AlignmentType, type Paragraph, type Table, TableRow } from 'docx'
import { TYPE_NAMES } from '../../../../cards/goal-words.ts'
import { type Column, grid, gridRow, twips } from '../../../document/grid.ts'
import { cell, paragraph, paragraphs } from '../../../document/type-face.ts'
import type { SheetGoal, SheetSection } from '../facts.ts'

const COLUMNS: readonly Column[] = [
  { label: '编号', width: 600 },
  { label: '目标名称及内容', width: 3900 },
  { label: '衡量方式', width: 2050 },
  { label: '评价标准', width: 2800 },
  { label: '完成时限', width: 1240 },
  { label: '占本类', width: 880 },
  { label: '占总分', width: 880 },
  { label: '责任人', width: 1120 },
  { label: '经费预算（元）', width: 1100 },
]

const ORDINALS = ['一', '二', '三'] as const
const NONE = '—'
const CENTRED = { align: AlignmentType.CENTER } as const

export function sectionOf(section: SheetSection, position: number): (Paragraph | Table)[] {
  const { type, ratio, goals } = section
  const title = `${ORDINALS[position]}、${TYPE_NAMES[type]}（占总分${ratio}%，共${goals.length}项）`
  return [
    paragraph(title, {
      face: 'hei',
      size: 'heading',
      more: { keepNext: true, spacing: { before: 240, after: 120 } },
    }),
    goals.length === 0
      ? paragraph(`本年度没有${TYPE_NAMES[type]}，其占比按年度政策处理。`, {
          ...{ face: 'fang', size: 'body' },
          more: { indent: { firstLine: 480 } },
        })
      : grid(COLUMNS, [...goals.map(goalRow), sumRow(section)]),
  ]
}

function goalRow(goal: SheetGoal): TableRow {
  const { number, measure, criterion, dueOn, shareOfType, shareOfTotal, owner, budget } = goal
  const letters = goal.content.length + measure.length + criterion.length + goal.justification.length
  const cells = [
    [paragraph(String(number), CENTRED)],
    descriptionOf(goal),
    wordsOf(measure),
    wordsOf(criterion),
    ...[dueOn, shareOfType, shareOfTotal, owner].map((text) => [paragraph(text || NONE, CENTRED)]),
    [paragraph(budget || NONE, { align: AlignmentType.RIGHT })],
  ]
  return gridRow(COLUMNS, cells, letters)
}

const wordsOf = (text: string): Paragraph[] => (text === '' ? [paragraph(NONE, CENTRED)] : paragraphs(text))

function descriptionOf({ title, content, serves, justification, adjusted }: SheetGoal): Paragraph[] {
  return [
    paragraph(title, { bold: true }),
    ...paragraphs(content),
    ...(serves ? [paragraph(`${serves.label}：${serves.text}`, { face: 'fang' })] : []),
    ...(justification === '' ? [] : paragraphs(`超额理由：${justification}`, { face: 'fang' })),
    ...(adjusted ? paragraphs(adjusted, { face: 'fang' }) : []),
  ]
}

/** Rounded shares need not add up; the sums are those of the policy. */
function sumRow({ ratio, budget, goals }: SheetSection): TableRow {
  const width = (from: number, to: number) =>
    twips(COLUMNS.slice(from, to).reduce((sum, column) => sum + column.width, 0))
  const shaded = (text: string, from: number, to: number, align: 'center' | 'right' = AlignmentType.CENTER) =>
    cell([paragraph(text, { bold: true, align })], {
      width: width(from, to),
      columnSpan: to - from,
      shaded: true,
    })
  return new TableRow({
    cantSplit: true,
    children: [
      shaded(`小计：${goals.length}项`, 0, 5),
      shaded('100%', 5, 6),
      shaded(`${ratio}%`, 6, 7),
      shaded('', 7, 8),
      shaded(budget, 8, 9, AlignmentType.RIGHT),
    ],
  })
}
