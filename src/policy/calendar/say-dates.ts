/** Planned days in words. */
import { PHASE_NAMES } from '../../../cards/phase-names.ts'
import { sayDate } from '../../kernel/time.ts'
import {
  type DateFault,
  type Dates,
  PLANNED_PHASES,
  type PlannedPhase,
  type Reminder,
  type Span,
} from '../rules/calendar.ts'

/** `3月2日–11月30日`, with the year where it is not that of the first day. */
export function saySpan({ from, to }: Span): string {
  if (from === null) return to === null ? '' : `${sayShort(to)}前`
  if (to === null) return `${sayShort(from)}起`
  return `${sayShort(from)}–${from.slice(0, 4) === to.slice(0, 4) ? sayShort(to) : sayDate(to)}`
}

const sayShort = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`

export const sayDates = (dates: Dates): { readonly [phase in PlannedPhase]: string } => ({
  setting: saySpan(dates.setting),
  execution: saySpan(dates.execution),
  assessment: saySpan(dates.assessment),
  results: saySpan(dates.results),
})

/** What the office planned for a day: it decides itself whether to do it. */
export function sayReminder({ phase, edge, day }: Reminder): string {
  const name = `「${PHASE_NAMES[phase]}」`
  return edge === 'from'
    ? `按年度日历，${name}阶段计划${sayDate(day)}开启，现在还没有开启。`
    : `按年度日历，${name}阶段计划到${sayDate(day)}为止。`
}

const EDGE_NAMES = { from: '开始', to: '结束' } as const
const FAULTS: { readonly [fault in DateFault['fault']]: string } = {
  'outside-span': '不在本年度前后的合理范围内',
  reversed: '早于本阶段的开始日期',
  overlapping: '须在上一阶段之后',
}

export const fieldName = (phase: PlannedPhase, edge: 'from' | 'to'): string => `${phase}_${edge}`
export const fieldLabel = (phase: PlannedPhase, edge: 'from' | 'to'): string =>
  `${PHASE_NAMES[phase]}${EDGE_NAMES[edge]}`
export const sayFault = ({ fault }: DateFault): string => `${FAULTS[fault]}，请重新填写`

/** In the order of the calendar, with its field. */
export const ALL_EDGES: readonly (readonly [PlannedPhase, 'from' | 'to'])[] = PLANNED_PHASES.flatMap(
  (phase) => [[phase, 'from'] as const, [phase, 'to'] as const],
)
