import type { Wording } from '../../kernel/view.ts'
import { sayDay, saySpan } from '../delegation/say-span.ts'
import { delegationWording } from '../delegation/wording.ts'
import type { ScopeKind } from '../roster/layout.ts'
import { sayUnits } from '../say-units.ts'
import type { RoleDone, RoleRefusal } from './done.ts'
import type { RoleDoubt } from './rules/doubts.ts'
import { WHAT_STOPS } from './say-role.ts'

const SCOPES: { readonly [kind in ScopeKind]: string } = {
  unit: '单位',
  working: '目标管理工作组',
  inspection: '督查组',
  assessment: '考核工作组',
  area: '五项工作',
  school: '范围',
}

const DOUBTS = {
  'no-account': () => '还没有飞书账号，收不到消息，也不能办理',
  'other-unit': ({ unit }) => `所在单位是${unit}，不是本单位人员`,
  'own-unit': ({ units }) => `本人所在的${sayUnits(units)}由该组负责，办理时须回避`,
  'second-holder': ({ names }) => `已有${names.join('、')}担任，将同时有两人`,
} satisfies Wording<RoleDoubt>

export function sayDoubt(doubt: RoleDoubt): string {
  // Each sentence is checked against its own doubt above; here they meet as data.
  return (DOUBTS[doubt.code] as (facts: RoleDoubt) => string)(doubt)
}

export const roleWording = {
  'unknown-person-named': delegationWording['unknown-person-named'],
  'ambiguous-person': delegationWording['ambiguous-person'],
  'clock-only': () => '角色到期由系统通知，不需要办理。',
  'foreign-roles': () => '角色由领导小组办公室管理，请联系办公室。',
  'own-gift': () => '代办人不能给自己授予角色，请由办公室成员本人办理。',
  'absent-person': ({ name }) => `${name}已不在名册中，请先由办公室恢复登记。`,
  'past-role': () => '日期已经过去，请填写今天或以后的日期。',
  'reversed-role': () => '结束日期早于开始日期，请核对后重新填写。',
  'held-role': ({ name, from, to }) =>
    `${name}已是这个角色（${to === null ? `${sayDay(from)}起` : saySpan(from, to)}），没有改动。`,
  'taken-chair': ({ name, to }) =>
    `领导小组组长现由${name}担任${to === null ? '' : `（至${sayDay(to)}）`}，只能有一位。请发送「替换 ${name} 为 …」或先结束原任。`,
  'doubtful-role': ({ name, doubts }) => `授予${name}前请核对：${doubts.map(sayDoubt).join('；')}。`,
  'unknown-scope': ({ words, kind }) =>
    words === ''
      ? `这个角色要填写范围，请填写${SCOPES[kind]}的名称。`
      : `没有找到「${words}」，或有几个相近的，请填写${SCOPES[kind]}的全称。`,
  'unheld-role': ({ name }) => `${name}现在没有这个角色，可能已经结束，请发送「角色」查看。`,
  'past-end': () => '最后一天不能早于今天，请重新选择日期。',
  'late-end': ({ to }) => `这个角色到${sayDay(to)}就结束。要延长请点「延长」。`,
  'unchanged-end': ({ to }) => `这个角色本来就到${sayDay(to)}结束，没有改动。`,
  'own-successor': () => '接任的人不能是本人，请填写另一位同事。',
  'last-office': () => '这是办公室的最后一位成员，结束后无人能管理系统，请先填写接任的人。',
  'last-role': ({ role }) =>
    `没有别人担任这个角色：${WHAT_STOPS[role] ?? '将无人办理'}。请填写接任的人，或再次确认。`,
  'role-given': ({ name }) => `已授予${name}，本人会收到通知。`,
  'role-ended': ({ name, to, successor }) =>
    `${name}的角色到${sayDay(to)}结束${successor === '' ? '' : `，次日起由${successor}接任`}，有关人员会收到通知。`,
  'ends-told': () => '已提醒。',
} satisfies Wording<RoleRefusal | RoleDone>
