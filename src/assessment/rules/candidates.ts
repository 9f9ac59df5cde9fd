/** Findings of inspections as candidate deductions: each assessor takes or drops every one (rulebook 4). */
import type { GoalId } from '../../kernel/ids.ts'
import type { FindingKind, FindingStatus, Severity } from '../../store/schema/inspection.ts'
import type { Deduction, Entries, Entry } from './entry.ts'
import { FULL_SCORE } from './entry.ts'
import type { AssessedGoal } from './goal.ts'

/** A published finding of the unit's year, 问题 or 整改. */
export interface Candidate {
  readonly number: number
  /** Null where it is about the unit, or about a goal that is not assessed: then the assessor names the goal that it counts on. */
  readonly goal: GoalId | null
  readonly kind: Exclude<FindingKind, 'good'>
  readonly severity: Severity | null
  readonly fact: string
  readonly status: FindingStatus
}

/** What an assessor made of a candidate. `points` in hundredths; null under the graded regime, where the score says it. */
export type Verdict =
  | {
      readonly kind: 'taken'
      readonly goal: GoalId
      readonly points: number | null
      readonly reason: string
      readonly criterion: string
    }
  | { readonly kind: 'dropped'; readonly reason: string }

/** By the finding's number. */
export type Verdicts = { readonly [finding: number]: Verdict }

export interface Marked {
  readonly entries: Entries
  readonly verdicts: Verdicts
}

/** The candidates that are neither taken nor dropped, or taken on a goal that is not assessed any more. */
export function openCandidates(
  candidates: readonly Candidate[],
  verdicts: Verdicts,
  goals: readonly AssessedGoal[],
): readonly Candidate[] {
  return candidates.filter(({ number }) => {
    const verdict = verdicts[number]
    if (!verdict) return true
    return verdict.kind === 'taken' && !goals.some((goal) => goal.id === verdict.goal)
  })
}

/** Goals that have full marks although a finding was taken there. */
export function fullThoughTaken(
  goals: readonly AssessedGoal[],
  candidates: readonly Candidate[],
  { entries, verdicts }: Marked,
): readonly AssessedGoal[] {
  return goals.filter((goal) => {
    const entry = entries[goal.id]
    return (
      entry?.kind === 'level' &&
      entry.score === FULL_SCORE &&
      takenOn(goal.id, candidates, verdicts).length > 0
    )
  })
}

/** What a sheet says of each goal: what was typed, and the candidates that were taken there; those withdrawn since count no more. */
export function heldEntries({ entries, verdicts }: Marked, candidates: readonly Candidate[]): Entries {
  return Object.fromEntries(
    Object.entries(entries).map(([goal, entry]) => [
      goal,
      withTaken(entry, takenOn(goal, candidates, verdicts)),
    ]),
  )
}

type Taken = Extract<Verdict, { readonly kind: 'taken' }> & { readonly finding: number }

function takenOn(goal: GoalId, candidates: readonly Candidate[], verdicts: Verdicts): readonly Taken[] {
  return candidates.flatMap(({ number }) => {
    const verdict = verdicts[number]
    return verdict?.kind === 'taken' && verdict.goal === goal ? [{ ...verdict, finding: number }] : []
  })
}

function withTaken(entry: Entry, taken: readonly Taken[]): Entry {
  if (taken.length === 0) return entry
  if (entry.kind === 'level') {
    const reasons = [entry.reason, ...taken.map((one) => one.reason)].filter((one) => one !== '')
    return { ...entry, reason: [...new Set(reasons)].join('；') }
  }
  const more: readonly Deduction[] = taken.flatMap(({ points, reason, criterion, finding }) =>
    points === null ? [] : [{ points, reason, criterion, finding }],
  )
  return { ...entry, deductions: [...entry.deductions, ...more] }
}
