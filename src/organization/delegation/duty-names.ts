/** Duties in words: the role, with the unit, group or area that it is for. */
import { findCurrentYear } from '../../policy/queries.ts'
import type { Database } from '../../store/database.ts'
import { listScopeNames } from './queries/called.ts'
import type { Duties, Duty } from './rules/duty.ts'

export const DUTY_NAMES: { readonly [role in Duty['role']]: string } = {
  leader: '分管校领导',
  chair: '领导小组组长',
  'leading-member': '领导小组成员',
  office: '领导小组办公室',
  head: '单位负责人',
  contact: '联络员',
  'working-convenor': '工作组组长',
  'working-member': '工作组成员',
  'inspection-convenor': '督查组组长',
  'inspection-member': '督查组成员',
  'assessment-convenor': '考核组组长',
  'assessment-member': '考核组成员',
  'lead-unit': '否决项牵头部门',
}

export type SayDuty = (duty: Duty) => string

/** Says duties of these: 药学院 联络员. */
export async function loadDutyNames(db: Database, duties: readonly Duty[]): Promise<SayDuty> {
  const scopes = [...new Set(duties.map(({ scope }) => scope).filter((scope) => scope !== ''))]
  const areas = duties.some(({ role }) => role === 'lead-unit')
    ? ((await findCurrentYear(db))?.policy.gateAreas ?? [])
    : []
  const names = new Map([
    ...areas.map(({ key, name }) => [key, name] as const),
    ...(await listScopeNames(db, scopes)).map(({ id, name }) => [id, name] as const),
  ])
  return ({ role, scope }) =>
    [names.get(scope) ?? '', DUTY_NAMES[role]].filter((word) => word !== '').join(' ')
}

const MOST_SAID = 8

export function sayDuties(duties: Duties, say: SayDuty): string {
  if (duties === 'all') return '全部职责'
  const said = duties.slice(0, MOST_SAID).map(say).join('、')
  return duties.length > MOST_SAID ? `${said} 等 ${duties.length} 项` : said
}
