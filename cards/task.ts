import { type Action, type Button, buttons, type Card, type Element, line, note, type Tone } from './kit.ts'
import { type TaskFacts, taskStatus } from './task-words.ts'

/** What the viewer may do with a task; null where not. */
export interface TaskActs {
  readonly finish: Action | null
  readonly report: Action | null
  readonly change: Action | null
  readonly end: Action | null
  /** The goal with all its tasks. */
  readonly all: Action | null
}

export interface TaskCardFacts extends TaskFacts, TaskActs {
  readonly unit: string
  readonly goal: string
  /** Of the viewer, and not of another. */
  readonly own: boolean
}

/** One task, for its owner and for those who follow the goal. */
export function taskCard(facts: TaskCardFacts): Card {
  const status = taskStatus(facts)
  return {
    title: facts.own ? '您负责的任务' : '目标任务',
    subtitle: facts.unit,
    status,
    summary: `${facts.name} ${facts.title}：${facts.due}前完成，${status.text}`,
    elements: [
      line(`${facts.name} ${facts.title}`),
      { tag: 'fields', items: taskFields(facts) },
      ...(facts.endedFor === null ? [] : [line('这个任务已结束，无需再报。', 'muted')]),
      ...actsOf(facts),
      ...(facts.report && facts.own
        ? [note(`也可以直接发送：任务 ${facts.name.slice('任务'.length)} 完成60%，写明完成情况。`)]
        : []),
    ],
  }
}

function taskFields(facts: TaskCardFacts): { label: string; value: string; tone?: Tone }[] {
  return [
    { label: '所属目标', value: facts.goal },
    { label: '负责人', value: facts.owner },
    { label: '完成时限', value: facts.due, ...(facts.overdue && { tone: 'red' as const }) },
    ...(facts.part === '' ? [] : [{ label: '占比', value: facts.part }]),
    { label: '完成进度', value: `${facts.percent}%` },
    ...(facts.endedFor === null ? [] : [{ label: '结束原因', value: facts.endedFor }]),
  ]
}

/** Asked before a task is called done with one tap. */
export const finishButton = (action: Action): Button => ({
  text: '已完成',
  style: 'primary',
  action,
  confirm: { title: '任务已完成？', text: '将按 100% 报送，并计入目标进度。需要写明情况请点「报进展」。' },
})

function actsOf({ finish, report, change, end, all }: TaskActs): Element[] {
  const list: Button[] = [
    ...(finish ? [finishButton(finish)] : []),
    ...(report ? [{ text: '报进展', action: report }] : []),
    ...(change ? [{ text: '修改任务', action: change }] : []),
    ...(end ? [{ text: '结束任务', action: end }] : []),
    ...(all ? [{ text: '全部任务', action: all }] : []),
  ]
  return list.length === 0 ? [] : [buttons(...list)]
}
