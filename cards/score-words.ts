/** How points and goals are said on every card of the assessment. */
import { GOAL_TYPE_NAMES } from './goal-words.ts'

export type GoalType = keyof typeof GOAL_TYPE_NAMES

/** `2.5` of 250 hundredths. */
export const sayPoints = (hundredths: number): string => String(hundredths / 100)

/** `89.09` of 8909 hundredths: a final score always shows two decimals. */
export const sayScore = (hundredths: number): string => (hundredths / 100).toFixed(2)

export interface GoalFacts {
  readonly number: number
  readonly type: GoalType
  readonly title: string
  readonly measure: string
  readonly criterion: string
  /** For people, '' without one. */
  readonly due: string
}

/** `目标3 [重点] 教材建设` */
export const nameGoal = (goal: Pick<GoalFacts, 'number' | 'type' | 'title'>): string =>
  `目标${goal.number}（${GOAL_TYPE_NAMES[goal.type]}）${goal.title}`
