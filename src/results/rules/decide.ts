/** What the leading group decides on the year's results, by its chair or by a quorum of its members (Articles 16, 25). */
import { type Decision, decided, refused } from '../../kernel/decision.ts'
import type { PersonId, Year } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/time.ts'
import { type Actor, holds } from '../../organization/rules/actor.ts'
import type { Answer } from '../../planning/rules/quorum.ts'
import type { Policy } from '../../policy/rules/policy.ts'
import { signedBy } from '../../policy/rules/signed.ts'
import type { Phase } from '../../store/schema/policy.ts'
import { type BallotVote, type Counts, countsOf, outcomeOfBallot, voteOf } from './ballot.ts'
import { type Finals, foreseeCorrection, isRescored, movedBetween } from './correction.ts'
import { proposeExcellence, type Ratios } from './excellence.ts'
import { resultsOf } from './graded.ts'
import { type Missing, missingAfter } from './missing.ts'
import { faultOfNaming, type Naming } from './naming.ts'
import { type CohortWords, withWords } from './naming-words.ts'
import type { ResultsRefusal } from './refusals.ts'
import {
  correctionsOf,
  type DecidedResults,
  evolveResults,
  markOfProposal,
  type ResultsEvent,
  type ResultsState,
} from './results.ts'
import type { ScoredUnit } from './scored.ts'

export interface ResultsFacts {
  readonly year: Year
  readonly phase: Phase
  readonly policy: Policy
  /** All that is missing, but for the quota that is decided here. */
  readonly missing: readonly Missing[]
  readonly units: readonly ScoredUnit[]
  /** The leading group of the day, the chair among them. */
  readonly members: readonly PersonId[]
}

/** What the chair names; `seen` is the mark of the facts that the card showed, `words` stand for cohorts too large to tick. */
export interface Wish extends Naming {
  readonly seen: string
  readonly words?: readonly CohortWords[]
}

type Decided = Decision<ResultsEvent, ResultsRefusal>

/** The leading group sets the ratio; again, as often as it likes, before it ratifies. What was before the members falls. */
export function proposeResults(
  state: ResultsState,
  ratios: Ratios,
  by: Actor,
  at: Instant,
  facts: ResultsFacts,
): Decided {
  const closed = refusalToChoose(state, by, facts)
  if (closed) return refused(closed)
  const { year } = facts
  return decided<ResultsEvent>({ type: 'results.proposed', year, ratios, signed: signedBy(by, at) })
}

/**
 * The chair names the excellent: that ratifies, or, where the policy asks a quorum, is put before the members. After the
 * ratification it corrects what an appeal changed.
 */
export function nameExcellent(
  state: ResultsState,
  wish: Wish,
  by: Actor,
  at: Instant,
  facts: ResultsFacts,
): Decided {
  const closed = isDecided(state) ? refusalToCorrect(state, by, facts) : refusalToChoose(state, by, facts)
  if (closed) return refused(closed)
  const grounds = groundsOf(state, facts)
  if (!grounds) return refused({ code: 'unproposed-results' })
  if (grounds.mark !== wish.seen) return refused({ code: 'stale-proposal' })
  const { units, ratios } = grounds
  const proposal = proposeExcellence(units, ratios, facts.policy)
  const read = withWords(wish, wish.words ?? [], proposal, units)
  if ('unknown' in read) return refused({ code: 'unknown-names', names: read.unknown })
  const { naming } = read
  const fault = faultOfNaming(naming, proposal, units, facts.policy)
  if (fault) return refused(fault)
  const signed = signedBy(by, at)
  const { ratification } = facts.policy
  if (ratification === 'chair') return { events: [closing(state, naming, grounds, facts, signed)] }
  const put: ResultsEvent = { type: 'results.put', naming, seen: wish.seen, signed }
  return { events: [put, ...settling(evolveResults(state, put), grounds, facts, signed)] }
}

/** A member answers on what the chair has put; `ballot` is when that was. */
export function answerBallot(
  state: ResultsState,
  command: { readonly ballot: string; readonly answer: Answer; readonly words: string },
  by: Actor,
  at: Instant,
  facts: ResultsFacts,
): Decided {
  if (!holds(by, 'chair') && !holds(by, 'leading-member')) return refused({ code: 'members-only' })
  const ballot = state.status === 'unproposed' ? undefined : state.ballot
  const grounds = groundsOf(state, facts)
  if (!ballot || !grounds || ballot.put.at !== command.ballot) return refused(staleBallot(state))
  if (!isDecided(state) && facts.phase !== 'results')
    return refused({ code: 'early-results', phase: facts.phase })
  if (facts.policy.ratification === 'chair') return refused({ code: 'stale-ballot' })
  if (grounds.mark !== ballot.seen || missingFor(state, facts).length > 0)
    return refused({ code: 'stale-ballot' })
  const words = command.words.trim()
  if (command.answer === 'return' && words === '') return refused({ code: 'wordless-return' })
  const before = voteOf(ballot, by.id)
  if (before?.answer === command.answer && before.words === words) return refused({ code: 'repeated-answer' })
  const signed = signedBy(by, at)
  if (command.answer === 'return') return decided<ResultsEvent>({ type: 'results.returned', words, signed })
  const vote: BallotVote = { answer: command.answer, words, signed }
  const voted: ResultsEvent = { type: 'results.voted', vote }
  return { events: [voted, ...settling(evolveResults(state, voted), grounds, facts, signed)] }
}

