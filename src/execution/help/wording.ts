import { sayInstant } from '../../kernel/time.ts'
import type { Wording } from '../../kernel/view.ts'
import { PHASE_NAMES } from '../../policy/phase-names.ts'
import type { ExecutionBar } from '../rules/progress.ts'
import type { HelpDone } from './done.ts'
import type { PassRefusal } from './rules/answer.ts'
import type { AskRefusal } from './rules/ask.ts'
import { sayHolder } from './say-help.ts'

export const helpWording = {
  'unknown-goal': () => '没有找到这项目标。请发送「进展」查看本单位的目标，再发送如「求助 3 缺少实验场地」。',
  'foreign-goal': ({ unit }) => `这是${unit}的目标，由该单位联络员或负责人求助。`,
  'unratified-goal': ({ number }) => `目标${number}尚未审定生效或已取消，生效后即可求助。`,
  'absent-goal-unit': ({ unit }) => `${unit}目前不参加目标管理，不能办理。如有疑问，请联系领导小组办公室。`,
  'closed-execution': ({ phase }) =>
    `现在是「${PHASE_NAMES[phase]}」阶段，求助在「实现目标」阶段发出。如有急事，请直接联系领导小组办公室。`,
  'empty-request': () => '请写明遇到的困难，例如：求助 3 缺少实验场地。',
  'repeated-request': ({ goal, at }) =>
    `目标${goal}的同样求助已于 ${sayInstant(at)} 发出，正在等待答复，没有重复发送。`,
  'unknown-request': () => '没有找到这项求助。请发送「求助记录」查看。',
  'closed-request': ({ how, name, at }) =>
    `${name} 已于 ${sayInstant(at)} ${how === 'answered' ? '答复' : '办结'}这项求助，您的操作没有保存。`,
  'foreign-request': ({ holder, passed }) =>
    passed
      ? `${passed.name} 已于 ${sayInstant(passed.at)} 把这项求助转给${sayHolder(holder)}，由对方答复。`
      : `这项求助由${sayHolder(holder)}答复，您现在不能办理。如职责有变，请联系领导小组办公室。`,
  'foreign-solution': ({ unit }) => `是否已解决，由${unit}联络员或负责人确认。`,
  'empty-answer': () => '请写明内容后再提交。',
  'same-holder': () => '现在就由对方答复，无需转交。请选择其他人。',
  'own-unit': () => '求助单位的困难不能转回该单位。请选择其他人。',
  'unknown-unit': ({ said, near }) =>
    near.length === 0
      ? `没有找到叫「${said}」的单位。请核对名称后再转交。`
      : `叫「${said}」的单位不止一个：${near.join('、')}。请写全名称后再转交。`,
  'leaderless-unit': () => '该单位没有分管校领导，请转给办公室或其他单位。',
  'groupless-unit': () => '该单位没有可答复的目标管理工作组，请转给分管校领导或办公室。',
  'headless-unit': ({ unit }) => `${unit}现在没有负责人，请转给办公室或其他单位。`,
  'help-asked': ({ goal }) => `目标${goal}的求助已发出，答复后会通知您。`,
  'help-answered': () => '答复已发给求助单位。',
  'help-passed': ({ to }) => `已转给${sayHolder(to)}，求助单位会看到。`,
  'help-solved': () => '已记为解决，并通知了承办人。',
} satisfies Wording<ExecutionBar | AskRefusal | PassRefusal | HelpDone>
