import { type LocalDate, sayInstant } from '../../kernel/time.ts'
import type { Wording } from '../../kernel/view.ts'
import type { DelegationDone } from './done.ts'
import type { BeginRefusal } from './rules/begin.ts'
import { type GiveRefusal, LONGEST_DAYS } from './rules/give.ts'
import { sayDay, saySpan } from './say-span.ts'

const called = (people: Extract<GiveRefusal, { code: 'ambiguous-person' }>['people']): string =>
  people.map(({ id, name, unit }) => `${name}（${unit}，工号 ${id}）`).join('、')

const span = (from: LocalDate, to: LocalDate): string => saySpan(from, to)

export const delegationWording = {
  'delegation-given': ({ delegate, from, to }) =>
    `已委托${delegate}，${span(from, to)}有效，双方都会收到通知；到期自动结束，也可随时提前结束。`,
  'delegation-taken-back': ({ principal, delegate }) =>
    `${principal}对${delegate}的委托已结束，${delegate}不能再代办。`,
  'delegation-over': () => '委托已到期结束。',
  'unknown-person-named': ({ words }) =>
    `名册中没有「${words}」，请填写姓名全称或工号；不在名册的人员请先由办公室登记。`,
  'ambiguous-person': ({ people }) => `有同名人员：${called(people)}。请改填工号。`,
  'foreign-delegation': ({ name }) => `${name}的委托只能由本人、受托人或领导小组办公室办理。`,
  'delegated-delegation': () =>
    '您正在代他人办理，代办的职责不能再委托给别人。请由委托人本人或办公室另行委托。',
  'own-delegate': () => '不能委托给本人，请填写另一位同事。',
  'empty-duties': ({ name }) => `${name}目前没有可以委托的职责，请与领导小组办公室核对角色。`,
  'unheld-duty': ({ name }) => `所选职责${name}目前并不承担，请重新选择要委托的职责。`,
  'past-delegation': () => '开始日期已经过去，请填写今天或以后的日期。',
  'reversed-delegation': () => '结束日期早于开始日期，请核对后重新填写。',
  'long-delegation': () => `一次委托最长 ${LONGEST_DAYS} 天，请缩短期限，到期后可再次委托。`,
  'crowded-delegate': ({ name }) => `${name}已同时代办多人的职责，请委托其他同事。`,
  'overlapping-delegation': ({ delegate, from, to }) =>
    `同样的职责已委托${delegate}（${span(from, to)}）。请先结束那项委托，或错开日期、职责。`,
  'unknown-delegation': () => '没有找到这项委托，请发送「委托」查看。',
  'ended-delegation': ({ by, at }) =>
    by === '' ? `这项委托已于${sayInstant(at)}到期结束。` : `这项委托已由${by}于${sayInstant(at)}结束。`,
  'delegation-begun': () => '委托今日起生效。',
  'begun-delegation': () => '这项委托已经生效。',
  'early-delegation': ({ from }) => `这项委托从${sayDay(from)}起才生效。`,
  'clock-only': () => '委托到期由系统通知，不需要办理。',
  'running-delegation': ({ to }) => `这项委托到${sayDay(to)}才到期。`,
} satisfies Wording<GiveRefusal | BeginRefusal | DelegationDone>
