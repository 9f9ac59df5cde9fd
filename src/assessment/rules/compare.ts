/** The sheets side by side (Article 22): the scores of each goal, their spread and mean, and where they agree. */
import { Fraction } from 'fraction.js'
import type { Sitting } from './assessment.ts'
import { type Deduction, type Entries, type Entry, FULL_SCORE, scoreOf } from './entry.ts'
import type { AssessedGoal } from './goal.ts'
import { levelOf } from './levels.ts'
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
 * several members added up; or the mean's level and score. Under `averaged` all deductions share the mean's.
 */
export function suggestEntry(one: Comparison, averaged: boolean): Entry {
  const [first] = one.sheets
  if (first?.entry.kind === 'level') return suggestLevel(one, averaged)
  if (!averaged) return nearestToMean(one)?.entry ?? { kind: 'deductions', deductions: [] }
  const all = distinct(
    one.sheets.flatMap(({ entry }) => (entry.kind === 'deductions' ? entry.deductions : [])),
  )
  return { kind: 'deductions', deductions: apportion(FULL_SCORE - one.mean, all) }
}

function nearestToMean({ sheets, mean }: Comparison): Comparison['sheets'][number] | undefined {
  return sheets.toSorted((a, b) => Math.abs(a.score - mean) - Math.abs(b.score - mean))[0]
}

function suggestLevel(one: Comparison, averaged: boolean): Entry {
  const reasons = one.sheets.flatMap(({ entry }) =>
    entry.kind === 'level' && entry.reason ? [entry.reason] : [],
  )
  const whole = Number(roundHalfUp(new Fraction(one.mean, 100), 0).n) * 100
  const score = averaged ? one.mean : whole
  return { kind: 'level', level: levelOf(score), score, reason: [...new Set(reasons)].join('；') }
}

function distinct(all: readonly Deduction[]): readonly Deduction[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
}

/** Shares `total` hundredths among the deductions by their points, to the last hundredth (largest remainder). */
export function apportion(total: number, all: readonly Deduction[]): readonly Deduction[] {
  const sum = all.reduce((points, one) => points + one.points, 0)
  const shares = all.map((one, order) => {
    const product = total * one.points
    return { one, order, points: Math.floor(product / sum), rest: product % sum }
  })
  let left = total - shares.reduce((points, share) => points + share.points, 0)
  const byRest = shares.toSorted((a, b) => b.rest - a.rest || a.order - b.order)
  const full = byRest.map((share) => ({ ...share, points: share.points + (left-- > 0 ? 1 : 0) }))
  return full
    .toSorted((a, b) => a.order - b.order)
    .flatMap(({ one, points }) => (points > 0 ? [{ ...one, points }] : []))
}
