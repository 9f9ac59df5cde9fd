/** The organization as a whole: reforms of the units, the platform's directory, whatever moved anybody (Articles 3-6). */
import {
  type DepartmentEvent,
  type DepartmentState,
  evolveDepartment,
  UNPLACED,
} from '../../organization/directory/rules/department.ts'
import {
  type DirectoryEvent,
  type DirectoryState,
  evolveDirectory,
  NOT_READ,
} from '../../organization/directory/rules/reading.ts'
import {
  evolveSchool,
  NEW_SCHOOL,
  type SchoolEvent,
  type SchoolState,
} from '../../organization/rules/school.ts'
import {
  evolveReform,
  NO_REFORM,
  type ReformEvent,
  type ReformState,
} from '../../organization/units/rules/reform.ts'
import { type ReformKind, unitsOf, type Wish } from '../../organization/units/rules/wish.ts'
import { sayScope } from './organization.ts'
import { type Names, type Sentences, tellingOf } from './told.ts'
import { day, list, quoted } from './values.ts'
import { sayRole } from './words.ts'

const ENTRY_WORDS: { readonly [kind: string]: string } = {
  ...{ priority: '工作要点', 'work-item': '工作项目', unit: '单位', team: '工作组', person: '人员' },
}
const sayEntry = (entry: string): string => {
  const at = entry.indexOf(':')
  return `${ENTRY_WORDS[entry.slice(0, at)] ?? ''}${quoted(entry.slice(at + 1))}`
}

const schools: Sentences<SchoolEvent, SchoolState> = {
  'school.roster-applied': ({ roster }) => `导入名册，指纹 ${roster.slice(0, 16)}…`,
  'school.office-appointed': ({ person }, { names }) => `登记${names.person(person)}为办公室成员`,
  'school.entry-kept': ({ entry }) => `更改${sayEntry(entry)}`,
  'school.priorities-ended': ({ year, count }) => `${year}年度的${count}条工作要点随新年度开启结束`,
  'school.directory-applied': ({ number, joined }) =>
    `确认第${number}次通讯录读取${joined ? '，登记了新来的人' : ''}`,
  'school.department-placed': ({ department }) => `指定飞书部门${quoted(department)}对应的单位`,
  'school.role-given': ({ person, role, scope, successor }, { names }) =>
    `${names.person(person)}任${sayRole(role)}${sayScope(scope, names)}${succeeded(successor, names)}`,
  'school.role-ended': ({ person, role, scope, to, stops, successor }, { names }) =>
    `${names.person(person)}不再任${sayRole(role)}${sayScope(scope, names)}，任至${day(to)}${succeeded(successor, names)}${stops ? '；此后无人担任' : ''}`,
  'school.team-kept': ({ team }, { names }) => `更改${quoted(names.team(team))}`,
  'school.team-ended': ({ team, left }, { names }) =>
    `撤销${quoted(names.team(team))}${left.length > 0 ? `，${list(left.map((unit) => names.unit(unit)))}暂无` : ''}`,
  'school.person-replaced': ({ leaver, successor, leaves }, { names }) =>
    `${names.person(successor)}接替${names.person(leaver)}${leaves ? '，后者离开' : ''}`,
  'school.person-left': ({ person, why }, { names }) => ({ text: `${names.person(person)}离开`, why }),
  'school.units-reformed': ({ reform, document }) => `按${document}调整单位（第${reform}次）`,
}
const succeeded = (successor: string | null | undefined, names: Names): string =>
  successor === undefined || successor === null ? '' : `，由${names.person(successor)}接任`

export const schoolTelling = tellingOf({ initial: NEW_SCHOOL, evolve: evolveSchool, sentences: schools })

const REFORMS: { readonly [kind in ReformKind]: string } = {
  add: '新设',
  rename: '更名',
  merge: '合并',
  split: '分设',
  exempt: '免予参加',
  restore: '恢复参加',
  lead: '更换分管校领导',
  kind: '更改类别',
}

const sayWish = (wish: Wish, names: Names): string =>
  `${REFORMS[wish.kind]}：${list(unitsOf(wish).map((unit) => names.unit(unit)))}${wish.kind === 'rename' ? ` → ${wish.name}` : ''}`

const reforms: Sentences<ReformEvent, ReformState> = {
  'reform.prepared': ({ wish, paper }, { names }) => ({
    text: `准备按${paper.document}${sayWish(wish, names)}，自${day(paper.on)}起`,
    why: wish.kind === 'exempt' ? wish.reason : '',
  }),
  'reform.chosen': ({ choices }) =>
    `选定去向${choices.goals ? `：目标${Object.keys(choices.goals).length}项` : ''}`,
  'reform.applied': ({ outcome }) =>
    `确认调整：${list(outcome.from.map(({ name }) => name))}${outcome.into.length > 0 ? ` → ${list(outcome.into.map(({ name }) => name))}` : ''}，转移目标${outcome.moved}项，不再承接${outcome.dropped}项，涉及${outcome.people}人`,
  'reform.dropped': () => '放弃调整',
}
export const reformTelling = tellingOf({
  initial: NO_REFORM as ReformState,
  evolve: evolveReform,
  sentences: reforms,
})

const FAULTS: { readonly [kind: string]: string } = {
  scopes: '应用缺少通讯录权限',
  unreachable: '暂时连不上飞书',
  limited: '飞书限制了读取频率',
  credentials: '应用凭证有误',
  refused: '飞书拒绝了读取',
}

const directories: Sentences<DirectoryEvent, DirectoryState> = {
  'directory.asked': ({ number }) => `第${number}次读取飞书通讯录`,
  'directory.failed': ({ fault }) => `没有读到：${FAULTS[fault.kind] ?? fault.kind}`,
  'directory.read': () => '已读到通讯录，待确认',
  'directory.applied': ({ counts }) =>
    `确认：绑定${counts.linked}人，变更${counts.changed}人，调动${counts.moved}人，新来${counts.joined}人，离开${counts.ended}人`,
  'directory.dropped': () => '放弃这次读取',
}
export const directoryTelling = tellingOf({
  initial: NOT_READ as DirectoryState,
  evolve: evolveDirectory,
  sentences: directories,
})

const departments: Sentences<DepartmentEvent, DepartmentState> = {
  'department.placed': ({ name, unit }, { names }) =>
    unit === null
      ? `飞书部门${quoted(name)}不对应任何单位`
      : `飞书部门${quoted(name)}对应${names.unit(unit)}`,
}
export const departmentTelling = tellingOf({
  initial: UNPLACED as DepartmentState,
  evolve: evolveDepartment,
  sentences: departments,
})
