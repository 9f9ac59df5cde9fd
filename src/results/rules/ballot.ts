/**
 * A naming that is put before the members of the leading group (Articles 16, 25), where the policy lets a quorum ratify.
 * What their answers make of it is the truth table of planning's `quorum.ts`: any return sends it back at once, so many
 * agreements ratify it, an abstention and a silence count as neither. The chair's putting it is the chair's agreement.
 */
import type { PersonId } from '../../kernel/ids.ts'
import { type Answer, neededOf, outcomeOf } from '../../planning/rules/quorum.ts'
import type { Quorum } from '../../policy/rules/policy.ts'
import type { Signed } from '../../policy/rules/signed.ts'
import type { Naming } from './naming.ts'

export interface BallotVote {
  readonly answer: Answer
  /** Required for a return. */
  readonly words: string
  readonly signed: Signed
}

export interface Ballot {
  readonly naming: Naming
  /** Mark of the ratios, scores and gates that it rests on. */
  readonly seen: string
  readonly put: Signed
  /** One a member, the last. */
  readonly votes: readonly BallotVote[]
}

/** What made a ratification by quorum: how many had to agree, of how many members. */
export interface Counts {
  readonly needed: number
  readonly members: number
}

export const putBallot = (naming: Naming, seen: string, put: Signed): Ballot => ({
  naming,
  seen,
  put,
  votes: [{ answer: 'agree', words: '', signed: put }],
})

/** A member's later answer takes the place of the earlier one. */
export const castOn = (ballot: Ballot, vote: BallotVote): Ballot => ({
  ...ballot,
  votes: [...ballot.votes.filter((one) => one.signed.by !== vote.signed.by), vote],
})

export const voteOf = ({ votes }: Ballot, person: PersonId): BallotVote | undefined =>
  votes.find((one) => one.signed.by === person)

export function outcomeOfBallot(
  { votes }: Ballot,
  members: readonly PersonId[],
  quorum: Quorum,
): 'ratified' | 'returned' | 'open' {
  const answers = votes.map(({ answer, signed }) => ({ by: signed.by, answer }))
  return outcomeOf(answers, members, quorum)
}

export const countsOf = (members: readonly PersonId[], quorum: Quorum): Counts => ({
  needed: neededOf(quorum, members.length),
  members: members.length,
})
