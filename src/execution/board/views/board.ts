/** 看板: the lights of a scope; of many units the units, of one unit its goals. */
import * as z from 'zod'
import { type BoardRow, boardCard, UNITS_A_BOARD } from '../../../../cards/board.ts'
import { boardUnitCard, GOALS_A_BOARD } from '../../../../cards/board-unit.ts'
import type { Button, Message } from '../../../../cards/kit.ts'
import type { UnitId, Year } from '../../../kernel/ids.ts'
import { pageOf } from '../../../kernel/paging.ts'
import { sayDate } from '../../../kernel/time.ts'
import { type Viewer, viewOf } from '../../../kernel/view.ts'
import { getActor } from '../../../organization/queries.ts'
import type { Database } from '../../../store/database.ts'
import { weight } from '../../lights/rules/light.ts'
import { reportsFor } from '../../rules/progress.ts'
import { asCard } from '../../views/told.ts'
import { type Board, type BoardGoal, loadBoard } from '../load.ts'
import { byNeed, tallyOf } from '../rules/tally.ts'
import { isOfUnit, scopeOfUnit } from '../scopes.ts'
import { askedScope } from './asked.ts'
import { headOf, moreButtons, type Place } from './head.ts'

export const boardView = viewOf({
  name: 'board',
  ofYear: true,
  params: z.object({
    scope: z.string().exactOptional(),
    from: z.string().exactOptional(),
    /** Only for another year than the present one. */
    year: z.int().exactOptional(),
    page: z.int().exactOptional(),
  }),
  async render(db, { scope: wanted, from, year, page = 0 }, viewer): Promise<Message> {
    const asked = await askedScope(db, viewer, wanted, { name: 'board', title: '目标看板' }, year)
    if (!('scope' in asked)) return asked
    const board = await loadBoard(db, viewer, asked.scope, asked.year)
    const place = {
      scope: asked.scope.key,
      ...(from !== undefined && { from }),
      ...(year !== undefined && { year }),
    }
    const shown = { board, place, page }
    return isOfUnit(asked.scope) ? unitMessage(db, viewer, shown) : unitsMessage(db, viewer, shown)
  },
})

interface Shown {
  readonly board: Board
  readonly place: Place
  readonly page: number
}

async function unitsMessage(
  db: Database,
  viewer: Viewer,
  { board, place, page: wanted }: Shown,
): Promise<Message> {
  const { scope, year } = board
  const rows = rowsOf(board, place.year)
  const page = pageOf(rows, UNITS_A_BOARD, wanted, { name: 'board', params: { ...place } })
  const [head, more] = await Promise.all([
    headOf(db, board, place, page.page),
    moreButtons(db, viewer, scope, place),
  ])
  return asCard(
    boardCard({
      ...head,
      ...{ year, scope: scope.name, units: scope.units.length, rows: page.items, turns: page.turns, more },
    }),
  )
}

function rowsOf({ scope, goals, help, rectifications, asOf }: Board, over?: Year): BoardRow[] {
  const ofUnit = new Map<UnitId, BoardGoal[]>(scope.units.map(({ id }) => [id, []]))
  for (const goal of goals) ofUnit.get(goal.unit)?.push(goal)
  return scope.units
    .map(({ id, name }) => ({
      unit: name,
      tally: tallyOf(ofUnit.get(id) ?? [], asOf),
      help: help.filter(({ unit }) => unit === id).length,
      rectifications: rectifications.filter(({ unit }) => unit === id).length,
      open: {
        show: 'board',
        with: { scope: scopeOfUnit(id), from: scope.key, ...(over !== undefined && { year: over }) },
      } as const,
    }))
    .toSorted((left, right) => byNeed(left.tally, right.tally))
}

async function unitMessage(
  db: Database,
  viewer: Viewer,
  { board, place, page: wanted }: Shown,
): Promise<Message> {
  const { scope, year, goals } = board
  const ordered = goals.toSorted((left, right) => weight(right.light) - weight(left.light))
  const page = pageOf(ordered, GOALS_A_BOARD, wanted, { name: 'board', params: { ...place } })
  const [head, more, report] = await Promise.all([
    headOf(db, board, place, page.page),
    moreButtons(db, viewer, scope, place),
    reportButton(db, viewer, board),
  ])
  return asCard(
    boardUnitCard({
      ...head,
      ...{ year, unit: scope.name, turns: page.turns, more: [...report, ...more] },
      goals: page.items.map((goal) => ({
        ...{ number: goal.number, title: goal.title, light: goal, reached: goal.reached },
        due: sayDate(goal.dueOn),
        open: { show: 'board-goal', with: { goal: goal.id, ...place } },
      })),
    }),
  )
}

async function reportButton(db: Database, viewer: Viewer, { scope, goals }: Board): Promise<Button[]> {
  const [unit] = scope.units
  if (!unit || goals.length === 0 || !reportsFor(await getActor(db, viewer), unit.id)) return []
  return [{ text: '报送进展', style: 'primary', action: { send: 'progress', with: { unit: unit.id } } }]
}
