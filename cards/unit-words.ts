/** The words for units and what becomes of them. */
import type { ReformKind } from '../src/organization/units/rules/wish.ts'
import type { GroupKind, Role, UnitKind } from '../src/store/schema/organization.ts'

export const UNIT_WORDS: { readonly [kind in UnitKind]: string } = {
  teaching: '教学单位',
  hospital: '直属附属医院',
  party: '党群部门',
  administrative: '行政部门',
  support: '其他非教学单位',
}

export const TEAM_WORDS: { readonly [kind in GroupKind]: string } = {
  working: '工作组',
  inspection: '督查组',
  assessment: '考核组',
}

export const REFORM_WORDS: { readonly [kind in ReformKind]: string } = {
  add: '新增单位',
  rename: '单位更名',
  merge: '单位合并',
  split: '单位拆分',
  exempt: '单位豁免',
  restore: '恢复参加',
  lead: '更换分管校领导',
  kind: '单位类别变更',
}

/** The roles that a unit's own people hold in it. */
export const ROLE_WORDS_OF_UNITS: { readonly [role in Role]?: string } = {
  head: '负责人',
  contact: '联络员',
}
