/** Form `adjust_revise`: what was asked for, to be changed until the first decision and after a return. */
import * as z from 'zod'
import { formOf } from '../../../kernel/view.ts'
import { entryOf } from '../../entry-values.ts'
import { unfinished } from '../../field-mistakes.ts'
import { askerMay } from '../pending.ts'
import { findAdjustment } from '../queries.ts'
import { votedGoal } from '../rules/adjustment.ts'
import { movedOn, targetOf } from '../rules/ask.ts'
import { mayAskAs } from '../rules/sides.ts'
import { closedAdjusting } from '../rules/span.ts'
import { loadSight } from '../sight.ts'
import { reasonsOf } from './fields.ts'
import { adjustmentSpec } from './spec.ts'

const params = z.object({
  year: z.int(),
  unit: z.string(),
  number: z.int(),
  revision: z.int(),
  kind: z.enum(['add', 'change', 'cancel']),
  type: z.enum(['key', 'special', 'routine']),
  goal: z.string().nullable(),
  /** The revision of the goal when it was asked for. */
  seen: z.int().nullable(),
})

export const adjustReviseForm = formOf({
  name: 'adjust_revise',
  params,
  command: 'adjustment.revise',
  async spec(db, { year, unit, number }, viewer) {
    const [sight, state] = await Promise.all([
      loadSight(db, year, unit, viewer),
      findAdjustment(db, year, unit, number),
    ])
    if ('refusal' in sight) return sight
    if (state.status === 'none') return { refusal: { code: 'absent-target' } }
    const { request, side } = state
    if (!mayAskAs(sight.by, sight.place, side)) return { refusal: { code: 'other-asker', side } }
    const closed = closedAdjusting({ ...sight, phase: sight.place.phase })
    if (closed) return { refusal: closed }
    if (!askerMay(state, sight).revise) return { refusal: movedOn(state) }
    const goal = sight.plan.goals.find((one) => one.id === targetOf(request))
    const back = { show: 'adjustment', with: { year, unit, number } }
    const { type } = votedGoal(request).content
    const wanted = { kind: request.kind, type, side, goal, before: request, back }
    return adjustmentSpec(db, wanted, sight, viewer)
  },
  check: (values, { kind, type }) => (kind === 'cancel' ? [] : unfinished(entryOf(values, type))),
  payload: (values, { type, ...asked }) => ({
    ...asked,
    entry: asked.kind === 'cancel' ? null : { ...entryOf(values, type) },
    ...reasonsOf(values),
  }),
})
