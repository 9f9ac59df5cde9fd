/** How points and goals are said on every card of the assessment. */
import { type GoalType, goalName, TYPE_NAMES } from './goal-words.ts'
import { type Element, type Field, type FieldElement, field } from './kit.ts'

/** `2.5` of 250 hundredths. */
export const sayPoints = (hundredths: number): string => String(hundredths / 100)

/** `89.09` of 8909 hundredths: a score always shows two decimals. */
export const sayScore = (hundredths: number): string => (hundredths / 100).toFixed(2)

export interface GoalFacts {
  readonly number: number
  readonly type: GoalType
  readonly title: string
  readonly measure: string
  readonly criterion: string
  /** For people; '' without one. */
  readonly due: string
  /** What became of it in force, in one line (Article 17). */
  readonly adjusted?: string
}

/** `目标3 教材建设（重点目标）` */
export const nameGoal = (goal: Pick<GoalFacts, 'number' | 'type' | 'title'>): string =>
  `${goalName(goal.number)} ${goal.title}（${TYPE_NAMES[goal.type]}）`

/** A goal to be scored: what it is judged by, whatever else helps, and the questions about it. */
export function goalBlock(
  goal: GoalFacts,
  help: readonly string[],
  fields: readonly Field[],
): readonly (Element | FieldElement)[] {
  const facts = [
    ...(goal.measure === '' ? [] : [`衡量方式：${goal.measure}`]),
    `评价标准：${goal.criterion || '未写明'}`,
    ...(goal.due === '' ? [] : [`完成时限：${goal.due}`]),
    ...(goal.adjusted ? [goal.adjusted] : []),
    ...help,
  ]
  return [
    {
      tag: 'fold',
      title: nameGoal(goal),
      open: true,
      elements: [{ tag: 'text', spans: [{ text: facts.join('\n'), tone: 'muted' }], size: 'small' }],
    },
    ...fields.map(field),
  ]
}
