/** What people read for each code of appeals. */
import { sayPlace } from '../../../cards/appeal-words.ts'
import { PHASE_NAMES } from '../../../cards/phase-names.ts'
import { say } from '../../kernel/chapter.ts'
import { sayDate, sayInstant } from '../../kernel/time.ts'
import type { Wording } from '../../kernel/view.ts'
import type { AppealDone } from './done.ts'
import type { Status } from './rules/appeal.ts'
import type { AppealRefusal, VerdictFault } from './rules/refusals.ts'

const FAULTS: { readonly [what in VerdictFault['what']]: string } = {
  'missing-reason': '没有写理由',
  'long-reason': '的理由过长',
  'not-fewer': '的分值应在0和原扣分之间，申诉不会加重扣分',
  'broken-points': '按等级评分，分值要填整数',
  unknown: '不在这件申诉中',
}

const MOVED: { readonly [status in Status]: string } = {
  none: '还没有提出',
  draft: '还是草稿',
  sent: '已报送办公室',
  'with-group': '已交工作组合议',
  agreed: '已由工作组合议，待领导小组确认',
  'with-leaders': '已交领导小组决定',
  decided: '已经办结',
  withdrawn: '已经撤回',
}

export const appealWording = {
  'unknown-appeal': () => '没有找到这件申诉，请发送「申诉」查看列表。',
  'closed-appeals': ({ phase }) => `现在是「${PHASE_NAMES[phase]}」阶段，考核得分反馈后才能申诉。`,
  'undecided-score': () => '考核得分还没有形成，形成后会立即通知该单位。',
  'appellants-only': ({ unit }) => `申诉由${unit}的联络员起草、负责人报送；您目前不在其中。`,
  'appealing-head-only': ({ unit }) => `申诉由${unit}负责人报送和撤回，请联系负责人办理。`,
  'late-appeal': ({ lastDay }) =>
    `申诉期限到${sayDate(lastDay)}为止，现已过期。确需申诉的，请向领导小组说明理由，由领导小组同意后提出。`,
  'open-appeal': ({ number }) => `第${number}件申诉正在办理，办结或撤回后才能另行提出。`,
  'stale-appeal': () => '情况已有变化，您看到的卡片不是最新的。请在最新卡片上重新办理。',
  'empty-picks': () => '请勾选要申诉的扣分。',
  'missing-why': () => '请写明申诉理由。',
  'unknown-deduction': () => '有的扣分已不在现行得分中，请在最新卡片上重新勾选。',
  'heard-deduction': ({ place }) => `${sayPlace(place)}已由领导小组作出决定，是最终结果，不能再次申诉。`,
  'crowded-appeal': ({ most }) => `一件申诉最多${most}条扣分，请先报送这一件。`,
  'empty-appeal': () => '还没有选要申诉的扣分，请先添加再报送。',
  'moved-appeal': ({ status, by, at }) =>
    `这件申诉${MOVED[status]}（${by}，${sayInstant(at)}），您的操作没有生效。`,
  'routers-only': () => '申诉由领导小组办公室分办；本单位的申诉须回避。',
  'unassigned-group': ({ unit }) => `${unit}还没有指定考核的工作组，请交领导小组决定。`,
  'heard-by-group': () => '其中有扣分已由工作组重新合议过，再次申诉请交领导小组决定。',
  'leaders-only-now': () => '结果已经审定，得分只能由领导小组对申诉作出决定后更改。',
  'hearing-convenor-only': () => '处理意见由考核工作组组长填写。',
  'hearing-member-only': () => '这件申诉由考核该单位的工作组合议，您目前不在其中。',
  'barred-hearing': ({ unit }) => `${unit}是您所在或分管的单位，按规定您回避这件申诉。`,
  'deciders-only': () => '这一步由领导小组组长办理；组长须回避的，由领导小组其他成员办理。',
  'faulty-verdicts': ({ faults }) =>
    `有${faults.length}处需要改：${faults
      .slice(0, 5)
      .map((one) => `${sayPlace(one.place)}${FAULTS[one.what]}`)
      .join('；')}。`,
  'incomplete-verdicts': ({ count }) => `还有${count}条没有处理意见，请填齐后再提交。`,
  'small-hearing': ({ present, quorum }) => `参加合议的只有${present}人，至少需要${quorum}人。`,
  'missing-excuse-words': () => '请写明成员缺席的原因。',
  'unput-outcome': () => '组长还没有提出处理意见，请稍候。',
  'stale-outcome': ({ by, at }) => `${by}已于${sayInstant(at)}提出新的处理意见，请按最新卡片办理。`,
  'objected-outcome': ({ by, at }) => `${by}已于${sayInstant(at)}提出异议，请等组长重新提出处理意见。`,
  'repeated-second': ({ at }) => `您已于${sayInstant(at)}表示同意，不需要重复办理。`,
  'absent-hearer': () => '本次合议您登记为缺席，不参加表态。',
  'missing-objection': () => '请写明异议的内容和理由。',
  'missing-takeover': () => '请写明由领导小组直接决定的理由。',
  'open-answering': ({ lastDay }) => `答复期限到${sayDate(lastDay)}为止，还没有到期。`,
  'missing-reopening': () => '请写明同意逾期申诉的理由。',
  'clock-only': () => '到期未答复由系统记录，不需要办理。',
  'answered-feedback': () => '该单位已经答复。',
  'appeal-drafted': ({ items, head }) =>
    head
      ? `已加入申诉，共${items}条。请核对后报送。`
      : `已加入申诉，共${items}条。请核对后点「请负责人报送」。`,
  'appeal-item-dropped': () => '已移除。',
  'head-asked': () => '已请负责人报送。',
  'appeal-sent': () => '申诉已报送领导小组办公室；办结前得分不公布。',
  'appeal-withdrawn': () => '申诉已撤回。',
  'appeal-to-group': ({ group }) => `已送${group}重新合议。`,
  'appeal-to-leaders': () => '已交领导小组决定。',
  'verdicts-kept': ({ missing }) =>
    missing === 0 ? '已保存，全部填齐，请返回申诉提交。' : `已保存，还有${missing}条。`,
  'outcome-put': () => '已提交成员表态。',
  'outcome-seconded': ({ waiting }) => `已记录您的同意，还等${waiting}人表态。`,
  'outcome-objected': () => '已记录您的异议，组长会重新提出处理意见。',
  'outcome-agreed': () => '工作组一致同意更改，已送领导小组确认。',
  'appeal-decided': ({ outcome }) =>
    outcome === 'changed' ? '得分已更改为新版本，已告知该单位。' : '维持原扣分，已告知该单位。',
  'answering-reopened': () => '已同意逾期申诉，并告知该单位。',
  'silence-noted': () => '已记录未答复。',
} satisfies Wording<AppealRefusal | AppealDone>

export const sayAppealRefusal = (refusal: AppealRefusal): string => say(appealWording, refusal) ?? ''
