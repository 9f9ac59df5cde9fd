/** A typed list of tasks, with every person and every share found; or the first thing that hinders it. */
import type { Candidate } from './owners.ts'
import { type OwnerRefusal, owned, ownerOf } from './owners.ts'
import type { TaskPlan } from './task.ts'
import { readTaskLines, sharesOf, type TaskLineFault } from './task-lines.ts'

/** Characters of a typed list: twenty tasks with long titles. */
export const LONGEST_LIST = 3000

export type ListRefusal =
  | OwnerRefusal
  | { readonly code: 'empty-list' }
  | { readonly code: 'unread-task'; readonly line: string; readonly fault: TaskLineFault }

export interface ListContext {
  /** The goal's year. */
  readonly year: number
  readonly unit: string
  readonly people: readonly Candidate[]
  /** The share of each task where none is said of any. */
  readonly usual: number
  /** Which of several people of one name is meant, by the name as it was typed. */
  readonly chosen: { readonly [typed: string]: string }
}

export function plansIn(
  text: string,
  { year, unit, people, usual, chosen }: ListContext,
): { readonly plans: readonly TaskPlan[] } | { readonly refusal: ListRefusal } {
  const { lines, faults } = readTaskLines(text, year)
  const [fault] = faults
  if (fault) return { refusal: { code: 'unread-task', ...fault } }
  if (lines.length === 0) return { refusal: { code: 'empty-list' } }
  const shares = sharesOf(lines, usual)
  const plans: TaskPlan[] = []
  for (const [position, line] of lines.entries()) {
    const { title, owner: typed } = owned(line, people)
    const found = ownerOf(typed, people, { unit, chosen: chosen[typed] })
    if ('refusal' in found) return found
    const { id, name } = found.owner
    plans.push({ title, owner: id, ownerName: name, dueOn: line.dueOn, share: shares[position] ?? 1 })
  }
  return { plans }
}
