/** People, units, groups, priorities, work items, rosters, delegations (Articles 3-6). */
import {
  type DelegationEvent,
  type DelegationState,
  evolveDelegation,
  findDelegation,
  NONE_GIVEN,
} from '../../organization/delegation/rules/delegation.ts'
import type { Duties } from '../../organization/delegation/rules/duty.ts'
import {
  type Entries,
  type EntryEvent,
  type EntryKind,
  type EntryState,
  evolveEntry,
  UNLISTED,
} from '../../organization/rules/entry.ts'
import {
  evolvePerson,
  type PersonEvent,
  type PersonState,
  UNKNOWN_PERSON,
} from '../../organization/rules/person.ts'
import { evolveRoster, type RosterEvent, type RosterState, UNREAD } from '../../organization/rules/roster.ts'
import { type About, type Names, type Sentences, type Telling, type Told, tellingOf } from './told.ts'
import { by, day, differences, type Labels, list, quoted } from './values.ts'
import { GROUP_WORDS, ROLE_WORDS, UNIT_WORDS, UNREADABLE_WORDS } from './words.ts'

const recordOf = (state: object): object =>
  'record' in state && typeof state.record === 'object' && state.record !== null ? state.record : {}

/** A scope is a unit's number, a group's, a gate area's key, or '' for the school. */
export function sayScope(scope: string, names: Names): string {
  if (scope === '') return ''
  const unit = names.unit(scope)
  return `（${unit === scope ? names.team(scope) : unit}）`
}

const people: Sentences<PersonEvent, PersonState> = {
  'person.recorded': ({ record }, { before, names }) => ({
    text: before.status === 'unknown' ? `登记${record.name}` : `更新${record.name}的登记`,
    changes: differences(recordOf(before), record, {
      name: '姓名',
      unit: ['单位', (id) => names.unit(String(id))],
      title: '职务',
      mobile: '手机',
      email: '邮箱',
    }),
  }),
  'role.given': ({ role, scope, from, to }, { names }) =>
    `任${ROLE_WORDS[role]}${sayScope(scope, names)}，${day(from)}起${to === null ? '' : `至${day(to)}`}`,
  'role.ended': ({ role, scope, to }, { names }) =>
    `不再任${ROLE_WORDS[role]}${sayScope(scope, names)}，任至${day(to)}`,
  'account.linked': () => '绑定飞书账号',
  'account.released': () => '解除飞书账号绑定',
  'person.ended': ({ on }) => `离开名册，最后一天${day(on)}`,
}
export const personTelling = tellingOf({
  initial: UNKNOWN_PERSON,
  evolve: evolvePerson,
  sentences: people,
})

const unitLabels = (names: Names): Labels => ({
  name: '名称',
  kind: ['类别', by(UNIT_WORDS)],
  leader: ['分管校领导', (id) => names.person(String(id))],
})
const teamLabels = (names: Names): Labels => ({
  name: '名称',
  kind: ['类别', by(GROUP_WORDS)],
  units: [
    '负责单位',
    (ids) =>
      list(
        (ids as readonly string[]).map((id) => names.unit(id)),
        10,
      ),
  ],
})

function recorded(
  what: string,
  record: object,
  labels: Labels,
  { before }: About<{ readonly status: string }>,
): Told {
  const verbs: { readonly [status: string]: string } = { unlisted: '设立', ended: '恢复' }
  return {
    text: `${verbs[before.status] ?? '更改'}${what}`,
    changes: differences(recordOf(before), record, labels),
  }
}

const entryTelling = <Kind extends EntryKind>(
  sentences: Sentences<EntryEvent<Kind>, EntryState<Entries[Kind]>>,
): Telling =>
  tellingOf<EntryState<Entries[Kind]>, EntryEvent<Kind>>({
    initial: UNLISTED,
    evolve: evolveEntry,
    sentences,
  })

export const unitTelling = entryTelling<'unit'>({
  'unit.recorded': ({ record }, about) =>
    recorded(`单位${quoted(record.name)}`, record, unitLabels(about.names), about),
  'unit.ended': ({ on }) => `单位不再参加目标管理，最后一天${day(on)}`,
  'unit.exempted': ({ from }) => `自${day(from)}起豁免，暂不参加目标管理`,
  'unit.restored': ({ since }) => `自${day(since)}起恢复参加目标管理`,
})
export const teamTelling = entryTelling<'team'>({
  'team.recorded': ({ record }, about) =>
    recorded(quoted(record.name), record, teamLabels(about.names), about),
  'team.ended': ({ on }) => `撤销，最后一天${day(on)}`,
})
export const priorityTelling = entryTelling<'priority'>({
  'priority.recorded': ({ record }, about) => recorded('年度工作要点', record, { text: '内容' }, about),
  'priority.ended': ({ on }) => `不再作为工作要点，最后一天${day(on)}`,
})
export const workItemTelling = entryTelling<'work-item'>({
  'work-item.recorded': ({ record }, about) =>
    recorded(`工作项目${quoted(record.name)}`, record, { name: '名称', standard: '衡量标准' }, about),
  'work-item.ended': ({ on }) => `停用，最后一天${day(on)}`,
})

const rosters: Sentences<RosterEvent, RosterState> = {
  'roster.read': ({ name }) => `读入名册${quoted(name)}，待确认`,
  'roster.unreadable': ({ name, reason }) => `文件${quoted(name)}不能读取：${UNREADABLE_WORDS[reason]}`,
  'roster.applied': ({ counts }) =>
    `确认导入：新增${counts.added}，变更${counts.changed}，结束${counts.ended}`,
  'roster.dropped': () => '放弃导入',
}
export const rosterTelling = tellingOf({ initial: UNREAD, evolve: evolveRoster, sentences: rosters })

const sayDuties = (duties: Duties, names: Names): string =>
  duties === 'all'
    ? '全部职责'
    : list(duties.map(({ role, scope }) => `${ROLE_WORDS[role]}${sayScope(scope, names)}`))

const delegateOf = (state: DelegationState, number: number): string =>
  findDelegation(state, number)?.delegate.name ?? `第${number}项`

const delegations: Sentences<DelegationEvent, DelegationState> = {
  'delegation.given': ({ principal, delegate, duties, from, to }, { names }) =>
    `${principal.name}委托${delegate.name}：${sayDuties(duties, names)}，${day(from)}至${day(to)}`,
  'delegation.begun': ({ number }, { before }) => `对${delegateOf(before, number)}的委托开始生效`,
  'delegation.ended': ({ number }, { before }) => `提前结束对${delegateOf(before, number)}的委托`,
  'delegation.expired': ({ number }, { before }) => `对${delegateOf(before, number)}的委托到期`,
}
export const delegationTelling = tellingOf({
  initial: NONE_GIVEN,
  evolve: evolveDelegation,
  sentences: delegations,
})
