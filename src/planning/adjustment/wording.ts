/** The sentence for each refusal and answer about adjustments: what is so, and what to do next. */
import {
  ADJUSTMENT_STATUSES,
  adjustmentName,
  KIND_VERBS,
  SIDE_NAMES,
  SIDE_SENDERS,
} from '../../../cards/adjustment-words.ts'
import { FIELD_NAMES, goalName } from '../../../cards/goal-words.ts'
import { say } from '../../kernel/chapter.ts'
import { sayDate, sayInstant } from '../../kernel/time.ts'
import type { Wording } from '../../kernel/view.ts'
import { FAULT_WORDS, planningWording } from '../wording.ts'
import type { AdjustmentDone, AdjustmentNext } from './done.ts'
import type { AdjustmentRefusal, OwnRefusal, WordFault } from './rules/refusals.ts'

const FIELDS = { reason: '调整事由', why: '具体原因', effectiveOn: '生效日期' } as const

const WORD_FAULTS: { readonly [fault in WordFault['fault']]: (fault: WordFault) => string } = {
  missing: () => '须填写',
  'too-long': ({ limit }) => `不能超过${limit}字`,
  'not-a-date': () => '不是有效日期，请按 2026-06-30 的格式填写',
  'too-early': ({ from }) => `不能早于计划生效日${from ? sayDate(from) : ''}`,
  'too-late': () => '不能晚于今天，留空即自审定之日起',
}

const NEXT: { readonly [next in AdjustmentNext]: string } = {
  send: '请负责报送的人核对后报送，已通知。',
  review: '已通知分管校领导审核。',
  ratification: '已提交领导小组审定。',
}

const DONE: Wording<AdjustmentDone> = {
  'adjustment-asked': ({ number, kind, next }) =>
    `${adjustmentName(number)}（${KIND_VERBS[kind]}）已提出。${NEXT[next]}`,
  'adjustment-revised': ({ number, next }) => `${adjustmentName(number)}已修改。${NEXT[next]}`,
  'adjustment-sent': ({ number, next }) => `${adjustmentName(number)}已报送。${NEXT[next]}`,
  'adjustment-withdrawn': ({ number }) => `${adjustmentName(number)}已撤回，目标不变。`,
  'adjustment-passed': ({ number }) => `${adjustmentName(number)}已通过审核，已提交领导小组审定。`,
  'adjustment-returned': ({ number }) => `${adjustmentName(number)}已退回，已通知申请人修改。`,
  'adjustment-voted': ({ number, abstained }) =>
    `已对${adjustmentName(number)}表示${abstained ? '弃权' : '同意'}，等候其他成员表决。`,
  'adjustment-ratified': ({ number, kind }) =>
    `${adjustmentName(number)}已审定，目标已${KIND_VERBS[kind]}，已通知各有关人员。`,
}

const REFUSALS: Wording<OwnRefusal> = {
  'hidden-plan': () => '您不负责该单位的目标，无法查看。如职责有变，请联系领导小组办公室。',
  'unratified-plan': () => '该单位的计划还没有生效，不需要调整。请发送「填报目标」直接修改。',
  'early-adjustment': () => '还没有进入「实现目标」阶段，暂不能调整。请等候领导小组办公室通知。',
  'closed-adjustment': () =>
    '该单位的考核已经开始，目标不能再调整。如有异议，请在考核反馈后提出，或联系领导小组办公室。',
  'late-adjustment': ({ until }) =>
    `申请调整的截止日是${sayDate(until)}，已经过了。确需调整的，请报告领导小组，由其提出。`,
  'other-asker': ({ side }) =>
    side === null
      ? '目标调整由本单位、目标管理工作组、分管校领导、领导小组办公室或领导小组提出，您不能提出。'
      : `这项调整由${SIDE_NAMES[side]}提出，请与其联系。`,
  'other-asking-sender': ({ side }) => `这项调整由${SIDE_SENDERS[side]}报送或撤回，请与其联系。`,
  'absent-target': () => '没有找到这项目标或调整，请发送「目标调整」查看。',
  'cancelled-target': ({ number, by, at }) =>
    `${goalName(number)}已由${by}于${sayInstant(at)}审定取消，不能再调整。`,
  'stale-goal': ({ number }) => `${goalName(number)}在您查看后已经调整，请按现行内容重新提出。`,
  'open-adjustment': ({ adjustment, number, by }) =>
    `${goalName(number)}已有${by}提出的${adjustmentName(adjustment)}正在办理，请等办结或撤回后再提。`,
  'last-goal': ({ number }) =>
    `${goalName(number)}是这部分的最后一项，取消后计划不完整。请先新增一项，或改为变更。`,
  'ended-reference': () => '所选的工作要点或工作项目已停用，请退回修改，或重新选择。',
  'unchanged-target': ({ number }) => `${goalName(number)}没有改动。请修改需要变更的内容后再提交。`,
  'faulty-adjustment': ({ faults, words }) =>
    `请改正后再提交：${[
      ...faults.map((fault) => `${FIELD_NAMES[fault.field]}${FAULT_WORDS[fault.fault](fault)}`),
      ...words.map((fault) => `${FIELDS[fault.field]}${WORD_FAULTS[fault.fault](fault)}`),
    ].join('；')}。`,
  'stale-adjustment': () => '这项调整在您查看后有改动，请按最新卡片重新处理。',
  'moved-adjustment': ({ status, by, at }) =>
    `这项调整已由${by}于${sayInstant(at)}处理，现为「${status === 'none' ? '无' : ADJUSTMENT_STATUSES[status].text}」，无需重复处理。`,
  'missing-comment': () => '退回请写明意见，说明怎样修改。',
  'needless-comment': () => '填了退回意见请点「退回」；要通过，请先清空意见。',
  'overlong-comment': ({ limit }) => `退回意见不能超过${limit}字，请缩短。`,
}

export const adjustmentWording = { ...planningWording, ...DONE, ...REFUSALS } satisfies Wording<
  AdjustmentRefusal | AdjustmentDone
>

/** The sentence of a refusal, where a card says it beforehand. */
export const sayRefusal = (refusal: AdjustmentRefusal): string => say(adjustmentWording, refusal) ?? ''
