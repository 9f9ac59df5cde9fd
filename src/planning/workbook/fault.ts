/** What can be wrong on the sheet 目标: data with its place; `fault-wording` has the sentences. */
import type { GoalType } from '../../store/schema/planning.ts'
import type { CellFault, StructureProblem } from '../../workbook/fault.ts'
import type { Fault } from '../rules/entry.ts'
import type { PlanningRefusal } from '../rules/refusals.ts'

export type GoalProblem =
  | StructureProblem
  | { readonly code: 'empty-cell' }
  | { readonly code: 'error-cell' }
  | { readonly code: 'foreign-unit' }
  | { readonly code: 'unknown-type' }
  | { readonly code: 'unlisted-word' }
  | { readonly code: 'needless-cell'; readonly type: GoalType }
  | { readonly code: 'malformed-number' }
  | { readonly code: 'unknown-number' }
  | { readonly code: 'repeated-number'; readonly firstRow: number }
  | { readonly code: 'malformed-figure' }
  | { readonly code: 'malformed-date' }
  | { readonly code: 'known-title'; readonly number: number }
  | { readonly code: 'repeated-title'; readonly firstRow: number }
  | { readonly code: 'faulty-field'; readonly fault: Fault }
  | { readonly code: 'refused-row'; readonly refusal: PlanningRefusal }

export type GoalFault = CellFault<'goals', GoalProblem>
