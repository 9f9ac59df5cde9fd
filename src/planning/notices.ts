/** Who is told of each step of a plan (Article 16). */
import type { AskedDuty, Notice, View } from '../kernel/command.ts'
import type { GoalId, PersonId, SubjectId, UnitId, Year } from '../kernel/ids.ts'
import type { Drafter } from '../store/schema/planning.ts'
import type { Audience } from './context.ts'
import type { PlanEvent, PlanState } from './rules/plan.ts'

export interface Step {
  readonly year: Year
  readonly unit: UnitId
  readonly subject: SubjectId
  readonly version: number
  readonly before: PlanState
  readonly after: PlanState
  readonly events: readonly PlanEvent[]
  readonly audience: Audience
}

/** By which duties an act is asked for: their delegates are asked too. */
const LEADER: readonly AskedDuty[] = [{ role: 'leader' }]
const RATIFIERS: readonly AskedDuty[] = [{ role: 'chair' }, { role: 'leading-member' }]
const DUTIES: { readonly [drafter in Drafter]: readonly AskedDuty[] } = {
  unit: [{ role: 'contact' }, { role: 'head' }],
  group: [{ role: 'working-convenor' }, { role: 'working-member' }],
  leader: LEADER,
}

const asking = (asks: readonly AskedDuty[], notices: readonly Notice[]): Notice[] =>
  notices.map((notice) => ({ ...notice, asks }))

export function noticesOf(step: Step): Notice[] {
  return [...step.events.flatMap((event) => noticesOfEvent(step, event)), ...noticesOfStatus(step)]
}

function noticesOfEvent(step: Step, event: PlanEvent): Notice[] {
  switch (event.type) {
    case 'part.sent':
      return event.review === 'asked' && event.goals.length > 0 ? reviewAsked(step) : []
    case 'plan.reviewed':
    case 'plan.ratified':
      return goalsReturned(
        step,
        event.returned.map((one) => one.goal),
        event.act.at,
      )
    case 'goal.assigned':
      return goalAssigned(step, event.goal)
    case 'goal.drafted':
    case 'goal.revised':
    case 'goal.removed':
    case 'goal.added':
    case 'goal.adjusted':
    case 'goal.cancelled':
    case 'part.withdrawn':
    case 'plan.voted':
    // The reform itself tells everybody concerned.
    case 'goal.moved-out':
    case 'goal.moved-in':
      return []
  }
}

/** The unit is told, and the leader in charge where the goal went to review at once. */
function goalAssigned(step: Step, id: GoalId): Notice[] {
  const goal = step.after.goals.find((one) => one.id === id)
  const { contacts, heads } = step.audience
  const told = goalNotices(step, id, 'goal-assigned', [...contacts, ...heads])
  return goal?.status === 'sent' ? [...told, ...reviewAsked(step)] : told
}

function goalNotices(step: Step, goal: GoalId, why: string, people: readonly PersonId[]): Notice[] {
  return [...new Set(people)].map((to) => ({
    to,
    view: { name: 'goal-detail', params: { goal } },
    about: step.subject,
    key: `${why}:${goal}:${step.version}:${to}`,
  }))
}

function reviewAsked(step: Step): Notice[] {
  const { leader } = step.audience
  return leader === null ? [] : asking(LEADER, tell(step, 'plan-review', {}, [leader]))
}

/** Each drafter gets the goals that came back, with the words; `at` names the decision. */
function goalsReturned(step: Step, goals: readonly string[], at: string): Notice[] {
  const drafters = new Set(
    step.after.goals.filter((goal) => goals.includes(goal.id)).map((goal) => goal.drafter),
  )
  return [
    ...[...drafters].flatMap((drafter) =>
      asking(
        DUTIES[drafter],
        tell(step, 'goals-returned', { drafter, at }, draftersIn(step.audience, drafter)),
      ),
    ),
    ...assignedReturned(step, goals),
  ]
}

/** Whoever assigned a goal is the one who can change it. */
function assignedReturned(step: Step, goals: readonly string[]): Notice[] {
  return step.after.goals.flatMap(({ id, assigned }) =>
    assigned && goals.includes(id) ? goalNotices(step, id, 'assigned-returned', [assigned.act.by]) : [],
  )
}

function noticesOfStatus(step: Step): Notice[] {
  const { before, after, audience } = step
  if (before.status === after.status) return []
  if (after.status === 'in-ratification')
    return asking(RATIFIERS, tell(step, 'plan-ratify', {}, audience.ratifiers))
  if (after.status !== 'in-force') return []
  const { contacts, heads, convenors, leader } = audience
  const all = [...contacts, ...heads, ...convenors, ...(leader ? [leader] : [])]
  return [...tell(step, 'plan-in-force', {}, all), ...goalSheets(step, [...contacts, ...heads])]
}

/** The unit's sheet to sign follows the card: messages of one moment leave in the order of their keys. */
function goalSheets({ year, unit, subject, version }: Step, people: readonly PersonId[]): Notice[] {
  return [...new Set(people)].map((to) => ({
    to,
    view: { name: 'goal-sheet', params: { year, unit } },
    about: null,
    key: `plan-in-force:${subject}:${version}:${to}:sheet`,
  }))
}

function draftersIn(audience: Audience, drafter: Drafter): readonly PersonId[] {
  switch (drafter) {
    case 'unit':
      return [...audience.contacts, ...audience.heads]
    case 'group':
      return [...audience.convenors, ...audience.members]
    case 'leader':
      return audience.leader === null ? [] : [audience.leader]
  }
}

function tell(step: Step, name: string, more: View['params'], people: readonly PersonId[]): Notice[] {
  const { year, unit, subject, version } = step
  const what = 'drafter' in more ? `${name}-${more.drafter}` : name
  return [...new Set(people)].map((to) => ({
    to,
    view: { name, params: { year, unit, ...more } },
    about: subject,
    key: `${what}:${subject}:${version}:${to}`,
  }))
}
