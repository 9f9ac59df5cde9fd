/** Marks are what a form brings; entries are what has been checked. Every fault is named at once. */
import type { Regime } from '../../organization/rules/actor.ts'
import type { LevelPolicy } from '../../policy/rules/policy.ts'
import { type LineFault, LONGEST_TEXT, readDeductionLines } from './deduction-lines.ts'
import type { Entries, Entry } from './entry.ts'
import { type AssessedGoal, basisOf } from './goal.ts'
import { bandsOf, isInBand, type Level, REGULATION_LEVELS } from './levels.ts'

/** `goal`: the goal's number. `score` in hundredths. */
export type Mark =
  | { readonly goal: number; readonly deductions: string }
  | {
      readonly goal: number
      readonly level: Level | null
      readonly score: number | null
      readonly reason: string
    }

export type MarkFault =
  | ({ readonly goal: number } & LineFault)
  | {
      readonly goal: number
      readonly what:
        | 'unknown-goal'
        | 'other-regime'
        | 'long-text'
        | 'missing-level'
        | 'missing-score'
        | 'broken-score'
        | 'missing-level-reason'
    }
  | {
      readonly goal: number
      readonly what: 'outside-band'
      readonly level: Level
      readonly from: number
      readonly to: number
    }

/** Articles 23 and 24. A graded mark in which nothing was filled in is passed over: the goal stays unscored. */
export function readMarks(
  regime: Regime,
  goals: readonly AssessedGoal[],
  marks: readonly Mark[],
  levels: LevelPolicy = REGULATION_LEVELS,
): { readonly entries: Entries } | { readonly faults: readonly MarkFault[] } {
  const read = marks.filter((mark) => !isBlank(mark)).map((mark) => readMark(regime, goals, mark, levels))
  const faults = read.flatMap((one) => ('faults' in one ? one.faults : []))
  if (faults.length > 0) return { faults }
  return {
    entries: Object.fromEntries(
      read.flatMap((one) => ('entry' in one ? [[one.goal, one.entry] as const] : [])),
    ),
  }
}

type Read = { readonly goal: string; readonly entry: Entry } | { readonly faults: readonly MarkFault[] }

const isBlank = (mark: Mark): boolean =>
  'level' in mark && mark.level === null && mark.score === null && mark.reason.trim() === ''

function readMark(regime: Regime, goals: readonly AssessedGoal[], mark: Mark, levels: LevelPolicy): Read {
  const goal = goals.find((one) => one.number === mark.goal)
  if (!goal) return fault(mark.goal, 'unknown-goal')
  if ('deductions' in mark) {
    return regime === 'standard' ? readText(goal, mark.deductions) : fault(mark.goal, 'other-regime')
  }
  return regime === 'graded' ? readLevel(goal, mark, levels) : fault(mark.goal, 'other-regime')
}

function readText(goal: AssessedGoal, text: string): Read {
  if (text.length > LONGEST_TEXT) return fault(goal.number, 'long-text')
  const read = readDeductionLines(text, basisOf(goal))
  if ('faults' in read) return { faults: read.faults.map((one) => ({ goal: goal.number, ...one })) }
  return { goal: goal.id, entry: { kind: 'deductions', deductions: read.deductions } }
}

function readLevel(
  goal: AssessedGoal,
  mark: Extract<Mark, { readonly reason: string }>,
  levels: LevelPolicy,
): Read {
  const { level, score } = mark
  const reason = mark.reason.trim()
  if (level === null) return fault(goal.number, 'missing-level')
  if (score === null) return fault(goal.number, 'missing-score')
  if (score % 100 !== 0) return fault(goal.number, 'broken-score')
  if (!isInBand(level, score, levels)) {
    return { faults: [{ goal: goal.number, what: 'outside-band', level, ...bandsOf(levels)[level] }] }
  }
  if (level !== 1 && reason === '') return fault(goal.number, 'missing-level-reason')
  if (reason.length > LONGEST_TEXT) return fault(goal.number, 'long-text')
  return { goal: goal.id, entry: { kind: 'level', level, score, reason } }
}

function fault(
  goal: number,
  what: Exclude<MarkFault['what'], LineFault['what'] | 'outside-band'>,
): { readonly faults: readonly MarkFault[] } {
  return { faults: [{ goal, what }] }
}
