import type { SqliteDatabase } from '../../src/store/sqlite.ts'

/**
 * A small university, as rows: two teaching units and a hospital (standard regime, working group WG), two administrative
 * units (graded regime, assessment group AG). People are numbered by office: `LD1` leads JX01, JX02 and FY01; `LD2` leads
 * XZ01 and XZ02; `C-<unit>` is the contact, `H-<unit>` the head; `WG1` and `AG1` convene, `WG2`, `WG3`, `AG2`, `AG3` are members.
 */
export const UNITS = [
  { id: 'JX01', name: '药学院', kind: 'teaching', leader: 'LD1' },
  { id: 'JX02', name: '护理学院', kind: 'teaching', leader: 'LD1' },
  { id: 'FY01', name: '附属医院', kind: 'hospital', leader: 'LD1' },
  { id: 'XZ01', name: '教务处', kind: 'administrative', leader: 'LD2' },
  { id: 'XZ02', name: '科技处', kind: 'administrative', leader: 'LD2' },
] as const

const SCHOOL: readonly (readonly [id: string, name: string, role: string | null, scope: string])[] = [
  ['CH', '领导小组 组长', 'chair', ''],
  ['LM1', '领导小组 成员', 'leading-member', ''],
  ['OF1', '办公室 工作人员', 'office', ''],
  ['LD1', '分管教学副校长', null, ''],
  ['LD2', '分管行政副校长', null, ''],
  ['WG1', '第一工作组 组长', 'working-convenor', 'WG'],
  ['WG2', '第一工作组 成员甲', 'working-member', 'WG'],
  ['WG3', '第一工作组 成员乙', 'working-member', 'WG'],
  ['AG1', '考核组 组长', 'assessment-convenor', 'AG'],
  ['AG2', '考核组 成员甲', 'assessment-member', 'AG'],
  ['AG3', '考核组 成员乙', 'assessment-member', 'AG'],
  ['GA-integrity', '纪检监察审计处 联络员', 'lead-unit', 'integrity'],
  ['GA-security', '保卫处 联络员', 'lead-unit', 'security'],
  ['GA-ethics', '宣传部 联络员', 'lead-unit', 'ethics'],
  ['GA-students', '学生处 联络员', 'lead-unit', 'students'],
  ['GA-energy', '后勤管理处 联络员', 'lead-unit', 'energy'],
]

/** Fills the organization's tables directly: for tests of other chapters, which need people but not the import. */
export function seedOrganization(db: SqliteDatabase): void {
  const person = (id: string, name: string, unit: string | null, title: string): void => {
    db.exec(
      `INSERT INTO person (id, name, unit, title) VALUES ('${id}', '${name}', ${unit ? `'${unit}'` : 'NULL'}, '${title}')`,
    )
    db.exec(`INSERT INTO account (platform, open_id, person) VALUES ('feishu', 'ou_${id}', '${id}')`)
  }
  const role = (id: string, name: string, scope: string): void =>
    db.exec(
      `INSERT INTO role_held (person, role, scope, from_on) VALUES ('${id}', '${name}', '${scope}', '2026-01-01')`,
    )
  for (const unit of UNITS) {
    db.exec(
      `INSERT INTO unit (id, name, kind, leader, active) VALUES ('${unit.id}', '${unit.name}', '${unit.kind}', '${unit.leader}', 1)`,
    )
    person(`H-${unit.id}`, `${unit.name} 负责人`, unit.id, '负责人')
    person(`C-${unit.id}`, `${unit.name} 联络员`, unit.id, '联络员')
    role(`H-${unit.id}`, 'head', unit.id)
    role(`C-${unit.id}`, 'contact', unit.id)
  }
  for (const [id, name, held, scope] of SCHOOL) {
    person(id, name, null, name)
    if (held) role(id, held, scope)
  }
  db.exec(
    `INSERT INTO team (id, name, kind) VALUES ('WG', '第一目标管理工作组', 'working'), ('AG', '机关考核工作组', 'assessment')`,
  )
  for (const unit of UNITS) {
    db.exec(
      `INSERT INTO team_unit (group_id, unit) VALUES ('${unit.leader === 'LD1' ? 'WG' : 'AG'}', '${unit.id}')`,
    )
  }
  db.exec(`INSERT INTO priority (id, text) VALUES ('YD1', '提高人才培养质量'), ('YD2', '加强学科建设')`)
  db.exec(
    `INSERT INTO work_item (id, name, standard) VALUES ('GX1', '教学运行', '教学事故为零，评教良好率不低于90%'), ('GX2', '公文办理', '按时办结率100%')`,
  )
}
