/** Forms `adjust_add`, `adjust_change` and `adjust_cancel`: each opened form asks for one adjustment. */
import * as z from 'zod'
import type { Viewer } from '../../../kernel/view.ts'
import { type FormDefinition, formOf } from '../../../kernel/view.ts'
import type { Database } from '../../../store/database.ts'
import { entryOf } from '../../entry-values.ts'
import { unfinished } from '../../field-mistakes.ts'
import { findPlan } from '../../queries.ts'
import { findOpenAdjustment } from '../queries.ts'
import { askerOf } from '../rules/ask.ts'
import { findTarget } from '../rules/request.ts'
import { loadSight } from '../sight.ts'
import { reasonsOf } from './fields.ts'
import { adjustmentSpec } from './spec.ts'

const place = { year: z.int(), unit: z.string(), opened: z.string().exactOptional() }
const type = z.enum(['key', 'special', 'routine'])
const addParams = z.object({ ...place, type })
/** `seen`: the revision of the goal that the person saw. */
const targetParams = z.object({ ...place, type, goal: z.string(), seen: z.int() })

/** A name for this opening. */
const once = async (
  db: Database,
  { year, unit }: { readonly year: number; readonly unit: string },
  { by, at }: Viewer,
): Promise<string> => `${by} ${at} ${(await findPlan(db, year, unit)).version}`

export const adjustAddForm: FormDefinition = formOf({
  name: 'adjust_add',
  params: addParams,
  command: 'adjustment.ask',
  once,
  async spec(db, { year, unit, type }, viewer) {
    const sight = await loadSight(db, year, unit, viewer)
    if ('refusal' in sight) return sight
    const asker = askerOf(sight)
    if ('refusal' in asker) return asker
    const back = { show: 'adjustment-start', with: { year, unit } }
    const wanted = { kind: 'add', type, side: asker.side, goal: undefined, before: null, back } as const
    return adjustmentSpec(db, wanted, sight, viewer)
  },
  check: (values, { type }) => unfinished(entryOf(values, type)),
  payload: (values, { type, ...asked }) => ({
    ...asked,
    kind: 'add',
    entry: { ...entryOf(values, type) },
    ...reasonsOf(values),
  }),
})

const targetForm = (kind: 'change' | 'cancel'): FormDefinition =>
  formOf({
    name: `adjust_${kind}`,
    params: targetParams,
    command: 'adjustment.ask',
    once,
    spec: (db, asked, viewer) => targetSpec(db, kind, asked, viewer),
    check: (values, { type }) => (kind === 'cancel' ? [] : unfinished(entryOf(values, type))),
    payload: (values, { type, ...asked }) => ({
      ...asked,
      kind,
      entry: kind === 'cancel' ? null : { ...entryOf(values, type) },
      ...reasonsOf(values),
    }),
  })

async function targetSpec(
  db: Database,
  kind: 'change' | 'cancel',
  asked: z.infer<typeof targetParams>,
  viewer: Viewer,
) {
  const { year, unit, goal: id, seen } = asked
  const [sight, open] = await Promise.all([loadSight(db, year, unit, viewer), findOpenAdjustment(db, id)])
  if ('refusal' in sight) return sight
  const asker = askerOf(sight)
  if ('refusal' in asker) return asker
  const target = findTarget(sight.plan, { goal: id, seen })
  if ('refusal' in target) return target
  const goal = sight.plan.goals.find((one) => one.id === id)
  if (open) {
    const { number: adjustment, by } = open
    return { refusal: { code: 'open-adjustment' as const, adjustment, number: target.value.number, by } }
  }
  const back = { show: 'adjustment-start', with: { year, unit } }
  const wanted = { kind, type: target.value.before.type, side: asker.side, goal, before: null, back }
  return adjustmentSpec(db, wanted, sight, viewer)
}

export const adjustChangeForm = targetForm('change')
export const adjustCancelForm = targetForm('cancel')
