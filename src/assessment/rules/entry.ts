/** What one assessor, or the whole group, holds of one goal. Points and scores in hundredths. */
import { never } from '../../kernel/decision.ts'
import type { GoalId } from '../../kernel/ids.ts'
import { type AssessedGoal, basisOf } from './goal.ts'
import type { Level } from './levels.ts'

export const FULL_SCORE = 100_00

export interface Deduction {
  readonly points: number
  readonly reason: string
  /** The criterion that it rests on. */
  readonly criterion: string
  /** Number of the inspection's finding that was taken; absent of what an assessor found. */
  readonly finding?: number
}

/** Standard regime: deductions (Article 23). Graded regime: a level and a score inside its band (Article 24). */
export type Entry =
  | { readonly kind: 'deductions'; readonly deductions: readonly Deduction[] }
  | {
      readonly kind: 'level'
      readonly level: Level
      readonly score: number
      /** '' only for 一级. */
      readonly reason: string
    }

export type Entries = { readonly [goal: GoalId]: Entry }

/** How a goal came to its score: 100 − `deducted` = `score`, but where more was deducted than there was. Hundredths. */
export interface Ledger {
  /** Σ of the points. */
  readonly deducted: number
  /** Whether more than 100 points were deducted, and the score stops at 0. */
  readonly floored: boolean
  readonly score: number
}

/** Article 23: a goal starts at 100 and never falls below 0. Article 24: what a level's score is short of 100 is its deduction. */
export function ledgerOf(entry: Entry): Ledger {
  switch (entry.kind) {
    case 'deductions': {
      const deducted = entry.deductions.reduce((sum, one) => sum + one.points, 0)
      return { deducted, floored: deducted > FULL_SCORE, score: Math.max(0, FULL_SCORE - deducted) }
    }
    case 'level':
      return { deducted: FULL_SCORE - entry.score, floored: false, score: entry.score }
    default:
      return never(entry)
  }
}

export const scoreOf = (entry: Entry): number => ledgerOf(entry).score

/** The deductions that the unit is told of (Article 22); under the graded regime what is short of 100, with its reason. */
export function deductionsOf(entry: Entry, goal: AssessedGoal): readonly Deduction[] {
  if (entry.kind === 'deductions') return entry.deductions
  if (entry.score === FULL_SCORE) return []
  return [{ points: FULL_SCORE - entry.score, reason: entry.reason, criterion: basisOf(goal) }]
}

/** The goals of a list that have no entry yet. */
export function unfilledGoals(goals: readonly AssessedGoal[], entries: Entries): readonly AssessedGoal[] {
  return goals.filter((goal) => entries[goal.id] === undefined)
}
