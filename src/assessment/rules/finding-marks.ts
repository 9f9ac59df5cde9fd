/** What a sheet's form brings for the findings, and what is wrong with it: every fault at once. */
import type { Regime } from '../../organization/rules/actor.ts'
import type { Candidate, Verdict, Verdicts } from './candidates.ts'
import { type LineFault, readDeductionLines } from './deduction-lines.ts'
import { type AssessedGoal, basisOf } from './goal.ts'

/** `finding`: its number. `goal`: number of the goal on which a finding about the unit counts. */
export interface FindingMark {
  readonly finding: number
  readonly take: boolean | null
  /** Points and reason, or the reason alone, as typed. */
  readonly words: string
  readonly goal: number | null
}

export interface FindingFault {
  readonly finding: number
  readonly what:
    | LineFault['what']
    | 'unknown-finding'
    | 'missing-choice'
    | 'missing-drop-reason'
    | 'missing-goal'
    | 'long-text'
}

/** Longest reason of one finding. */
export const LONGEST_REASON = 300

type Read = { readonly verdict: Verdict } | { readonly what: FindingFault['what'] }

/** A finding of which nothing was filled in is passed over: it stays open. */
export function readFindingMarks(
  regime: Regime,
  goals: readonly AssessedGoal[],
  candidates: readonly Candidate[],
  marks: readonly FindingMark[],
): { readonly verdicts: Verdicts } | { readonly faults: readonly FindingFault[] } {
  const read = marks
    .filter(({ take, words }) => take !== null || words.trim() !== '')
    .map((mark) => ({ finding: mark.finding, read: readMark(regime, goals, candidates, mark) }))
  const faults = read.flatMap(({ finding, read: one }) =>
    'what' in one ? [{ finding, what: one.what }] : [],
  )
  if (faults.length > 0) return { faults }
  return {
    verdicts: Object.fromEntries(
      read.flatMap(({ finding, read: one }) => ('verdict' in one ? [[finding, one.verdict] as const] : [])),
    ),
  }
}

function readMark(
  regime: Regime,
  goals: readonly AssessedGoal[],
  candidates: readonly Candidate[],
  mark: FindingMark,
): Read {
  const candidate = candidates.find((one) => one.number === mark.finding)
  if (!candidate) return { what: 'unknown-finding' }
  const words = mark.words.trim().replaceAll(/\s*\n\s*/g, ' ')
  if (mark.take === null) return { what: 'missing-choice' }
  if (words.length > LONGEST_REASON) return { what: 'long-text' }
  if (!mark.take) {
    return words === '' ? { what: 'missing-drop-reason' } : { verdict: { kind: 'dropped', reason: words } }
  }
  const goal = goals.find((one) =>
    candidate.goal === null ? one.number === mark.goal : one.id === candidate.goal,
  )
  if (!goal) return { what: 'missing-goal' }
  const taken = { kind: 'taken' as const, goal: goal.id, criterion: basisOf(goal) }
  if (regime === 'graded') return { verdict: { ...taken, points: null, reason: words || factOf(candidate) } }
  return readPoints(words, candidate, taken)
}

function readPoints(
  words: string,
  candidate: Candidate,
  taken: Omit<Extract<Verdict, { readonly kind: 'taken' }>, 'points' | 'reason'>,
): Read {
  const typed = readDeductionLines(words, taken.criterion)
  // The points alone are enough: then the finding itself is the reason.
  const bare = 'faults' in typed && typed.faults.some(({ what }) => what === 'missing-reason')
  const read = bare ? readDeductionLines(`${words} ${factOf(candidate)}`, taken.criterion) : typed
  if ('faults' in read) return { what: read.faults[0]?.what ?? 'unread-points' }
  const [deduction] = read.deductions
  if (!deduction) return { what: 'unread-points' }
  const { points, reason, criterion } = deduction
  return { verdict: { ...taken, points, reason, criterion } }
}

const factOf = ({ fact }: Candidate): string =>
  [...fact.replaceAll(/\s+/g, ' ')].slice(0, LONGEST_REASON).join('')

/** The words that are read back as the verdict. */
export function wordsOf(verdict: Verdict | undefined): string {
  if (!verdict) return ''
  return verdict.kind === 'taken' && verdict.points !== null
    ? `${verdict.points / 100} ${verdict.reason}`
    : verdict.reason
}
