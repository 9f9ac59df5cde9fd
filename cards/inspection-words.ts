/** The words of inspection, used alike on cards and in sentences. */
import type { Tone } from './kit.ts'

export type InspectionKind = 'visit' | 'check'
export type InspectionStatus = 'planned' | 'stated' | 'drawn' | 'done' | 'cancelled'
export type FindingKind = 'good' | 'problem' | 'rectification'
export type Severity = 'slight' | 'grave' | 'serious'
export type FindingStatus = 'published' | 'open' | 'answered' | 'accepted' | 'withdrawn'

interface Marked {
  readonly text: string
  readonly tone: Tone
}

export const INSPECTION_KINDS: { readonly [kind in InspectionKind]: string } = {
  visit: '调研',
  check: '抽查',
}

export const INSPECTION_STATUSES: { readonly [status in InspectionStatus]: Marked } = {
  planned: { text: '待调研', tone: 'orange' },
  stated: { text: '待抽取', tone: 'orange' },
  drawn: { text: '已抽取', tone: 'blue' },
  done: { text: '已办结', tone: 'green' },
  cancelled: { text: '已取消', tone: 'muted' },
}

export const FINDING_KINDS: { readonly [kind in FindingKind]: string } = {
  good: '好的做法',
  problem: '问题',
  rectification: '整改',
}

export const SEVERITIES: { readonly [severity in Severity]: Marked } = {
  slight: { text: '一般', tone: 'plain' },
  grave: { text: '较重', tone: 'orange' },
  serious: { text: '严重', tone: 'red' },
}

export const UNIT_KINDS = {
  teaching: '教学单位',
  hospital: '附属医院',
  party: '党群部门',
  administrative: '行政部门',
  support: '其他单位',
} as const

const STATUSES: { readonly [status in FindingStatus]: Marked } = {
  published: { text: '已发布', tone: 'blue' },
  open: { text: '待整改', tone: 'orange' },
  answered: { text: '待验收', tone: 'blue' },
  accepted: { text: '已验收', tone: 'green' },
  withdrawn: { text: '已撤回', tone: 'muted' },
}

/** What waits longer than it should is overdue, whatever else is said of it. */
export const findingMark = (status: FindingStatus, overdue: boolean): Marked =>
  overdue ? { text: '整改逾期', tone: 'red' } : STATUSES[status]

/** `整改（较重）` */
export const sayKind = (kind: FindingKind, severity: Severity | null): string =>
  severity === null ? FINDING_KINDS[kind] : `${FINDING_KINDS[kind]}（${SEVERITIES[severity].text}）`

/** `2026-7`: what people call an inspection, and type in a shell. */
export const inspectionName = (kind: InspectionKind, year: number, number: number): string =>
  `${INSPECTION_KINDS[kind]} ${year}-${number}`

/** The first characters, where a list shows no more. */
export const brief = (text: string, most: number): string => {
  const characters = [...text.replaceAll(/\s+/g, ' ')]
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`
}
