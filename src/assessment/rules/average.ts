/**
 * Policy `agreement` = `averaged` (rulebook 5): the mean of the sheets is the proposal that the members confirm. What
 * the members deducted goes with it in proportion, so that 100 − Σ = score to the last hundredth.
 */
import { Fraction } from 'fraction.js'
import type { GoalId } from '../../kernel/ids.ts'
import type { LevelPolicy } from '../../policy/rules/policy.ts'
import type { Sitting } from './assessment.ts'
import { type Comparison, compareSheets } from './compare.ts'
import { LONGEST_TEXT } from './deduction-lines.ts'
import { type Deduction, type Entries, type Entry, FULL_SCORE, ledgerOf } from './entry.ts'
import { cut, fitted, inLine } from './fit.ts'
import { basisOf } from './goal.ts'
import { levelOf, REGULATION_LEVELS } from './levels.ts'
import { roundHalfUp } from './score/exact.ts'

/** Hundredths: of deductions the mean rounded to 0.01, of levels rounded to a whole point (Article 24), each once and half up. */
export function averagedScore({ sheets }: Comparison): number {
  const sum = sheets.reduce((total, one) => total + one.score, 0)
  const mean = new Fraction(sum, Math.max(1, sheets.length))
  const whole = sheets[0]?.entry.kind === 'level' ? 100 : 1
  return Number(roundHalfUp(mean.div(whole), 0).n) * whole
}

export const averagedEntries = (sitting: Sitting, levels: LevelPolicy): Entries =>
  Object.fromEntries(compareSheets(sitting).map((one) => [one.goal.id, averagedEntry(one, levels)]))

export function averagedEntry(one: Comparison, levels: LevelPolicy = REGULATION_LEVELS): Entry {
  const score = averagedScore(one)
  return one.sheets[0]?.entry.kind === 'level'
    ? { kind: 'level', level: levelOf(score, levels), score, reason: reasonsOf(one) }
    : {
        kind: 'deductions',
        deductions: fitted(apportion(FULL_SCORE - score, merged(one)), basisOf(one.goal)),
      }
}

/** Those of the entries that keep to the mean, and whose deductions come to what is short of 100. */
export function entriesOnMean(sitting: Sitting, entries: Entries): Entries {
  const means = new Map<GoalId, number>(
    compareSheets(sitting).map((one) => [one.goal.id, averagedScore(one)]),
  )
  return Object.fromEntries(
    Object.entries(entries).filter(([goal, entry]) => isOnMean(entry, means.get(goal) ?? 0)),
  )
}

export function isOnMean(entry: Entry, mean: number): boolean {
  const { score, deducted } = ledgerOf(entry)
  return score === mean && deducted === FULL_SCORE - mean
}

/** Lowest score first; the same words once, whoever wrote them. */
function reasonsOf({ sheets }: Comparison): string {
  const reasons = sheets
    .flatMap(({ entry, score }) =>
      entry.kind === 'level' && entry.reason ? [{ score, reason: entry.reason }] : [],
    )
    .toSorted((a, b) => a.score - b.score || compareText(a.reason, b.reason))
    .map((one) => one.reason)
  return cut([...new Set(reasons)].join('；'), LONGEST_TEXT)
}

/** All members' deductions, those for the same reason by the same criterion added up; heaviest first. */
function merged({ sheets }: Comparison): readonly Deduction[] {
  const sums = new Map<string, Deduction>()
  for (const { entry } of sheets) {
    for (const one of entry.kind === 'deductions' ? entry.deductions : []) {
      const { points: _, ...rest } = one
      const plain = { ...rest, reason: inLine(one.reason), criterion: one.criterion }
      const key = JSON.stringify([plain.reason, plain.criterion, plain.finding ?? null])
      sums.set(key, { ...plain, points: (sums.get(key)?.points ?? 0) + one.points })
    }
  }
  return [...sums]
    .toSorted(([a, one], [b, other]) => other.points - one.points || compareText(a, b))
    .map(([, one]) => one)
}

/** By code units: the same order wherever it is computed. */
const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

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
