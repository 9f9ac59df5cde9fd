import { goalNames } from './goal-words.ts'
import { type Button, buttons, type Card, type Element, heading, line, note, type Params } from './kit.ts'
import type { Packed } from './packing.ts'
import { type GoalFacts, nameGoal, sayPoints } from './score-words.ts'

export interface ScoreSheetFacts {
  readonly year: number
  readonly unit: { readonly id: string; readonly name: string }
  readonly member: string
  readonly regime: 'standard' | 'graded'
  /** When the unit signed its own account, as `12月1日 10:00，药学院 负责人`; '' where it has not. */
  readonly account: string
  /** 已提交 with its time; '' while it is not sent. */
  readonly sentAt: string
  /** Of goals and findings together. */
  readonly packed: Packed
  /** Goals in all, and findings that must be taken or dropped. */
  readonly total: { readonly goals: number; readonly findings: number }
  /** Numbers of the goals without a score, of the findings without a word, and of goals with full marks where one was taken. */
  readonly missing: {
    readonly goals: readonly number[]
    readonly findings: readonly number[]
    readonly full: readonly number[]
  }
  /** What the form `sheet` needs beside the answers. */
  readonly params: Params
}

const ASKED = {
  standard: '每项目标从100分起扣，每行写一条扣分和理由；不扣分的留空，保存即视为不扣分。',
  graded: '每项目标选等级、填整数得分；二级、三级要写扣分理由。',
} as const

/** A member's own sheet on a unit, a page at a time; nobody else sees it before the deliberation (Article 22). */
export function scoreSheetCard(facts: ScoreSheetFacts): Card {
  const { unit, packed, total, missing, sentAt } = facts
  const filled = `已填${total.goals - missing.goals.length}/${total.goals}`
  const sent = sentAt !== ''
  return {
    title: `考核打分：${unit.name}`,
    subtitle: `${facts.year}年度${packed.pages > 1 ? ` · 第${packed.page}/${packed.pages}页` : ''}`,
    status: sent ? { text: '已提交', tone: 'green' } : { text: filled, tone: 'orange' },
    summary: sent ? `${unit.name}评分表已提交，合议前可修改` : `请为${unit.name}打分，${filled}`,
    elements: [
      line(ASKED[facts.regime]),
      ...(total.findings === 0 ? [] : [line('每条督查发现要么采纳为扣分，要么写明不采纳的理由。')]),
      accountLine(facts),
      note(sayState(facts)),
      sheetForm(facts),
      ...turnButtons(facts),
    ],
  }
}

function accountLine({ account }: ScoreSheetFacts): Element {
  return account === ''
    ? line('该单位未提交自评；可以先打分，合议开启前自评提交后请再看。', 'orange')
    : note(`自评已于${account}提交。`)
}

function sayState({ sentAt, missing }: ScoreSheetFacts): string {
  const left = [
    ...(missing.goals.length === 0 ? [] : [`还没有打分：${goalNames(missing.goals)}`]),
    ...(missing.findings.length === 0
      ? []
      : [`还没有处理：${missing.findings.map((one) => `发现${one}`).join('、')}`]),
    ...(missing.full.length === 0 ? [] : [`采纳了发现，得分不能是100：${goalNames(missing.full)}`]),
  ]
  if (sentAt !== '') {
    return left.length === 0
      ? `已于${sentAt}提交；合议开启前可以修改，改后请再保存。`
      : `已于${sentAt}提交。${left.join('；')}。`
  }
  return left.length === 0 ? '全部都已填写，请提交评分。' : `${left.join('；')}。他人看不到您的打分。`
}

function sheetForm(facts: ScoreSheetFacts): Element {
  const submit = (text: string, seal: boolean, style: 'primary' | 'plain'): Button => ({
    text,
    style,
    action: { submit: 'sheet', with: { ...facts.params, seal } },
  })
  const [first] = facts.packed.blocks
  const aboutUnit = first?.key.startsWith('finding:') === true && facts.packed.page === 1
  return {
    tag: 'form',
    name: 'sheet',
    elements: [
      ...(aboutUnit ? [heading('单位整体的督查发现')] : []),
      ...facts.packed.blocks.flatMap(({ elements }) => elements),
    ],
    buttons:
      facts.sentAt === ''
        ? [submit('保存本页', false, 'plain'), submit('提交评分', true, 'primary')]
        : [submit('保存修改', false, 'primary')],
  }
}

function turnButtons({ year, unit, member, packed, account }: ScoreSheetFacts): readonly Element[] {
  const { page, pages } = packed
  const to = (text: string, next: number): Button => ({
    text,
    action: { show: 'score-sheet', with: { year, unit: unit.id, member, page: next } },
  })
  const read: Button = {
    text: '自评全文',
    action: { send: 'account', with: { year, unit: unit.id, page: 0 } },
  }
  return [
    buttons(
      ...(page > 1 ? [to('上一页', page - 1)] : []),
      ...(page < pages ? [to('下一页', page + 1)] : []),
      ...(account === '' ? [] : [read]),
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
