/** Each finding in one sentence: what is wrong, what it leads to; and the button that mends it. */
import type { Action } from '../../../cards/kit.ts'
import { sayDate } from '../../kernel/time.ts'
import type { GroupKind } from '../../store/schema/organization.ts'
import { DUTY_NAMES } from '../delegation/duty-names.ts'
import { CONVENOR, MEMBER } from './rules/facts.ts'
import type { Finding, FindingCode } from './rules/finding.ts'

type Of<Code extends FindingCode> = Extract<Finding, { readonly code: Code }>

interface Said {
  readonly text: string
  readonly button: string
  readonly mend: Action
}

const form = (name: string, params: Extract<Action, { send: string }>['with']): Action => ({
  send: 'form',
  with: { form: name, params },
})
const view = (name: string, params: Extract<Action, { send: string }>['with']): Action => ({
  send: name,
  with: params,
})

const GROUP: { readonly [kind in GroupKind]: string } = {
  working: '目标管理工作组',
  inspection: '督查组',
  assessment: '考核工作组',
}

const SAY: { readonly [Code in FindingCode]: (finding: Of<Code>) => Said } = {
  'missing-chair': () => ({
    text: '没有领导小组组长：目标、政策和结果无人审定。',
    button: '指定组长',
    mend: form('give-role', { role: 'chair' }),
  }),
  'several-chairs': ({ names }) => ({
    text: `领导小组组长有${names.length}人（${names.join('、')}），任何一人都能审定。`,
    button: '查看角色',
    mend: view('roles', { words: '领导小组' }),
  }),
  'single-office': () => ({
    text: '办公室只登记了一人，请假时无人办理。',
    button: '增加人员',
    mend: form('give-role', { role: 'office' }),
  }),
  'missing-leader': ({ unit, name }) => ({
    text: `${name}没有分管校领导：目标无人审核。`,
    button: '指定分管',
    mend: form('unit-leader', { unit }),
  }),
  'own-leader': ({ unit, name, leader }) => ({
    text: `${leader}既分管${name}，又是该单位的负责人或联络员。`,
    button: '更换分管',
    mend: form('unit-leader', { unit }),
  }),
  'missing-head': ({ unit, name }) => ({
    text: `${name}没有负责人：目标和自评无人报送。`,
    button: '指定负责人',
    mend: form('give-role', { role: 'head', scope: unit }),
  }),
  'missing-contact': ({ unit, name }) => ({
    text: `${name}没有联络员：目标和进展无人填报。`,
    button: '指定联络员',
    mend: form('give-role', { role: 'contact', scope: unit }),
  }),
  'several-heads': ({ unit, name, names }) => ({
    text: `${name}有${names.length}位负责人（${names.join('、')}），任何一人都能报送。`,
    button: '核对人员',
    mend: view('roles', { scope: unit }),
  }),
  'several-contacts': ({ unit, name, names }) => ({
    text: `${name}有${names.length}位联络员（${names.join('、')}），提醒会同时发给他们。`,
    button: '核对人员',
    mend: view('roles', { scope: unit }),
  }),
  'missing-group': ({ units, kind }) => ({
    text: `${sayNames(units, '个单位')}没有${GROUP[kind]}${WITHOUT[kind]}。`,
    button: '安排工作组',
    mend: form('keep-team', { kind, units: units.slice(0, MOST_CHOSEN).map(({ unit }) => unit) }),
  }),
  'missing-convenor': ({ group, name, kind }) => ({
    text: `${name}没有组长：无人召集和提议。`,
    button: '指定组长',
    mend: form('give-role', { role: CONVENOR[kind], scope: group }),
  }),
  'small-group': ({ group, name, kind, unit, members }) => ({
    text: `${name}能给${unit}打分的只有${members}人（本单位的须回避），至少要2人才能合议。`,
    button: '增加成员',
    mend: form('give-role', { role: MEMBER[kind], scope: group }),
  }),
  'idle-group': ({ group, name }) => ({
    text: `${name}没有分工的单位。`,
    button: '查看工作组',
    mend: view('team', { team: group }),
  }),
  'own-unit': ({ group, name, groupName, unit }) => ({
    text: `${name}在${groupName}，与${unit}有本单位关系，检查和考核该单位时自动回避。`,
    button: '核对成员',
    mend: view('roles', { scope: group }),
  }),
  'missing-reporter': ({ area, name }) => ({
    text: `「${name}」没有牵头部门人员：该项无人报告，结果不能提请审定。`,
    button: '指定人员',
    mend: form('give-role', { role: 'lead-unit', scope: area }),
  }),
  'unreachable-holders': ({ people }) => ({
    text: `${sayNames(people, '人')}担任职责，但没有绑定飞书账号，收不到消息。`,
    button: '找回账号',
    mend: { say: '同步通讯录' },
  }),
  'left-open': ({ person, name, count }) => ({
    text: `${name}已离开，还有${count}件事没有交接。`,
    button: '替换人员',
    mend: form('replace-person', { leaver: person }),
  }),
  'other-unit': ({ person, name, role }) => ({
    text: `${name}担任别的单位的${DUTY_NAMES[role]}，请核对是否有误。`,
    button: '查看人员',
    mend: view('person', { person }),
  }),
  'ending-role': ({ name, role, scope, to }) => ({
    text: `${name}的${DUTY_NAMES[role]}到${sayDate(to)}为止，还没有接任的人。`,
    button: '安排接任',
    mend: form('give-role', { role, scope }),
  }),
  'departed-delegate': ({ name, principalName }) => ({
    text: `${principalName}委托的${name}已离开，期间无人代办。`,
    button: '查看委托',
    mend: { say: '委托' },
  }),
}

const MOST_NAMED = 5
/** As many stand chosen in the form; a school with more forms another group for the others. */
const MOST_CHOSEN = 40

function sayNames(all: readonly { readonly name: string }[], counted: string): string {
  const named = all
    .slice(0, MOST_NAMED)
    .map(({ name }) => name)
    .join('、')
  return all.length > MOST_NAMED ? `${named}等${all.length}${counted}` : named
}

/** What cannot be done without the group. */
const WITHOUT: { readonly [kind in GroupKind]: string } = {
  working: '：目标无人起草，也无人考核',
  inspection: '：无人督导检查',
  assessment: '：年底无人考核',
}

export function sayFinding<Code extends FindingCode>(finding: Of<Code>): Said {
  // Each sentence is checked against its own code by the compiler; here they meet as data again.
  return (SAY[finding.code as Code] as (one: Of<Code>) => Said)(finding)
}
