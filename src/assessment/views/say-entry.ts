import { sayPoints } from '../../../cards/score-words.ts'
import { type Deduction, deductionsOf, type Entry, scoreOf } from '../rules/entry.ts'
import type { AssessedGoal } from '../rules/goal.ts'

export const sayDeduction = (one: Deduction): string =>
  `扣${sayPoints(one.points)}分${one.reason === '' ? '' : `，${one.reason}`}`

/** What one member gave a goal, in a line. */
export function sayEntry(entry: Entry, goal: AssessedGoal): string {
  const deductions = deductionsOf(entry, goal).map(sayDeduction).join('；')
  return `${sayPoints(scoreOf(entry))}分${deductions === '' ? '' : `（${deductions}）`}`
}
