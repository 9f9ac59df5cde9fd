/** What people read for each code of this chapter: what is wrong, and what to do next. */
import { PHASE_NAMES } from '../../cards/phase-names.ts'
import { sayInstant } from '../kernel/time.ts'
import type { Wording } from '../kernel/view.ts'
import type { AnswerDone } from './commands/answer.ts'
import type { OpenDone } from './commands/open.ts'
import type { ProposeDone } from './commands/propose.ts'
import type { ReceiveDone } from './commands/receive.ts'
import type { ReopenDone } from './commands/reopen.ts'
import type { SheetDone } from './commands/sheet.ts'
import type { AnswerRefusal } from './rules/answer.ts'
import type { OpenRefusal } from './rules/open.ts'
import type { ProposeRefusal } from './rules/propose.ts'
import type { ReceiveRefusal } from './rules/receive.ts'
import type { ReopenRefusal } from './rules/reopen.ts'
import type { SheetRefusal } from './rules/sheet.ts'
import { sayFaults, sayFindingFaults, sayUnfinished } from './wording-faults.ts'

export type AssessmentRefusal =
  | SheetRefusal
  | OpenRefusal
  | ProposeRefusal
  | AnswerRefusal
  | ReceiveRefusal
  | ReopenRefusal
type Done = SheetDone | OpenDone | ProposeDone | AnswerDone | ReceiveDone | ReopenDone

const numbers = (goals: readonly number[]): string => goals.map((goal) => `目标${goal}`).join('、')
const points = (hundredths: number): string => String(hundredths / 100)

