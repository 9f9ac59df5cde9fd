import { TYPE_NAMES } from '../../../cards/goal-words.ts'
import type { Desk } from '../drafting-desk.ts'
import { entryFrom } from '../rules/entry-from.ts'
import type { Goal } from '../rules/goal.ts'
import { AIM_LABELS, priorityLabels, textFor, workItemLabels } from './labels.ts'
import type { GoalColumn } from './layout.ts'

/** A goal as a row of the sheet 目标; figures as numbers. */
export function cellsOf(
  { number, content }: Pick<Goal, 'number' | 'content'>,
  unit: string,
  desk: Pick<Desk, 'priorities' | 'workItems'>,
): { readonly [column in GoalColumn]: string | number | null } {
  const entry = entryFrom(content)
  return {
    ...entry,
    number,
    unit,
    type: TYPE_NAMES[entry.type],
    target: figure(entry.target),
    weight: figure(entry.weight),
    budget: figure(entry.budget),
    priority: textFor(priorityLabels(desk), entry.priority),
    aim: entry.aim && textFor(AIM_LABELS, entry.aim),
    workItem: textFor(workItemLabels(desk), entry.workItem),
  }
}

const figure = (hundredths: number | null): number | null => (hundredths === null ? null : hundredths / 100)
