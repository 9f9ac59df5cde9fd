/** The demonstration university: people named by their offices, as the rows of a roster and as the campus directory. */
import { SHEETS, type SheetKey } from '../organization/roster/layout.ts'
import { type RosterSheets, sheetOf } from '../organization/roster/sheets.ts'
import type { SandboxPerson } from './model.ts'

type Row = readonly string[]

const WORKING = '第一目标管理工作组'
const ASSESSMENT = '机关考核工作组'

/** 单位编号, 单位名称, 类别, 分管校领导工号 */
const UNITS: readonly (readonly [id: string, name: string, kind: string, leader: string])[] = [
  ['JX01', '药学院', '教学单位', 'LD1'],
  ['JX02', '护理学院', '教学单位', 'LD1'],
  ['FY01', '附属医院', '直属附属医院', 'LD1'],
  ['XZ01', '教务处', '行政部门', 'LD2'],
  ['XZ02', '科技处', '行政部门', 'LD2'],
]

interface Office {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly unit: string
  /** 角色, 范围 */
  readonly role?: readonly [role: string, scope: string]
}

const SCHOOL_OFFICES: readonly Office[] = [
  { id: 'CH', name: '领导小组 组长', title: '校长', unit: '', role: ['领导小组组长', ''] },
  { id: 'LM1', name: '领导小组 成员', title: '党委副书记', unit: '', role: ['领导小组成员', ''] },
  { id: 'LD1', name: '分管教学副校长', title: '副校长', unit: '' },
  { id: 'LD2', name: '分管行政副校长', title: '副校长', unit: '' },
  { id: 'OF1', name: '办公室 工作人员', title: '人事处干部', unit: '', role: ['办公室', ''] },
  { id: 'OF2', name: '办公室 负责人', title: '人事处处长', unit: '', role: ['办公室', ''] },
  { id: 'WG1', name: '第一工作组 组长', title: '工作组组长', unit: '', role: ['工作组组长', WORKING] },
  { id: 'WG2', name: '第一工作组 成员甲', title: '工作组成员', unit: '', role: ['工作组成员', WORKING] },
  { id: 'WG3', name: '第一工作组 成员乙', title: '工作组成员', unit: '', role: ['工作组成员', WORKING] },
  { id: 'AG1', name: '考核组 组长', title: '考核组组长', unit: '', role: ['考核组组长', ASSESSMENT] },
  { id: 'AG2', name: '考核组 成员甲', title: '考核组成员', unit: '', role: ['考核组成员', ASSESSMENT] },
  { id: 'AG3', name: '考核组 成员乙', title: '考核组成员', unit: '', role: ['考核组成员', ASSESSMENT] },
  leadUnit('integrity', '纪检监察审计处', '党风廉政建设'),
  leadUnit('security', '保卫处', '维护稳定社会治安综合治理'),
  leadUnit('ethics', '宣传部', '师德师风评价'),
  leadUnit('students', '学生处', '学生工作'),
  leadUnit('energy', '后勤管理处', '节能减排'),
]

function leadUnit(key: string, unit: string, area: string): Office {
  return { id: `GA-${key}`, name: `${unit} 联络员`, title: '联络员', unit: '', role: ['牵头部门', area] }
}

const UNIT_OFFICES: readonly Office[] = UNITS.flatMap(([unit, name]): Office[] => [
  { id: `H-${unit}`, name: `${name} 负责人`, title: '负责人', unit, role: ['单位负责人', unit] },
  { id: `C-${unit}`, name: `${name} 联络员`, title: '联络员', unit, role: ['联络员', unit] },
])

const TEACHER: Office = { id: 'T-JX01', name: '药学院 教师', title: '教师', unit: 'JX01' }

const OFFICES: readonly Office[] = [...SCHOOL_OFFICES, ...UNIT_OFFICES, TEACHER]

const PRIORITIES: readonly Row[] = [
  ['YD1', '提高人才培养质量，推进国家级一流专业和一流课程建设'],
  ['YD2', '加强学科建设，提升科研平台和高水平项目的数量与质量'],
  ['YD3', '提升附属医院医疗服务能力和临床教学水平'],
  ['YD4', '深化管理服务改革，提高机关办事效率和师生满意度'],
]

const WORK_ITEMS: readonly Row[] = [
  ['教学运行', '教学事故为零；学生评教良好率不低于90%；教学档案完整率100%'],
  ['学生就业', '毕业去向落实率不低于全省同类高校平均水平；就业台账按月更新'],
  ['科研管理', '项目按期结题率不低于95%；经费使用合规，审计无重大问题'],
  ['医疗质量', '医疗质量与安全指标达到三级医院评审要求；重大医疗事故为零'],
  ['临床带教', '实习带教任务完成率100%；出科考核合格率不低于98%'],
  ['公文办理', '按时办结率100%；公文差错率不高于1%'],
]

/** The roster that the first start imports, through the same check as one from the chat. */
export function demoRoster(): RosterSheets {
  const rows: { readonly [sheet in SheetKey]: readonly Row[] } = {
    units: UNITS,
    people: OFFICES.map(({ id, name, unit, title }) => [
      id,
      name,
      unit,
      title,
      openIdOf(id),
      '',
      emailOf(id),
    ]),
    roles: OFFICES.flatMap(({ id, role }) => (role ? [[id, ...role, '2026-01-01', '']] : [])),
    teams: UNITS.map(([unit, , , leader]) =>
      leader === 'LD1' ? [WORKING, '目标管理工作组', unit] : [ASSESSMENT, '考核工作组', unit],
    ),
    priorities: PRIORITIES,
    workItems: WORK_ITEMS,
  }
  return Object.fromEntries(SHEETS.map((sheet) => [sheet, sheetOf(sheet, rows[sheet])]))
}

/** The same people as the campus directory knows them. */
export const DEMO_PEOPLE: readonly SandboxPerson[] = OFFICES.map(({ id, name, title, unit }) => ({
  openId: openIdOf(id),
  unionId: `on_${id}`,
  name,
  title,
  unit: UNITS.find(([number]) => number === unit)?.[1] ?? '',
  employeeNo: id,
  mobile: '',
  email: emailOf(id),
}))

function openIdOf(id: string): string {
  return `ou_${id}`
}

function emailOf(id: string): string {
  return `${id.toLowerCase()}@campus.example`
}
