import { PLAN_STATUSES, type PlanStatus } from './goal-words.ts'
import { type Card, type Element, heading, line } from './kit.ts'

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
  /** What comes next, and with whom it is. */
  readonly next: string
}

const MOST_DECISIONS = 8

/** A plan on which nothing waits for the viewer: who decided what, when and why; no buttons. */
export function planDecidedCard(facts: DecidedFacts): Card {
  return {
    title: facts.title,
    status: PLAN_STATUSES[facts.status],
    summary: `${facts.title}：${facts.next}`,
    elements: [
      line(facts.counts.join('　')),
      ...facts.decisions.slice(0, MOST_DECISIONS).flatMap(decisionElements),
      line(facts.next, facts.status === 'in-force' ? 'green' : 'blue'),
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
