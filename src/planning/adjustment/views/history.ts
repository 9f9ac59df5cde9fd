/** 历史 目标3, 历史 药学院 目标3: which goal is meant, and its versions. */
import * as z from 'zod'
import { goalHistoryCard } from '../../../../cards/goal-history.ts'
import { goalName } from '../../../../cards/goal-words.ts'
import type { Button, Message } from '../../../../cards/kit.ts'
import type { Year } from '../../../kernel/ids.ts'
import { pageOf } from '../../../kernel/paging.ts'
import { type Viewer, viewOf } from '../../../kernel/view.ts'
import { getActor } from '../../../organization/queries.ts'
import { called } from '../../../organization/rules/called.ts'
import { findCurrentYear } from '../../../policy/queries.ts'
import type { Database } from '../../../store/database.ts'
import { listVisibleSeats, type Seat } from '../../places.ts'
import { goalIdOf } from '../../rules/draft.ts'
import { ownUnit } from '../../views/asked.ts'
import { cardMessage, noYear, sentenceCard } from '../../views/notice.ts'
import { listAdjustedGoals } from '../queries.ts'
import { goalVersionsView } from './versions.ts'

const TITLE = '历史版本'
const PAGE_SIZE = 10
const MOST_UNITS = 20

const params = z.object({
  /** The unit's name, or a part of it; '' for the own. */
  unit: z.string(),
  /** Null for the goals that were adjusted. */
  number: z.int().nullable(),
  page: z.int().exactOptional(),
})
type Asked = z.infer<typeof params>

export const goalHistoryView = viewOf({
  name: 'goal-history',
  params,
  async complete(db, asked, viewer) {
    const found = await findPlace(db, asked, viewer)
    return found && 'goal' in found ? { name: 'goal-versions', params: { goal: found.goal } } : undefined
  },
  async render(db, asked, viewer): Promise<Message> {
    const found = await findPlace(db, asked, viewer)
    if (!found) return noYear(TITLE)
    if ('goal' in found) return goalVersionsView.render(db, { goal: found.goal }, viewer)
    if ('several' in found) return severalMessage(found.several, asked)
    return listMessage(db, found.year, found.seats, asked)
  },
})

type Found =
  | { readonly goal: string }
  | { readonly several: readonly Seat[] }
  | { readonly year: Year; readonly seats: readonly Seat[] }

async function findPlace(db: Database, { unit, number }: Asked, viewer: Viewer): Promise<Found | undefined> {
  const open = await findCurrentYear(db)
  if (!open) return undefined
  const { year } = open
  const actor = await getActor(db, viewer)
  const seats = await listVisibleSeats(db, actor)
  const own = unit === '' ? ownUnit(actor, seats) : undefined
  const named =
    unit === ''
      ? seats.filter((seat) => own === undefined || seat.unit === own)
      : called(seats, unit, (seat) => seat.unit)
  if (number === null) return { year, seats: named }
  const [only, ...others] = named
  return only && others.length === 0 ? { goal: goalIdOf(year, only.unit, number) } : { several: named }
}

function severalMessage(seats: readonly Seat[], { number }: Asked): Message {
  if (seats.length === 0) {
    return sentenceCard(TITLE, '没有找到您可查看的这个单位。请写明单位名称，如「历史 药学院 目标3」。')
  }
  const name = goalName(number ?? 1)
  const opens = seats.slice(0, MOST_UNITS).map((seat): Button => {
    return { text: seat.name, action: { say: `历史 ${seat.name} ${name}` } }
  })
  return cardMessage(
    goalHistoryCard({
      title: TITLE,
      intro: `请选择单位，或写明单位名称，如「历史 ${seats[0]?.name ?? ''} ${name}」。`,
      goals: [],
      opens,
      turns: [],
    }),
  )
}

async function listMessage(db: Database, year: Year, seats: readonly Seat[], asked: Asked): Promise<Message> {
  const units = seats.map((seat) => seat.unit)
  const names = new Map(seats.map((seat) => [seat.unit, seat.name]))
  const goals = await listAdjustedGoals(db, year, units)
  const view = { name: 'goal-history', params: { unit: asked.unit, number: null } }
  const page = pageOf(goals, PAGE_SIZE, asked.page ?? 0, view)
  const unitOf = (unit: string): string => (seats.length > 1 ? `${names.get(unit) ?? unit} ` : '')
  return cardMessage(
    goalHistoryCard({
      title: `${year}年度调整过的目标`,
      intro:
        goals.length === 0
          ? '还没有目标调整过。查看某项目标请发送如「历史 目标3」。'
          : `共${goals.length}项，点编号看各版本。`,
      goals: page.items.map(
        ({ unit, number, title, adjusted }) => `${unitOf(unit)}${goalName(number)} ${title}　${adjusted}`,
      ),
      opens: page.items.map(({ id, unit, number }) => ({
        text: `${unitOf(unit)}${goalName(number)}`,
        action: { show: 'goal-versions', with: { goal: id } },
      })),
      turns: page.turns,
    }),
  )
}
