import { type OpenHelp, openHelpElements } from './help-open.ts'
import { type Action, buttons, type Card, type Element, line, note } from './kit.ts'
import { type TaskFacts, taskStatus } from './task-words.ts'

export interface TaskListFacts {
  readonly unit: string
  /** `目标2 建设精品教材` */
  readonly goal: string
  /** The goal's percent, 0-100. */
  readonly percent: number
  /** Weighted mean of the tasks; null without any. */
  readonly mean: number | null
  /** Those that count, then the ended ones. */
  readonly tasks: readonly (TaskFacts & { readonly open: Action })[]
  /** What opens the form of a new task; null for who may not, or not now. */
  readonly add: Action | null
  /** What its unit waits for help with. */
  readonly help: readonly OpenHelp[]
  /** A message that would split this goal, to be copied; '' where nothing can be added. */
  readonly example: string
}

/** The parts of a goal, with who does what by when (Article 18). */
export function taskListCard(facts: TaskListFacts): Card {
  const { unit, goal, tasks, add } = facts
  const open = tasks.filter(({ endedFor }) => endedFor === null)
  const done = open.filter(({ percent }) => percent === 100).length
  return {
    title: '任务分解',
    subtitle: unit,
    ...(open.length > 0 && { status: { text: `完成 ${done}/${open.length}`, tone: 'blue' as const } }),
    summary: `${goal} 共 ${open.length} 个任务，已完成 ${done} 个`,
    elements: [
      line(goal),
      line(open.length === 0 ? '这项目标还没有分解任务。' : sayPercent(facts)),
      ...(open.length === 0 ? [] : [table(open), buttons(...open.map(openTask))]),
      ...openHelpElements(facts.help),
      ...endedFold(tasks.filter(({ endedFor }) => endedFor !== null)),
      ...(add ? [buttons({ text: '添加任务', style: 'primary', action: add })] : []),
      ...(facts.example === '' ? [] : [note(`也可以直接发送，一行一个任务，例如：\n${facts.example}`)]),
    ],
  }
}

function sayPercent({ percent, mean }: TaskListFacts): string {
  return mean === null || mean === percent
    ? `目标进度 ${percent}%，按任务占比计算。`
    : `目标进度 ${percent}%（任务加权 ${mean}%）。`
}

const openTask = ({ name, open }: TaskListFacts['tasks'][number]) => ({ text: name, action: open })

function table(tasks: readonly TaskFacts[]): Element {
  return {
    tag: 'table',
    columns: [
      { name: 'title', label: '任务', kind: 'text' },
      { name: 'percent', label: '完成', kind: 'text', width: '80px' },
      { name: 'owner', label: '负责人', kind: 'text', width: '80px' },
      { name: 'status', label: '状态', kind: 'status', width: '80px' },
      { name: 'due', label: '时限', kind: 'text', width: '90px' },
      { name: 'part', label: '占比', kind: 'text', width: '80px' },
    ],
    rows: tasks.map((task) => ({
      title: `${task.name.slice('任务'.length)} ${task.title}`,
      percent: `${task.percent}%`,
      owner: task.owner,
      status: taskStatus(task),
      due: task.due,
      part: task.part,
    })),
    pageSize: 10,
  }
}

/** More than these are of the past. */
const MOST_ENDED = 10

function endedFold(ended: TaskListFacts['tasks']): Element[] {
  if (ended.length === 0) return []
  const last = ended.slice(-MOST_ENDED)
  const title = `已结束的任务（${ended.length} 个）`
  const said = last.map(({ name, title: what, endedFor }) => line(`${name} ${what}　原因：${endedFor ?? ''}`))
  return [{ tag: 'fold', title, elements: said }]
}
