import { type Action, type Button, buttons, type Card, divider, type Element, line, note } from './kit.ts'
import { finishButton } from './task.ts'
import { type TaskFacts, taskStatus } from './task-words.ts'

export interface OwnTask extends TaskFacts {
  /** `药学院 目标2 建设精品教材` */
  readonly goal: string
  readonly finish: Action | null
  readonly report: Action | null
  readonly open: Action
}

export interface OwnTasksFacts {
  readonly title: string
  /** What stands above them; '' for nothing. */
  readonly intro: string
  /** In all, and of them those not done yet. */
  readonly total: number
  readonly left: number
  readonly tasks: readonly OwnTask[]
  readonly turns: readonly Button[]
}

/** The tasks that a person owns, each with what deals with it. */
export function ownTasksCard({ title, intro, total, left, tasks, turns }: OwnTasksFacts): Card {
  if (total === 0) {
    const none = '您现在没有负责的任务。联络员或负责人把任务分给您时，会在这里通知您。'
    return { title, summary: none, elements: [line(none)] }
  }
  return {
    title,
    status: left === 0 ? { text: '全部完成', tone: 'green' } : { text: `${left} 项未完成`, tone: 'orange' },
    summary: left === 0 ? `您的 ${total} 个任务都已完成` : `您有 ${left} 个任务未完成`,
    elements: [
      ...(intro === '' ? [] : [line(intro)]),
      ...tasks.flatMap(taskElements).slice(intro === '' ? 1 : 0),
      ...(turns.length === 0 ? [] : [buttons(...turns)]),
      ...(left === 0 ? [] : [note(`也可以直接发送，例如：${exampleOf(tasks)}`)]),
    ],
  }
}

const exampleOf = ([task]: readonly OwnTask[]): string =>
  `任务 ${(task?.name ?? '任务2.1').slice('任务'.length)} 完成60%，初稿已写完`

function taskElements(task: OwnTask): Element[] {
  const { text, tone } = taskStatus(task)
  const acts: Button[] = [
    ...(task.finish ? [finishButton(task.finish)] : []),
    ...(task.report ? [{ text: '报进展', action: task.report }] : []),
    { text: '详情', action: task.open },
  ]
  return [
    divider,
    {
      tag: 'text',
      spans: [
        { text: `${task.name} ${task.title}　`, bold: true },
        { text, tone },
      ],
    },
    note(`${task.due}前完成，现为 ${task.percent}%　${task.goal}`),
    buttons(...acts),
  ]
}
