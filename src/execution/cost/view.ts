/** 经费: budget and spending of a scope; of many units the units, of one unit its goals (Article 30). */
import * as z from 'zod'
import { cut } from '../../../cards/board-parts.ts'
import { type CostFacts, type CostRow, costCard, ROWS_A_COST } from '../../../cards/cost.ts'
import type { Button, Message } from '../../../cards/kit.ts'
import type { JsonObject } from '../../kernel/decision.ts'
import { pageOf } from '../../kernel/paging.ts'
import { viewOf } from '../../kernel/view.ts'
import type { Database } from '../../store/database.ts'
import { listGoalsIn } from '../board/queries.ts'
import { isOfUnit, type Scope, scopeOfUnit } from '../board/scopes.ts'
import { askedScope } from '../board/views/asked.ts'
import { costsOf, listUnitCosts } from '../queries/costs.ts'
import { type Cost, costOf } from '../rules/cost.ts'
import { asCard } from '../views/told.ts'
import { sayAmount } from './say-amount.ts'

const SHORT = 8

interface Line {
  readonly name: string
  readonly short: string
  readonly cost: Cost
  readonly goalsOver: number
  readonly open: CostRow['open']
}

export const costsView = viewOf({
  name: 'costs',
  ofYear: true,
  params: z.object({
    scope: z.string().exactOptional(),
    from: z.string().exactOptional(),
    /** Only for another year than the present one. */
    year: z.int().exactOptional(),
    page: z.int().exactOptional(),
  }),
  async render(db, { scope: wanted, from, year: over, page: turned = 0 }, viewer): Promise<Message> {
    const asked = await askedScope(db, viewer, wanted, { name: 'costs', title: '经费' }, over)
    if (!('scope' in asked)) return asked
    const { scope, year } = asked
    const place = {
      scope: scope.key,
      ...(from !== undefined && { from }),
      ...(over !== undefined && { year: over }),
    }
    const goals = isOfUnit(scope)
    const lines = (
      goals ? await goalLines(db, year.year, scope, place) : await unitLines(db, year.year, scope)
    )
      .filter(({ cost }) => cost.budget !== null || cost.spent !== null)
      .toSorted((left, right) => right.cost.over - left.cost.over)
    const page = pageOf(lines.map(rowOf), ROWS_A_COST, turned, { name: 'costs', params: place })
    return asCard(
      costCard({
        ...{ year: year.year, scope: scope.name, of: goals ? 'goals' : 'units', total: totalOf(lines) },
        ...{ rows: page.items, turns: page.turns, more: moreButtons(place) },
      }),
    )
  },
})

async function unitLines(db: Database, year: number, { key, units }: Scope): Promise<Line[]> {
  const costs = await listUnitCosts(
    db,
    year,
    units.map(({ id }) => id),
  )
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return costs.map(({ unit, goalsOver, ...cost }) => {
    const name = names.get(unit) ?? unit
    const open = { show: 'costs', with: { scope: scopeOfUnit(unit), from: key } } as const
    return { name, short: cut(name, SHORT), cost, goalsOver, open }
  })
}

async function goalLines(db: Database, year: number, { units }: Scope, place: JsonObject): Promise<Line[]> {
  const goals = await listGoalsIn(
    db,
    year,
    units.map(({ id }) => id),
  )
  const costs = await costsOf(
    db,
    goals.map(({ id }) => id),
  )
  return goals.map(({ id, number, title }) => {
    const cost = costs.get(id) ?? costOf(null, null)
    const open = { show: 'board-goal', with: { goal: id, ...place } } as const
    return {
      name: `${number}. ${title}`,
      short: `目标${number}`,
      cost,
      goalsOver: cost.over > 0 ? 1 : 0,
      open,
    }
  })
}

function totalOf(lines: readonly Line[]): CostFacts['total'] {
  const sum = (amounts: readonly (number | null)[]): number | null => {
    const known = amounts.filter((one) => one !== null)
    return known.length === 0 ? null : known.reduce((total, one) => total + one, 0)
  }
  const cost = costOf(sum(lines.map((one) => one.cost.budget)), sum(lines.map((one) => one.cost.spent)))
  return { ...figuresOf(cost), goalsOver: lines.reduce((total, one) => total + one.goalsOver, 0) }
}

const rowOf = ({ name, short, cost, goalsOver, open }: Line): CostRow => ({
  ...{ name, short, goalsOver, open },
  ...figuresOf(cost),
})

const figuresOf = ({ budget, spent, rest, over }: Cost) => ({
  budget: budget === null ? '—' : sayAmount(budget),
  spent: spent === null ? '—' : sayAmount(spent),
  rest: over > 0 ? `超 ${sayAmount(over)}` : rest === null ? '无预算' : sayAmount(rest),
  over: over > 0,
})

function moreButtons({ scope, from }: { readonly scope: string; readonly from?: string }): Button[] {
  const back: Button[] =
    from === undefined ? [] : [{ text: '返回各单位', action: { show: 'costs', with: { scope: from } } }]
  const own = { scope, ...(from !== undefined && { from }) }
  return [
    { text: '看板', action: { show: 'board', with: own } },
    { text: '导出表格', action: { send: 'board-export', with: { scope } } },
    ...back,
  ]
}
