import type { Wording } from '../../kernel/view.ts'
import { roleWording } from '../roles/wording.ts'
import { GROUP_KINDS } from '../roster/layout.ts'
import { sayUnits } from '../say-units.ts'
import type { AnyTeamRefusal, TeamDone } from './done.ts'

const { 'role-given': _given, 'role-ended': _ended, 'ends-told': _told, ...roleRefusals } = roleWording

export const teamWording = {
  ...roleRefusals,
  'foreign-teams': () => '小组由领导小组办公室管理，请联系办公室。',
  'unnamed-team': () => '请填写小组名称。',
  'taken-team': ({ name }) => `已有名为「${name}」的小组，请换一个名称，或修改原有的小组。`,
  'fixed-kind': () => '已设立的小组不能改类型，请另设一个小组。',
  'unknown-units': ({ words }) => `没有找到这些单位：${sayUnits(words)}，请核对名称或编号。`,
  'unfit-units': ({ kind, units }) =>
    kind === 'working'
      ? `目标管理工作组只负责教学单位和直属附属医院，请去掉：${sayUnits(units)}。`
      : `教学单位和直属附属医院由目标管理工作组负责，请从${GROUP_KINDS[kind]}中去掉：${sayUnits(units)}。`,
  'shared-units': ({ units }) =>
    `一个单位只能归一个同类小组：${units
      .slice(0, 8)
      .map(({ name, team }) => `${name}已在${team}`)
      .join('、')}。请先从原小组去掉。`,
  'unchanged-team': () => '没有改动。',
  'unknown-team': () => '没有这个小组，或已撤销，请发送「小组」查看。',
  'needed-team': ({ name, units, works }) =>
    `${name}还有${[units > 0 ? `${units}个单位` : '', works > 0 ? `${works}项未办完的工作` : ''].filter(Boolean).join('、')}，请核对后再确认撤销。`,
  'team-kept': ({ name, units, people }) =>
    `${name}已保存：${units}个单位${people > 0 ? `，${people}人的角色有变，本人会收到通知` : ''}。`,
  'team-ended': ({ name }) => `${name}已撤销，成员的角色同时结束，有关人员会收到通知。`,
} satisfies Wording<AnyTeamRefusal | TeamDone>
