/** The adjustments of the units that a person has to do with, and the way to ask for another (Article 17). */
import {
  ADJUSTMENT_STATUSES,
  type AdjustmentKind,
  type AdjustmentStatus,
  adjustmentName,
  KIND_VERBS,
} from './adjustment-words.ts'
import { type Action, type Button, buttons, type Card, type Element, line, note } from './kit.ts'

export interface AdjustmentListFacts {
  readonly title: string
  readonly total: number
  readonly rows: readonly AdjustmentRow[]
  readonly turns: readonly Button[]
  /** To ask for another; null where the viewer may not, with the reason in `notice`. */
  readonly ask: Action | null
  /** Until when, or why not. */
  readonly notice: string
}

export interface AdjustmentRow {
  /** '' where all are of one unit. */
  readonly unit: string
  readonly number: number
  readonly kind: AdjustmentKind
  readonly goal: string
  readonly status: AdjustmentStatus | 'lapsed'
  readonly at: string
  readonly remark: string
  readonly open: Action
}

export function adjustmentListCard({ title, total, rows, turns, ask, notice }: AdjustmentListFacts): Card {
  return {
    title,
    summary: `${title}，共${total}项`,
    elements: [
      ...(total === 0 ? [line('还没有提出过目标调整。')] : []),
      ...rows.map(rowElement),
      ...(rows.length > 0 ? [openers(rows)] : []),
      ...(ask ? [buttons({ text: '申请调整', style: 'primary', action: ask }, ...turns)] : turning(turns)),
      ...(notice === '' ? [] : [note(notice)]),
    ],
  }
}

const turning = (turns: readonly Button[]): Element[] => (turns.length > 0 ? [buttons(...turns)] : [])

function rowElement({ unit, number, kind, goal, status, at, remark }: AdjustmentRow): Element {
  const { text, tone } = ADJUSTMENT_STATUSES[status]
  return {
    tag: 'text',
    spans: [
      { text: `${unit === '' ? '' : `${unit} `}${adjustmentName(number)}`, bold: true },
      { text: `　${KIND_VERBS[kind]}「${goal}」\n` },
      { text, tone },
      { text: `　${at}`, tone: 'muted' },
      ...(remark === '' ? [] : [{ text: `\n退回意见：${remark.slice(0, 120)}`, tone: 'orange' as const }]),
    ],
  }
}

const openers = (rows: readonly AdjustmentRow[]): Element =>
  buttons(
    ...rows.map(({ unit, number, open }) => ({
      text: `${unit === '' ? '' : `${unit} `}${adjustmentName(number)}`.slice(0, 40),
      action: open,
    })),
  )
