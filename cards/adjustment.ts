/** An adjustment of a goal in force (Article 17): old and new side by side, why, the effect on the shares, what became of it. */

import { type AdjustmentVote, type DecideFacts, decision, vote } from './adjustment-decide.ts'
import {
  ADJUSTMENT_STATUSES,
  type AdjustmentKind,
  type AdjustmentStatus,
  adjustmentName,
  KIND_VERBS,
} from './adjustment-words.ts'
import {
  type Action,
  type Button,
  buttons,
  type Card,
  divider,
  type Element,
  heading,
  line,
  note,
} from './kit.ts'

export interface AdjustmentFacts {
  readonly unit: string
  readonly year: number
  readonly number: number
  readonly kind: AdjustmentKind
  /** `目标3 引进人才`; of one to be added only the title. */
  readonly goal: string
  readonly type: string
  readonly status: AdjustmentStatus | 'lapsed'
  readonly reason: string
  readonly why: string
  /** `2026年12月1日起`. */
  readonly effective: string
  /** `本单位（张三，3月1日 10:03）`. */
  readonly asked: string
  /** What deserves a look: beyond the limit, assigned by the school. */
  readonly marks: readonly string[]
  /** What differs; of a goal to be added or cancelled all that it says. */
  readonly changes: readonly ChangeFacts[]
  readonly same: readonly { readonly label: string; readonly value: string }[]
  readonly shares: SharesFacts | null
  readonly evidence: readonly { readonly name: string; readonly open: Action }[]
  /** What the asker changed since the last return, by label; null where it never came back. */
  readonly sinceReturn: readonly string[] | null
  /** Who did what, when, with which words; oldest first. */
  readonly log: readonly { readonly text: string; readonly bad: boolean }[]
  readonly vote: AdjustmentVote | null
  readonly decide: DecideFacts | null
  readonly next: string
  readonly buttons: readonly Button[]
}

export interface ChangeFacts {
  readonly label: string
  /** '' where there was nothing. */
  readonly before: string
  readonly after: string
}

/** The shares of the type's goals in the unit's total, before and after. */
export interface SharesFacts {
  readonly title: string
  readonly lines: readonly string[]
}

/** Longest value that stands in the table of changes; longer ones are told below it. */
const SHORT = 40
const MOST_SHARES = 40

export function adjustmentCard(facts: AdjustmentFacts): Card {
  const { unit, year, number, kind, goal } = facts
  const what = `${KIND_VERBS[kind]}${goal}`
  return {
    title: `${unit} ${adjustmentName(number)}：${what}`,
    subtitle: `${year}年度目标调整　${facts.type}`,
    status: ADJUSTMENT_STATUSES[facts.status],
    summary: `${ASKS[facts.decide?.stage ?? 'none']}${unit}${adjustmentName(number)}：${what}（${facts.reason}）`,
    elements: [
      reasons(facts),
      ...facts.marks.map((mark) => line(mark, 'orange')),
      ...sinceReturn(facts.sinceReturn),
      ...changes(facts),
      ...same(facts),
      ...shares(facts.shares),
      ...evidence(facts.evidence),
      ...log(facts),
      ...vote(facts.vote),
      line(facts.next, facts.status === 'ratified' ? 'green' : 'blue'),
      ...(facts.decide ? [decision(facts.decide, what)] : []),
      ...(facts.buttons.length > 0 ? [buttons(...facts.buttons)] : []),
    ],
  }
}

const ASKS = { review: '请审核：', ratification: '请审定：', vote: '请表决：', none: '' } as const

function reasons({ reason, why, effective, asked }: AdjustmentFacts): Element {
  return {
    tag: 'fields',
    items: [
      { label: '调整事由', value: reason },
      { label: '具体原因', value: why },
      { label: '生效日期', value: effective },
      { label: '申请', value: asked },
    ],
  }
}

function sinceReturn(labels: readonly string[] | null): Element[] {
  if (labels === null) return []
  return labels.length === 0
    ? [line('退回后未修改。', 'orange')]
    : [line(`退回后修改了${labels.join('、')}。`, 'blue')]
}

function changes({ kind, changes: all }: AdjustmentFacts): Element[] {
  if (kind !== 'change') return [heading(kind === 'add' ? '新增的目标' : '取消的目标'), listed(all)]
  const isShort = ({ before, after }: ChangeFacts): boolean => before.length <= SHORT && after.length <= SHORT
  const short = all.filter(isShort)
  return [
    heading('变更内容'),
    ...(short.length > 0 ? [table(short)] : []),
    ...all.filter((one) => !isShort(one)).map(beside),
  ]
}

const listed = (all: readonly ChangeFacts[]): Element => ({
  tag: 'fields',
  items: all.map(({ label, before, after }) => ({ label, value: after || before })),
})

function table(rows: readonly ChangeFacts[]): Element {
  return {
    tag: 'table',
    columns: [
      { name: 'label', label: '项目', kind: 'text', width: '90px' },
      { name: 'before', label: '现行', kind: 'text' },
      { name: 'after', label: '调整后', kind: 'text' },
    ],
    rows: rows.map(({ label, before, after }) => ({
      label,
      before: before || '（空）',
      after: after || '（空）',
    })),
  }
}

const beside = ({ label, before, after }: ChangeFacts): Element => ({
  tag: 'text',
  spans: [
    { text: `${label}\n`, bold: true },
    { text: '现行：', tone: 'muted' },
    { text: `${before || '（空）'}\n` },
    { text: '调整后：', tone: 'muted' },
    { text: after || '（空）', tone: 'blue' },
  ],
})

function same({ same: lines }: AdjustmentFacts): Element[] {
  if (lines.length === 0) return []
  const spans = lines.flatMap(({ label, value }) => [
    { text: `${label}：`, tone: 'muted' as const },
    { text: `${value}\n` },
  ])
  return [{ tag: 'fold', title: `不变的内容（${lines.length}项）`, elements: [{ tag: 'text', spans }] }]
}

function shares(facts: SharesFacts | null): Element[] {
  if (!facts) return []
  const shown = facts.lines.slice(0, MOST_SHARES)
  const more = facts.lines.length > shown.length ? [`等${facts.lines.length}项`] : []
  return [
    {
      tag: 'fold',
      title: facts.title,
      open: shown.length <= 6,
      elements: [line([...shown, ...more].join('\n'))],
    },
  ]
}

function evidence(files: AdjustmentFacts['evidence']): Element[] {
  if (files.length === 0) return []
  const open = files.map(({ name, open }) => ({ text: name.slice(0, 30), action: open }))
  return [note(`佐证材料${files.length}份，点名称领取：`), buttons(...open)]
}

const MOST_LOG = 20

function log({ log: entries }: AdjustmentFacts): Element[] {
  if (entries.length === 0) return []
  const shown = entries.slice(-MOST_LOG)
  return [divider, ...shown.map(({ text, bad }) => line(text, bad ? 'orange' : 'muted'))]
}
