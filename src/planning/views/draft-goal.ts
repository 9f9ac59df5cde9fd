/** What the viewer drafts (Articles 13-15): first which unit, then the unit's drafts. */
import * as z from 'zod'
import type { Message } from '../../../cards/kit.ts'
import type { UnitId } from '../../kernel/ids.ts'
import { viewOf } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { findYear } from '../../policy/queries.ts'
import type { Database } from '../../store/database.ts'
import { loadPlanFacts } from '../facts.ts'
import { findSeat, listDraftingSeats, type Seat } from '../places.ts'
import { planId } from '../subject.ts'
import { currentYear } from './asked.ts'
import { draftsCard } from './drafts.ts'
import { cardMessage, noUnit, noYear, sentenceCard } from './notice.ts'
import { unitsPage } from './units.ts'
import { waitingToDraft } from './waiting.ts'

const TITLE = '填报目标'
const NO_PART =
  '目标由各单位联络员和负责人、目标管理工作组、分管校领导填报。如您应当填报，请联系领导小组办公室核对角色。'

/** Without a unit: the only one for which the viewer drafts, or the list of them. */
export const draftGoalView = viewOf({
  name: 'draft-goal',
  params: z.object({
    year: z.int().exactOptional(),
    unit: z.string().exactOptional(),
    page: z.int().exactOptional(),
  }),
  about: ({ year, unit }) => (year === undefined || unit === undefined ? null : planId(year, unit)),
  async complete(db, params, viewer) {
    const year = params.year ?? (await currentYear(db))
    if (year === undefined) return undefined
    const seats = await listDraftingSeats(db, await getActor(db, viewer))
    const unit = params.unit ?? (seats.length === 1 ? seats[0]?.unit : undefined)
    return { name: 'draft-goal', params: { ...params, year, ...(unit !== undefined && { unit }) } }
  },
  async render(db, params, viewer): Promise<Message> {
    const year = params.year ?? (await currentYear(db))
    const open = year === undefined ? undefined : await findYear(db, year)
    if (year === undefined || !open) return noYear(TITLE)
    const actor = await getActor(db, viewer)
    const seats = await listDraftingSeats(db, actor)
    if (await isGone(db, params.unit, seats)) return noUnit(TITLE)
    if (seats.length === 0) return sentenceCard(TITLE, NO_PART)
    const wanted = params.unit ?? (seats.length === 1 ? seats[0]?.unit : undefined)
    if (wanted === undefined) {
      return unitsPage(db, year, seats, {
        title: `${year}年度${TITLE}`,
        intro: '请选择单位，填报该单位的目标。',
        empty: NO_PART,
        page: params.page ?? 0,
        view: { name: 'draft-goal', params: { year } },
        opens: 'draft-goal',
        waits: waitingToDraft(seats),
      })
    }
    const seat = seats.find((one) => one.unit === wanted)
    if (!seat) return sentenceCard(TITLE, '该单位的目标不由您填报。请发送「填报目标」，查看由您填报的单位。')
    const facts = await loadPlanFacts(db, year, seat.unit)
    if (!facts) return noYear(TITLE)
    return cardMessage(
      draftsCard({ year, seat, actor, facts, page: params.page ?? 0, several: seats.length > 1 }),
    )
  },
})

/** Whether the unit that is asked for takes part no more, as after a merger. */
async function isGone(db: Database, unit: UnitId | undefined, seats: readonly Seat[]): Promise<boolean> {
  if (unit === undefined || seats.some((seat) => seat.unit === unit)) return false
  return (await findSeat(db, unit)) === undefined
}