export const wording = {
  'unknown-unit': () => '没有找到这个单位的年度考核，请发送「打分」查看您负责的单位。',
  'closed-phase': ({ phase }) =>
    `现在是「${PHASE_NAMES[phase]}」阶段，考核打分没有开放；如需办理，请联系领导小组办公室。`,
  'unassigned-unit': ({ unit }) => `${unit}还没有指定考核的工作组，请联系领导小组办公室。`,
  'outside-panel': ({ unit, group }) =>
    `${unit}由${group}考核，您目前不在其中；如有疑问，请联系领导小组办公室。`,
  'recused-member': ({ unit, bar }) =>
    bar === 'own-unit'
      ? `${unit}是您所在的单位，按规定您回避本次考核。`
      : `您是${unit}的分管校领导，按规定您回避本次考核。`,
  'recused-delegate': ({ unit, bar }) =>
    bar === 'own-unit'
      ? `${unit}是您所在的单位，您不能代他人考核本单位；请委托人另行委托。`
      : `您是${unit}的分管校领导，不能代他人考核该单位；请委托人另行委托。`,
  'double-seat': ({ unit }) =>
    `您本人或您代的另一位成员也考核${unit}，一人只填一份评分表；请委托人另行委托。`,
  'convenor-only': ({ unit }) =>
    `这一步由${unit}考核工作组的组长办理；组长回避或变动的，请联系领导小组办公室。`,
  'absent-goals': ({ unit }) => `${unit}还没有审定生效的目标，暂时不能考核，请联系领导小组办公室。`,
  'opened-deliberation': ({ by, at }) =>
    `${by}已于${sayInstant(at)}开启合议，评分表不能再改；有不同意见请在合议中提出。`,
  'faulty-marks': ({ faults }) => sayFaults(faults),
  'faulty-findings': ({ faults }) => sayFindingFaults(faults),
  'incomplete-sheet': (left) => `评分表还不能提交：${sayUnfinished(left)}。`,
  'moved-account': ({ signed }) =>
    signed
      ? '该单位刚刚提交了自评，卡片已更新。请看过自评后再提交，您填写的内容都在。'
      : '该单位刚刚收回了自评，卡片已更新。请核对后再提交，您填写的内容都在。',
  'sent-sheet': ({ at }) => `您已于${sayInstant(at)}提交评分表；合议开启前仍可修改。`,
  'unknown-member': () => '没有找到这位成员，请刷新卡片后重新选择。',
  'present-member': ({ name }) => `${name}已经提交评分表，不需要登记缺席。`,
  'missing-excuse': () => '请写明缺席的原因。',
  'missing-sheets': ({ names }) =>
    `还有成员没有提交评分表：${names.join('、')}。请提醒他们，或登记缺席并写明原因。`,
  'small-attendance': ({ present, quorum }) =>
    `已提交评分表的只有${present}人，合议至少需要${quorum}人，请补齐后再开启。`,
  'unopened-deliberation': () => '合议还没有开启，请等成员的评分表交齐后由组长开启。',
  'already-decided': ({ at }) => `合议已于${sayInstant(at)}形成结果，不能再改；结果已反馈被考核单位。`,
  'stale-proposal': ({ by, at }) => `${by}已于${sayInstant(at)}提出新的合议意见，请按最新卡片办理。`,
  'unequal-means': ({ goals }) =>
    `本年度按平均分确定得分：${goals.map((one) => `目标${one.goal}应得${points(one.mean)}分`).join('，')}。请调整扣分，使合计相符。`,
  'unmade-proposal': () => '组长还没有提出合议意见，请稍候。',
  'objected-proposal': ({ by, at }) => `${by}已于${sayInstant(at)}对这份意见提出异议，请等组长重新提出。`,
  'already-agreed': ({ at }) => `您已于${sayInstant(at)}表示同意，不需要重复办理。`,
  'absent-member': () => '您没有提交评分表，不参加本次合议表态。',
  'reopened-sheets': ({ by, at }) => `${by}已于${sayInstant(at)}退回打分，评分表已重新开放，不需要重复办理。`,
  'sufficient-attendance': ({ present, quorum }) =>
    `到会成员仍有${present}人在任，须${quorum}人同意，合议可以继续形成得分，不能退回打分。`,
  'missing-cause': () => '请写明退回打分的原因。',
  'deliberation-reopened': ({ unit }) => `已退回打分：${unit}的评分表重新开放，已通知在任成员。`,
  'missing-words': () => '请写明异议的内容和理由。',
  'unit-only': () => '只有本单位的联络员或负责人可以确认收到。',
  'closed-feedback': ({ phase }) => `现在是「${PHASE_NAMES[phase]}」阶段，考核得分反馈后再确认收到。`,
  'undecided-assessment': () => '考核得分还没有形成，形成后会立即通知您。',
  'already-received': ({ by, at }) => `${by}已于${sayInstant(at)}确认收到。`,
  'page-saved': (left) => {
    const more = sayUnfinished(left)
    return more === '' ? '已保存，全部目标都已打分，请点「提交评分」。' : `已保存。${more}。`
  },
  'sheet-sent': ({ unit }) => `已提交${unit}的评分表；合议开启前可以修改，他人看不到您的打分。`,
  'sheet-changed': () => '已按修改后的内容更新您的评分表。',
  'member-excused': ({ name }) => `已登记${name}缺席。`,
  'deliberation-opened': ({ unit }) => `已开启${unit}的合议，已通知到会成员。`,
  'proposal-saved': ({ missing }) =>
    missing.length === 0
      ? '已保存，全部目标都有意见，请点「提出意见」。'
      : `已保存。还有${missing.length}项没有合议意见：${numbers(missing)}。`,
  'proposal-made': ({ unit }) => `已把${unit}的合议意见送各成员表态。`,
  'proposal-agreed': ({ waiting }) => `已记录您的同意，还等${waiting}人表态。`,
  'assessment-decided': ({ unit }) => `全体到会成员同意，${unit}的考核得分已形成并反馈该单位。`,
  'objection-kept': () => '已记录您的异议，组长会重新提出合议意见。',
  'feedback-received': () => '已确认收到。确认收到不等于认可，如有异议可在期限内逐条提出申诉。',
} satisfies Wording<AssessmentRefusal | Done>
