/** What a goal still lacks before it can be sent (Articles 9-12). */
import type { Fault, GoalField } from './entry.ts'
import type { GoalContent, Measure } from './goal.ts'

/** Every field that must be filled in first, in the order of the form. */
export function missingFields(content: GoalContent): GoalField[] {
  const always: GoalField[] = content.content === '' ? ['content'] : []
  switch (content.type) {
    case 'key':
      return [
        ...always,
        ...missingMeasure(content.measure),
        ...(content.criterion === '' ? (['criterion'] as const) : []),
        ...(content.dueOn === null ? (['dueOn'] as const) : []),
        ...(content.priority === null ? (['priority'] as const) : []),
      ]
    case 'special':
      return [
        ...always,
        ...missingMeasure(content.measure),
        ...(content.aim === null ? (['aim'] as const) : []),
      ]
    case 'routine':
      // Article 11: a brief note is enough, and the work item's standard measures it.
      return [...always, ...(content.workItem === null ? (['workItem'] as const) : [])]
  }
}

/** Article 12: a figure needs its indicator and target; what cannot be counted needs to be described. */
function missingMeasure(measure: Measure | null): GoalField[] {
  if (measure === null) return ['measure']
  if (measure.kind === 'qualitative') return []
  return [
    ...(measure.indicator === '' ? (['indicator'] as const) : []),
    ...(measure.target === null ? (['target'] as const) : []),
  ]
}

/** The same as faults of a form, where a goal must be whole at once. */
export const missingFaults = (content: GoalContent): Fault[] =>
  missingFields(content).map((field) => ({ field, fault: 'missing' }))
