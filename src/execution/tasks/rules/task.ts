/** The smaller parts of a goal in force (Article 18), and the percent that follows from them. */
import type { PersonId } from '../../../kernel/ids.ts'
import type { LocalDate } from '../../../kernel/time.ts'

export interface TaskPlan {
  readonly title: string
  readonly owner: PersonId
  /** Of that day. */
  readonly ownerName: string
  readonly dueOn: LocalDate
  /** Weight among the goal's tasks, a whole number above 0. */
  readonly share: number
}

export interface Task extends TaskPlan {
  /** Counted within the goal, from 1; never given again. */
  readonly number: number
  /** 0-100 */
  readonly percent: number
  /** An ended task counts no more. */
  readonly status: 'open' | 'ended'
  /** Why it was ended. */
  readonly endedFor?: string
}

/** What the contact said of the whole goal where it differs from its tasks' mean. */
export interface Stated {
  readonly percent: number
  /** It was above the mean: then it stands until the tasks have reached it. */
  readonly above: boolean
}

export const openTasks = (tasks: readonly Task[]): Task[] => tasks.filter(({ status }) => status === 'open')

/** Weighted mean of the open tasks, whole percent, rounded down so that only a finished goal has 100; null without tasks. */
export function meanOf(tasks: readonly Task[]): number | null {
  const open = openTasks(tasks)
  const shares = open.reduce((sum, task) => sum + task.share, 0)
  if (shares === 0) return null
  return Math.floor(open.reduce((sum, task) => sum + task.share * task.percent, 0) / shares)
}

/** The share of a task of which none is said: as much as the goal's other tasks have in the middle. */
export function usualShare(tasks: readonly Task[]): number {
  const open = openTasks(tasks)
  const shares = open.reduce((sum, task) => sum + task.share, 0)
  return open.length === 0 ? 1 : Math.max(1, Math.round(shares / open.length))
}

/** Each open task's part of the goal in whole percent, by number; they may miss 100 by their rounding. */
export function partsOf(tasks: readonly Task[]): ReadonlyMap<number, number> {
  const open = openTasks(tasks)
  const shares = open.reduce((sum, task) => sum + task.share, 0)
  return new Map(open.map(({ number, share }) => [number, Math.round((share * 100) / shares)]))
}

/** What is stated above the mean ends when the tasks have reached it; what is stated below stands until it is said otherwise. */
export function standingAfter(stated: Stated | null, mean: number): Stated | null {
  return stated?.above && mean >= stated.percent ? null : stated
}

/** A change of tasks moves no percent by itself: where the mean falls behind, what was reached is held until it is reached again. */
export function heldAfter(stated: Stated | null, percent: number, tasks: readonly Task[]): Stated | null {
  const mean = meanOf(tasks)
  if (mean === null) return null
  return mean < percent ? { percent, above: true } : standingAfter(stated, mean)
}

/** The task with that number, while it counts. */
export const findOpen = (tasks: readonly Task[], number: number): Task | undefined =>
  openTasks(tasks).find((task) => task.number === number)
