/** 目标责任书: the document to sign, for everybody who may see the unit's goals. */
import * as z from 'zod'
import type { Message } from '../../../cards/kit.ts'
import type { Year } from '../../kernel/ids.ts'
import { viewOf } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import type { Database } from '../../store/database.ts'
import { listVisibleSeats, type Seat } from '../places.ts'
import { currentYear, ownUnit } from '../views/asked.ts'
import { notYours, noYear, sentenceCard } from '../views/notice.ts'
import { unitsPage } from '../views/units.ts'
import { loadSheet } from './load.ts'
import { SHEET_NAME, sheetFileName } from './words.ts'

const NOBODY = '没有与您有关的单位目标。如应有，请联系领导小组办公室核对您的单位和角色。'
const NONE = '您可查看的单位还没有生效的计划，生效后方有责任书。请稍后再来领取。'

const params = z.object({
  year: z.int().exactOptional(),
  unit: z.string().exactOptional(),
  page: z.int().exactOptional(),
})

/** Without `about`: a file cannot follow what it shows, and asking again brings the present one. */
export const goalSheetView = viewOf({
  name: 'goal-sheet',
  ofYear: true,
  params,
  async render(db, asked, viewer): Promise<Message> {
    const year = asked.year ?? (await currentYear(db))
    if (year === undefined) return noYear(SHEET_NAME)
    const actor = await getActor(db, viewer)
    const seats = await listVisibleSeats(db, actor)
    if (seats.length === 0) return sentenceCard(SHEET_NAME, NOBODY)
    const wanted = asked.unit ?? ownUnit(actor, seats)
    if (wanted === undefined) return unitsMessage(db, year, seats, asked.page ?? 0)
    const seat = seats.find((one) => one.unit === wanted)
    return seat ? sheetMessage(db, year, seat) : notYours(SHEET_NAME)
  },
})

/** Those who look after several units choose among the plans in force. */
function unitsMessage(db: Database, year: Year, seats: readonly Seat[], page: number): Promise<Message> {
  return unitsPage(db, year, seats, {
    title: `${year}年度${SHEET_NAME}`,
    intro: '下列单位的计划已生效，请选择要领取责任书的单位。',
    empty: NONE,
    page,
    view: { name: 'goal-sheet', params: { year } },
    opens: 'goal-sheet',
    waits: (_seat, plan) => (plan?.status === 'in-force' ? '可领取' : ''),
    onlyWaiting: true,
  })
}

async function sheetMessage(db: Database, year: Year, seat: Seat): Promise<Message> {
  const facts = await loadSheet(db, year, seat)
  if (!facts)
    return sentenceCard(SHEET_NAME, `${seat.name}的计划尚未生效，审定后方有责任书。请稍后再来领取。`)
  const { goalSheet } = await import('./document/document.ts')
  return { kind: 'file', name: sheetFileName(seat.name, year), bytes: await goalSheet(facts) }
}
