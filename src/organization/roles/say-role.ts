/** Roles in words: 药学院 联络员, with their days. */
import type { LocalDate } from '../../kernel/time.ts'
import type { Role } from '../../store/schema/organization.ts'
import { DUTY_NAMES } from '../delegation/duty-names.ts'
import { sayDay, saySpan } from '../delegation/say-span.ts'
import type { Span } from './rules/span.ts'

export const sayRoleOf = (role: Role, scopeName: string): string =>
  scopeName === '' ? DUTY_NAMES[role] : `${scopeName} ${DUTY_NAMES[role]}`

/** `至6月30日`, `7月1日起`, `7月1日至9月30日`; '' for a role that runs without an end. */
export function sayWhen({ from, to }: Span, today: LocalDate): string {
  if (from <= today) return to === null ? '' : `至${withYear(to, today)}`
  return to === null ? `${withYear(from, today)}起` : saySpan(from, to)
}

const withYear = (day: LocalDate, today: LocalDate): string =>
  day.slice(0, 4) === today.slice(0, 4) ? sayDay(day) : `${day.slice(0, 4)}年${sayDay(day)}`

/** What nobody does any more where the last one goes. */
export const WHAT_STOPS: { readonly [role in Role]?: string } = {
  contact: '本单位的目标、进展、自评将无人填报，提醒也无人接收',
  head: '本单位的目标、自评将无人报送，考核反馈无人确认',
  chair: '目标、优秀比例和考核结果将无人审定',
  office: '将无人管理系统',
  'lead-unit': '这项工作将无人报告，考核结果不能提出',
  'working-convenor': '本组的目标起草、督导和合议将无人主持',
  'inspection-convenor': '本组的督查将无人主持',
  'assessment-convenor': '本组的合议将无人主持',
}
