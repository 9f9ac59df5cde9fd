/** The sheets side by side, what was said, what was decided, and what it makes. */
import { AlignmentType, type Paragraph, type Table, type TableRow } from 'docx'
import { TYPE_NAMES } from '../../../../cards/goal-words.ts'
import { sayPoints } from '../../../../cards/score-words.ts'
import { type Column, grid, gridRow } from '../../../document/grid.ts'
import { paragraph, paragraphs } from '../../../document/type-face.ts'
import { sayMoment } from '../../../document/words.ts'
import type { Course } from '../course.ts'
import type { MinutesDecision, MinutesFacts, MinutesFinding, MinutesSheets, MinutesType } from '../facts.ts'
import { headed } from './opening.ts'

const NONE = '—'
const NUMBER: Column = { label: '编号', width: 700 }
const GOAL: Column = { label: '目标', width: 3200 }

const SHEETS: readonly Column[] = [
  NUMBER,
  GOAL,
  { label: '各成员评分和扣分理由', width: 8470 },
  { label: '平均', width: 1100 },
  { label: '分差', width: 1100 },
]
const FINDINGS: readonly Column[] = [
  { label: '督查发现', width: 6100 },
  { label: '各成员处理（采纳的扣分已计入上表）', width: 8470 },
]
const COURSE: readonly Column[] = [
  { label: '时间', width: 2400 },
  { label: '成员', width: 2400 },
  { label: '事项', width: 1300 },
  { label: '内容', width: 8470 },
]
const DECISIONS: readonly Column[] = [
  NUMBER,
  GOAL,
  { label: '得分', width: 1000 },
  { label: '扣分', width: 1000 },
  { label: '扣分理由', width: 5200 },
  { label: '评价标准', width: 3470 },
]
const SCORES: readonly Column[] = [
  { label: '目标类别', width: 4000 },
  { label: '占总分', width: 3000 },
  { label: '权重系数', width: 3000 },
  { label: '类别得分', width: 4570 },
]

type Blocks = (Paragraph | Table)[]

export const sheetsTable = ({ sheets }: MinutesFacts): Blocks => [
  headed('二、各成员独立评分（平均分供合议参考）'),
  grid(SHEETS, sheets.map(sheetsRow)),
]

const sheetsRow = ({ goal, given, mean, spread }: MinutesSheets): TableRow =>
  row(
    SHEETS,
    [short(String(goal.number)), words(goal.title), given.flatMap(words), short(mean), short(spread)],
    given,
  )

/** A part of the second section: the numbers of the others stay as they are without findings. */
export const findingsTable = ({ findings }: MinutesFacts): Blocks =>
  findings.length === 0
    ? []
    : [
        paragraph('督查发现的处理', {
          size: 'body',
          bold: true,
          more: { keepNext: true, spacing: { before: 160 } },
        }),
        grid(FINDINGS, findings.map(findingRow)),
      ]

const findingRow = ({ found, verdicts }: MinutesFinding): TableRow =>
  row(
    FINDINGS,
    [words(found), verdicts.length === 0 ? short(NONE) : verdicts.flatMap(words)],
    [found, ...verdicts],
  )

export const courseTable = ({ course }: MinutesFacts): Blocks => [
  headed('三、合议经过'),
  grid(COURSE, course.map(courseRow)),
]

const courseRow = ({ at, by, what, lines }: Course): TableRow =>
  row(
    COURSE,
    [short(sayMoment(at)), short(by), short(what), lines.length === 0 ? short(NONE) : lines.flatMap(words)],
    lines,
  )

export const decisionTable = ({ agreed, decisions }: MinutesFacts): Blocks => [
  headed('四、合议决定'),
  paragraph(`同意成员：${agreed.join('、')}`, {
    face: 'fang',
    size: 'body',
    more: { spacing: { after: 120 } },
  }),
  grid(DECISIONS, decisions.flatMap(decisionRows)),
]

/** A line for each deduction; the goal stands in the first. */
function decisionRows({ goal, score, deductions }: MinutesDecision): TableRow[] {
  const named = [short(String(goal.number)), words(goal.title), short(score)]
  if (deductions.length === 0) return [row(DECISIONS, [...named, ...[NONE, NONE, NONE].map(short)], [])]
  return deductions.map((one, index) =>
    row(
      DECISIONS,
      [
        ...(index === 0 ? named : [short(''), short(''), short('')]),
        ...[short(sayPoints(one.points)), words(one.reason || NONE), words(one.criterion || NONE)],
      ],
      [one.reason, one.criterion],
    ),
  )
}

export const scoresTable = ({ types, total }: MinutesFacts): Blocks => [
  headed('五、类别得分和总分'),
  grid(SCORES, types.map(typeRow)),
  paragraph(`总分：${total}`, { size: 'body', bold: true, more: { spacing: { before: 160 } } }),
]

const typeRow = ({ type, ratio, coefficient, score }: MinutesType): TableRow =>
  row(SCORES, [TYPE_NAMES[type], `${ratio}%`, coefficient || NONE, score || '不计'].map(short), [])

const short = (text: string): Paragraph[] => [paragraph(text, { align: AlignmentType.CENTER })]
const words = (text: string): Paragraph[] => paragraphs(text)

const row = (columns: readonly Column[], cells: readonly Paragraph[][], texts: readonly string[]): TableRow =>
  gridRow(columns, cells, texts.join('').length)
