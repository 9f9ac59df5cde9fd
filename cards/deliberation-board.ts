import { reopenFormOf, type StuckFacts, sayStuck } from './deliberation-stuck.ts'
import { goalName } from './goal-words.ts'
import {
  type Button,
  buttons,
  type Card,
  type Element,
  type Field,
  field,
  line,
  note,
  type Span,
  type TableColumn,
} from './kit.ts'
import { type GoalFacts, nameGoal, sayPoints } from './score-words.ts'

export interface BoardRow {
  readonly goal: Pick<GoalFacts, 'number' | 'type' | 'title'>
  /** In hundredths, in the order of the members. */
  readonly scores: readonly number[]
  readonly mean: number
  readonly spread: number
  /** The proposal's; null before there is one. */
  readonly proposed: number | null
  /** What each member gave as reason, and the proposal; empty where nothing was deducted. */
  readonly reasons: readonly string[]
}

export interface FindingRow {
  readonly found: string
  /** `李明：不采纳，理由`. */
  readonly verdicts: readonly string[]
}

export interface DeliberationBoardFacts {
  readonly year: number
  readonly unit: { readonly id: string; readonly name: string }
  readonly group: string
  /** Whether the mean is what is proposed (policy `agreement`). */
  readonly averaged: boolean
  readonly members: readonly string[]
  /** Who is excused or barred, each with the reason, as sentences. */
  readonly away: readonly string[]
  readonly rows: readonly BoardRow[]
  readonly round: number
  /** The proposal that waits for words; null where none does. */
  readonly live: {
    readonly by: string
    readonly at: string
    readonly agreed: readonly string[]
    readonly waiting: readonly string[]
  } | null
  /** What inspections found, with what each member made of it; the first ones, as a card has room. */
  readonly findings: { readonly count: number; readonly shown: readonly FindingRow[] }
  readonly objections: readonly { readonly by: string; readonly at: string; readonly words: string }[]
  readonly decided: { readonly at: string; readonly total: string; readonly agreed: readonly string[] } | null
  /** Where too few are left to decide; `fields` for who may take it back to the sheets. */
  readonly stuck:
    | (Pick<StuckFacts, 'seated' | 'quorum'> & { readonly fields: readonly Field[] | null })
    | null
  readonly mayPropose: boolean
  readonly mayAnswer: boolean
  /** The questions of the form `objection`. */
  readonly objection: readonly Field[]
}

const MOST_COLUMNS = 8
/** A card holds five tables (cards 1.5). */
const MOST_TABLES = 4
const MOST_FOLDS = 30
const MOST_OBJECTIONS = 6

/** The sheets side by side, the proposal, and the members' words (Article 22). */
export function deliberationBoardCard(facts: DeliberationBoardFacts): Card {
  return {
    title: `合议：${facts.unit.name}`,
    subtitle: `${facts.year}年度 · ${facts.group}`,
    status: statusOf(facts),
    summary: summaryOf(facts),
    elements: [
      line(summaryOf(facts)),
      { tag: 'fields', items: attendance(facts) },
      ...scoresTables(facts),
      ...reasonFolds(facts.rows),
      ...findingFold(facts),
      ...objectionLines(facts),
      ...actions(facts),
    ],
  }
}

function statusOf({ decided, stuck, live, objections }: DeliberationBoardFacts): Card['status'] & object {
  if (decided) return { text: '已形成', tone: 'green' }
  if (stuck) return { text: '人数不足', tone: 'red' }
  if (live) return { text: '待表态', tone: 'orange' }
  return objections.length > 0 ? { text: '有异议', tone: 'red' } : { text: '合议中', tone: 'blue' }
}

function summaryOf({ unit, decided, stuck, live, objections }: DeliberationBoardFacts): string {
  if (decided) return `${unit.name}考核得分已于${decided.at}形成：${decided.total}`
  if (stuck) return `${unit.name}：${sayStuck(stuck)}`
  if (live?.waiting.length === 0) {
    return `${unit.name}：到会成员有变动，这份意见已无人可表态，请组长重新提出。`
  }
  if (live) return `${live.by}于${live.at}提出合议意见，请各成员同意或提出异议。`
  if (objections.length > 0) return `${unit.name}：有成员提出异议，请组长重新提出合议意见。`
  return `${unit.name}：合议已开启，请组长提出合议意见。`
}

function attendance(facts: DeliberationBoardFacts): { readonly label: string; readonly value: string }[] {
  const { live, decided } = facts
  return [
    { label: '到会成员', value: facts.members.join('、') },
    ...(facts.away.length > 0 ? [{ label: '缺席与回避', value: facts.away.join('；') }] : []),
    ...(live ? [{ label: '已同意', value: live.agreed.join('、') }] : []),
    ...(live && live.waiting.length > 0 ? [{ label: '待表态', value: live.waiting.join('、') }] : []),
    ...(decided ? [{ label: '同意成员', value: decided.agreed.join('、') }] : []),
  ]
}

/** Side by side: a table for each so many members, the proposal, mean and spread in the first. */
function scoresTables({ members, rows }: DeliberationBoardFacts): readonly Element[] {
  const starts = Array.from({ length: Math.max(1, Math.ceil(members.length / MOST_COLUMNS)) }, (_, i) => i)
  return starts
    .slice(0, MOST_TABLES)
    .map((i) => scoresTable(members.slice(i * MOST_COLUMNS, (i + 1) * MOST_COLUMNS), i * MOST_COLUMNS, rows))
}

