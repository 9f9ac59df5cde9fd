/** How the plan came about, and how a print is checked against the journal. */
import { AlignmentType, Paragraph, type Table } from 'docx'
import { type Column, grid, gridRow } from '../../../document/grid.ts'
import { paragraph, paragraphs, run } from '../../../document/type-face.ts'
import { sayMoment, shortHash } from '../../../document/words.ts'
import type { SheetFacts } from '../facts.ts'
import type { LogEntry } from '../log.ts'

const COLUMNS: readonly Column[] = [
  { label: '时间', width: 2400 },
  { label: '办理人', width: 2400 },
  { label: '事项', width: 1100 },
  { label: '内容和意见', width: 8670 },
]

export function annexOf(facts: SheetFacts): (Paragraph | Table)[] {
  return [
    paragraph('附：目标报送、审核和审定记录', {
      ...{ face: 'hei', size: 'heading' },
      more: { keepNext: true, spacing: { before: 320, after: 120 } },
    }),
    grid(COLUMNS, facts.log.map(logRow)),
    proof(facts),
  ]
}

function logRow({ at, by, what, lines }: LogEntry) {
  const short = [sayMoment(at), by, what].map((text) => [paragraph(text, { align: AlignmentType.CENTER })])
  const words = lines.flatMap((line) => paragraphs(line))
  return gridRow(COLUMNS, [...short, words], lines.join('').length)
}

function proof({ subject, version, hash }: SheetFacts): Paragraph {
  const text = `本责任书由目标管理系统依据计划 ${subject} 第${version}版生成，日志校验码 ${shortHash(hash)}。如需核对，请将版本号和校验码告知领导小组办公室，由其与系统日志比对。`
  return new Paragraph({
    spacing: { before: 200, line: 320 },
    keepLines: true,
    children: [run(text, { face: 'fang', size: 'table' })],
  })
}
