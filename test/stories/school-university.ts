/** A school of 100 units of all five kinds: two regimes, four working groups, eight leaders in charge, a leading group of five. */

import { sheetOf } from '../../src/organization/roster/sheets.ts'
import type { SandboxPerson } from '../../src/sandbox/model.ts'
import type { University } from '../world/university.ts'

export interface SchoolUnit {
  readonly id: string
  readonly name: string
  /** As the roster says it. */
  readonly kind: string
  /** Whether its working group drafts key and routine goals (Articles 13, 15). */
  readonly standard: boolean
  readonly leader: string
  /** Its working group; null in the graded regime. */
  readonly group: number | null
  readonly contact: string
  readonly head: string
}

const TEACHING =
  '药学 护理 基础医学 临床医学 中医 针灸推拿 公共卫生 口腔医学 检验医学 康复医学 生命科学 化学 物理 数学 计算机 软件 人工智能 电子信息 机械工程 材料科学 土木工程 环境科学 经济管理 法学 外国语 文学 体育 艺术 马克思主义 继续教育'
const HOSPITALS = '第一附属医院 第二附属医院 附属中医院 附属口腔医院'
const PARTY =
  '党委办公室 组织部 宣传部 统战部 纪委办公室 巡察办公室 学生工作部 研究生工作部 保卫部 人民武装部 工会 团委 机关党委 离退休工作部'
const ADMINISTRATIVE =
  '校长办公室 人事处 教务处 科技处 社会科学处 研究生院 学科建设处 发展规划处 财务处 审计处 国有资产处 基建处 后勤管理处 保卫处 国际合作处 港澳台办公室 招生就业处 实验室管理处 信息化处 医院管理处 对外联络处 采购中心 质量评估处 法律事务室 校区管理委员会 档案馆办公室 督查办公室 信访办公室 计划生育办公室 安全管理处 产业管理处 创新创业处'
const SUPPORT =
  '图书馆 档案馆 校史馆 网络中心 分析测试中心 动物实验中心 期刊社 出版社 校医院 附属小学 幼儿园 体育馆 博物馆 教师发展中心 语言中心 工程训练中心 后勤集团 资产经营公司 科技园 校友会'

const KINDS = [
  ['JX', '教学单位', true, TEACHING, '学院'],
  ['FY', '直属附属医院', true, HOSPITALS, ''],
  ['DQ', '党群部门', false, PARTY, ''],
  ['XZ', '行政部门', false, ADMINISTRATIVE, ''],
  ['ZC', '其他非教学单位', false, SUPPORT, ''],
] as const

export const GROUPS = [1, 2, 3, 4] as const
/** LD1 to LD4 are in charge of the standard regime, LD5 to LD8 of the graded. */
export const LEADERS = ['LD1', 'LD2', 'LD3', 'LD4', 'LD5', 'LD6', 'LD7', 'LD8'] as const
/** Three of these five ratify. */
export const LEADING_GROUP = ['CH', 'LM1', 'LM2', 'LM3', 'LM4'] as const
export const OFFICE = 'OF1'

const groupName = (group: number): string => `第${group}目标管理工作组`

export const SCHOOL_UNITS: readonly SchoolUnit[] = KINDS.flatMap(([prefix, kind, standard, names, suffix]) =>
  names.split(' ').map((name, n) => ({ id: `${prefix}${n + 1}`, name: name + suffix, kind, standard })),
).map((unit, n) => ({
  ...unit,
  leader: LEADERS[(n % 4) + (unit.standard ? 0 : 4)] ?? 'LD1',
  group: unit.standard ? (GROUPS[n % 4] ?? 1) : null,
  contact: `C-${unit.id}`,
  head: `H-${unit.id}`,
}))

interface Office {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly roles: readonly (readonly [role: string, scope: string])[]
}

const OFFICES: readonly Office[] = [
  { id: OFFICE, name: '办公室 工作人员', unit: '', roles: [['办公室', '']] },
  { id: 'CH', name: '领导小组 组长', unit: '', roles: [['领导小组组长', '']] },
  ...[1, 2, 3, 4].map((n) => ({
    id: `LM${n}`,
    name: `领导小组 成员${n}`,
    unit: '',
    roles: [['领导小组成员', '']] as const,
  })),
  ...LEADERS.map((id, n) => ({ id, name: `分管副校长${n + 1}`, unit: '', roles: [] })),
  ...GROUPS.flatMap((n) => [
    { id: `WC${n}`, name: `第${n}工作组 组长`, unit: '', roles: [['工作组组长', groupName(n)]] as const },
    { id: `WM${n}`, name: `第${n}工作组 成员`, unit: '', roles: [['工作组成员', groupName(n)]] as const },
  ]),
  ...SCHOOL_UNITS.flatMap(({ id, name, contact, head }) => [
    { id: head, name: `${name} 负责人`, unit: id, roles: [['单位负责人', id]] as const },
    { id: contact, name: `${name} 联络员`, unit: id, roles: [['联络员', id]] as const },
  ]),
]

/** YD9 and YD10 are served by no goal (Article 28). */
export const PRIORITIES = [
  '提高人才培养质量',
  '加强学科建设',
  '提升医疗服务能力',
  '深化管理服务改革',
  '建设高水平师资队伍',
  '推进数字校园建设',
  '改善办学条件',
  '加强党的建设',
  '扩大国际交流合作',
  '建设平安校园',
].map((text, n) => ({ id: `YD${n + 1}`, text }))

export const WORK_ITEMS =
  '教学运行 学生就业 科研管理 医疗质量 临床带教 公文办理 财务管理 安全生产 资产管理 信息报送 档案管理 师德师风'.split(
    ' ',
  )

const emailOf = (id: string): string => `${id.toLowerCase()}@campus.example`

const people: readonly SandboxPerson[] = OFFICES.map(({ id, name, unit }) => ({
  openId: `ou_${id}`,
  unionId: `on_${id}`,
  name,
  title: '',
  unit: SCHOOL_UNITS.find((one) => one.id === unit)?.name ?? '',
  employeeNo: id,
  mobile: '',
  email: emailOf(id),
}))

export const SCHOOL: University = {
  people,
  roster: {
    units: sheetOf(
      'units',
      SCHOOL_UNITS.map(({ id, name, kind, leader }) => [id, name, kind, leader]),
    ),
    people: sheetOf(
      'people',
      OFFICES.map(({ id, name, unit }) => [id, name, unit, '', `ou_${id}`, '', emailOf(id)]),
    ),
    roles: sheetOf(
      'roles',
      OFFICES.flatMap(({ id, roles }) => roles.map((role) => [id, ...role, '2026-01-01', ''])),
    ),
    teams: sheetOf(
      'teams',
      SCHOOL_UNITS.map(({ id, group }) =>
        group === null ? ['机关考核工作组', '考核工作组', id] : [groupName(group), '目标管理工作组', id],
      ),
    ),
    priorities: sheetOf(
      'priorities',
      PRIORITIES.map(({ id, text }) => [id, text]),
    ),
    workItems: sheetOf(
      'workItems',
      WORK_ITEMS.map((name) => [name, `${name}：按时办结率100%，无差错，师生满意度不低于90%`]),
    ),
  },
}
