/** By what a goal will be judged; of a routine goal its work item's standard, the same for every unit (Article 11). */
import { markOf } from '../../policy/rules/mark.ts'
import type { WorkItem } from './entry.ts'
import type { Goal, GoalContent } from './goal.ts'

/** The criterion as it stands today; of a routine goal its work item's standard. */
export function criterionOf(content: GoalContent, workItems: readonly WorkItem[]): string {
  if (content.type !== 'routine') return content.criterion
  return workItems.find((one) => one.id === content.workItem)?.standard ?? ''
}

/**
 * A mark of the standards by which these goals are judged; '' without routine goals. A standard is not part of a
 * goal's revision, so whoever decides names this mark beside it.
 */
export function standardsMark(
  goals: readonly Pick<Goal, 'id' | 'content'>[],
  workItems: readonly WorkItem[],
): string {
  const standards = goals.flatMap(({ id, content }) =>
    content.type === 'routine' ? [[id, criterionOf(content, workItems)]] : [],
  )
  return standards.length === 0 ? '' : markOf(standards)
}
