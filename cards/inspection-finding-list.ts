import {
  brief,
  type FindingKind,
  type FindingStatus,
  findingMark,
  type Severity,
  sayKind,
} from './inspection-words.ts'
import { type Action, type Button, buttons, type Card, type Element, line, type Span } from './kit.ts'

export interface InspectionFindingListFacts {
  readonly title: string
  readonly total: number
  /** What stands where there is nothing. */
  readonly nothing: string
  readonly overdue: number
  readonly rows: readonly {
    readonly number: number
    readonly unit: string
    readonly goal: string
    readonly kind: FindingKind
    readonly severity: Severity | null
    readonly fact: string
    /** Null for a note that is not published. */
    readonly status: FindingStatus | null
    readonly overdue: boolean
    readonly due: string
    readonly open: Action
  }[]
  readonly turns: readonly Button[]
  readonly more: readonly Button[]
}

const FACT = 80

/** Findings or rectifications, each in short, with what opens it whole. */
export function inspectionFindingListCard(facts: InspectionFindingListFacts): Card {
  const { title, total, overdue, rows, turns, more } = facts
  const counted = `共 ${total} 条${overdue > 0 ? `，其中逾期 ${overdue} 条` : ''}`
  return {
    title,
    ...(overdue > 0 ? { status: { text: `逾期${overdue}条`, tone: 'red' } as const } : {}),
    summary: total === 0 ? facts.nothing : `${title}${counted}`,
    elements: [
      line(total === 0 ? facts.nothing : `${counted}。`),
      ...rows.flatMap(rowElements),
      ...(turns.length + more.length > 0 ? [buttons(...turns, ...more)] : []),
    ],
  }
}

function rowElements(row: InspectionFindingListFacts['rows'][number]): Element[] {
  const mark =
    row.status === null ? { text: '未发布', tone: 'orange' as const } : findingMark(row.status, row.overdue)
  const spans: Span[] = [
    { text: `${row.unit}　${sayKind(row.kind, row.severity)}　`, bold: true },
    mark,
    ...(row.due === '' ? [] : [{ text: `　${row.due}前` }]),
    ...(row.goal === '' ? [] : [{ text: `\n${row.goal}`, tone: 'muted' as const }]),
    { text: `\n${brief(row.fact, FACT)}` },
  ]
  const text = row.status === null ? '打开记录' : `查看${row.number}号`
  return [{ tag: 'text', spans }, buttons({ text, action: row.open })]
}
