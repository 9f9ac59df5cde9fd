import * as z from 'zod'
import { goalDetailCard } from '../../../cards/goal-detail.ts'
import type { Action } from '../../../cards/kit.ts'
import { viewOf } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import type { Phase } from '../../store/schema/policy.ts'
import { loadPlanFacts } from '../facts.ts'
import { findSeat } from '../places.ts'
import { findGoal } from '../queries.ts'
import { barredChanger } from '../rules/assigners.ts'
import { maySee } from '../rules/drafters.ts'
import { type Goal, isOpen } from '../rules/goal.ts'
import { planOfGoal } from '../subject.ts'
import { findFollowed, followedPlan } from './followed-plan.ts'
import { cardMessage, notYours, sentenceCard } from './notice.ts'

const GONE = '这项目标已删除。请发送「我的目标」查看现有目标。'

/** What is in force is changed by an adjustment (Article 17), as long as it may be. */
const adjustAction = ({ id, status }: Goal, phase: Phase | undefined): Action | null =>
  status === 'in-force' && (phase === 'execution' || phase === 'assessment')
    ? { show: 'goal-adjust', with: { goal: id } }
    : null

/** One goal whole. */
export const goalDetailView = viewOf({
  name: 'goal-detail',
  params: z.object({ goal: z.string(), ...followedPlan }),
  about: ({ goal, plan }) => plan ?? planOfGoal(goal),
  complete: async (db, { goal }) => ({
    name: 'goal-detail',
    params: { goal, ...(await findFollowed(db, goal)) },
  }),
  async render(db, { goal: id }, viewer) {
    const found = await findGoal(db, id)
    if (!found) return sentenceCard('目标详情', GONE)
    const { year, unit } = found
    const [actor, seat, facts] = await Promise.all([
      getActor(db, viewer),
      findSeat(db, unit),
      loadPlanFacts(db, year, unit),
    ])
    if (!seat || !maySee(actor, seat)) return notYours('目标详情')
    const goal = facts?.goals.find((one) => one.id === id)
    const kept = facts?.state.goals.find((one) => one.id === id)
    if (!goal || !kept) return sentenceCard('目标详情', GONE)
    const { revision, content } = kept
    const params = { year, unit, type: content.type, goal: id, revision }
    const mayRevise = isOpen(kept) && facts?.phase === 'setting' && !barredChanger(actor, seat, kept)
    return cardMessage(
      goalDetailCard({
        unit: seat.name,
        year,
        goal,
        revise: mayRevise ? { send: 'form', with: { form: 'goal_revise', params } } : null,
        remove: mayRevise && kept.assigned ? { do: 'goal.remove', with: { year, unit, goal: id } } : null,
        adjust: adjustAction(kept, facts?.phase),
        versions: kept.versions ? { show: 'goal-versions', with: { goal: id } } : null,
        back: { show: 'my-goals', with: { year, unit } },
      }),
    )
  },
})
