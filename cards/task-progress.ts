import { type Action, buttons, type Card, line, note } from './kit.ts'

export interface TaskProgressFacts {
  readonly unit: string
  readonly goal: string
  /** `任务2.1 编写教材初稿` */
  readonly task: string
  readonly before: number
  readonly percent: number
  /** What follows for the goal. */
  readonly goalPercent: number
  readonly done: string
  /** Names of the files that the report will use. */
  readonly files: readonly string[]
  /** Why it cannot be saved as it is, as a sentence; '' where it can. */
  readonly hindrance: string
  readonly save: Action
  readonly edit: Action
}

/** A typed line on a task as it was understood, saved on a tap. */
export function taskProgressCard(facts: TaskProgressFacts): Card {
  const { task, percent, before, files, hindrance } = facts
  const barred = hindrance !== ''
  return {
    title: '请确认任务进展',
    subtitle: facts.unit,
    status: { text: '待确认', tone: 'orange' },
    summary: `请确认：${task} ${percent}%`,
    elements: [
      line(task),
      {
        tag: 'fields',
        items: [
          { label: '任务进度', value: `${percent}%（上次 ${before}%）` },
          { label: '完成情况', value: facts.done },
          { label: '所属目标', value: `${facts.goal}，报后为 ${facts.goalPercent}%` },
          ...(files.length === 0
            ? []
            : [{ label: '佐证材料', value: files.map((name, at) => `${at + 1}. ${name}`).join('\n') }]),
        ],
      },
      ...(barred ? [line(hindrance, 'orange')] : []),
      buttons(...(barred ? [] : [{ text: '保存进展', style: 'primary' as const, action: facts.save }]), {
        text: '补充修改',
        action: facts.edit,
      }),
      note(barred ? '填写原因后即可报送。' : '确认无误请点「保存进展」；需要补充请点「补充修改」。'),
    ],
  }
}
