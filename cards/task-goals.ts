import { type Action, buttons, type Card, type Element, line, note } from './kit.ts'

export interface TaskGoalsFacts {
  readonly goals: readonly {
    /** `药学院 目标2 建设精品教材` */
    readonly name: string
    /** `目标2` */
    readonly short: string
    /** How many tasks count. */
    readonly tasks: number
    readonly open: Action
  }[]
  readonly example: string
}

const MOST_BUTTONS = 40

/** The goals whose tasks the person looks after: which one is meant. */
export function taskGoalsCard({ goals, example }: TaskGoalsFacts): Card {
  const shown = goals.slice(0, MOST_BUTTONS)
  return {
    title: '任务分解',
    summary: '请选择要分解的目标',
    elements: [
      line('请选择要查看或分解任务的目标：'),
      table(goals),
      buttons(...shown.map(({ short, open }) => ({ text: short, action: open }))),
      ...(goals.length > MOST_BUTTONS ? [note('其余目标请直接发送序号，例如：任务 41。')] : []),
      note(`也可以直接发送，一行一个任务，例如：\n${example}\n您本人负责的任务请发送「我的任务」。`),
    ],
  }
}

function table(goals: TaskGoalsFacts['goals']): Element {
  return {
    tag: 'table',
    columns: [
      { name: 'name', label: '目标', kind: 'text' },
      { name: 'tasks', label: '任务数', kind: 'text', width: '90px' },
    ],
    rows: goals.map(({ name, tasks }) => ({ name, tasks: tasks === 0 ? '未分解' : `${tasks} 个` })),
    pageSize: 10,
  }
}
