/** Cards that tell of a decision: goals that came back, a plan in force. */
import * as z from 'zod'
import { goalReturnedCard } from '../../../cards/goal-returned.ts'
import type { Action } from '../../../cards/kit.ts'
import { planInForceCard } from '../../../cards/plan-in-force.ts'
import { sayInstant } from '../../kernel/time.ts'
import { viewOf } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { actFacts, loadPlanFacts } from '../facts.ts'
import { findSeat } from '../places.ts'
import { maySee } from '../rules/drafters.ts'
import type { Act } from '../rules/goal.ts'
import type { PlanState } from '../rules/plan.ts'
import { planId } from '../subject.ts'
import { cardMessage, notYours, noYear, sentenceCard } from './notice.ts'

/** `at` names the decision, so that the card tells of exactly that one. */
export const goalsReturnedView = viewOf({
  name: 'goals-returned',
  params: z.object({
    year: z.int(),
    unit: z.string(),
    drafter: z.enum(['unit', 'group', 'leader']),
    at: z.string(),
  }),
  about: ({ year, unit }) => planId(year, unit),
  async render(db, { year, unit, drafter, at }, viewer) {
    const [actor, seat, facts] = await Promise.all([
      getActor(db, viewer),
      findSeat(db, unit),
      loadPlanFacts(db, year, unit),
    ])
    if (!facts) return noYear('目标退回')
    if (!seat || !maySee(actor, seat)) return notYours('目标退回')
    const returned = facts.state.goals.flatMap((goal) => {
      const words = goal.drafter === drafter ? goal.returns.find((one) => one.act.at === at) : undefined
      const { number, status, content } = goal
      return words ? [{ number, title: content.title, status, comment: words.comment, act: words.act }] : []
    })
    const [first] = returned
    if (!first) return sentenceCard('目标退回', '退回的目标已删除，无需再修改。')
    const waits = facts.phase === 'setting' && returned.some((goal) => goal.status === 'returned')
    return cardMessage(
      goalReturnedCard({
        unit: seat.name,
        year,
        by: first.act.name,
        at: sayInstant(first.act.at),
        goals: returned,
        mend: waits ? { send: 'draft-goal', with: { year, unit } } : null,
      }),
    )
  },
})

export const planInForceView = viewOf({
  name: 'plan-in-force',
  params: z.object({ year: z.int(), unit: z.string() }),
  about: ({ year, unit }) => planId(year, unit),
  async render(db, { year, unit }, viewer) {
    const [actor, seat, facts] = await Promise.all([
      getActor(db, viewer),
      findSeat(db, unit),
      loadPlanFacts(db, year, unit),
    ])
    if (!facts) return noYear('年度目标')
    if (!seat || !maySee(actor, seat)) return notYours('年度目标')
    const { state, counts } = facts
    const goals = facts.goals.filter((goal) => goal.status !== 'cancelled')
    if (state.status !== 'in-force') return sentenceCard('年度目标', '计划尚未生效，请等候领导小组审定。')
    const sheet: Action = { send: 'goal-sheet', with: { year, unit } }
    return cardMessage(
      planInForceCard({ unit: seat.name, year, ...ratifiedBy(state.inForce, state), counts, goals, sheet }),
    )
  },
})

/** Of a vote the deciding answer is not the decision: the leading group made it. */
function ratifiedBy(inForce: Act, { votes }: PlanState) {
  const { by, at } = actFacts(inForce)
  return { at, by: votes.length > 0 ? '领导小组表决' : by }
}
