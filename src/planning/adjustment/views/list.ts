/** 调整: the adjustments of the units that the viewer has to do with, and the way to ask for one. */
import * as z from 'zod'
import { adjustmentListCard } from '../../../../cards/adjustment-list.ts'
import type { Button, Message } from '../../../../cards/kit.ts'
import type { UnitId, Year } from '../../../kernel/ids.ts'
import { type LocalDate, sayDate, sayInstant } from '../../../kernel/time.ts'
import { viewOf } from '../../../kernel/view.ts'
import { getActor } from '../../../organization/queries.ts'
import type { Actor } from '../../../organization/rules/actor.ts'
import { sayWhenOpens } from '../../../policy/calendar/queries.ts'
import { findCurrentYear, findYear, type OpenYear } from '../../../policy/queries.ts'
import type { Database } from '../../../store/database.ts'
import type { AdjustmentTable } from '../../../store/schema/planning.ts'
import { listVisibleSeats, type Seat } from '../../places.ts'
import { ownUnit } from '../../views/asked.ts'
import { cardMessage, notYours, noYear, sentenceCard } from '../../views/notice.ts'
import { LIST_PAGE, listAdjustments, listBegun } from '../queries.ts'
import { sideOf } from '../rules/sides.ts'
import { isLate, lastDay } from '../rules/span.ts'

const TITLE = '目标调整'
const NOBODY = '没有与您有关的单位目标。如应有，请联系领导小组办公室核对您的单位和角色。'

export const adjustmentsView = viewOf({
  name: 'adjustments',
  ofYear: true,
  params: z.object({
    year: z.int().exactOptional(),
    unit: z.string().exactOptional(),
    page: z.int().min(0).exactOptional(),
  }),
  async render(db, asked, viewer): Promise<Message> {
    const open = await (asked.year === undefined ? findCurrentYear(db) : findYear(db, asked.year))
    if (!open) return noYear(TITLE)
    const actor = await getActor(db, viewer)
    const seats = await listVisibleSeats(db, actor)
    if (seats.length === 0) return sentenceCard(TITLE, NOBODY)
    const unit = asked.unit ?? ownUnit(actor, seats)
    const shown = unit === undefined ? seats : seats.filter((seat) => seat.unit === unit)
    if (shown.length === 0) return notYours(TITLE)
    return cardMessage(
      adjustmentListCard(
        await listFacts(db, { open, actor, shown, today: viewer.today, page: asked.page ?? 0, unit }),
      ),
    )
  },
})

interface Listed {
  readonly open: OpenYear
  readonly actor: Actor
  readonly shown: readonly Seat[]
  readonly today: LocalDate
  readonly page: number
  readonly unit: UnitId | undefined
}

async function listFacts(db: Database, { open, actor, shown, today, page, unit }: Listed) {
  const { year } = open
  const units = shown.map((seat) => seat.unit)
  const [{ rows, total }, begun] = await Promise.all([
    listAdjustments(db, year, units, page),
    listBegun(db, year, units),
  ])
  const names = new Map(shown.map((seat) => [seat.unit, seat.name]))
  const [only] = shown
  const one = shown.length === 1 ? only : undefined
  const until = lastDay(year, open.policy.execution.adjustUntil)
  const bar = askingBar(open, actor, shown, until, today)
  return {
    title: `${one ? `${one.name} ` : ''}${year}年度${TITLE}`,
    total,
    rows: rows.map((row) =>
      rowOf(row, one ? '' : (names.get(row.unit) ?? row.unit), closedFor(row, open, begun)),
    ),
    turns: turnsOf(page, total, year, unit),
    ask: bar === null ? { show: 'adjustment-start', with: { year, ...(one && { unit: one.unit }) } } : null,
    notice: bar ?? (until === null ? '' : `申请截止日为${sayDate(until)}，其后只由领导小组提出。`),
  }
}

/** Why the viewer can ask for nothing on any of the units; null where something may be asked. */
function askingBar(
  open: OpenYear,
  actor: Actor,
  seats: readonly Seat[],
  until: LocalDate | null,
  today: LocalDate,
): string | null {
  const { phase } = open
  if (phase === 'setting')
    return `进入「实现目标」阶段后可以申请调整。${sayWhenOpens(open, 'execution', today)}`
  if (phase !== 'execution' && phase !== 'assessment') return '本年度的目标已不能再调整。'
  const sides = seats.map((seat) => sideOf(actor, seat, isLate(today, until)))
  if (sides.every((side) => side === undefined))
    return '调整由本单位、工作组、分管校领导、办公室或领导小组提出。'
  const inTime = until === null || !isLate(today, until) || sides.includes('leading')
  return inTime ? null : `申请截止日${sayDate(until)}已过，确需调整请报告领导小组，由其提出。`
}

const OPEN = ['draft', 'asked', 'reviewed', 'returned']

const closedFor = (row: AdjustmentTable, { phase }: OpenYear, begun: ReadonlySet<UnitId>): boolean =>
  OPEN.includes(row.status) && ((phase !== 'execution' && phase !== 'assessment') || begun.has(row.unit))

const rowOf = (row: AdjustmentTable, unit: string, lapsed: boolean) => ({
  ...{ unit, number: row.number, kind: row.kind, goal: row.title },
  status: lapsed ? ('lapsed' as const) : row.status,
  at: sayInstant(row.moved_at),
  remark: row.remark,
  open: { show: 'adjustment', with: { year: row.year, unit: row.unit, number: row.number } },
})

function turnsOf(page: number, total: number, year: Year, unit: UnitId | undefined): Button[] {
  const last = Math.max(0, Math.ceil(total / LIST_PAGE) - 1)
  const turn = (text: string, to: number): Button => ({
    text: `${text}（${to + 1}/${last + 1}）`,
    action: { show: 'adjustments', with: { year, ...(unit !== undefined && { unit }), page: to } },
  })
  return [
    ...(page > 0 ? [turn('上一页', Math.min(page - 1, last))] : []),
    ...(page < last ? [turn('下一页', page + 1)] : []),
  ]
}
