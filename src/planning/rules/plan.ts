/** A unit's plan of the year: its goals, drafted in parts, reviewed, ratified, in force (rulebook 3). Subject `plan:<year>:<unit>`. */
import { never } from '../../kernel/decision.ts'
import type { GoalId } from '../../kernel/ids.ts'
import type { Drafter, PlanStatus } from '../../store/schema/planning.ts'
import type { Act, Goal, GoalContent, Stage } from './goal.ts'

interface PlanBase {
  readonly goals: readonly Goal[]
  /** The highest number given so far; a number is never given again. */
  readonly lastNumber: number
  /** The drafters whose parts the plan consists of; known from the first part that is sent. */
  readonly parts: readonly Drafter[]
  readonly sent: readonly SentPart[]
}

export interface SentPart {
  readonly drafter: Drafter
  readonly act: Act
}

export type PlanState = PlanBase &
  (
    | { readonly status: Exclude<PlanStatus, 'in-force'> }
    | { readonly status: 'in-force'; readonly inForce: Act }
  )

export interface Returned {
  readonly goal: GoalId
  readonly comment: string
}

export type PlanEvent =
  | {
      readonly type: 'goal.drafted'
      readonly goal: GoalId
      readonly number: number
      readonly drafter: Drafter
      readonly content: GoalContent
      /** The goal of last year of which it is a copy. */
      readonly copiedFrom?: GoalId
      readonly act: Act
    }
  | {
      readonly type: 'goal.revised'
      readonly goal: GoalId
      readonly content: GoalContent
      readonly act: Act
    }
  | { readonly type: 'goal.removed'; readonly goal: GoalId; readonly act: Act }
  | {
      readonly type: 'part.sent'
      readonly drafter: Drafter
      readonly parts: readonly Drafter[]
      readonly goals: readonly GoalId[]
      /** `own-draft`: the leader in charge drafted it himself, so that it goes to ratification without a second review. */
      readonly review: 'asked' | 'own-draft'
      readonly act: Act
    }
  | {
      readonly type: 'plan.reviewed'
      readonly passed: readonly GoalId[]
      readonly returned: readonly Returned[]
      readonly act: Act
    }
  | {
      readonly type: 'plan.ratified'
      /** With the criterion that holds from now on; of a routine goal the standard of the day. */
      readonly ratified: readonly { readonly goal: GoalId; readonly criterion: string }[]
      readonly returned: readonly Returned[]
      readonly act: Act
    }

export const NEW_PLAN: PlanState = { status: 'drafting', goals: [], lastNumber: 0, parts: [], sent: [] }

export function evolvePlan(state: PlanState, event: PlanEvent): PlanState {
  return settled(apply(state, event), event.act)
}

function apply(state: PlanState, event: PlanEvent): PlanState {
  switch (event.type) {
    case 'goal.drafted': {
      const { goal: id, number, drafter, content, copiedFrom } = event
      const first = { id, number, drafter, revision: 1, content, returns: [], status: 'draft' } as const
      const goal: Goal = copiedFrom === undefined ? first : { ...first, copiedFrom }
      return { ...state, goals: [...state.goals, goal], lastNumber: number }
    }
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
    case 'plan.reviewed': {
      const passed = change(state, event.passed, (goal) => ({
        ...baseOf(goal),
        status: 'passed',
        passed: event.act,
      }))
      return giveBack(passed, event.returned, 'review', event.act)
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
      return giveBack(ratified, event.returned, 'ratification', event.act)
    }
    default:
      return never(event)
  }
}

function applySent(state: PlanState, event: Extract<PlanEvent, { type: 'part.sent' }>): PlanState {
  const { drafter, act } = event
  const sent = change(state, event.goals, (goal) =>
    event.review === 'asked'
      ? { ...baseOf(goal), status: 'sent', sent: act }
      : { ...baseOf(goal), status: 'passed', passed: act },
  )
  return { ...sent, parts: event.parts, sent: [...sent.sent, { drafter, act }] }
}

/** Returned goals open their drafters' parts again. */
function giveBack(state: PlanState, returned: readonly Returned[], stage: Stage, act: Act): PlanState {
  const comments = new Map(returned.map((one) => [one.goal, one.comment]))
  const reopened = new Set(state.goals.filter((goal) => comments.has(goal.id)).map((goal) => goal.drafter))
  const back = change(state, [...comments.keys()], (goal) => ({
    ...baseOf(goal),
    status: 'returned',
    returns: [...goal.returns, { stage, comment: comments.get(goal.id) ?? '', act }],
  }))
  return { ...back, sent: back.sent.filter((part) => !reopened.has(part.drafter)) }
}

function change(state: PlanState, ids: readonly GoalId[], how: (goal: Goal) => Goal): PlanState {
  return { ...state, goals: state.goals.map((goal) => (ids.includes(goal.id) ? how(goal) : goal)) }
}

function baseOf(goal: Goal) {
  const { id, number, drafter, revision, content, returns, copiedFrom } = goal
  const base = { id, number, drafter, revision, content, returns }
  return copiedFrom === undefined ? base : { ...base, copiedFrom }
}

/** The plan's status follows from its parts and goals; what the leading group has begun to decide stays with it. */
function settled(state: PlanState, act: Act): PlanState {
  const { goals, lastNumber, parts, sent } = state
  const complete = parts.length > 0 && parts.every((part) => sent.some((one) => one.drafter === part))
  const every = (...statuses: readonly Goal['status'][]): boolean =>
    goals.every((goal) => statuses.includes(goal.status))
  const some = (status: Goal['status']): boolean => goals.some((goal) => goal.status === status)
  const plan = { goals, lastNumber, parts, sent }
  if (complete && goals.length > 0 && every('ratified')) {
    const inForce = goals.map((goal) =>
      goal.status === 'ratified' ? { ...goal, status: 'in-force' as const } : goal,
    )
    return { ...plan, goals: inForce, status: 'in-force', inForce: act }
  }
  const decidable = some('passed')
  const begun = state.status === 'in-ratification'
  if (decidable && (begun || (complete && every('passed', 'ratified'))))
    return { ...plan, status: 'in-ratification' }
  return { ...plan, status: some('sent') ? 'in-review' : 'drafting' }
}
