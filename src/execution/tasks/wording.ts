import { sayDate } from '../../kernel/time.ts'
import type { Wording } from '../../kernel/view.ts'
import { PHASE_NAMES } from '../../policy/phase-names.ts'
import type { ExecutionBar } from '../rules/progress.ts'
import type { TaskDone } from './done.ts'
import type { TaskRefusal } from './rules/decide.ts'
import type { ListRefusal } from './rules/list.ts'
import type { Candidate } from './rules/owners.ts'
import type { TaskLineFault } from './rules/task-lines.ts'

export const TASK_EXAMPLE = '编写教材初稿 张三 6月30日 40%'

/** A whole message that splits the goal. */
export const splitExample = (goal: number): string =>
  `任务 ${goal}\n${TASK_EXAMPLE}\n审校定稿 李四 9月30日 60%`

const FAULTS: { readonly [fault in TaskLineFault]: string } = {
  'no-day': '没有写完成日期',
  'no-such-day': '日期不对',
  'no-owner': '没有写负责人',
  'no-title': '没有写任务名称和负责人',
  'long-title': '任务名称超过 100 个字',
  'large-share': '占比应在 1 到 1000 之间',
}

/** What is wrong with a line, under its own beginning. */
export const sayLineFault = (line: string, fault: TaskLineFault): string =>
  `「${[...line].slice(0, 40).join('')}」${FAULTS[fault]}`

/** More than these nobody reads. */
const MOST_NAMED = 10

const sayPeople = (people: readonly Candidate[]): string =>
  people
    .slice(0, MOST_NAMED)
    .map(({ id, title }) => `${id}${title === '' ? '' : ` ${title}`}`)
    .join('、') + (people.length > MOST_NAMED ? ' 等' : '')

type Own = Exclude<TaskRefusal, ExecutionBar> | ListRefusal | TaskDone

export const taskWording = {
  'unknown-task': ({ number }) => `任务${number}已结束或不存在，没有保存。请发送「任务」查看。`,
  'excessive-tasks': ({ most }) => `一项目标最多分解为 ${most} 个任务，没有保存。请合并后重新填写。`,
  'repeated-task': ({ title }) => `任务「${title}」已有，没有保存。请改用其他名称，或修改原有任务。`,
  'misdated-task': ({ title, from, to }) =>
    `任务「${title}」的完成日期应在${sayDate(from)}到${sayDate(to)}之间，没有保存。请改正后重新填写。`,
  'changed-tasks': () => '任务已有变动，您的操作没有保存。请核对最新的任务后再添加。',
  'unchanged-task': () => '没有改动任何内容，无需保存。',
  'unreasoned-end': () => '请写明结束任务的原因。',
  'unknown-owner': ({ owner, unit }) =>
    `${unit}没有叫「${owner}」的人，没有保存。请核对姓名，或填写工号；新到人员请办公室先登记名册。`,
  'ambiguous-owner': ({ owner, people }) =>
    `有 ${people.length} 位「${owner}」：${sayPeople(people)}。请改填工号。`,
  'empty-list': () => `没有看到任务。请一行写一个，例如：${TASK_EXAMPLE}`,
  'unread-task': ({ line, fault }) =>
    `${sayLineFault(line, fault)}，没有保存。请一行写一个任务，例如：${TASK_EXAMPLE}`,
  'added-tasks': ({ count }) => `已添加 ${count} 个任务，并通知了负责人。`,
  'changed-task': ({ goal, number }) => `任务${goal}.${number}已修改，并通知了负责人。`,
  'ended-task': ({ goal, number }) => `任务${goal}.${number}已结束。`,
} satisfies Wording<Own>

/** Why nothing can be done with a goal's tasks now, or by this person. */
export const taskBars = {
  'unknown-goal': () => '没有找到这项目标，请发送「任务」查看可分解的目标。',
  'foreign-goal': ({ unit }) => `这是${unit}的目标，由该单位联络员或负责人分解任务，由任务负责人报进展。`,
  'unratified-goal': ({ number }) => `目标${number}尚未审定生效或已取消，生效后即可分解任务。`,
  'absent-goal-unit': ({ unit }) => `${unit}目前不参加目标管理，不能办理。如有疑问，请联系领导小组办公室。`,
  'closed-execution': ({ phase }) =>
    `现在是「${PHASE_NAMES[phase]}」阶段，任务在「实现目标」阶段分解和报送。如需补报，请联系领导小组办公室。`,
} satisfies Wording<ExecutionBar>
