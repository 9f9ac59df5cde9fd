import { type BallotCohort, excellenceBallotCard } from '../../../cards/excellence-ballot.ts'
import type { Card } from '../../../cards/kit.ts'
import { holds } from '../../organization/rules/actor.ts'
import { returnSpec } from '../forms/ballot-form.ts'
import { namesOf, proposalOf } from '../proposal.ts'
import { type Ballot, countsOf, voteOf } from '../rules/ballot.ts'
import { movedBetween } from '../rules/correction.ts'
import { resultsOf } from '../rules/graded.ts'
import { markOfProposal } from '../rules/results.ts'
import { type Chosen, type Deciders, said } from './naming-card.ts'

/** A naming before the members, as it stands. */
export function ballotCard(d: Deciders, state: Chosen, ballot: Ballot): Card {
  const { open, deciding, actor, members } = d
  const { year, policy } = open
  const { proposal, units, foreseen } = proposalOf(deciding, state, policy)
  const stale = markOfProposal(state.ratios, units) !== ballot.seen
  const ids = members.map((person) => person.id)
  const quorum = policy.ratification === 'chair' ? null : policy.ratification
  const answers = !stale && ids.includes(actor.id) && quorum !== null
  const given = voteOf(ballot, actor.id)?.answer
  const after = foreseen && 'results' in state ? resultsOf(units, ballot.naming.named, policy) : null
  return excellenceBallotCard({
    ...{ year, stale, put: said(ballot.put) },
    cohorts: proposal.cohorts.filter((one) => one.units > 0).map((one) => cohortOf(one, d, ballot)),
    members: members.map(({ id, name }) => ({ name, answer: shownAnswer(ballot, id) })),
    needed: quorum ? countsOf(ids, quorum).needed : 1,
    moved: after && 'results' in state ? movedBetween(state.results, after) : null,
    answer: answers
      ? {
          spec: returnSpec,
          params: { year, ballot: ballot.put.at },
          given: given === 'agree' || given === 'abstain' ? given : null,
        }
      : null,
    renames: holds(actor, 'chair'),
  })
}

function shownAnswer(ballot: Ballot, person: string): 'agree' | 'abstain' | null {
  const answer = voteOf(ballot, person)?.answer
  return answer === 'agree' || answer === 'abstain' ? answer : null
}

function cohortOf(
  one: ReturnType<typeof proposalOf>['proposal']['cohorts'][number],
  { deciding: { standing } }: Deciders,
  { naming }: Ballot,
): BallotCohort {
  const named = [...one.named, ...one.tied].filter((unit) => naming.named.includes(unit))
  return {
    ...{ cohort: one.cohort, ratio: one.ratio, places: one.places },
    named: namesOf(standing, named),
    chosen: namesOf(
      standing,
      one.tied.filter((unit) => naming.named.includes(unit)),
    ),
    passed: namesOf(
      standing,
      one.tied.filter((unit) => !naming.named.includes(unit)),
    ),
  }
}
