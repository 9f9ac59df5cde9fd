/** Answers of members of the leading group on goals that are still open; a return decides at once and is none of them. */
import type { GoalId } from '../../kernel/ids.ts'
import type { Act } from './goal.ts'

export interface Agreed {
  readonly goal: GoalId
  /** The mark of the standard that the member saw (Article 11). */
  readonly standard: string
}

export interface Vote {
  readonly act: Act
  readonly agreed: readonly Agreed[]
  readonly abstained: readonly GoalId[]
}

/** A member's later answer on a goal takes the place of the earlier one. */
export function castVote(votes: readonly Vote[], vote: Vote): Vote[] {
  const named = [...vote.agreed.map((one) => one.goal), ...vote.abstained]
  const others = votes.filter((one) => one.act.by !== vote.act.by)
  const own = votes.filter((one) => one.act.by === vote.act.by)
  return [...others, ...withoutGoals(own, named), vote]
}

/** What was answered on goals that went back is answered anew when they return. */
export function withoutGoals(votes: readonly Vote[], goals: readonly GoalId[]): Vote[] {
  return votes
    .map((vote) => ({
      ...vote,
      agreed: vote.agreed.filter((one) => !goals.includes(one.goal)),
      abstained: vote.abstained.filter((goal) => !goals.includes(goal)),
    }))
    .filter((vote) => vote.agreed.length + vote.abstained.length > 0)
}
