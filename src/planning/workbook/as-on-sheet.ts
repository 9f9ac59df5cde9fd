import { asLines } from '../../workbook/cell-text.ts'
import type { GoalEntry } from '../rules/entry.ts'
import { entryFrom } from '../rules/entry-from.ts'
import type { GoalContent } from '../rules/goal.ts'
import { TEXT_COLUMNS } from './layout.ts'

/** The goal's form after it has been on a sheet, so that what a sheet cannot carry is no change. */
export function asOnSheet(content: GoalContent): GoalEntry {
  const entry = entryFrom(content)
  return { ...entry, ...Object.fromEntries(TEXT_COLUMNS.map((column) => [column, asLines(entry[column])])) }
}
