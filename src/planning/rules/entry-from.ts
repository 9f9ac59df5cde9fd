/** A goal's content as the form that would make it: to be filled in again, carried on a sheet, or compared. */
import type { GoalEntry } from './entry.ts'
import type { GoalContent } from './goal.ts'

export function entryFrom(content: GoalContent): GoalEntry {
  const { type, measure } = content
  const counted = measure?.kind === 'quantified' ? measure : undefined
  return {
    type,
    title: content.title,
    content: content.content,
    indicator: counted?.indicator ?? '',
    measureUnit: counted?.measureUnit ?? '',
    target: counted?.target ?? null,
    seen: measure?.kind === 'qualitative' ? measure.seen : '',
    weight: content.weight,
    owner: content.owner,
    budget: content.budget,
    criterion: type === 'routine' ? '' : content.criterion,
    dueOn: content.dueOn ?? '',
    priority: type === 'key' ? (content.priority ?? '') : '',
    aim: type === 'special' ? content.aim : null,
    justification: type === 'special' ? content.justification : '',
    workItem: type === 'routine' ? (content.workItem ?? '') : '',
  }
}

/** The fields in which two goals of one type differ. */
export function changedFields(left: GoalEntry, right: GoalEntry): (keyof GoalEntry)[] {
  // Object.keys answers string[], though the type of an entry lists its keys.
  return (Object.keys(left) as (keyof GoalEntry)[]).filter((field) => left[field] !== right[field])
}
