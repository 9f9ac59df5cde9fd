/** The sentence for each refusal and answer of this chapter: what is so, and what to do next. */
import {
  ASSIGNER_NAMES,
  DRAFTER_NAMES,
  FIELD_NAMES,
  goalName,
  goalNames,
  missingLines,
  PART_NAMES,
  SENDER_NAMES,
  TYPE_NAMES,
} from '../../cards/goal-words.ts'
import { PHASE_NAMES } from '../../cards/phase-names.ts'
import { sayInstant } from '../kernel/time.ts'
import type { Wording } from '../kernel/view.ts'
import type { PlanningDone } from './done.ts'
import type { Fault } from './rules/entry.ts'
import type { PlanningRefusal } from './rules/refusals.ts'

/** What is wrong with a field of the goal form. */
export const FAULT_WORDS: { readonly [fault in Fault['fault']]: (fault: Fault) => string } = {
  missing: () => '须填写',
  'too-long': ({ limit }) => `不能超过${limit}字`,
  unknown: () => '不在可选范围内，请重新选择',
  'out-of-range': () => '数值超出范围，请填写合适的数',
  'not-a-date': () => '不是有效日期，请按 2026-06-30 的格式填写',
  'outside-year': () => '须在本年度内',
  doubled: () => '量化指标和定性要求只能填一种',
}

const faultText = (fault: Fault): string => `${FIELD_NAMES[fault.field]}${FAULT_WORDS[fault.fault](fault)}`
const STATUSES = { sent: '正在审核', passed: '已通过审核', ratified: '已审定' } as const
const OUTCOMES = { pass: '通过', return: '退回' } as const

const DONE: Wording<PlanningDone> = {
  'goal-drafted': ({ number, lacks }) => `${goalName(number)}已保存${lacksText(lacks)}`,
  'goal-revised': ({ number, lacks }) => `${goalName(number)}已修改${lacksText(lacks)}`,
  'goal-removed': ({ number }) => `${goalName(number)}已删除。`,
  'goals-assigned': ({ units, left }) =>
    `已向${units}个单位下达专项目标，并已通知。${left > 0 ? `${left}个单位未下达，原因见卡片。` : ''}`,
  'part-sent': ({ drafter, count, next }) => `${PART_NAMES[drafter]}已报送，共${count}项。${NEXT[next]}`,
  'part-withdrawn': ({ drafter, count }) => `${PART_NAMES[drafter]}已撤回，共${count}项。修改后请重新报送。`,
  'plan-reviewed': ({ passed, returned, left, next }) =>
    `已通过${passed}项，退回${returned}项。${reviewedNext(returned, left, next)}`,
  'plans-reviewed': ({ units, goals, left }) =>
    `已通过${units}个单位的${goals}项目标。${left > 0 ? `${left}个单位未通过，原因见卡片。` : ''}`,
  'plan-voted': ({ answered, abstained, ratified, returned, left, inForce }) =>
    [
      `已表决${answered}项${abstained ? '（弃权）' : ''}`,
      ratified > 0 ? `已审定${ratified}项` : '',
      returned > 0 ? `已退回${returned}项` : '',
      inForce ? '计划已生效，已通知各有关人员' : left > 0 ? `还有${left}项等候成员表决` : '',
    ]
      .filter((part) => part !== '')
      .join('，')
      .concat('。'),
  'plan-ratified': ({ ratified, returned, left, inForce }) =>
    `已审定${ratified}项，退回${returned}项。${inForce ? NEXT['in-force'] : left > 0 ? `还有${left}项待审定。` : '退回的目标修改后会再次提交。'}`,
}

const NEXT = {
  review: '已通知分管校领导审核。',
  'other-parts': '待其余目标报送并通过审核后，提交领导小组审定。',
  ratification: '已提交领导小组审定。',
  'in-force': '计划已生效，已通知各有关人员。',
} as const

function reviewedNext(returned: number, left: number, next: keyof typeof NEXT): string {
  if (left > 0) return `还有${left}项待审核。`
  return returned > 0 ? '退回的目标已通知填报人修改。' : NEXT[next]
}

const lacksText = (lacks: number): string =>
  lacks > 0 ? `，报送前还需补齐${lacks}处。` : '，填报完成后请报送。'

