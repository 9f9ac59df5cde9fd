/** Views `plans-to-review` and `plans-to-ratify`: the plans that wait for the viewer's verdict. */
import * as z from 'zod'
import type { Message } from '../../../cards/kit.ts'
import type { Year } from '../../kernel/ids.ts'
import { type Viewer, viewOf } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { holds } from '../../organization/rules/actor.ts'
import { findCurrentYear } from '../../policy/queries.ts'
import type { Database } from '../../store/database.ts'
import { batchSpec, marksOf } from '../batch-form.ts'
import { listVisibleSeats, type Seat } from '../places.ts'
import { countUnservedPriorities } from '../queries/priorities.ts'
import { ratifies, reviews } from '../rules/drafters.ts'
import type { Stage } from '../rules/goal.ts'
import { noYear, sentenceCard } from './notice.ts'
import { type Remark, unitsPage } from './units.ts'
import { waitingToRatify, waitingToReview } from './waiting.ts'

const STAGES = {
  review: {
    title: '待审核的目标',
    list: 'plans-to-review',
    opens: 'plan-review',
    empty: '没有等候您审核的目标。单位报送后，会通知您。',
    barred: '目标由分管校领导审核。如您是分管校领导，请联系领导小组办公室核对分管单位。',
  },
  ratification: {
    title: '待审定的目标',
    list: 'plans-to-ratify',
    opens: 'plan-ratify',
    empty: '没有等候审定的目标。分管校领导全部审核通过后，会通知领导小组。',
    barred: '目标由领导小组审定，您不需要处理。',
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
  const { title, list, opens, empty, barred } = STAGES[stage]
  const open = await findCurrentYear(db)
  if (!open) return noYear(title)
  const { year, policy } = open
  const actor = await getActor(db, viewer)
  const seats = (await listVisibleSeats(db, actor)).filter((seat) =>
    stage === 'review' ? reviews(actor, seat) : ratifies(actor, policy, seat) || holds(actor, 'office'),
  )
  if (seats.length === 0) return sentenceCard(title, barred)
  const remark = stage === 'ratification' ? await unservedRemark(db, year) : null
  const view = { name: list, params: {} }
  const waits = stage === 'review' ? waitingToReview : waitingToRatify(actor.id)
  const intro =
    stage === 'review' || ratifies(actor, policy)
      ? '点单位名称打开，逐项或全部处理。'
      : policy.ratification === 'chair'
        ? '点单位名称查看，由领导小组组长审定。'
        : '点单位名称查看，由领导小组成员表决审定。'
  return unitsPage(db, year, seats, {
    ...{ title, intro, empty, page, view, opens, waits, remark },
    onlyWaiting: true,
    batch: async (shown) => (stage === 'review' ? batchOf(db, year, shown) : null),
  })
}

/** Passing one unit at once is what its own card is for. */
async function batchOf(db: Database, year: Year, seats: readonly Seat[]) {
  if (seats.length < 2) return null
  const units = seats.map((seat) => seat.unit)
  const params = { year, marks: await marksOf(db, year, units) }
  return { name: 'plans_review', spec: batchSpec(seats), params }
}

/** Article 28: before goals are ratified, the priorities that none of them serves are pointed to. */
async function unservedRemark(db: Database, year: Year): Promise<Remark> {
  const count = await countUnservedPriorities(db, year)
  if (count === 0) return null
  const action = { show: 'priorities', with: { unserved: true } }
  return {
    text: `有${count}项年度工作要点尚无目标承接，审定前请先查看。`,
    button: { text: '查看要点', action },
  }
}
