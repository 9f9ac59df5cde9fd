import { PLAN_STATUSES, type PlanStatus } from './goal-words.ts'
import { type Action, buttons, type Card, type Element, heading, line } from './kit.ts'
import { type VoteFacts, voteElements } from './plan-votes.ts'

export interface DecidedFacts {
  readonly title: string
  readonly status: PlanStatus
  readonly counts: readonly string[]
  /** Each decision that was made: who, when, and the goals with the words. Newest first. */
  readonly decisions: readonly {
    readonly by: string
    readonly at: string
    readonly passed: readonly string[]
    readonly returned: readonly { readonly goal: string; readonly comment: string }[]
  }[]
  /** How a vote stands, and the viewer's way to another answer; null where none is held. */
  readonly vote: { readonly votes: VoteFacts; readonly again: Action | null } | null
  /** What comes next, and with whom it is. */
  readonly next: string
}

const MOST_DECISIONS = 8

/** A plan on which nothing waits for the viewer: who decided what, when and why; no decision can be made on it. */
export function planDecidedCard(facts: DecidedFacts): Card {
  return {
    title: facts.title,
    status: PLAN_STATUSES[facts.status],
    summary: `${facts.title}：${facts.next}`,
    elements: [
      line(facts.counts.join('　')),
      ...facts.decisions.slice(0, MOST_DECISIONS).flatMap(decisionElements),
      ...(facts.vote ? voteElements(facts.vote.votes) : []),
      line(facts.next, facts.status === 'in-force' ? 'green' : 'blue'),
      ...(facts.vote?.again ? [buttons({ text: '改变答复', action: facts.vote.again })] : []),
    ],
  }
}

function decisionElements(decision: DecidedFacts['decisions'][number]): Element[] {
  const passed = decision.passed.length > 0 ? [line(`通过：\n${decision.passed.join('\n')}`, 'green')] : []
  const returned = decision.returned
    .slice(0, 20)
    .map((one) => line(`退回 ${one.goal}：${one.comment}`, 'red'))
  return [heading(`${decision.at} ${decision.by}`), ...passed, ...returned]
}