const REFUSALS: Wording<PlanningRefusal> = {
  'unopened-plans': () => '该年度尚未开启，请等候领导小组办公室通知。',
  'unknown-unit': () =>
    '该单位没有参加本年度目标管理（可能已合并或停用），没有办理。如有疑问请联系领导小组办公室。',
  'closed-setting': ({ phase }) =>
    `现在是「${PHASE_NAMES[phase]}」阶段，不能订立目标。如确有需要，请联系领导小组办公室。`,
  'ratified-plan': ({ by, at }) =>
    `计划已由${by}于${sayInstant(at)}审定生效，不能再改。如需调整，请发送「调整」。`,
  'other-drafter': ({ type, drafter }) =>
    `该单位的${TYPE_NAMES[type]}由${DRAFTER_NAMES[drafter]}填报，请与其联系。`,
  'other-sender': ({ drafter }) => `这部分目标由${SENDER_NAMES[drafter]}报送，请提醒其发送「报送」。`,
  'sent-part': ({ drafter, by, at }) =>
    `${PART_NAMES[drafter]}已由${by}于${sayInstant(at)}报送，退回前不能增改或再次报送。`,
  'other-withdrawer': ({ drafter }) => `这部分目标由${SENDER_NAMES[drafter]}撤回，请与其联系。`,
  'unsent-part': ({ drafter }) =>
    `${PART_NAMES[drafter]}现在填报人处，不需要撤回。请发送「填报目标」查看和修改。`,
  'faulty-goal': ({ faults }) => `请改正后再保存：${faults.map(faultText).join('；')}。`,
  'full-specials': ({ limit }) => `专项目标原则上不超过${limit}项，已经满额。如确需增加，请填写超额理由。`,
  'saved-form': ({ number }) =>
    `这张表已保存为${goalName(number)}，没有再建一项。要改请在列表中点该目标的「修改」。`,
  'other-assigner': () => '专项目标由领导小组办公室、分管校领导或目标管理工作组组长下达，您不能下达。',
  'assigned-goal': ({ number, as, by, at }) =>
    `${goalName(number)}由${ASSIGNER_NAMES[as]}（${by}）于${sayInstant(at)}下达，本单位不能修改或删除。如有意见，请与其联系。`,
  'unknown-goal': () => '这项目标已不存在，请发送「填报目标」查看现有目标。',
  'locked-goal': ({ number, status }) => `${goalName(number)}${STATUSES[status]}，不能修改。退回后方可修改。`,
  'changed-type': ({ number }) => `${goalName(number)}的类别不能更改。请删除后按新类别填报。`,
  'missing-leader': () => '该单位还没有分管校领导，无人审核。请联系领导小组办公室设置后再报送。',
  'incomplete-part': ({ missing }) => `请补齐后再报送：${missingLines(missing).join('；')}。`,
  'other-leader': () => '该单位的目标由其分管校领导审核，您不能审核。',
  'own-unit-plan': () =>
    '这是您所在单位的目标，按规定应当回避，不能由您审核或审定（包括代他人办理），请由其他人办理。',
  'unchosen-units': () => '请先选择单位。',
  'nothing-passed': () => '所选单位都没有通过，原因见卡片，请逐个打开处理。',
  'chair-decides': () => '目标由领导小组组长审定，您不能审定。',
  'members-decide': () => '目标由领导小组成员表决审定，您不能表决。',
  'unconfirmed-quorum': () => '表决审定的方式还没有经领导小组组长确认。请先由组长发送「政策」确认年度政策。',
  'early-ratification': () => '计划还没有全部报送并通过审核，请等全部通过后再审定。',
  'empty-ballot': () => '没有需要处理的目标，请查看最新卡片。',
  'stale-plan': () => '目标在您查看后有改动，请按最新卡片重新处理。',
  'already-decided': ({ number, outcome, by, at }) =>
    `${goalName(number)}已由${by}于${sayInstant(at)}${OUTCOMES[outcome]}，无需重复处理。`,
  'faulty-verdicts': ({ uncommented, unreturned, overlong, limit }) =>
    [
      uncommented.length > 0 ? `${goalNames(uncommented)}选了退回，请写明意见` : '',
      unreturned.length > 0 ? `${goalNames(unreturned)}写了意见但没有选退回，请选退回或清空意见` : '',
      overlong.length > 0 ? `${goalNames(overlong)}的意见超过${limit}字，请缩短` : '',
    ]
      .filter((part) => part !== '')
      .join('；')
      .concat('。'),
}

export const planningWording = { ...DONE, ...REFUSALS } satisfies Wording<PlanningRefusal | PlanningDone>
