/** The form with which a leader in charge passes several units at once. */
import * as z from 'zod'
import type { FormSpec } from '../../cards/kit.ts'
import type { UnitId, Year } from '../kernel/ids.ts'
import { formOf } from '../kernel/view.ts'
import { getActor, listWorkItems } from '../organization/queries.ts'
import type { Database } from '../store/database.ts'
import { listVisibleSeats, type Seat } from './places.ts'
import { findPlanHeads, headIn } from './plan-heads.ts'
import { reviewMark } from './rules/batch.ts'

export function batchSpec(seats: readonly Seat[]): FormSpec {
  return {
    title: '批量通过',
    intro: '所选单位的待审核目标全部通过。有超额专项目标的单位须单独审核，不会一并通过。',
    fields: [
      {
        kind: 'choices',
        name: 'units',
        label: '批量通过的单位',
        required: true,
        choices: seats.map((seat) => ({ value: seat.unit, text: seat.name })),
      },
    ],
    submit: '批量通过',
  }
}

/** By unit a mark of what the viewer sees there. */
export async function marksOf(
  db: Database,
  year: Year,
  units: readonly UnitId[],
): Promise<{ readonly [unit: string]: string }> {
  const [heads, workItems] = await Promise.all([findPlanHeads(db, year, units), listWorkItems(db)])
  return Object.fromEntries(units.map((unit) => [unit, reviewMark(headIn(heads, unit).state, workItems)]))
}

export const batchForm = formOf({
  name: 'plans_review',
  params: z.object({ year: z.int(), marks: z.record(z.string(), z.string()) }),
  command: 'plans.review',
  async spec(db, { marks }, viewer) {
    const seats = await listVisibleSeats(db, await getActor(db, viewer))
    return batchSpec(seats.filter((seat) => seat.unit in marks))
  },
  payload: ({ units }, { year, marks }) => ({ year, marks, units: Array.isArray(units) ? units : [] }),
})
