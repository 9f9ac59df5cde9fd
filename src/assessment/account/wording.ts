import { LACK_NAMES } from '../../../cards/account-words.ts'
import { goalName } from '../../../cards/goal-words.ts'
import { PHASE_NAMES } from '../../../cards/phase-names.ts'
import { sayInstant } from '../../kernel/time.ts'
import type { Wording } from '../../kernel/view.ts'
import type { AccountDone } from './done.ts'
import type { AccountRefusal, GoalLack } from './rules/state-account.ts'

const MOST = 8

/** `目标3缺实际值、未达标原因；目标5缺完成情况`, every goal that lacks something; of very many the first and how many more. */
export function sayLacks(missing: readonly GoalLack[]): string {
  const shown = missing.slice(0, MOST).map(({ goal, lacks }) => `${goalName(goal)}缺${sayFields(lacks)}`)
  return `${shown.join('；')}${missing.length > MOST ? `；另有${missing.length - MOST}项目标` : ''}`
}

const sayFields = (lacks: GoalLack['lacks']): string => lacks.map((one) => LACK_NAMES[one]).join('、')

export const accountWording = {
  'unknown-account': () => '没有找到这个单位的年度自评，请发送「自评」查看本单位的自评。',
  'foreign-account': ({ unit }) => `自评由${unit}的联络员或负责人填写，您现在不能办理。`,
  'early-account': ({ phase }) =>
    `现在是「${PHASE_NAMES[phase]}」阶段，自评在「${PHASE_NAMES.assessment}」阶段填写；如需办理，请联系领导小组办公室。`,
  'late-account': ({ unit, at }) =>
    `${unit}的考核已于${sayInstant(at)}开启合议，自评不能再填写或改动；得分反馈后如有异议可以申诉。`,
  'goalless-account': ({ unit }) => `${unit}还没有审定生效的目标，不需要自评。`,
  'unknown-account-goal': ({ goal }) => `没有找到${goalName(goal)}，请刷新卡片后重新填写。`,
  'strange-evidence': ({ goal }) => `${goalName(goal)}选的佐证材料不在它的进展中，请刷新卡片后重新选择。`,
  'empty-statement': () => '没有新的内容需要保存。',
  'signed-account': ({ by, at }) => `${by}已于${sayInstant(at)}提交自评；需要修改请由负责人先收回。`,
  'unsigned-account': () => '自评还没有提交，不需要收回。',
  'head-only': ({ unit }) => `自评由${unit}的负责人提交和收回，请告知负责人。`,
  'incomplete-account': ({ missing }) =>
    `自评还不能提交，有${missing.length}项目标没有写全：${sayLacks(missing)}。请补齐后再提交。`,
  'changed-account': ({ by, at }) => `${by}于${sayInstant(at)}改动过自评，卡片已更新，请看过后再提交。`,
  'scored-account': ({ unit }) => `考核成员已经开始提交${unit}的评分表，自评不能再收回。`,
  'account-kept': ({ missing }) =>
    missing.length === 0
      ? '已保存，全部目标都已写全，可以由负责人提交。'
      : `已保存。还有${missing.length}项目标没有写全。`,
  'account-signed': ({ unit }) => `已提交${unit}的年度自评，考核成员可以看到。`,
  'account-taken-back': () => '已收回自评，修改后请重新提交。',
} satisfies Wording<AccountRefusal | AccountDone>
