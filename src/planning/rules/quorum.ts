/**
 * Ratification by a quorum of the leading group (rulebook 3, Article 16). What the counted answers make of one goal,
 * with n members needed (of m on the day of the act, the chair among them):
 *
 * | counted answers                                     | the goal is |
 * |-----------------------------------------------------|-------------|
 * | any `return`                                        | returned    |
 * | no `return`, n or more `agree`                      | ratified    |
 * | no `return`, fewer than n `agree`, any `abstain`    | open        |
 *
 * An abstention counts as neither, and so does silence: a member on leave stays one of the m until the role ends. A
 * member answers once and may change the answer while the goal is open; one who is no member any more is not counted,
 * nor an agreement to a standard that has changed since (Article 11). The chair's answer is a member's, and a
 * delegate's that of the member in whose name it is given. A decision once made stands, whatever answer comes later.
 */
import type { GoalId, PersonId } from '../../kernel/ids.ts'
import type { Quorum } from '../../policy/rules/policy.ts'
import { standardsMark } from './criterion.ts'
import type { WorkItem } from './entry.ts'
import type { Goal } from './goal.ts'
import type { Vote } from './vote.ts'

export type Answer = 'agree' | 'return' | 'abstain'

export interface Answered {
  readonly by: PersonId
  readonly answer: Answer
}

/** How many must agree: the policy's number, never more than there are members; without a number more than half. */
export function neededOf({ agree }: Quorum, members: number): number {
  return Math.max(1, Math.min(agree ?? Math.floor(members / 2) + 1, members))
}

/** The truth table above. */
export function outcomeOf(
  answers: readonly Answered[],
  members: readonly PersonId[],
  quorum: Quorum,
): 'ratified' | 'returned' | 'open' {
  const counted = answers.filter((one) => members.includes(one.by))
  if (counted.some((one) => one.answer === 'return')) return 'returned'
  const agreeing = new Set(counted.filter((one) => one.answer === 'agree').map((one) => one.by))
  return agreeing.size >= neededOf(quorum, members.length) ? 'ratified' : 'open'
}

/** The answers that stand on a goal; an agreement to another standard is none. */
export function answersOn(
  goal: Pick<Goal, 'id' | 'content'>,
  votes: readonly Vote[],
  workItems: readonly WorkItem[],
): Answered[] {
  const standard = standardsMark([goal], workItems)
  return votes.flatMap(({ act, agreed, abstained }): Answered[] => {
    if (abstained.includes(goal.id)) return [{ by: act.by, answer: 'abstain' }]
    const agrees = agreed.some((one) => one.goal === goal.id && one.standard === standard)
    return agrees ? [{ by: act.by, answer: 'agree' }] : []
  })
}

/** The goals that wait for an answer of this member. */
export function unansweredGoals(
  person: PersonId,
  waiting: readonly Goal[],
  votes: readonly Vote[],
  workItems: readonly WorkItem[],
): Goal[] {
  return waiting.filter((goal) => !answersOn(goal, votes, workItems).some((one) => one.by === person))
}

/** Those who have answered on each of these goals. */
export function answeredAll(goals: readonly GoalId[], votes: readonly Vote[]): PersonId[] {
  const people = [...new Set(votes.map((vote) => vote.act.by))]
  return people.filter((person) => {
    const own = votes.filter((vote) => vote.act.by === person)
    const answered = own.flatMap((vote) => [...vote.abstained, ...vote.agreed.map((one) => one.goal)])
    return goals.every((goal) => answered.includes(goal))
  })
}
