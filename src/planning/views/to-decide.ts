/** Views `plans-to-review` and `plans-to-ratify`: the plans that wait for the viewer's verdict. */
import * as z from 'zod'
import type { Message } from '../../../cards/kit.ts'
import { type Viewer, viewOf } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { holds, isLeaderOf } from '../../organization/rules/actor.ts'
import type { Database } from '../../store/database.ts'
import { listVisibleSeats } from '../places.ts'
import type { Stage } from '../rules/goal.ts'
import { currentYear } from './asked.ts'
import { noYear, sentenceCard } from './notice.ts'
import { unitsPage } from './units.ts'
import { waitingToRatify, waitingToReview } from './waiting.ts'

const STAGES = {
  review: {
    title: '待审核的目标',
    list: 'plans-to-review',
    opens: 'plan-review',
    empty: '没有等候您审核的目标。单位报送后，会通知您。',
    barred: '目标由分管校领导审核。如您是分管校领导，请联系领导小组办公室核对分管单位。',
    waits: waitingToReview,
  },
  ratification: {
    title: '待审定的目标',
    list: 'plans-to-ratify',
    opens: 'plan-ratify',
    empty: '没有等候您审定的目标。分管校领导全部审核通过后，会通知您。',
    barred: '目标由领导小组组长审定，您不需要处理。',
    waits: waitingToRatify,
  },
} as const

const params = z.object({ page: z.int().exactOptional() })

export const plansToReviewView = viewOf({
  name: 'plans-to-review',
  params,
  render: (db, { page }, viewer) => renderList(db, 'review', page ?? 0, viewer),
})

export const plansToRatifyView = viewOf({
  name: 'plans-to-ratify',
  params,
  render: (db, { page }, viewer) => renderList(db, 'ratification', page ?? 0, viewer),
})

async function renderList(db: Database, stage: Stage, page: number, viewer: Viewer): Promise<Message> {
  const { title, list, opens, empty, barred, waits } = STAGES[stage]
  const year = await currentYear(db)
  if (year === undefined) return noYear(title)
  const actor = await getActor(db, viewer.person, viewer.today)
  const seats = (await listVisibleSeats(db, actor)).filter((seat) =>
    stage === 'review' ? isLeaderOf(actor, seat.unit) : holds(actor, 'chair'),
  )
  if (seats.length === 0) return sentenceCard(title, barred)
  const view = { name: list, params: {} }
  const intro = '点单位名称打开，逐项或全部处理。'
  return unitsPage(db, year, seats, { title, intro, empty, page, view, opens, waits, onlyWaiting: true })
}
