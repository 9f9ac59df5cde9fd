/** Views `plan-review` (the leader in charge) and `plan-ratify` (the chair): decide, or see what was decided. */
import * as z from 'zod'
import { goalName, STATUS_NAMES, TYPE_NAMES } from '../../../cards/goal-words.ts'
import type { Message } from '../../../cards/kit.ts'
import { planDecideCard } from '../../../cards/plan-decide.ts'
import { planDecidedCard } from '../../../cards/plan-decided.ts'
import { pageOf } from '../../kernel/paging.ts'
import { type Viewer, viewOf } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { type Actor, holds, isLeaderOf } from '../../organization/rules/actor.ts'
import type { Database } from '../../store/database.ts'
import { loadPlanFacts, type PlanFacts } from '../facts.ts'
import { findSeat, type Seat } from '../places.ts'
import { standardsMark } from '../rules/criterion.ts'
import { maySee } from '../rules/drafters.ts'
import { type Goal, isException, type Stage } from '../rules/goal.ts'
import { seenOf } from '../rules/verdicts.ts'
import { planId } from '../subject.ts'
import { verdictFields } from '../verdict-form.ts'
import { decisionsOf, nextText } from './decided.ts'
import { cardMessage, notYours, noUnit, noYear } from './notice.ts'

/** Goals decided on one card: with their questions more would not fit (200 elements). */
const PAGE_SIZE = 10

const params = z.object({ year: z.int(), unit: z.string(), page: z.int().exactOptional() })
type Asked = z.infer<typeof params>

const STAGES = {
  review: { title: '目标审核', view: 'plan-review', form: 'plan_review', command: 'plan.review' },
  ratification: { title: '目标审定', view: 'plan-ratify', form: 'plan_ratify', command: 'plan.ratify' },
} as const

export const planReviewView = viewOf({
  name: 'plan-review',
  params,
  about: ({ year, unit }) => planId(year, unit),
  render: (db, asked, viewer) => renderStage(db, 'review', asked, viewer),
})

export const planRatifyView = viewOf({
  name: 'plan-ratify',
  params,
  about: ({ year, unit }) => planId(year, unit),
  render: (db, asked, viewer) => renderStage(db, 'ratification', asked, viewer),
})

async function renderStage(db: Database, stage: Stage, asked: Asked, viewer: Viewer): Promise<Message> {
  const { title } = STAGES[stage]
  const [actor, seat, facts] = await Promise.all([
    getActor(db, viewer.person, viewer.today),
    findSeat(db, asked.unit),
    loadPlanFacts(db, asked.year, asked.unit),
  ])
  if (!seat) return noUnit(title)
  if (!facts) return noYear(title)
  if (!maySee(actor, seat)) return notYours(title)
  const waiting = mayDecide(actor, seat, stage) ? waitingGoals(facts, stage) : []
  return waiting.length > 0
    ? decideMessage(stage, asked, seat, facts, waiting)
    : decidedMessage(stage, asked, seat, facts)
}

const mayDecide = (actor: Actor, seat: Seat, stage: Stage): boolean =>
  stage === 'review' ? isLeaderOf(actor, seat.unit) : holds(actor, 'chair')

/** Nothing can be decided outside the phase of setting goals, or before the plan is complete. */
function waitingGoals({ state, phase }: PlanFacts, stage: Stage): Goal[] {
  if (phase !== 'setting') return []
  if (stage === 'review') return state.goals.filter((goal) => goal.status === 'sent')
  return state.status === 'in-ratification' ? state.goals.filter((goal) => goal.status === 'passed') : []
}

function decideMessage(
  stage: Stage,
  { year, unit, page: wanted }: Asked,
  seat: Seat,
  facts: PlanFacts,
  waiting: readonly Goal[],
): Message {
  const { view, form, command } = STAGES[stage]
  const page = pageOf(waiting, PAGE_SIZE, wanted ?? 0, { name: view, params: { year, unit } })
  const others = facts.goals.filter((goal) => !waiting.some((one) => one.id === goal.id))
  return cardMessage(
    planDecideCard({
      stage,
      year,
      unit: seat.name,
      counts: facts.counts,
      goals: page.items.flatMap((one) => {
        const goal = facts.goals.find((shown) => shown.id === one.id)
        const open = { send: 'goal-detail', with: { goal: one.id } }
        return goal ? [{ goal, fields: verdictFields(one.number), open }] : []
      }),
      waiting: waiting.length,
      exceptions: waiting.filter((goal) => isException(goal.content)).map((goal) => goal.number),
      others: others.map(
        (goal) =>
          `${goalName(goal.number)} ${TYPE_NAMES[goal.type]} ${goal.title}　${STATUS_NAMES[goal.status]}`,
      ),
      form: { name: form, params: { year, unit, ...sightOf(page.items, facts) } },
      passAll: { do: command, with: { year, unit, ...sightOf(waiting, facts), verdicts: [] } },
      turns: page.turns,
    }),
  )
}

/** What a verdict on these goals names as seen. */
const sightOf = (goals: readonly Goal[], { workItems }: PlanFacts) => ({
  seen: seenOf(goals),
  standards: standardsMark(goals, workItems),
})

function decidedMessage(stage: Stage, { year }: Asked, seat: Seat, facts: PlanFacts): Message {
  return cardMessage(
    planDecidedCard({
      title: `${seat.name} ${year}年度${STAGES[stage].title}`,
      status: facts.state.status,
      counts: facts.counts,
      decisions: decisionsOf(facts.state, stage),
      next: nextText(facts),
    }),
  )
}
