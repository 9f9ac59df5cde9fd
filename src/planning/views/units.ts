/** Several units' plans on one card, a page at a time. */
import type { Message } from '../../../cards/kit.ts'
import { type PlanUnitsFacts, planUnitsCard, type UnitRow } from '../../../cards/plan-units.ts'
import type { JsonObject } from '../../kernel/decision.ts'
import type { UnitId, Year } from '../../kernel/ids.ts'
import { pageOf } from '../../kernel/paging.ts'
import type { Database } from '../../store/database.ts'
import type { GoalType, PlanTable } from '../../store/schema/planning.ts'
import { decimalText } from '../measure.ts'
import type { Seat } from '../places.ts'
import { countGoals, type GoalCount, listPlans, sumBudgets } from '../queries.ts'
import { cardMessage } from './notice.ts'

const PAGE_SIZE = 12

/** What waits for the viewer in a unit; '' for nothing. */
export type Waits = (seat: Seat, plan: PlanTable | undefined, counts: readonly GoalCount[]) => string

export type Remark = PlanUnitsFacts['remark']

export interface UnitsPage {
  readonly title: string
  readonly intro: string
  readonly empty: string
  readonly page: number
  /** The view itself, for turning pages. */
  readonly view: { readonly name: string; readonly params: JsonObject }
  /** The view that a unit opens. */
  readonly opens: string
  readonly waits: Waits
  /** Whether only units where something waits are listed. */
  readonly onlyWaiting?: boolean
  /** Whether the units' budgets are summed (Article 30). */
  readonly budgets?: boolean
  readonly remark?: Remark
  /** Offers to pass this page's units at once. */
  readonly batch?: (page: readonly Seat[]) => Promise<PlanUnitsFacts['batch']>
}

export async function unitsPage(
  db: Database,
  year: Year,
  seats: readonly Seat[],
  how: UnitsPage,
): Promise<Message> {
  const units = seats.map((seat) => seat.unit)
  const budgets = how.budgets ? await sumBudgets(db, year, units) : undefined
  const rows = await listRows(db, year, seats, how, budgets)
  const page = pageOf(rows, PAGE_SIZE, how.page, how.view)
  const { title, intro, empty } = how
  return cardMessage(
    planUnitsCard({
      ...{
        title,
        intro,
        empty,
        total: rows.length,
        units: page.items.map((one) => one.row),
        turns: page.turns,
      },
      budget: budgets ? sumText([...budgets.values()]) : null,
      remark: how.remark ?? null,
      batch: (await how.batch?.(page.items.map((one) => one.seat))) ?? null,
    }),
  )
}

const sumText = (budgets: readonly number[]): string =>
  budgets.length === 0 ? '' : decimalText(budgets.reduce((total, one) => total + one, 0))

interface SeatRow {
  readonly seat: Seat
  readonly row: UnitRow
}

async function listRows(
  db: Database,
  year: Year,
  seats: readonly Seat[],
  how: UnitsPage,
  budgets: ReadonlyMap<UnitId, number> | undefined,
): Promise<SeatRow[]> {
  const [plans, counts] = await Promise.all([
    listPlans(db, year),
    countGoals(
      db,
      year,
      seats.map((seat) => seat.unit),
    ),
  ])
  const planOf = new Map(plans.map((plan) => [plan.unit, plan]))
  const rows = seats.map((seat): SeatRow => {
    const plan = planOf.get(seat.unit)
    const budget = budgets?.get(seat.unit)
    const ofUnit = counts.filter((one) => one.unit === seat.unit)
    const row = {
      name: seat.name,
      status: plan?.status ?? 'drafting',
      counts: { key: sum(ofUnit, 'key'), special: sum(ofUnit, 'special'), routine: sum(ofUnit, 'routine') },
      waits: how.waits(seat, plan, ofUnit),
      open: { show: how.opens, with: { year, unit: seat.unit } },
      budget: budget === undefined ? '' : decimalText(budget),
    }
    return { seat, row }
  })
  return how.onlyWaiting ? rows.filter(({ row }) => row.waits !== '') : rows
}

const sum = (counts: readonly GoalCount[], type: GoalType): number =>
  counts.reduce((total, one) => total + (one.type === type ? one.count : 0), 0)
