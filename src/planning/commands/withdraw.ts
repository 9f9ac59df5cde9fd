import * as z from 'zod'
import { command } from '../../kernel/command.ts'
import { findScene, type Setting } from '../context.ts'
import type { PlanningDone } from '../done.ts'
import type { PlanEvent, PlanState } from '../rules/plan.ts'
import type { PlanningRefusal } from '../rules/refusals.ts'
import { withdrawPart } from '../rules/withdraw.ts'
import { planId, planSubject } from '../subject.ts'

const payload = z.object({
  year: z.int(),
  unit: z.string().max(100),
  drafter: z.enum(['unit', 'group', 'leader']),
  sentAt: z.string().max(40),
})

/** The cards of those who had the part follow the plan and say that it was taken back. */
export const withdrawPartCommand = command<
  z.infer<typeof payload>,
  PlanState,
  PlanEvent,
  PlanningRefusal,
  Setting,
  PlanningDone
>({
  type: 'plan.withdraw',
  payload,
  on: planSubject,
  id: ({ year, unit }) => planId(year, unit),
  context: (db, { year, unit }, meta) => findScene(db, year, unit, meta),
  decide: (state, wish, setting) => ('refusal' in setting ? setting : withdrawPart(state, wish, setting)),
  tell: ({ payload: { year, unit, drafter }, events }) => {
    const count = events.reduce((sum, event) => sum + ('goals' in event ? event.goals.length : 0), 0)
    return {
      answer: {
        done: { code: 'part-withdrawn', drafter, count },
        show: { name: 'draft-goal', params: { year, unit } },
      },
    }
  },
  onRefusal: (_, { year, unit }) => ({ name: 'draft-goal', params: { year, unit } }),
})
