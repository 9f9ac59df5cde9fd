/** Views `plan-review` (the leader in charge) and `plan-ratify` (the chair or the leading group): decide, or see what was decided. */
import * as z from 'zod'
import { goalName, STATUS_NAMES, TYPE_NAMES } from '../../../cards/goal-words.ts'
import type { Message } from '../../../cards/kit.ts'
import { planDecideCard } from '../../../cards/plan-decide.ts'
import { planDecidedCard } from '../../../cards/plan-decided.ts'
import type { VoteFacts } from '../../../cards/plan-votes.ts'
import { pageOf } from '../../kernel/paging.ts'
import { type Viewer, viewOf } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import type { Actor } from '../../organization/rules/actor.ts'
import type { Database } from '../../store/database.ts'
import type { PersonTable } from '../../store/schema/organization.ts'
import { loadPlanFacts, type PlanFacts } from '../facts.ts'
import { listVoters } from '../leading-group.ts'
import { findSeat, type Seat } from '../places.ts'
import { standardsMark } from '../rules/criterion.ts'
import { maySee, ratifies, reviews } from '../rules/drafters.ts'
import { type Goal, isMarked, type Stage } from '../rules/goal.ts'
import { unansweredGoals } from '../rules/quorum.ts'
import { seenOf } from '../rules/verdicts.ts'
import { planId } from '../subject.ts'
import { verdictFields } from '../verdict-form.ts'
import { packGoals } from './decide-pages.ts'
import { decisionsOf, nextText } from './decided.ts'
import { cardMessage, notYours, noUnit, noYear } from './notice.ts'
import { voteFacts } from './votes.ts'

const params = z.object({
  year: z.int(),
  unit: z.string(),
  page: z.int().exactOptional(),
  /** To answer again on what the viewer has answered already. */
  again: z.boolean().exactOptional(),
})
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
  const [actor, seat, facts, members] = await Promise.all([
    getActor(db, viewer),
    findSeat(db, asked.unit),
    loadPlanFacts(db, asked.year, asked.unit),
    stage === 'review' ? [] : listVoters(db, asked.unit, viewer.today),
  ])
  if (!seat) return noUnit(title)
  if (!facts) return noYear(title)
  if (!maySee(actor, seat)) return notYours(title)
  const deciding = { stage, asked, actor, seat, facts, members }
  const mine = goalsToDecide(deciding)
  return mine.length > 0 ? decideMessage(deciding, mine) : decidedMessage(deciding)
}

interface Deciding {
  readonly stage: Stage
  readonly asked: Asked
  readonly actor: Actor
  readonly seat: Seat
  readonly facts: PlanFacts
  /** Those of the leading group of the day who may answer, in ratification. */
  readonly members: readonly PersonTable[]
}

/** The goals that wait for the viewer; of those that a quorum decides the ones not answered yet, unless asked for again. */
function goalsToDecide(deciding: Deciding): Goal[] {
  const { stage, actor, seat, facts, asked } = deciding
  const { state, policy, confirmed, workItems } = facts
  const waiting = waitingGoals(facts, stage)
  if (stage === 'review') return reviews(actor, seat) ? waiting : []
  if (!ratifies(actor, policy, seat)) return []
  if (policy.ratification === 'chair') return waiting
  if (!confirmed) return []
  return asked.again ? waiting : unansweredGoals(actor.id, waiting, state.votes, workItems)
}

/** Nothing can be decided outside the phase of setting goals, or before the plan is complete. */
function waitingGoals({ state, phase }: PlanFacts, stage: Stage): Goal[] {
  if (phase !== 'setting') return []
  if (stage === 'review') return state.goals.filter((goal) => goal.status === 'sent')
  return state.status === 'in-ratification' ? state.goals.filter((goal) => goal.status === 'passed') : []
}

function decideMessage(deciding: Deciding, waiting: readonly Goal[]): Message {
  const { stage, asked, seat, facts } = deciding
  const { year, unit } = asked
  const { view, form, command } = STAGES[stage]
  const turning = { year, unit, ...(asked.again && { again: true }) }
  const shown = facts.goals.filter((goal) => waiting.some((one) => one.id === goal.id))
  const page = pageOf(packGoals(shown), 1, asked.page ?? 0, { name: view, params: turning })
  const goals = page.items.flat()
  const onPage = waiting.filter((one) => goals.some((goal) => goal.id === one.id))
  const others = facts.goals.filter((goal) => !waiting.some((one) => one.id === goal.id))
  const all = { year, unit, ...sightOf(waiting, facts), verdicts: [] }
  const votes = votesOf(deciding)
  return cardMessage(
    planDecideCard({
      stage: votes ? 'vote' : stage,
      year,
      unit: seat.name,
      counts: facts.counts,
      goals: goals.map((goal) => ({
        goal,
        fields: verdictFields(goal.number),
        open: { send: 'goal-detail', with: { goal: goal.id } },
      })),
      waiting: waiting.length,
      exceptions: waiting.filter(isMarked).map((goal) => goal.number),
      others: others.map(
        (goal) =>
          `${goalName(goal.number)} ${TYPE_NAMES[goal.type]} ${goal.title}　${STATUS_NAMES[goal.status]}`,
      ),
      form: { name: form, params: { year, unit, ...sightOf(onPage, facts) } },
      passAll: { do: command, with: all },
      vote: votes && { abstain: { do: command, with: { ...all, abstain: true } }, votes },
      turns: page.turns,
    }),
  )
}

/** How the vote stands; null where none is held. */
function votesOf({ stage, actor, facts, members }: Deciding): VoteFacts | null {
  const { ratification } = facts.policy
  if (stage === 'review' || ratification === 'chair') return null
  return voteFacts(facts, waitingGoals(facts, stage), ratification, members, actor)
}

/** What a verdict on these goals names as seen. */
const sightOf = (goals: readonly Goal[], { workItems }: PlanFacts) => ({
  seen: seenOf(goals),
  standards: standardsMark(goals, workItems),
})

function decidedMessage(deciding: Deciding): Message {
  const { stage, asked, actor, seat, facts } = deciding
  const { year, unit } = asked
  const votes = votesOf(deciding)
  const mayChange =
    ratifies(actor, facts.policy, seat) && facts.confirmed && votes !== null && votes.waiting > 0
  return cardMessage(
    planDecidedCard({
      title: `${seat.name} ${year}年度${STAGES[stage].title}`,
      status: facts.state.status,
      counts: facts.counts,
      decisions: decisionsOf(facts.state, stage),
      vote: votes && {
        votes,
        again: mayChange ? { show: STAGES[stage].view, with: { year, unit, again: true } } : null,
      },
      next: nextText(facts),
    }),
  )
}
