/** What several members wrote, in one question of the proposal's form. */
import { LONGEST_TEXT, writeDeductionLines } from './deduction-lines.ts'
import type { Deduction } from './entry.ts'

/** What the last line may take where not all have room. */
const ROOM_FOR_REST = 300
/** Points, blanks and the end of the line. */
const ROOM_FOR_POINTS = 10

/** The deductions where they have room in one question; else the first ones, and the others added up in a last line. */
export function fitted(all: readonly Deduction[], basis: string): readonly Deduction[] {
  const fits = (some: readonly Deduction[], most: number) => writeDeductionLines(some, basis).length <= most
  if (fits(all, LONGEST_TEXT)) return all
  let kept = 0
  while (fits(all.slice(0, kept + 1), LONGEST_TEXT - ROOM_FOR_REST)) kept += 1
  const rest = all.slice(kept)
  const written = writeDeductionLines(all.slice(0, kept), basis).length
  const reason = cut(rest.map((one) => one.reason).join('；'), LONGEST_TEXT - written - ROOM_FOR_POINTS)
  const points = rest.reduce((sum, one) => sum + one.points, 0)
  return [...all.slice(0, kept), { points, reason, criterion: basis }]
}

/** A reason on one line, as the form reads it back; `|` stands there before another criterion. */
export const inLine = (reason: string): string =>
  reason.replaceAll(/\s+/g, ' ').replaceAll(/[|｜]/g, '／').trim()

export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  // Half of a letter of two code units is left out.
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}
