/** What waits for a person while goals are set: returned goals, drafts not sent, plans to review, to ratify. */
import { goalName, SENDER_NAMES, TYPE_NAMES } from '../../cards/goal-words.ts'
import type { Action } from '../../cards/kit.ts'
import type { Year } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import type { Todo, Viewer } from '../kernel/view.ts'
import { getActor } from '../organization/queries.ts'
import type { Actor } from '../organization/rules/actor.ts'
import { findCurrentYear } from '../policy/queries.ts'
import type { Policy } from '../policy/rules/policy.ts'
import { isAnyIn, phaseFor } from '../policy/rules/reopening.ts'
import type { Database } from '../store/database.ts'
import type { Drafter, GoalTable, PlanTable } from '../store/schema/planning.ts'
import { type DraftingSeat, listDraftingSeats, listVisibleSeats, type Seat } from './places.ts'
import { countGoals, type GoalCount, listPlans, listReturnedGoals } from './queries.ts'
import { maySend, ratifies, reviews, typesOf } from './rules/drafters.ts'
import { mayBeEmpty } from './rules/send.ts'
import { countOf, hasAnswered } from './views/waiting.ts'

const WORDS = 60

interface Waiting {
  readonly policy: Policy
  readonly year: Year
  readonly planOf: ReadonlyMap<string, PlanTable>
  readonly counts: readonly GoalCount[]
  readonly returned: readonly GoalTable[]
}

export async function planningTodo(db: Database, viewer: Viewer): Promise<Todo[]> {
  const open = await findCurrentYear(db)
  if (!open || !isAnyIn(open, 'setting')) return []
  const actor = await getActor(db, viewer)
  const seats = await Promise.all([listDraftingSeats(db, actor), listVisibleSeats(db, actor)])
  const isSet = ({ unit }: Seat): boolean => phaseFor(open, unit) === 'setting'
  const [drafting, visible] = [seats[0].filter(isSet), seats[1].filter(isSet)]
  const units = visible.map((seat) => seat.unit)
  const [plans, counts, returned] = await Promise.all([
    listPlans(db, open.year),
    countGoals(db, open.year, units),
    listReturnedGoals(db, open.year, units),
  ])
  const planOf = new Map(plans.map((plan) => [plan.unit, plan]))
  const waiting: Waiting = { policy: open.policy, year: open.year, planOf, counts, returned }
  const todos = [
    ...drafting.flatMap((seat) => draftingTodos(actor, seat, waiting)),
    ...visible.flatMap((seat) => decidingTodos(actor, seat, waiting)),
  ]
  return todos.sort((left, right) => ((left.since ?? '') < (right.since ?? '') ? -1 : 1))
}

function draftingTodos(actor: Actor, seat: DraftingSeat, waiting: Waiting): Todo[] {
  const { year, returned, planOf } = waiting
  const mine = returned.filter((goal) => goal.unit === seat.unit && seat.drafters.includes(goal.drafter))
  const sent = sentParts(planOf.get(seat.unit))
  const action: Action = { send: 'draft-goal', with: { year, unit: seat.unit } }
  const since = sinceOf(waiting, seat)
  return [
    ...mine.map((goal) => ({ text: returnedText(seat, goal), since, button: '去修改', action })),
    ...seat.drafters
      .filter((drafter) => !sent.includes(drafter))
      .flatMap((drafter) => unsentWords(actor, seat, drafter, ofUnit(waiting, seat)))
      .map((words) => ({ ...words, since, action })),
  ]
}

/** A part that is not sent holds the whole plan up, even where nothing was drafted for it. */
function unsentWords(
  actor: Actor,
  seat: DraftingSeat,
  drafter: Drafter,
  counts: readonly GoalCount[],
): { readonly text: string; readonly button: string }[] {
  const drafts = countOf(counts, 'draft', [drafter])
  const types = typesOf(seat.kind, drafter).map((type) => TYPE_NAMES[type])
  if (drafts === 0 && countOf(counts, 'returned', [drafter]) > 0) return []
  if (drafts === 0) {
    const none = mayBeEmpty(seat.kind, drafter) ? `，没有的由${SENDER_NAMES[drafter]}直接报送` : ''
    return [{ text: `${seat.name}：${types.join('、')}待填报${none}`, button: '去填报' }]
  }
  return maySend(actor, seat, drafter)
    ? [{ text: `${seat.name}：${drafts}项目标草稿待报送`, button: '去报送' }]
    : [{ text: `${seat.name}：${drafts}项目标草稿，待${SENDER_NAMES[drafter]}报送`, button: '查看草稿' }]
}

const sentParts = (plan: PlanTable | undefined): readonly string[] =>
  plan ? (JSON.parse(plan.sent_parts) as string[]) : []

function returnedText(seat: Seat, goal: GoalTable): string {
  const words = goal.remark.length > WORDS ? `${goal.remark.slice(0, WORDS)}…` : goal.remark
  return `${seat.name}：${goalName(goal.number)}「${goal.title}」被退回，意见：${words}`
}

function decidingTodos(actor: Actor, seat: Seat, waiting: Waiting): Todo[] {
  const { year, planOf, policy } = waiting
  const counts = ofUnit(waiting, seat)
  const since = sinceOf(waiting, seat)
  const params = { year, unit: seat.unit }
  const sent = reviews(actor, seat) ? countOf(counts, 'sent') : 0
  const plan = planOf.get(seat.unit)
  const awaits =
    plan?.status === 'in-ratification' && ratifies(actor, policy, seat) && !hasAnswered(plan, actor.id)
  const passed = awaits ? countOf(counts, 'passed') : 0
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
