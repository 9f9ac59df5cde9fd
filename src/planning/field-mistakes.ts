/** Faults of a goal that concern several questions of its form, each beside the question where it is mended. */
import type { FieldMistake } from '../kernel/view.ts'
import { type Fault, type GoalEntry, type GoalField, readGoal } from './rules/entry.ts'
import { missingFaults } from './rules/missing.ts'
import { FAULT_WORDS } from './wording.ts'

/** The question of the form where a field is filled in. */
const QUESTIONS: { readonly [field in GoalField]?: string } = {
  measure: 'seen',
  measureUnit: 'measure_unit',
  dueOn: 'due_on',
  workItem: 'work_item',
}

const mistakeOf = (fault: Fault): FieldMistake => ({
  name: QUESTIONS[fault.field] ?? fault.field,
  text: FAULT_WORDS[fault.fault](fault),
})

/** Article 12: a goal is measured by a figure or by a description, not by both. */
export const doubledMeasure = (entry: GoalEntry): FieldMistake[] =>
  faultsOf(entry)
    .filter((fault) => fault.fault === 'doubled')
    .map(mistakeOf)

/** Of a goal that must be whole at once: all that it lacks, too. */
export function unfinished(entry: GoalEntry): FieldMistake[] {
  const read = readGoal(entry, catalogueOf(entry))
  const faults = 'faults' in read ? read.faults : missingFaults(read.content)
  return faults.map(mistakeOf)
}

function faultsOf(entry: GoalEntry): readonly Fault[] {
  const read = readGoal(entry, catalogueOf(entry))
  return 'faults' in read ? read.faults : []
}

/** What the entry refers to is the command's to look up. */
const catalogueOf = ({ dueOn, priority, workItem }: GoalEntry) => ({
  year: Number(dueOn.slice(0, 4)),
  priorities: [priority],
  workItems: [{ id: workItem, name: workItem, standard: '' }],
})
