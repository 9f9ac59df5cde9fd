import {
  INSPECTION_KINDS,
  INSPECTION_STATUSES,
  type InspectionKind,
  type InspectionStatus,
} from './inspection-words.ts'
import { type Action, type Button, buttons, type Card, type Element, line, note } from './kit.ts'

export interface InspectionListFacts {
  readonly year: number
  /** The bodies for which the viewer inspects, with what may be begun. */
  readonly bodies: readonly { readonly name: string; readonly begin: readonly Button[] }[]
  readonly total: number
  readonly rows: readonly {
    readonly kind: InspectionKind
    readonly number: number
    readonly status: InspectionStatus
    readonly body: string
    /** The unit, or how many were drawn. */
    readonly whom: string
    readonly day: string
    readonly open: Action
  }[]
  readonly turns: readonly Button[]
  /** Lists of what was found. */
  readonly more: readonly Button[]
}

/** 督查: what the viewer may begin, and the inspections of the year, the newest first. */
export function inspectionListCard(facts: InspectionListFacts): Card {
  const { year, bodies, total, rows, turns, more } = facts
  return {
    title: `${year}年度督导检查`,
    summary: total === 0 ? '还没有督导检查' : `${year}年度督导检查共 ${total} 次`,
    elements: [
      ...bodies.flatMap(({ name, begin }) => [line(name), buttons(...begin)]),
      line(total === 0 ? '本年度还没有与您有关的督导检查。' : `共 ${total} 次，新的在前。`, 'muted'),
      ...rows.flatMap(rowElements),
      ...(turns.length > 0 ? [buttons(...turns)] : []),
      ...(more.length > 0 ? [buttons(...more)] : []),
      ...(bodies.length > 0 ? [note('督查人员不检查本人所在单位。')] : []),
    ],
  }
}

function rowElements(row: InspectionListFacts['rows'][number]): Element[] {
  const { kind, number, status, body, whom, day, open } = row
  const { text, tone } = INSPECTION_STATUSES[status]
  const spans = [
    { text: `${INSPECTION_KINDS[kind]} ${number}号　${whom}　${day}　` },
    { text, tone },
    { text: `\n${body}`, tone: 'muted' },
  ] as const
  return [{ tag: 'text', spans }, buttons({ text: `查看${number}号`, action: open })]
}
