import * as z from 'zod'
import { command } from '../../kernel/command.ts'
import { type Audience, findScene, loadAudience, type Setting } from '../context.ts'
import type { PlanningDone } from '../done.ts'
import { noticesOf } from '../notices.ts'
import type { PlanEvent, PlanState } from '../rules/plan.ts'
import type { PlanningRefusal } from '../rules/refusals.ts'
import { sendPart } from '../rules/send.ts'
import { planId, planSubject } from '../subject.ts'

const payload = z.object({
  year: z.int(),
  unit: z.string().max(100),
  drafter: z.enum(['unit', 'group', 'leader']),
  seen: z.record(z.string(), z.int()),
})

interface SendContext {
  readonly setting: Setting
  readonly audience: Audience
}

export const sendPartCommand = command<
  z.infer<typeof payload>,
  PlanState,
  PlanEvent,
  PlanningRefusal,
  SendContext,
  PlanningDone
>({
  type: 'plan.send',
  payload,
  on: planSubject,
  id: ({ year, unit }) => planId(year, unit),
  context: async (db, { year, unit }, meta) => {
    const setting = await findScene(db, year, unit, meta)
    return { setting, audience: await loadAudience(db, setting, meta) }
  },
  decide: (state, command, { setting }) =>
    'refusal' in setting ? setting : sendPart(state, command, setting),
  tell: ({ payload: { year, unit, drafter }, context: { audience }, ...told }) => ({
    notices: noticesOf({ ...told, year, unit, audience }),
    answer: {
      done: { code: 'part-sent', drafter, count: countSent(told.events), next: nextOf(told.after, drafter) },
      show: { name: 'draft-goal', params: { year, unit } },
    },
  }),
  onRefusal: (_, { year, unit }) => ({ name: 'draft-goal', params: { year, unit } }),
})

function countSent(events: readonly PlanEvent[]): number {
  return events.reduce((sum, event) => sum + (event.type === 'part.sent' ? event.goals.length : 0), 0)
}

function nextOf(after: PlanState, drafter: string): Extract<PlanningDone, { code: 'part-sent' }>['next'] {
  if (after.status === 'in-force') return 'in-force'
  if (after.status === 'in-ratification') return 'ratification'
  const waits = after.goals.some((goal) => goal.drafter === drafter && goal.status === 'sent')
  return waits ? 'review' : 'other-parts'
}
