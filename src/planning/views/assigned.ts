/** Views `assign-goal` (what the viewer assigned, and more) and `goals-assigned` (what became of an assignment). */
import * as z from 'zod'
import { assignedListCard, goalsAssignedCard } from '../../../cards/goals-assigned.ts'
import { pageOf } from '../../kernel/paging.ts'
import { viewOf } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { findCurrentYear, findYear } from '../../policy/queries.ts'
import { phaseFor } from '../../policy/rules/reopening.ts'
import { listAssignableSeats } from '../assign-form.ts'
import { listVisibleSeats } from '../places.ts'
import { listAssignedGoals } from '../queries/assigned.ts'
import { cardMessage, noYear, sentenceCard } from './notice.ts'

const PAGE_SIZE = 12
const TITLE = '下达专项目标'
const BARRED =
  '专项目标由领导小组办公室、分管校领导或目标管理工作组组长下达。如职责有变，请联系领导小组办公室。'

export const assignGoalView = viewOf({
  name: 'assign-goal',
  params: z.object({ year: z.int().exactOptional(), page: z.int().exactOptional() }),
  async render(db, asked, viewer) {
    const open = await (asked.year === undefined ? findCurrentYear(db) : findYear(db, asked.year))
    if (!open) return noYear(TITLE)
    const { year } = open
    const seats = await listAssignableSeats(db, await getActor(db, viewer))
    const goals = await listAssignedGoals(db, year, viewer.inNameOf)
    if (seats.length === 0 && goals.length === 0) return sentenceCard(TITLE, BARRED)
    const page = pageOf(goals, PAGE_SIZE, asked.page ?? 0, { name: 'assign-goal', params: { year } })
    return cardMessage(
      assignedListCard({
        year,
        total: goals.length,
        goals: page.items.map(({ id, unit_name: unit, number, title, status }) => ({
          ...{ unit, number, title, status },
          open: { send: 'goal-detail', with: { goal: id } },
        })),
        turns: page.turns,
        assign: seats.some((seat) => phaseFor(open, seat.unit) === 'setting')
          ? { send: 'form', with: { form: 'goal_assign', params: { year } } }
          : null,
      }),
    )
  },
})

const result = z.object({
  unit: z.string(),
  goal: z.string().nullable(),
  /** Why the unit was left out; null where it has the goal. */
  why: z.enum(['in-force', 'closed']).nullable(),
})
export type AssignedResult = z.infer<typeof result>

export const goalsAssignedView = viewOf({
  name: 'goals-assigned',
  params: z.object({ year: z.int(), results: z.array(result) }),
  async render(db, { year, results }, viewer) {
    const seats = await listVisibleSeats(db, await getActor(db, viewer))
    const units = results.flatMap(({ unit, why }) => {
      const seat = seats.find((known) => known.unit === unit)
      return seat ? [{ name: seat.name, why }] : []
    })
    return cardMessage(goalsAssignedCard({ year, units, list: { show: 'assign-goal', with: { year } } }))
  },
})
