/** Priorities, aims, work items and types as the sheet's lists show them, and read back. */
import { AIM_NAMES, TYPE_NAMES } from '../../../cards/goal-words.ts'
import type { GoalType } from '../../store/schema/planning.ts'
import type { Desk } from '../drafting-desk.ts'
import type { Aim } from '../rules/goal.ts'

export interface Label<Value extends string = string> {
  readonly value: Value
  /** As the list shows it. */
  readonly text: string
  /** What may be written for it as well. */
  readonly also: readonly string[]
}

/** Longest text of a list's line. */
const MOST = 120

/** `YD1 提高人才培养质量` */
export const priorityLabels = ({ priorities }: Pick<Desk, 'priorities'>): Label[] =>
  priorities.map(({ id, text }) => ({
    value: id,
    text: oneLine(`${id} ${text}`),
    also: [id, oneLine(text)],
  }))

export function workItemLabels({ workItems }: Pick<Desk, 'workItems'>): Label[] {
  const names = workItems.map((item) => item.name)
  return workItems.map(({ id, name }) => {
    const isShared = names.filter((one) => one === name).length > 1
    return { value: id, text: oneLine(isShared ? `${name}（${id}）` : name), also: [id] }
  })
}

// Object.entries answers strings for the keys, though the type of the words lists them.
export const AIM_LABELS = (Object.entries(AIM_NAMES) as [Aim, string][]).map(
  ([value, text]): Label<Aim> => ({ value, text, also: [] }),
)

export const TYPE_LABELS = (Object.entries(TYPE_NAMES) as [GoalType, string][]).map(
  ([value, text]): Label<GoalType> => ({ value, text, also: [text.slice(0, 2)] }),
)

/** The value that a word stands for; undefined for any other word. */
export function valueFor<Value extends string>(
  labels: readonly Label<Value>[],
  word: string,
): Value | undefined {
  const found = labels.find((one) => one.text === word) ?? labels.find((one) => one.also.includes(word))
  return found?.value
}

/** How a list shows the value; the value itself where the list has it no more. */
export const textFor = (labels: readonly Label[], value: string): string =>
  labels.find((one) => one.value === value)?.text ?? value

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, MOST)
