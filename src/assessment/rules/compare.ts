/** The sheets side by side (Article 22): the scores of each goal, their spread and mean, and where they agree. */
import { Fraction } from 'fraction.js'
import type { LevelPolicy } from '../../policy/rules/policy.ts'
import type { Sitting } from './assessment.ts'
import { LONGEST_TEXT } from './deduction-lines.ts'
import { type Entries, type Entry, scoreOf } from './entry.ts'
import { cut, fitted, inLine } from './fit.ts'
import { type AssessedGoal, basisOf } from './goal.ts'
import { levelOf, REGULATION_LEVELS } from './levels.ts'
import type { Member } from './panel.ts'
import { exactOf, roundHalfUp, wholeOf } from './score/exact.ts'

export interface Comparison {
  readonly goal: AssessedGoal
  readonly sheets: readonly { readonly member: Member; readonly entry: Entry; readonly score: number }[]
  /** Highest less lowest, hundredths. */
  readonly spread: number
  /** Hundredths, rounded half up: information, nothing is decided by it. */
  readonly mean: number
}

export function compareSheets(sitting: Sitting): readonly Comparison[] {
  return sitting.goals.map((goal) => {
    const sheets = sitting.present.flatMap((member) => {
      const entry = sitting.sheets[member.id]?.[goal.id]
      return entry ? [{ member, entry, score: scoreOf(entry) }] : []
    })
    const scores = sheets.map((one) => one.score)
    return { goal, sheets, spread: Math.max(...scores) - Math.min(...scores), mean: meanOf(scores) }
  })
}

function meanOf(scores: readonly number[]): number {
  return wholeOf(
    exactOf(
      new Fraction(
        scores.reduce((sum, one) => sum + one, 0),
        Math.max(1, scores.length),
      ),
    ),
  )
}

/** Goals on which all sheets say the very same: there the proposal need not be written. */
export function unanimousEntries(sitting: Sitting): Entries {
  return Object.fromEntries(
    compareSheets(sitting).flatMap(({ goal, sheets }) => {
      const [first, ...rest] = sheets.map((one) => one.entry)
      const same = rest.every((entry) => JSON.stringify(entry) === JSON.stringify(first))
      return first && same ? [[goal.id, first] as const] : []
    }),
  )
}

/**
 * What the proposal's form is filled with at first: the deductions of the sheet nearest to the mean, never those of
 * several members added up; or the mean's level and score.
 */
export function suggestEntry(one: Comparison, levels: LevelPolicy = REGULATION_LEVELS): Entry {
  const nearest = nearestToMean(one)?.entry ?? { kind: 'deductions', deductions: [] }
  if (nearest.kind === 'level') return suggestLevel(one, levels)
  const lines = nearest.deductions.map((deduction) => ({ ...deduction, reason: inLine(deduction.reason) }))
  return { kind: 'deductions', deductions: fitted(lines, basisOf(one.goal)) }
}

/** Of two that are as near, the one that is better for the unit. */
function nearestToMean({ sheets, mean }: Comparison): Comparison['sheets'][number] | undefined {
  return sheets.toSorted(
    (a, b) => Math.abs(a.score - mean) - Math.abs(b.score - mean) || b.score - a.score,
  )[0]
}

function suggestLevel(one: Comparison, levels: LevelPolicy): Entry {
  const reasons = one.sheets.flatMap(({ entry }) =>
    entry.kind === 'level' && entry.reason ? [entry.reason] : [],
  )
  const score = Number(roundHalfUp(new Fraction(one.mean, 100), 0).n) * 100
  return {
    kind: 'level',
    level: levelOf(score, levels),
    score,
    reason: cut([...new Set(reasons)].join('；'), LONGEST_TEXT),
  }
}
