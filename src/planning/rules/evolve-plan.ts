/** What each event makes of a plan. */
import { never } from '../../kernel/decision.ts'
import type { GoalId } from '../../kernel/ids.ts'
import { type Act, BY_REFORM, type Goal, type Stage } from './goal.ts'
import type { Left, PlanEvent, PlanState, Returned } from './plan.ts'
import { settled } from './settled.ts'
import { addedGoal, adjustedGoal, cancelledGoal } from './versions.ts'
import { castVote, withoutGoals } from './vote.ts'

export function evolvePlan(state: PlanState, event: PlanEvent): PlanState {
  return settled(apply(state, event), event.act)
}

function apply(state: PlanState, event: PlanEvent): PlanState {
  switch (event.type) {
    case 'goal.drafted': {
      const { goal: id, number, drafter, content, copiedFrom, opened } = event
      const goal: Goal = {
        ...{ id, number, drafter, revision: 1, content, returns: [], status: 'draft' },
        ...(copiedFrom !== undefined && { copiedFrom }),
        ...(opened !== undefined && { opened }),
      }
      return { ...state, goals: [...state.goals, goal], lastNumber: number }
    }
    case 'goal.assigned':
      return applyAssigned(state, event)
    case 'goal.revised':
      return change(state, [event.goal], (goal) => ({
        ...goal,
        content: event.content,
        revision: goal.revision + 1,
      }))
    case 'goal.removed':
      return { ...state, goals: state.goals.filter((goal) => goal.id !== event.goal) }
    case 'part.sent':
      return applySent(state, event)
    case 'part.withdrawn':
      return applyWithdrawn(state, event)
    case 'plan.reviewed': {
      const passed = change(state, event.passed, (goal) => ({
        ...baseOf(goal),
        status: 'passed',
        passed: event.act,
      }))
      return giveBack(passed, event.returned, 'review', event.act)
    }
    case 'plan.voted': {
      const { act, agreed, abstained } = event
      return { ...state, votes: castVote(state.votes, { act, agreed, abstained }) }
    }
    case 'plan.ratified': {
      const criteria = new Map(event.ratified.map((one) => [one.goal, one.criterion]))
      const ratified = change(state, [...criteria.keys()], (goal) => ({
        ...baseOf(goal),
        status: 'ratified',
        passed: goal.status === 'passed' ? goal.passed : event.act,
        ratified: event.act,
        criterion: criteria.get(goal.id) ?? '',
      }))
      // What the chair decides alone was decided by no vote.
      const counted = event.quorum ? ratified : { ...ratified, votes: [] }
      return giveBack(counted, event.returned, 'ratification', event.act)
    }
    case 'goal.added':
      return { ...state, goals: [...state.goals, addedGoal(event)], lastNumber: event.number }
    case 'goal.adjusted':
      return change(state, [event.goal], (goal) => adjustedGoal(goal, event))
    case 'goal.cancelled':
      return change(state, [event.goal], (goal) => cancelledGoal(goal, event))
    case 'goal.moved-out':
      return applyMovedOut(state, event.left)
    case 'goal.moved-in':
      return applyMovedIn(state, event.goal)
    default:
      return never(event)
  }
}

/** A goal in force that nobody takes over stays with its unit's plan, cancelled. */
function applyMovedOut(state: PlanState, gone: Left): PlanState {
  const { goal: id, to, reason, effectiveOn, document, act } = gone
  const why = `${reason}（${document}）`
  const adjusted = {
    number: BY_REFORM,
    reason: 'special-circumstance',
    why,
    effectiveOn,
    asked: act,
    act,
  } as const
  const goals = state.goals.flatMap((goal): Goal[] => {
    if (goal.id !== id) return [goal]
    return to === null && goal.status === 'in-force'
      ? [cancelledGoal(goal, { type: 'goal.cancelled', goal: id, adjusted, act })]
      : []
  })
  return { ...state, goals, votes: withoutGoals(state.votes, [id]), left: [...(state.left ?? []), gone] }
}

