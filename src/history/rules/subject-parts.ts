/** What a subject's id says of it: `plan:2026:JX01`, `execution:2026-JX01-3`, `gate:2026:energy`. */
import { isKind, type Kind } from './sight.ts'

export interface SubjectParts {
  readonly kind: Kind
  /** What follows the kind. */
  readonly rest: string
  /** Absent of what belongs to no year. */
  readonly year?: number
  readonly unit?: string
  /** Of an adjustment, appeal, inspection, finding, request for help. */
  readonly number?: number
  readonly goal?: string
  readonly goalNumber?: number
  readonly person?: string
  /** Of a gate. */
  readonly area?: string
}

const OF_UNIT: ReadonlySet<string> = new Set<Kind>(['plan', 'adjustment', 'account', 'assessment', 'appeal'])
const OF_YEAR: ReadonlySet<string> = new Set<Kind>([
  ...(['year', 'results', 'reminders', 'plan-reminder', 'plan-deadline', 'gate-reminder'] as const),
  'year-export',
])
const OF_PERSON: ReadonlySet<string> = new Set<Kind>([
  ...(['person', 'delegation', 'snooze', 'goal-workbook', 'gate-workbook', 'coefficient-workbook'] as const),
])
const GOAL = /^(?<goal>(?<year>\d{4})-(?<unit>.+)-(?<goalNumber>\d+))(?::(?<number>\d+))?$/
const UNIT = /^(?<year>\d{4}):(?<unit>[^:]+)(?::(?<number>\d+))?$/
const NUMBERED = /^(?<year>\d{4}):(?<number>\d+)$/

/** Undefined for a kind that has no history, as a sheet, and for what is no id. */
export function partsOf(subject: string): SubjectParts | undefined {
  const at = subject.indexOf(':')
  const [kind, rest] = [subject.slice(0, at), subject.slice(at + 1)]
  if (at < 1 || rest === '' || !isKind(kind)) return undefined
  return { kind, rest, ...furtherOf(kind, rest) }
}

function furtherOf(kind: Kind, rest: string): Omit<SubjectParts, 'kind' | 'rest'> {
  if (OF_UNIT.has(kind)) return read(UNIT, rest)
  if (kind === 'execution' || kind === 'help') return read(GOAL, rest)
  if (kind === 'inspection' || kind === 'finding') return read(NUMBERED, rest)
  if (OF_YEAR.has(kind)) return /^\d{4}$/.test(rest) ? { year: Number(rest) } : {}
  if (OF_PERSON.has(kind)) return { person: rest.split(':')[0] ?? rest }
  if (kind === 'unit') return { unit: rest }
  if (kind === 'gate') {
    const [year = '', area = ''] = rest.split(':')
    return { year: Number(year), area }
  }
  return {}
}

function read(form: RegExp, rest: string): Omit<SubjectParts, 'kind' | 'rest'> {
  const { year, unit, number, goal, goalNumber } = form.exec(rest)?.groups ?? {}
  return {
    ...(year !== undefined && { year: Number(year) }),
    ...(unit !== undefined && { unit }),
    ...(number !== undefined && { number: Number(number) }),
    ...(goal !== undefined && { goal, goalNumber: Number(goalNumber) }),
  }
}

/** The year to which any subject belongs, those without a history among them; undefined of people, units, groups. */
export function yearOf(subject: string): number | undefined {
  const known = partsOf(subject)
  if (known) return known.year
  const [, year] = /^(?:sheet|proposal|petition):(\d{4})[:-]/.exec(subject) ?? []
  return year === undefined ? undefined : Number(year)
}
