/** What members of the leading group have answered (rulebook 3): whole for the chair and the office, else the own answers. */
import type { VoteFacts } from '../../../cards/plan-votes.ts'
import type { PersonId } from '../../kernel/ids.ts'
import { type Actor, holds } from '../../organization/rules/actor.ts'
import type { Quorum } from '../../policy/rules/policy.ts'
import type { PersonTable } from '../../store/schema/organization.ts'
import type { PlanFacts } from '../facts.ts'
import type { Goal } from '../rules/goal.ts'
import { answersOn, neededOf } from '../rules/quorum.ts'

/** `waiting`: the goals that are still open. */
export function voteFacts(
  { state, workItems }: PlanFacts,
  waiting: readonly Goal[],
  quorum: Quorum,
  members: readonly PersonTable[],
  actor: Actor,
): VoteFacts {
  const given = waiting.flatMap((goal) => answersOn(goal, state.votes, workItems))
  const count = (person: PersonId, answer: 'agree' | 'abstain'): number =>
    given.filter((one) => one.by === person && one.answer === answer).length
  const seesAll = holds(actor, 'chair') || holds(actor, 'office')
  return {
    needed: neededOf(quorum, members.length),
    members: members.length,
    waiting: waiting.length,
    complete: members.filter((one) => count(one.id, 'agree') + count(one.id, 'abstain') === waiting.length)
      .length,
    answers: members
      .filter((one) => seesAll || one.id === actor.id)
      .map((one) => ({
        name: one.name,
        agreed: count(one.id, 'agree'),
        abstained: count(one.id, 'abstain'),
      })),
  }
}
