/** 我的目标: the own unit's goals; for those in charge of several units, the units. */
import * as z from 'zod'
import { goalListCard } from '../../../cards/goal-list.ts'
import type { Button, Message } from '../../../cards/kit.ts'
import type { Year } from '../../kernel/ids.ts'
import { pageOf } from '../../kernel/paging.ts'
import { viewOf } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { type Actor, holds } from '../../organization/rules/actor.ts'
import type { Database } from '../../store/database.ts'
import { actFacts, loadPlanFacts, type PlanFacts } from '../facts.ts'
import { listVisibleSeats, type Seat } from '../places.ts'
import { mayDraft, partsOf } from '../rules/drafters.ts'
import { planId } from '../subject.ts'
import { currentYear, ownUnit } from './asked.ts'
import { cardMessage, notYours, noYear, sentenceCard } from './notice.ts'
import { unitsPage } from './units.ts'

const TITLE = '我的目标'
const NOBODY = '没有与您有关的单位目标。如应有，请联系领导小组办公室核对您的单位和角色。'
const PAGE_SIZE = 10

export const myGoalsView = viewOf({
  name: 'my-goals',
  ofYear: true,
  params: z.object({
    year: z.int().exactOptional(),
    unit: z.string().exactOptional(),
    page: z.int().exactOptional(),
  }),
  about: ({ year, unit }) => (year === undefined || unit === undefined ? null : planId(year, unit)),
  async complete(db, params, viewer) {
    const year = params.year ?? (await currentYear(db))
    if (year === undefined) return undefined
    const actor = await getActor(db, viewer)
    const unit = params.unit ?? ownUnit(actor, await listVisibleSeats(db, actor))
    return { name: 'my-goals', params: { ...params, year, ...(unit !== undefined && { unit }) } }
  },
  async render(db, params, viewer): Promise<Message> {
    const year = params.year ?? (await currentYear(db))
    if (year === undefined) return noYear(TITLE)
    const actor = await getActor(db, viewer)
    const seats = await listVisibleSeats(db, actor)
    if (seats.length === 0) return sentenceCard(TITLE, NOBODY)
    const wanted = params.unit ?? ownUnit(actor, seats)
    const page = params.page ?? 0
    if (wanted === undefined) return unitsMessage(db, year, seats, page)
    const seat = seats.find((one) => one.unit === wanted)
    return seat ? unitMessage(db, { year, seat, actor, page }) : notYours(TITLE)
  },
})

function unitsMessage(db: Database, year: Year, seats: readonly Seat[], page: number): Promise<Message> {
  return unitsPage(db, year, seats, {
    title: `${year}年度各单位目标`,
    intro: '您可查看下列单位的目标。',
    empty: NOBODY,
    page,
    view: { name: 'my-goals', params: { year } },
    opens: 'my-goals',
    waits: () => '',
    budgets: true,
  })
}

interface Opened {
  readonly year: Year
  readonly seat: Seat
  readonly actor: Actor
  readonly page: number
}

async function unitMessage(db: Database, opened: Opened): Promise<Message> {
  const { year, seat, page: wanted } = opened
  const facts = await loadPlanFacts(db, year, seat.unit)
  if (!facts) return noYear(TITLE)
  const { state } = facts
  const params = { year, unit: seat.unit }
  const page = pageOf(facts.goals, PAGE_SIZE, wanted, { name: 'my-goals', params })
  return cardMessage(
    goalListCard({
      year,
      unit: seat.name,
      status: state.status,
      total: facts.goals.filter((goal) => goal.status !== 'cancelled').length,
      inForce: state.status === 'in-force' ? actFacts(state.inForce) : null,
      goals: page.items.map((goal) => ({ goal, open: { show: 'goal-detail', with: { goal: goal.id } } })),
      counts: facts.counts,
      budget: facts.budget,
      turns: page.turns,
      next: nextButtons(opened, facts),
    }),
  )
}

function nextButtons({ year, seat, actor }: Opened, { state, phase }: PlanFacts): Button[] {
  const drafts = partsOf(seat.kind).some((part) => mayDraft(actor, seat, part))
  const reports = holds(actor, 'contact', seat.unit) || holds(actor, 'head', seat.unit)
  if (state.status === 'in-force') {
    return [
      ...(reports && phase === 'execution' ? [{ text: '报送进展', action: { say: '进展' } } as const] : []),
      ...(phase === 'execution'
        ? [{ text: '申请调整', action: { send: 'adjustments', with: { year, unit: seat.unit } } } as const]
        : []),
      { text: '目标责任书', action: { send: 'goal-sheet', with: { year, unit: seat.unit } } },
    ]
  }
  if (!drafts || phase !== 'setting') return []
  return [
    {
      text: '填报目标',
      style: 'primary',
      action: { show: 'draft-goal', with: { year, unit: seat.unit } },
    },
  ]
}
