import type { FormValues } from '../kernel/view.ts'
import type { GoalType } from '../store/schema/planning.ts'
import type { GoalEntry } from './rules/entry.ts'
import type { Aim } from './rules/goal.ts'

/** What was filled into the goal form, as the command takes it. */
export function entryOf(values: FormValues, type: GoalType): GoalEntry {
  const text = (name: string): string => {
    const value = values[name]
    return typeof value === 'string' ? value : ''
  }
  const figure = (name: string): number | null => {
    const value = values[name]
    return typeof value === 'number' ? value : null
  }
  return {
    type,
    title: text('title'),
    content: text('content'),
    indicator: text('indicator'),
    measureUnit: text('measure_unit'),
    target: figure('target'),
    seen: text('seen'),
    weight: figure('weight'),
    owner: text('owner'),
    budget: figure('budget'),
    criterion: text('criterion'),
    dueOn: text('due_on'),
    priority: text('priority'),
    aim: aimOf(text('aim')),
    justification: text('justification'),
    workItem: text('work_item'),
  }
}

function aimOf(value: string): Aim | null {
  return value === 'level' || value === 'method' || value === 'concern' ? value : null
}
