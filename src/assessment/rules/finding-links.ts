/** Typed lines say nothing of the findings that they rest on: the link is found again in what is held already (rulebook 4). */
import type { Deduction, Entries, Entry } from './entry.ts'
import { inLine } from './fit.ts'

/**
 * The entries with the findings of the known deductions whose words, points and criterion a line still has, within one
 * goal; the first of the known ones counts. A finding is linked once in a goal: a line that was typed twice is another's.
 */
export function linkedEntries(typed: Entries, known: readonly Entries[]): Entries {
  return Object.fromEntries(
    Object.entries(typed).map(([goal, entry]) => [goal, linked(entry, known.flatMap(linkedIn(goal)))]),
  )
}

const linkedIn =
  (goal: string) =>
  (entries: Entries): readonly Deduction[] => {
    const entry = entries[goal]
    return entry?.kind === 'deductions' ? entry.deductions.filter((one) => one.finding !== undefined) : []
  }

function linked(entry: Entry, known: readonly Deduction[]): Entry {
  if (entry.kind !== 'deductions' || known.length === 0) return entry
  const used = new Set(entry.deductions.flatMap((one) => one.finding ?? []))
  const deductions = entry.deductions.map((one): Deduction => {
    if (one.finding !== undefined) return one
    const found = known.find(
      (other) => other.finding !== undefined && !used.has(other.finding) && isSame(one, other),
    )
    if (found?.finding === undefined) return one
    used.add(found.finding)
    return { ...one, finding: found.finding }
  })
  return { ...entry, deductions }
}

/** As the form writes them: on one line. */
const isSame = (one: Deduction, other: Deduction): boolean =>
  one.points === other.points &&
  inLine(one.reason) === inLine(other.reason) &&
  inLine(one.criterion) === inLine(other.criterion)
