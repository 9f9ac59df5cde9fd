import type { Role } from '../../store/schema/organization.ts'
import type { Counts } from '../rules/roster.ts'
import type { SheetKey } from './layout.ts'

/** One line of the preview: what a roster does to one unit, person, role, group, priority or work item. */
export interface Line {
  readonly sheet: SheetKey
  readonly what: 'add' | 'change' | 'end'
  readonly name: string
  /** Our terms for the columns that differ, for a change. */
  readonly fields: readonly string[]
  readonly role?: { readonly role: Role; readonly scope: string }
}

export function countLines(lines: readonly Line[]): Counts {
  const count = (what: Line['what']): number => lines.filter((line) => line.what === what).length
  return { added: count('add'), changed: count('change'), ended: count('end') }
}
