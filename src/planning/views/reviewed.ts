/** View `plans-reviewed`: what became of each unit when several were passed at once. */
import * as z from 'zod'
import { plansReviewedCard } from '../../../cards/plans-reviewed.ts'
import { viewOf } from '../../kernel/view.ts'
import { getActor, listUnitNames } from '../../organization/queries.ts'
import { listVisibleSeats } from '../places.ts'
import { cardMessage } from './notice.ts'

const result = z.object({
  unit: z.string(),
  /** How many goals waited there. */
  goals: z.int(),
  /** Why it was left out; null where all its goals passed. */
  why: z.enum(['exceptional', 'changed', 'decided', 'closed', 'absent']).nullable(),
  /** Of the goals beyond the limit (Article 10). */
  numbers: z.array(z.int()),
})
export type BatchResult = z.infer<typeof result>

export const plansReviewedView = viewOf({
  name: 'plans-reviewed',
  params: z.object({ year: z.int(), results: z.array(result) }),
  async render(db, { year, results }, viewer) {
    const seats = await listVisibleSeats(db, await getActor(db, viewer))
    const names = await listUnitNames(
      db,
      results.filter((one) => one.why === 'absent').map((one) => one.unit),
    )
    const units = results.flatMap(({ unit, ...one }) => {
      const name = seats.find((known) => known.unit === unit)?.name ?? names.get(unit)
      const open = { show: 'plan-review', with: { year, unit } }
      return name === undefined ? [] : [{ ...one, name, open }]
    })
    return cardMessage(plansReviewedCard({ year, units, more: { show: 'plans-to-review', with: {} } }))
  },
})
