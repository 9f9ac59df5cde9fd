import type { Instant, LocalDate } from '../../kernel/time.ts'

export type UnitKind = 'teaching' | 'hospital' | 'party' | 'administrative' | 'support'
export type GroupKind = 'working' | 'inspection' | 'assessment'
export type Role =
  | 'contact'
  | 'head'
  | 'chair'
  | 'leading-member'
  | 'office'
  | 'working-convenor'
  | 'working-member'
  | 'inspection-convenor'
  | 'inspection-member'
  | 'assessment-convenor'
  | 'assessment-member'
  | 'lead-unit'

export interface UnitTable {
  id: string
  name: string
  kind: UnitKind
  /** 分管校领导 */
  leader: string | null
  /** 1 while the unit takes part. */
  active: 0 | 1
}

export interface PersonTable {
  id: string
  name: string
  unit: string | null
  /** 职务 */
  title: string
  mobile: string | null
  email: string | null
}

/** A person as a platform knows them. */
export interface AccountTable {
  platform: string
  open_id: string
  person: string
}

export interface GroupTable {
  id: string
  name: string
  kind: GroupKind
}

export interface GroupUnitTable {
  group_id: string
  unit: string
}

export interface RoleHeldTable {
  person: string
  role: Role
  /** A unit id, a group id or the key of a gate area; '' for the school. */
  scope: string
  from_on: LocalDate
  /** Last day; null without an end. */
  to_on: LocalDate | null
}

/** 年度工作要点 */
export interface PriorityTable {
  id: string
  text: string
}

/** 工作项目 and its 衡量标准 (Article 11) */
export interface WorkItemTable {
  id: string
  name: string
  standard: string
}

/** One change of a work item's standard, by the version of its subject. */
export interface StandardChangeTable {
  item: string
  version: number
  name: string
  /** '' where it was new. */
  before: string
  after: string
  /** The name of that day. */
  by_name: string
  at: Instant
}

/** What has ended stays, so that old records keep their names; lists leave it out. */
interface Ending {
  active: 0 | 1
}

export interface OrganizationSchema {
  unit: UnitTable
  /** `ended_on`: the last day of a person who left the roster. */
  person: PersonTable & { ended_on: LocalDate | null }
  account: AccountTable
  team: GroupTable & Ending
  team_unit: GroupUnitTable
  role_held: RoleHeldTable
  priority: PriorityTable & Ending
  work_item: WorkItemTable & Ending
  standard_change: StandardChangeTable
}
