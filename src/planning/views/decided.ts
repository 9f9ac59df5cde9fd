/** What was decided on a plan, told from its goals. */
import { goalName, PART_NAMES } from '../../../cards/goal-words.ts'
import type { DecidedFacts } from '../../../cards/plan-decided.ts'
import { type Instant, sayInstant } from '../../kernel/time.ts'
import { actFacts, type PlanFacts } from '../facts.ts'
import type { Act, Goal, Stage } from '../rules/goal.ts'
import type { PlanState } from '../rules/plan.ts'

interface Decision {
  readonly act: Act
  readonly passed: string[]
  readonly returned: { readonly goal: string; readonly comment: string }[]
}

/** The decisions of one stage that still show on the goals, newest first. */
export function decisionsOf(state: PlanState, stage: Stage): DecidedFacts['decisions'] {
  const decisions = new Map<Instant, Decision>()
  const at = (act: Act): Decision => {
    const known = decisions.get(act.at) ?? { act, passed: [], returned: [] }
    decisions.set(act.at, known)
    return known
  }
  for (const goal of state.goals) {
    const name = `${goalName(goal.number)} ${goal.content.title}`
    const pass = passedIn(goal, stage)
    if (pass) at(pass).passed.push(name)
    const returns = goal.returns.filter((one) => one.stage === stage)
    for (const { act, comment } of returns) at(act).returned.push({ goal: name, comment })
  }
  return [...decisions.values()]
    .sort((left, right) => (left.act.at < right.act.at ? 1 : -1))
    .map(({ act, passed, returned }) => ({ ...actFacts(act), passed, returned }))
}

function passedIn(goal: Goal, stage: Stage): Act | undefined {
  switch (goal.status) {
    case 'draft':
    case 'returned':
    case 'sent':
      return undefined
    case 'passed':
      return stage === 'review' ? goal.passed : undefined
    case 'ratified':
    case 'in-force':
    case 'cancelled':
      return stage === 'review' ? goal.passed : goal.ratified
  }
}

/** With whom the plan is now. */
export function nextText({ state, phase, policy, confirmed }: PlanFacts): string {
  if (state.status === 'in-force') return '计划已生效。'
  if (phase !== 'setting') return '现在不是订立目标阶段，如需处理请联系领导小组办公室。'
  switch (state.status) {
    case 'drafting':
      return `${withdrawnText(state)}目标在填报人处，报送后再处理。`
    case 'in-review':
      return `${withdrawnText(state)}目标已报送，等候分管校领导审核。`
    case 'in-ratification':
      return policy.ratification !== 'chair' && !confirmed
        ? '目标已提交。表决审定须先由领导小组组长确认年度政策，请组长发送「政策」。'
        : '目标已提交，等候领导小组审定。'
  }
}

/** Whoever had the part before them learns why it is gone. */
function withdrawnText({ withdrawn }: PlanState): string {
  return withdrawn
    .map(({ drafter, act }) => `${PART_NAMES[drafter]}已由${act.name}于${sayInstant(act.at)}撤回。`)
    .join('')
}
