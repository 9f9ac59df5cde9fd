import { type GoalFacts, goalLine } from './goal-facts.ts'
import { goalName, PLAN_STATUSES, type PlanStatus, TYPE_NAMES } from './goal-words.ts'
import { type Action, type Button, buttons, type Card, type Element, line, note } from './kit.ts'

export interface GoalListFacts {
  readonly year: number
  readonly unit: string
  readonly status: PlanStatus
  readonly total: number
  readonly inForce: { readonly by: string; readonly at: string } | null
  /** This page's goals, each with what opens it whole. */
  readonly goals: readonly { readonly goal: GoalFacts; readonly open: Action }[]
  /** `重点目标 3项（占25%）` for each type. */
  readonly counts: readonly string[]
  /** The sum of all budgets (Article 30), as `12000元`; '' without any. */
  readonly budget: string
  readonly turns: readonly Button[]
  /** What the viewer may do next, as drafting or reporting progress. */
  readonly next: readonly Button[]
}

/** A unit's goals of the year with status, criterion, due date and share of the total. */
export function goalListCard(facts: GoalListFacts): Card {
  const { unit, year, goals } = facts
  return {
    title: `${unit} ${year}年度目标`,
    status: PLAN_STATUSES[facts.status],
    summary: `${unit} ${year}年度共${facts.total}项目标，${PLAN_STATUSES[facts.status].text}`,
    elements: [
      line(facts.total === 0 ? '还没有填报目标。' : facts.counts.join('　')),
      ...(facts.budget === '' ? [] : [line(`经费预算合计${facts.budget}`)]),
      ...(facts.inForce ? [line(`${facts.inForce.at} ${facts.inForce.by}审定，现已生效。`, 'green')] : []),
      ...goals.map(({ goal }) => listed(goal)),
      ...(goals.length > 0 ? [openers(goals)] : []),
      ...(facts.turns.length + facts.next.length > 0 ? [buttons(...facts.next, ...facts.turns)] : []),
      ...(goals.length > 0 ? [note('点目标编号可看全文。')] : []),
    ],
  }
}

function listed(goal: GoalFacts): Element {
  const [criterion, due] = [goal.criterion || goal.measure, goal.due]
  return goalLine(goal, [
    {
      text: `\n${TYPE_NAMES[goal.type]}　占总分${goal.share}${due === '' ? '' : `　${due}前`}`,
      tone: 'muted',
    },
    ...(criterion === '' ? [] : [{ text: `\n标准：${criterion.slice(0, 120)}` }]),
  ])
}

const openers = (goals: GoalListFacts['goals']): Element =>
  buttons(...goals.map(({ goal, open }) => ({ text: goalName(goal.number), action: open })))
