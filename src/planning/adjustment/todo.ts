/** What waits for a person among the adjustments: to be sent, mended, reviewed, ratified. */
import { adjustmentName, KIND_VERBS } from '../../../cards/adjustment-words.ts'
import type { Todo, Viewer } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import type { Actor } from '../../organization/rules/actor.ts'
import { findCurrentYear, type OpenYear } from '../../policy/queries.ts'
import type { Database } from '../../store/database.ts'
import type { AdjustmentTable } from '../../store/schema/planning.ts'
import { listVisibleSeats, type Seat } from '../places.ts'
import { ratifies, reviews } from '../rules/drafters.ts'
import { hasAnsweredOn, listPendingAdjustments } from './queries.ts'
import { mayAskAs, maySendAs } from './rules/sides.ts'

export async function adjustmentTodo(db: Database, viewer: Viewer): Promise<Todo[]> {
  const open = await findCurrentYear(db)
  if (open?.phase !== 'execution' && open?.phase !== 'assessment') return []
  const actor = await getActor(db, viewer)
  const seats = await listVisibleSeats(db, actor)
  const units = seats.map((seat) => seat.unit)
  const seatOf = new Map(seats.map((seat) => [seat.unit, seat]))
  const pending = await listPendingAdjustments(db, open.year, units)
  return pending.flatMap((row) => {
    const seat = seatOf.get(row.unit)
    const wanted = seat && wantedOf(row, actor, seat, open)
    return seat && wanted ? [todoOf(row, seat, wanted)] : []
  })
}

interface WantedAct {
  readonly what: string
  readonly button: string
}

function wantedOf(
  row: AdjustmentTable,
  actor: Actor,
  seat: Seat,
  { policy }: OpenYear,
): WantedAct | undefined {
  switch (row.status) {
    case 'draft':
      return maySendAs(actor, seat, row.side) ? { what: '待报送', button: '去报送' } : undefined
    case 'returned':
      return mayAskAs(actor, seat, row.side) ? { what: '被退回，待修改', button: '去修改' } : undefined
    case 'asked':
      return reviews(actor, seat) ? { what: '待审核', button: '去审核' } : undefined
    case 'reviewed': {
      const waits =
        ratifies(actor, policy, seat) && (policy.ratification === 'chair' || !hasAnsweredOn(row, actor.id))
      return waits ? { what: '待审定', button: '去审定' } : undefined
    }
    case 'withdrawn':
    case 'ratified':
      return undefined
  }
}

function todoOf(row: AdjustmentTable, seat: Seat, { what, button }: WantedAct): Todo {
  const { year, unit, number, kind, title } = row
  return {
    text: `${seat.name}：${adjustmentName(number)}（${KIND_VERBS[kind]}「${title}」）${what}`,
    since: row.moved_at,
    button,
    action: { send: 'adjustment', with: { year, unit, number } },
  }
}