/** The office or the chair announces what was ratified, once everything is still there and nothing waits for a correction. */
export function announceResults(
  state: ResultsState,
  by: Actor,
  at: Instant,
  facts: Pick<ResultsFacts, 'missing' | 'units' | 'phase'>,
): Decided {
  if (!holds(by, 'office') && !holds(by, 'chair')) return refused({ code: 'announcer-only' })
  if (state.status === 'announced') return refused({ code: 'announced-results', signed: state.announced })
  if (state.status !== 'ratified') return refused({ code: 'unratified-results' })
  if (facts.phase !== 'results') return refused({ code: 'early-results', phase: facts.phase })
  const missing = missingFor(state, facts)
  if (missing.length > 0) return refused({ code: 'incomplete-results', missing })
  const finals = finalsOf(facts.units)
  const differing = state.results.filter((one) => (finals.get(one.unit) ?? one.final) !== one.final)
  if (differing.length > 0)
    return refused({ code: 'uncorrected-results', units: differing.map((one) => one.name) })
  return decided<ResultsEvent>({ type: 'results.announced', signed: signedBy(by, at) })
}

/** What a naming is judged by: before the ratification the scores of now, after it those of the results with what appeals changed. */
interface Grounds {
  readonly ratios: Ratios
  readonly units: readonly ScoredUnit[]
  readonly mark: string
}

function groundsOf(state: ResultsState, { units, policy }: ResultsFacts): Grounds | undefined {
  if (state.status === 'unproposed') return undefined
  const { ratios } = state
  const judged = isDecided(state)
    ? foreseeCorrection(state.results, ratios, finalsOf(units), policy).units
    : units
  return { ratios, units: judged, mark: markOfProposal(ratios, judged) }
}

/** What the answers come to, the last one included. */
function settling(
  state: ResultsState,
  grounds: Grounds,
  facts: ResultsFacts,
  signed: ReturnType<typeof signedBy>,
): ResultsEvent[] {
  const { ratification } = facts.policy
  if (state.status === 'unproposed' || !state.ballot || ratification === 'chair') return []
  if (outcomeOfBallot(state.ballot, facts.members, ratification) !== 'ratified') return []
  const counts = countsOf(facts.members, ratification)
  return [closing(state, state.ballot.naming, grounds, facts, signed, counts)]
}

/** The ratification, or the correction of one. */
function closing(
  state: ResultsState,
  { named }: Naming,
  { units, ratios }: Grounds,
  { year, policy }: ResultsFacts,
  signed: ReturnType<typeof signedBy>,
  quorum?: Counts,
): ResultsEvent {
  const results = resultsOf(units, named, policy)
  const counted = quorum && { quorum }
  if (!isDecided(state))
    return { type: 'results.ratified', year, ratios, results, ratified: signed, ...counted }
  const version = correctionsOf(state).length + 1
  const moved = movedBetween(state.results, results)
  return { type: 'results.corrected', version, results, moved, signed, ...counted }
}

function missingFor(state: ResultsState, { missing }: Pick<ResultsFacts, 'missing'>): readonly Missing[] {
  return isDecided(state) ? missingAfter(missing, new Set(state.results.map((one) => one.unit))) : missing
}

export const finalsOf = (units: readonly ScoredUnit[]): Finals =>
  new Map(units.map(({ unit, final }) => [unit, final]))

const isDecided = (state: ResultsState): state is DecidedResults =>
  state.status === 'ratified' || state.status === 'announced'

function refusalToChoose(state: ResultsState, by: Actor, facts: ResultsFacts): ResultsRefusal | undefined {
  if (!holds(by, 'chair')) return { code: 'chair-only' }
  if (isDecided(state)) return decidedAlready(state)
  if (facts.phase !== 'results') return { code: 'early-results', phase: facts.phase }
  if (facts.missing.length > 0) return { code: 'incomplete-results', missing: facts.missing }
  return undefined
}

function refusalToCorrect(state: DecidedResults, by: Actor, facts: ResultsFacts): ResultsRefusal | undefined {
  if (!holds(by, 'chair')) return { code: 'chair-only' }
  if (!isRescored(state.results, finalsOf(facts.units))) return decidedAlready(state)
  const missing = missingFor(state, facts)
  return missing.length > 0 ? { code: 'incomplete-results', missing } : undefined
}

function staleBallot(state: ResultsState): ResultsRefusal {
  return isDecided(state) && !state.ballot ? decidedAlready(state) : { code: 'stale-ballot' }
}

function decidedAlready(state: DecidedResults): ResultsRefusal {
  return state.status === 'announced'
    ? { code: 'announced-results', signed: state.announced }
    : { code: 'ratified-results', signed: state.ratified }
}
