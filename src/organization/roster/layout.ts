/** The roster workbook as people see it: sheets, columns and words, each with our term for it (rulebook 1). */
import type { GroupKind, Role, UnitKind } from '../../store/schema/organization.ts'
import type { SheetLayout } from '../../workbook/sheets.ts'

export type SheetKey = 'units' | 'people' | 'roles' | 'teams' | 'priorities' | 'workItems'

export const LAYOUT: { readonly [sheet in SheetKey]: SheetLayout } = {
  units: {
    name: '单位',
    columns: { id: '单位编号', name: '单位名称', kind: '类别', leader: '分管校领导工号' },
  },
  people: {
    name: '人员',
    columns: {
      id: '工号',
      name: '姓名',
      unit: '单位编号',
      title: '职务',
      openId: 'open_id',
      mobile: '手机',
      email: '邮箱',
    },
  },
  roles: {
    name: '角色',
    columns: { person: '工号', role: '角色', scope: '范围', from: '开始', to: '结束' },
  },
  teams: { name: '小组', columns: { name: '小组名称', kind: '类型', unit: '单位编号' } },
  priorities: { name: '工作要点', columns: { id: '编号', text: '内容' } },
  workItems: { name: '工作项目', columns: { name: '项目', standard: '衡量标准' } },
}

export const SHEETS: readonly SheetKey[] = ['units', 'people', 'roles', 'teams', 'priorities', 'workItems']

export const UNIT_KINDS: { readonly [kind in UnitKind]: string } = {
  teaching: '教学单位',
  hospital: '直属附属医院',
  party: '党群部门',
  administrative: '行政部门',
  support: '其他非教学单位',
}

export const GROUP_KINDS: { readonly [kind in GroupKind]: string } = {
  working: '目标管理工作组',
  inspection: '督查组',
  assessment: '考核工作组',
}

export const ROLES: { readonly [role in Role]: string } = {
  contact: '联络员',
  head: '单位负责人',
  chair: '领导小组组长',
  'leading-member': '领导小组成员',
  office: '办公室',
  'working-convenor': '工作组组长',
  'working-member': '工作组成员',
  'inspection-convenor': '督查组组长',
  'inspection-member': '督查组成员',
  'assessment-convenor': '考核组组长',
  'assessment-member': '考核组成员',
  'lead-unit': '牵头部门',
}

/** What the scope of a role names: a unit, a group of a kind, a gate area, or nothing for the school's own roles. */
export type ScopeKind = 'unit' | GroupKind | 'area' | 'school'

export const ROLE_SCOPES: { readonly [role in Role]: ScopeKind } = {
  contact: 'unit',
  head: 'unit',
  chair: 'school',
  'leading-member': 'school',
  office: 'school',
  'working-convenor': 'working',
  'working-member': 'working',
  'inspection-convenor': 'inspection',
  'inspection-member': 'inspection',
  'assessment-convenor': 'assessment',
  'assessment-member': 'assessment',
  'lead-unit': 'area',
}

/** Our term for a word of the workbook; undefined for any other word. */
export function termOf<Term extends string>(
  words: { readonly [term in Term]: string },
  word: string,
): Term | undefined {
  // Object.keys answers string[], though the type of `words` lists its keys.
  return (Object.keys(words) as Term[]).find((term) => words[term] === word)
}