/** What is still to be sent opens its drafter's part again, as what is returned does. */
function applyMovedIn(state: PlanState, goal: Goal): PlanState {
  const sent =
    goal.status === 'draft' ? state.sent.filter((part) => part.drafter !== goal.drafter) : state.sent
  return { ...state, goals: [...state.goals, goal], lastNumber: goal.number, sent }
}

/** It goes with the unit's part; one that is with the leader in charge already takes it along. */
function applyAssigned(state: PlanState, event: Extract<PlanEvent, { type: 'goal.assigned' }>): PlanState {
  const { goal: id, number, content, as, act } = event
  const base = {
    id,
    number,
    drafter: 'unit',
    revision: 1,
    content,
    returns: [],
    assigned: { as, act },
  } as const
  const isSent = state.sent.some((part) => part.drafter === 'unit')
  const goal: Goal = isSent ? { ...base, status: 'sent', sent: act } : { ...base, status: 'draft' }
  const sent = state.sent.map((part) =>
    part.drafter === 'unit' ? { ...part, goals: [...part.goals, id] } : part,
  )
  return { ...state, goals: [...state.goals, goal], lastNumber: number, sent }
}

function applySent(state: PlanState, event: Extract<PlanEvent, { type: 'part.sent' }>): PlanState {
  const { drafter, goals, act } = event
  const sent = change(state, event.goals, (goal) =>
    event.review === 'asked'
      ? { ...baseOf(goal), status: 'sent', sent: act }
      : { ...baseOf(goal), status: 'passed', passed: act },
  )
  return {
    ...sent,
    parts: event.parts,
    sent: [...sent.sent, { drafter, goals, act }],
    withdrawn: sent.withdrawn.filter((part) => part.drafter !== drafter),
  }
}

/** The goals become again what they were when they were sent, and the plan is whole no longer. */
function applyWithdrawn(state: PlanState, event: Extract<PlanEvent, { type: 'part.withdrawn' }>): PlanState {
  const { drafter, act } = event
  const back = change(state, event.goals, (goal) => ({
    ...baseOf(goal),
    status: goal.returns.length > 0 ? 'returned' : 'draft',
  }))
  return {
    ...back,
    status: 'drafting',
    sent: back.sent.filter((part) => part.drafter !== drafter),
    withdrawn: [...back.withdrawn, { drafter, act }],
    votes: withoutGoals(back.votes, event.goals),
  }
}

/** Returned goals open their drafters' parts again. */
function giveBack(state: PlanState, returned: readonly Returned[], stage: Stage, act: Act): PlanState {
  const comments = new Map(returned.map((one) => [one.goal, one.comment]))
  const reopened = new Set(state.goals.filter((goal) => comments.has(goal.id)).map((goal) => goal.drafter))
  const back = change(state, [...comments.keys()], (goal) => ({
    ...baseOf(goal),
    status: 'returned',
    returnedAs: goal.content,
    returns: [...goal.returns, { stage, comment: comments.get(goal.id) ?? '', act }],
  }))
  return {
    ...back,
    sent: back.sent.filter((part) => !reopened.has(part.drafter)),
    votes: withoutGoals(back.votes, [...comments.keys()]),
  }
}

function change(state: PlanState, ids: readonly GoalId[], how: (goal: Goal) => Goal): PlanState {
  return { ...state, goals: state.goals.map((goal) => (ids.includes(goal.id) ? how(goal) : goal)) }
}

function baseOf(goal: Goal) {
  const { id, number, drafter, revision, content, returns, assigned, returnedAs, copiedFrom, opened } = goal
  const { origins } = goal
  const base = { id, number, drafter, revision, content, returns }
  return {
    ...base,
    ...(assigned && { assigned }),
    ...(returnedAs && { returnedAs }),
    ...(copiedFrom !== undefined && { copiedFrom }),
    ...(opened !== undefined && { opened }),
    ...(origins && { origins }),
  }
}
