/** The convenor's proposal: written page by page as a draft, then put to the members (Article 22). */
import { type Decision, decided, refused } from '../../kernel/decision.ts'
import type { PersonId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/time.ts'
import type { LevelPolicy, Policy } from '../../policy/rules/policy.ts'
import { type AccessRefusal, takeChair } from './access.ts'
import { type AssessmentEvent, type AssessmentState, type Deliberating, roundOf } from './assessment.ts'
import { averagedEntries, averagedScore, entriesOnMean, isOnMean } from './average.ts'
import { compareSheets, unanimousEntries } from './compare.ts'
import { type Entries, unfilledGoals } from './entry.ts'
import type { AssessingFacts } from './facts.ts'
import { linkedEntries } from './finding-links.ts'
import { levelOf } from './levels.ts'
import { type Mark, type MarkFault, readMarks } from './marks.ts'

/** Subject `proposal:<year>:<unit>`: what the convenor has written so far. */
export interface DraftState {
  readonly entries: Entries
}
export type DraftEvent =
  | { readonly type: 'proposal.drafted'; readonly entries: Entries }
  /** The deliberation went back to the sheets. */
  | { readonly type: 'proposal.dropped' }

export type Drafted = Extract<DraftEvent, { readonly type: 'proposal.drafted' }>

export const NO_DRAFT: DraftState = { entries: {} }

export function evolveDraft(state: DraftState, event: DraftEvent): DraftState {
  return event.type === 'proposal.dropped' ? NO_DRAFT : { entries: { ...state.entries, ...event.entries } }
}

export type ProposeRefusal =
  | AccessRefusal
  | { readonly code: 'unopened-deliberation' }
  | { readonly code: 'already-decided'; readonly at: Instant }
  | { readonly code: 'stale-proposal'; readonly by: string; readonly at: Instant }
  | { readonly code: 'faulty-marks'; readonly faults: readonly MarkFault[] }
  | {
      readonly code: 'unequal-means'
      readonly goals: readonly { readonly goal: number; readonly mean: number }[]
    }

export interface ProposeContext {
  readonly assessing: AssessingFacts | undefined
  readonly by: PersonId
  readonly at: Instant
}

/**
 * Keeps the page, and with `seal` puts the proposal to the members if every goal is settled; if not, the page is
 * kept all the same. `round`: how many proposals there were on the card that was filled in.
 */
export function proposeScores(
  state: AssessmentState,
  draft: DraftState,
  command: { readonly marks: readonly Mark[]; readonly round: number; readonly seal: boolean },
  context: ProposeContext,
): Decision<Drafted | AssessmentEvent, ProposeRefusal> {
  const taken = takeChair(context.assessing, context.by)
  if ('refusal' in taken) return taken
  if (state.status === 'open') return refused({ code: 'unopened-deliberation' })
  if (state.status === 'decided') return refused({ code: 'already-decided', at: state.decidedAt })
  const last = state.rounds.at(-1)
  if ((last || state.reopened) && command.round !== roundOf(state)) {
    const { by, at } = last ?? { by: state.openedBy, at: state.openedAt }
    return refused({ code: 'stale-proposal', by: by.name, at })
  }
  const { policy } = taken.seat.facts
  const averaged = policy.agreement === 'averaged'
  const read = averaged
    ? readAveraged(state, command.marks, policy.levels)
    : readMarks(state.regime, state.goals, command.marks, policy.levels)
  if ('faults' in read) return refused({ code: 'faulty-marks', faults: read.faults })
  if ('unequal' in read) return refused({ code: 'unequal-means', goals: read.unequal })
  const linked = linkedEntries(read.entries, [
    settledEntries(state, draft, policy),
    ...Object.values(state.sheets),
  ])
  const drafted: Drafted = { type: 'proposal.drafted', entries: linked }
  const entries = settledEntries(state, evolveDraft(draft, drafted), policy)
  if (!command.seal || unfilledGoals(state.goals, entries).length > 0) return decided<Drafted>(drafted)
  const made: AssessmentEvent = { type: 'proposal.made', by: taken.seat.member, at: context.at, entries }
  return decided<Drafted | AssessmentEvent>(drafted, made)
}

/**
 * The entries that the proposal has: what the convenor wrote, and where all sheets say the same, that. Under policy
 * `averaged` the means, with what the convenor wrote for their reasons.
 */
export function settledEntries(
  state: Deliberating,
  draft: DraftState,
  { agreement, levels }: Pick<Policy, 'agreement' | 'levels'>,
): Entries {
  return agreement === 'averaged'
    ? { ...averagedEntries(state, levels), ...entriesOnMean(state, draft.entries) }
    : { ...unanimousEntries(state), ...draft.entries }
}

/** Policy `averaged`: the scores are the means, and the convenor words the deductions and reasons only. */
function readAveraged(
  state: Deliberating,
  marks: readonly Mark[],
  levels: LevelPolicy,
):
  | { readonly entries: Entries }
  | { readonly faults: readonly MarkFault[] }
  | { readonly unequal: readonly { readonly goal: number; readonly mean: number }[] } {
  const means = compareSheets(state).map((one) => ({
    goal: one.goal.number,
    id: one.goal.id,
    mean: averagedScore(one),
  }))
  const meanOf = (goal: number): number => means.find((one) => one.goal === goal)?.mean ?? 0
  if (state.regime === 'graded') return readReasons(state, marks, meanOf, levels)
  const read = readMarks(state.regime, state.goals, marks)
  if ('faults' in read) return read
  const unequal = means.filter(({ id, mean }) => {
    const entry = read.entries[id]
    return entry !== undefined && !isOnMean(entry, mean)
  })
  return unequal.length > 0 ? { unequal: unequal.map(({ goal, mean }) => ({ goal, mean })) } : read
}

function readReasons(
  state: Deliberating,
  marks: readonly Mark[],
  meanOf: (goal: number) => number,
  levels: LevelPolicy,
): { readonly entries: Entries } | { readonly faults: readonly MarkFault[] } {
  const read = marks.flatMap((mark) => {
    const goal = state.goals.find((one) => one.number === mark.goal)
    if (!goal || !('reason' in mark)) return []
    const score = meanOf(goal.number)
    const entry = { kind: 'level' as const, level: levelOf(score, levels), score, reason: mark.reason.trim() }
    return [{ goal, entry }]
  })
  const faults = read
    .filter(({ entry }) => entry.level !== 1 && entry.reason === '')
    .map(({ goal }): MarkFault => ({ goal: goal.number, what: 'missing-level-reason' }))
  return faults.length > 0
    ? { faults }
    : { entries: Object.fromEntries(read.map((one) => [one.goal.id, one.entry])) }
}
