/** Which goal each row of a unit means: the one of its number, or one that says the same already; else it is new. Pure. */
import { changedFields } from '../rules/entry-from.ts'
import type { Goal } from '../rules/goal.ts'
import { asOnSheet } from './as-on-sheet.ts'
import type { GoalProblem } from './fault.ts'
import type { GoalColumn } from './layout.ts'
import type { GoalRow } from './read-row.ts'

export interface Matched {
  readonly row: GoalRow
  /** Null for a new goal. */
  readonly goal: Goal | null
}

export interface Misfit {
  readonly row: number
  readonly column: GoalColumn
  readonly problem: GoalProblem
}

export interface Matching {
  readonly matched: readonly Matched[]
  readonly misfits: readonly Misfit[]
}

/** A file that is sent twice must not draft its goals twice, so a new row is none that has the name of another goal. */
export function matchRows(rows: readonly GoalRow[], goals: readonly Goal[]): Matching {
  const numbered = matchNumbers(rows, goals)
  const taken = new Set(numbered.matched.map(({ goal }) => goal?.id))
  const free = goals.filter((goal) => !taken.has(goal.id))
  const unnumbered = matchContents(
    rows.filter((row) => row.number === null),
    free,
    numbered.matched,
  )
  const matched = [...numbered.matched, ...unnumbered.matched]
  return {
    matched: matched.toSorted((a, b) => a.row.row - b.row.row),
    misfits: [...numbered.misfits, ...unnumbered.misfits],
  }
}

function matchNumbers(rows: readonly GoalRow[], goals: readonly Goal[]): Matching {
  const matched: Matched[] = []
  const misfits: Misfit[] = []
  const rowOf = new Map<number, number>()
  const byNumber = new Map(goals.map((goal) => [goal.number, goal]))
  for (const row of rows) {
    if (row.number === null) continue
    const [goal, firstRow] = [byNumber.get(row.number), rowOf.get(row.number)]
    const misfit = (problem: GoalProblem): unknown =>
      misfits.push({ row: row.row, column: 'number', problem })
    if (firstRow !== undefined) misfit({ code: 'repeated-number', firstRow })
    else if (goal) {
      rowOf.set(row.number, row.row)
      matched.push({ row, goal })
    }
  }
  return { matched, misfits }
}

function matchContents(
  rows: readonly GoalRow[],
  goals: readonly Goal[],
  numbered: readonly Matched[],
): Matching {
  const matched: Matched[] = []
  const misfits: Misfit[] = []
  const free = new Set(goals)
  const rowOf = new Map(numbered.map(({ row }) => [nameOf(row.content), row.row]))
  for (const row of rows) {
    const name = nameOf(row.content)
    const namesakes = [...free].filter((goal) => nameOf(goal.content) === name)
    const same = namesakes.find(
      (goal) => changedFields(asOnSheet(goal.content), asOnSheet(row.content)).length === 0,
    )
    const [other, firstRow] = [namesakes[0], rowOf.get(name)]
    const misfit = (problem: GoalProblem): unknown => misfits.push({ row: row.row, column: 'title', problem })
    if (same) {
      free.delete(same)
      matched.push({ row, goal: same })
    } else if (firstRow !== undefined) misfit({ code: 'repeated-title', firstRow })
    else if (other) misfit({ code: 'known-title', number: other.number })
    else {
      rowOf.set(name, row.row)
      matched.push({ row, goal: null })
    }
  }
  return { matched, misfits }
}

const nameOf = ({ type, title }: Goal['content']): string => `${type}\n${title}`
