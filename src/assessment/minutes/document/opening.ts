/** What the minutes open and end with: who was there, who was not and why; and how a print is checked. */
import { AlignmentType, Paragraph } from 'docx'
import { paragraph, paragraphs, run } from '../../../document/type-face.ts'
import { sayMoment, shortHash } from '../../../document/words.ts'
import type { MinutesFacts } from '../facts.ts'
import { MINUTES_NAME } from '../words.ts'

export const headed = (text: string): Paragraph =>
  paragraph(text, {
    ...{ face: 'hei', size: 'heading' },
    more: { keepNext: true, spacing: { before: 280, after: 120 } },
  })

export function attendanceOf(facts: MinutesFacts): Paragraph[] {
  const { unit, year, group, convenor, present, quorum, excused, recused } = facts
  return [
    titled(unit, 60),
    titled(`${year}年度考核${MINUTES_NAME}`, 240),
    headed('一、合议基本情况'),
    ...said('被考核单位', [unit]),
    ...said('考核工作组', [group]),
    ...said('召集人', [convenor]),
    ...said('开启时间', [sayMoment(facts.openedAt)]),
    ...said('形成时间', [sayMoment(facts.decidedAt)]),
    ...said(`到会成员（${present.length}人，形成得分至少须${quorum}人同意）`, [present.join('、')]),
    ...said('缺席成员及原因', excused),
    ...said('回避成员及原因', recused),
  ]
}

const titled = (text: string, after: number): Paragraph =>
  paragraph(text, {
    size: 'title',
    bold: true,
    align: AlignmentType.CENTER,
    more: { spacing: { before: 0, after } },
  })

function said(label: string, lines: readonly string[]): Paragraph[] {
  const text = lines.length === 0 ? '无' : lines.join('；')
  return paragraphs(`${label}：${text}`, { face: 'fang', size: 'body', more: { spacing: { line: 360 } } })
}

export function proofOf({ present, subject, version, hash, later }: MinutesFacts): Paragraph[] {
  const text = `本纪要由目标管理系统依据考核记录 ${subject} 第${version}版生成，日志校验码 ${shortHash(hash)}。如需核对，请将版本号和校验码告知领导小组办公室，由其与系统日志比对。`
  return [
    ...(later.length === 0 ? [] : said('形成以后的更正', later)),
    paragraph(`到会成员（签字）：${present.map((name) => `${name}＿＿＿＿＿＿`).join('　')}`, {
      size: 'body',
      more: { spacing: { before: 320, after: 160, line: 480 } },
    }),
    new Paragraph({
      spacing: { before: 200, line: 320 },
      keepLines: true,
      children: [run(text, { face: 'fang', size: 'table' })],
    }),
  ]
}
