/** What waits for a person while goals are set: returned goals, drafts not sent, plans to review, to ratify. */
import { goalName } from '../../cards/goal-words.ts'
import type { Action } from '../../cards/kit.ts'
import type { Year } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import type { Todo, Viewer } from '../kernel/view.ts'
import { getActor } from '../organization/queries.ts'
import { type Actor, holds, isLeaderOf } from '../organization/rules/actor.ts'
import { findCurrentYear } from '../policy/queries.ts'
import type { Database } from '../store/database.ts'
import type { GoalTable, PlanTable } from '../store/schema/planning.ts'
import { type DraftingSeat, listDraftingSeats, listVisibleSeats, type Seat } from './places.ts'
import { countGoals, type GoalCount, listPlans, listReturnedGoals } from './queries.ts'
import { countOf } from './views/waiting.ts'

const WORDS = 60

interface Waiting {
  readonly year: Year
  readonly planOf: ReadonlyMap<string, PlanTable>
  readonly counts: readonly GoalCount[]
  readonly returned: readonly GoalTable[]
}

export async function planningTodo(db: Database, viewer: Viewer): Promise<Todo[]> {
  const open = await findCurrentYear(db)
  if (open?.phase !== 'setting') return []
  const actor = await getActor(db, viewer.person, viewer.today)
  const [drafting, visible] = await Promise.all([listDraftingSeats(db, actor), listVisibleSeats(db, actor)])
  const units = visible.map((seat) => seat.unit)
  const [plans, counts, returned] = await Promise.all([
    listPlans(db, open.year),
    countGoals(db, open.year, units),
    listReturnedGoals(db, open.year, units),
  ])
  const planOf = new Map(plans.map((plan) => [plan.unit, plan]))
  const waiting: Waiting = { year: open.year, planOf, counts, returned }
  const todos = [
    ...drafting.flatMap((seat) => draftingTodos(seat, waiting)),
    ...visible.flatMap((seat) => decidingTodos(actor, seat, waiting)),
  ]
  return todos.sort((left, right) => ((left.since ?? '') < (right.since ?? '') ? -1 : 1))
}

function draftingTodos(seat: DraftingSeat, waiting: Waiting): Todo[] {
  const { year, returned } = waiting
  const mine = returned.filter((goal) => goal.unit === seat.unit && seat.drafters.includes(goal.drafter))
  const drafts = countOf(ofUnit(waiting, seat), 'draft', seat.drafters)
  const action: Action = { send: 'draft-goal', with: { year, unit: seat.unit } }
  const since = sinceOf(waiting, seat)
  return [
    ...mine.map((goal) => ({ text: returnedText(seat, goal), since, button: '去修改', action })),
    ...(drafts > 0
      ? [{ text: `${seat.name}：${drafts}项目标草稿待报送`, since, button: '去报送', action }]
      : []),
  ]
}

function returnedText(seat: Seat, goal: GoalTable): string {
  const words = goal.remark.length > WORDS ? `${goal.remark.slice(0, WORDS)}…` : goal.remark
  return `${seat.name}：${goalName(goal.number)}「${goal.title}」被退回，意见：${words}`
}

function decidingTodos(actor: Actor, seat: Seat, waiting: Waiting): Todo[] {
  const { year, planOf } = waiting
  const counts = ofUnit(waiting, seat)
  const since = sinceOf(waiting, seat)
  const params = { year, unit: seat.unit }
  const sent = isLeaderOf(actor, seat.unit) ? countOf(counts, 'sent') : 0
  const ratifies = holds(actor, 'chair') && planOf.get(seat.unit)?.status === 'in-ratification'
  const passed = ratifies ? countOf(counts, 'passed') : 0
  const todo = (what: string, button: string, view: string): Todo => ({
    text: `${seat.name}：${what}`,
    since,
    button,
    action: { send: view, with: params },
  })
  return [
    ...(sent > 0 ? [todo(`${sent}项目标待审核`, '去审核', 'plan-review')] : []),
    ...(passed > 0 ? [todo(`${passed}项目标待审定`, '去审定', 'plan-ratify')] : []),
  ]
}

const ofUnit = ({ counts }: Waiting, seat: Seat): GoalCount[] =>
  counts.filter((one) => one.unit === seat.unit)

const sinceOf = ({ planOf }: Waiting, seat: Seat): Instant | null => planOf.get(seat.unit)?.moved_at ?? null
