import { goalNames } from './goal-words.ts'
import { type Button, buttons, type Card, type Element, type Field, line, note, type Params } from './kit.ts'
import { type GoalFacts, goalBlock, nameGoal, sayPoints } from './score-words.ts'

export interface ScoreSheetFacts {
  readonly year: number
  readonly unit: { readonly id: string; readonly name: string }
  readonly member: string
  readonly regime: 'standard' | 'graded'
  /** 已提交 with its time; '' while it is not sent. */
  readonly sentAt: string
  readonly page: number
  readonly pages: number
  readonly goals: readonly { readonly goal: GoalFacts; readonly fields: readonly Field[] }[]
  readonly total: number
  /** Numbers of the goals without a score. */
  readonly missing: readonly number[]
  /** What the form `sheet` needs beside the answers. */
  readonly params: Params
}

const ASKED = {
  standard: '每项目标从100分起扣，每行写一条扣分和理由；不扣分的留空，保存即视为不扣分。',
  graded: '每项目标选等级、填整数得分；二级、三级要写扣分理由。',
} as const

/** A member's own sheet on a unit, a page at a time; nobody else sees it before the deliberation (Article 22). */
export function scoreSheetCard(facts: ScoreSheetFacts): Card {
  const { unit, page, pages, total, missing, sentAt } = facts
  const filled = total - missing.length
  const sent = sentAt !== ''
  return {
    title: `考核打分：${unit.name}`,
    subtitle: `${facts.year}年度${pages > 1 ? ` · 第${page}/${pages}页` : ''}`,
    status: sent ? { text: '已提交', tone: 'green' } : { text: `已填${filled}/${total}`, tone: 'orange' },
    summary: sent ? `${unit.name}评分表已提交，合议前可修改` : `请为${unit.name}打分，已填${filled}/${total}`,
    elements: [
      line(ASKED[facts.regime]),
      note(sent ? `已于${sentAt}提交；合议开启前可以修改，改后请再保存。` : sayMissing(missing)),
      sheetForm(facts),
      ...turnButtons(facts),
    ],
  }
}

const sayMissing = (missing: readonly number[]): string =>
  missing.length === 0
    ? '全部目标都已打分，请提交评分。'
    : `还没有打分：${goalNames(missing)}。他人看不到您的打分。`

function sheetForm(facts: ScoreSheetFacts): Element {
  const submit = (text: string, seal: boolean, style: 'primary' | 'plain'): Button => ({
    text,
    style,
    action: { submit: 'sheet', with: { ...facts.params, seal } },
  })
  return {
    tag: 'form',
    name: 'sheet',
    elements: facts.goals.flatMap(({ goal, fields }) => goalBlock(goal, [], fields)),
    buttons:
      facts.sentAt === ''
        ? [submit('保存本页', false, 'plain'), submit('提交评分', true, 'primary')]
        : [submit('保存修改', false, 'primary')],
  }
}

function turnButtons({ year, unit, member, page, pages }: ScoreSheetFacts): readonly Element[] {
  const to = (text: string, next: number): Button => ({
    text,
    action: { show: 'score-sheet', with: { year, unit: unit.id, member, page: next } },
  })
  return [
    buttons(
      ...(page > 1 ? [to('上一页', page - 1)] : []),
      ...(page < pages ? [to('下一页', page + 1)] : []),
      { text: '打分列表', action: { show: 'assess', with: {} } },
    ),
    ...(pages > 1 ? [note('翻页前请先保存本页。')] : []),
  ]
}

export interface ClosedSheetFacts {
  readonly year: number
  readonly unit: { readonly id: string; readonly name: string }
  /** Why it cannot be changed any more. */
  readonly why: string
  readonly marks: readonly {
    readonly goal: Pick<GoalFacts, 'number' | 'type' | 'title'>
    readonly score: number
    readonly words: string
  }[]
  /** Whether the deliberation can be looked at. */
  readonly opened: boolean
}

/** A sheet that stands as it is: what was given, without inputs. */
export function closedSheetCard({ year, unit, why, marks, opened }: ClosedSheetFacts): Card {
  const board: Button = { text: '查看合议', action: { show: 'deliberation', with: { year, unit: unit.id } } }
  return {
    title: `考核打分：${unit.name}`,
    subtitle: `${year}年度`,
    status: { text: '不能修改', tone: 'muted' },
    summary: `${unit.name}：${why}`,
    elements: [
      line(why),
      ...(marks.length === 0 ? [note('您没有填写评分表。')] : [marksTable(marks)]),
      ...(opened ? [buttons(board)] : []),
    ],
  }
}

function marksTable(marks: ClosedSheetFacts['marks']): Element {
  return {
    tag: 'table',
    columns: [
      { name: 'goal', label: '目标', kind: 'text' },
      { name: 'score', label: '得分', kind: 'text', width: '80px' },
      { name: 'words', label: '扣分理由', kind: 'text' },
    ],
    rows: marks.map((one) => ({
      goal: nameGoal(one.goal),
      score: sayPoints(one.score),
      words: one.words || '—',
    })),
  }
}