function scoresTable(members: readonly string[], from: number, rows: readonly BoardRow[]): Element {
  const compared: readonly TableColumn[] = [
    { name: 'proposed', label: '合议意见', kind: 'text', width: '90px' },
    { name: 'mean', label: '平均', kind: 'text', width: '80px' },
    { name: 'spread', label: '分差', kind: 'text', width: '80px' },
  ]
  return {
    tag: 'table',
    columns: [
      { name: 'goal', label: '目标', kind: 'text', width: '130px' },
      ...(from === 0 ? compared : []),
      ...members.map(
        (member, i): TableColumn => ({ name: `m${i}`, label: member, kind: 'text', width: '120px' }),
      ),
    ],
    rows: rows.map((row) => ({
      goal: `${goalName(row.goal.number)} ${row.goal.title}`,
      ...Object.fromEntries(members.map((_, i) => [`m${i}`, sayPoints(row.scores[from + i] ?? 0)])),
      ...(from === 0 && {
        spread: sayPoints(row.spread),
        mean: sayPoints(row.mean),
        proposed: row.proposed === null ? '—' : sayPoints(row.proposed),
      }),
    })),
  }
}

function reasonFolds(rows: readonly BoardRow[]): readonly Element[] {
  const withReasons = rows.filter((row) => row.reasons.length > 0)
  const folds = withReasons.slice(0, MOST_FOLDS).map(
    (row): Element => ({
      tag: 'fold',
      title: `${nameGoal(row.goal)}：扣分理由`,
      elements: [line(row.reasons.join('\n'))],
    }),
  )
  const rest = withReasons.length - folds.length
  return rest > 0 ? [...folds, note(`另有${rest}项目标的扣分理由，请在合议意见中逐页查看。`)] : folds
}

/** Rulebook 4: what was dropped stands beside what was taken, with the reasons. */
function findingFold({ year, unit, findings: { count, shown } }: DeliberationBoardFacts): readonly Element[] {
  if (count === 0) return []
  const all: Button = {
    text: '全部督查发现',
    action: { show: 'deliberation-findings', with: { year, unit: unit.id, page: 0 } },
  }
  const fold: Element = {
    ...{ tag: 'fold', title: `督查发现的处理（${count}条）`, elements: shown.map(findingText) },
  }
  return [...(shown.length > 0 ? [fold] : []), ...(count > shown.length ? [buttons(all)] : [])]
}

export const findingText = ({ found, verdicts }: FindingRow): Element => ({
  tag: 'text',
  spans: [{ text: found, bold: true }, ...verdicts.map((text): Span => ({ text: `\n${text}` }))],
})

/** The newest objections in their words; all of them stand in the minutes. */
function objectionLines({ objections }: DeliberationBoardFacts): readonly Element[] {
  if (objections.length === 0) return []
  const rest = Math.max(0, objections.length - MOST_OBJECTIONS)
  const words = objections.slice(rest).map((one) => `${one.by} ${one.at}：${one.words}`)
  return [
    {
      tag: 'fold',
      title: `异议记录（${objections.length}条）`,
      open: true,
      elements: [
        ...(rest > 0 ? [note(`只列最近${MOST_OBJECTIONS}条，全部异议在合议纪要中。`)] : []),
        line(words.join('\n')),
      ],
    },
  ]
}

function actions(facts: DeliberationBoardFacts): readonly Element[] {
  const { year, unit, round } = facts
  const at = { year, unit: unit.id, round }
  const propose: Button = {
    text: facts.live ? '修改意见' : '填写意见',
    style: facts.mayAnswer ? 'plain' : 'primary',
    action: { show: 'proposal-page', with: { year, unit: unit.id, page: 1 } },
  }
  const agree: Button = { text: '同意', style: 'primary', action: { do: 'deliberation.agree', with: at } }
  const shown = [...(facts.mayAnswer ? [agree] : []), ...(facts.mayPropose ? [propose] : [])]
  return [
    ...(shown.length > 0 ? [buttons(...shown)] : []),
    ...(facts.mayAnswer
      ? [
          {
            tag: 'form' as const,
            name: 'objection',
            elements: facts.objection.map(field),
            buttons: [
              { text: '提出异议', style: 'danger' as const, action: { submit: 'objection', with: at } },
            ],
          },
        ]
      : []),
    ...(facts.decided ? [buttons(minutesButton(facts))] : []),
    ...(facts.stuck?.fields ? [reopenFormOf({ ...facts, ...facts.stuck }, facts.stuck.fields)] : []),
    note(noteOf(facts)),
  ]
}

const minutesButton = ({ year, unit }: DeliberationBoardFacts): Button => ({
  text: '合议纪要',
  action: { send: 'minutes', with: { year, unit: unit.id } },
})

function noteOf({ decided, averaged }: DeliberationBoardFacts): string {
  if (decided) return '得分和扣分原因已反馈被考核单位，等待其确认收到。'
  return averaged
    ? '本年度得分按平均分提出，扣分按比例折算；全体到会成员同意后形成得分。'
    : '平均分仅供参考；全体到会成员同意后形成得分。'
}
