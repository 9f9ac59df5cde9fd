import {
  type Action,
  type Button,
  buttons,
  type Card,
  type Element,
  type Field,
  field,
  line,
  note,
} from './kit.ts'

export interface TaskConfirmFacts {
  readonly unit: string
  readonly goal: string
  /** As they were understood; `owner` may be open. */
  readonly tasks: readonly {
    readonly title: string
    readonly owner: string
    readonly due: string
    readonly share: string
  }[]
  /** What hinders it, a sentence each; nothing is saved while there is any. */
  readonly faults: readonly string[]
  /** Which of several people of one name is meant, with the form that asks it; null where all are clear. */
  readonly which: { readonly form: string; readonly fields: readonly Field[]; readonly submit: Action } | null
  readonly save: Action | null
  readonly example: string
}

/** A typed list of tasks as it was understood, saved on a tap. */
export function taskConfirmCard(facts: TaskConfirmFacts): Card {
  const { goal, tasks, faults } = facts
  const bad = faults.length > 0
  return {
    title: bad ? '任务清单需要修改' : '请确认任务',
    subtitle: facts.unit,
    status: bad ? { text: '没有保存', tone: 'red' } : { text: '待确认', tone: 'orange' },
    summary: bad ? `${goal} 的任务没有保存，请修改后重发` : `请确认：${goal} 分解为 ${tasks.length} 个任务`,
    elements: [
      line(goal),
      ...(tasks.length === 0 ? [] : [table(tasks)]),
      ...faults.slice(0, MOST_FAULTS).map((fault) => line(fault, 'orange')),
      ...(faults.length > MOST_FAULTS ? [line(`另有 ${faults.length - MOST_FAULTS} 处。`, 'orange')] : []),
      ...saving(facts),
      note(
        bad
          ? `请改好后把整条消息重新发送，一行一个任务，例如：\n${facts.example}`
          : '确认无误请点「保存任务」，负责人会收到通知；不对请改好后重新发送。',
      ),
    ],
  }
}

const MOST_FAULTS = 10

function saving({ which, save }: TaskConfirmFacts): Element[] {
  const button = (action: Action): Button => ({ text: '保存任务', style: 'primary', action })
  if (which) {
    const { form, fields, submit } = which
    const ask = line('有重名的人，请选定是哪一位：')
    return [ask, { tag: 'form', name: form, elements: fields.map(field), buttons: [button(submit)] }]
  }
  return save ? [buttons(button(save))] : []
}

function table(tasks: TaskConfirmFacts['tasks']): Element {
  return {
    tag: 'table',
    columns: [
      { name: 'title', label: '任务', kind: 'text' },
      { name: 'owner', label: '负责人', kind: 'text', width: '80px' },
      { name: 'due', label: '时限', kind: 'text', width: '90px' },
      { name: 'share', label: '占比', kind: 'text', width: '80px' },
    ],
    rows: tasks.map(({ title, owner, due, share }) => ({ title, owner, due, share })),
    pageSize: 10,
  }
}
