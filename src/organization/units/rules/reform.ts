/** One reform of the units, from what the office wants, by its choices, to its confirmation. Subject `reform:<number>`. */
import { never } from '../../../kernel/decision.ts'
import type { GoalId, GroupId, PersonId, UnitId } from '../../../kernel/ids.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { GroupKind, Role } from '../../../store/schema/organization.ts'
import type { Paper, Wish } from './wish.ts'

/** Who did it, with the name of that day, and when. */
export interface Act {
  readonly by: PersonId
  readonly name: string
  readonly at: Instant
}

/** Where a goal of an ending unit goes: into a successor's plan, or nowhere, and why. */
export type GoalChoice = { readonly to: UnitId } | { readonly drop: string }

export interface RoleKey {
  readonly person: PersonId
  readonly role: Role
  readonly scope: UnitId
}

/** What the office chose; what it left open follows from the wish where there is but one way. */
export interface Choices {
  readonly goals: { readonly [goal: GoalId]: GoalChoice }
  /** For all goals of which nothing is said; null where there are several ways. */
  readonly otherGoals: UnitId | null
  /** By `keyOf`; `end`: the role ends. */
  readonly roles: { readonly [key: string]: UnitId | 'end' }
  /** Where the people of a split unit work from then on, who hold no role of it. */
  readonly otherPeople: UnitId | null
  /** The successors' group of each kind; '' for none. */
  readonly teams: { readonly [kind in GroupKind]?: GroupId }
}

export const NO_CHOICES: Choices = {
  goals: {},
  otherGoals: null,
  roles: {},
  otherPeople: null,
  teams: {},
}

export const keyOf = ({ person, role, scope }: RoleKey): string => `${person}|${role}|${scope}`

/** A unit that ended or changed, and what came of it, with the names of that day. */
export interface Named {
  readonly id: UnitId
  readonly name: string
}

/** What came of a confirmed reform, for its card and for the units' history. */
export interface Outcome {
  readonly year: number | null
  readonly from: readonly Named[]
  readonly into: readonly Named[]
  readonly moved: number
  readonly dropped: number
  readonly people: number
}

interface Begun {
  readonly wish: Wish
  readonly paper: Paper
  readonly choices: Choices
  readonly act: Act
}

export type ReformState =
  | { readonly status: 'none' }
  | (Begun & { readonly status: 'prepared' })
  | (Begun & { readonly status: 'applied'; readonly outcome: Outcome; readonly applied: Act })
  | (Begun & { readonly status: 'dropped'; readonly dropped: Act })

export type ReformEvent =
  | { readonly type: 'reform.prepared'; readonly wish: Wish; readonly paper: Paper; readonly act: Act }
  | { readonly type: 'reform.chosen'; readonly choices: Partial<Choices>; readonly act: Act }
  | { readonly type: 'reform.applied'; readonly outcome: Outcome; readonly act: Act }
  | { readonly type: 'reform.dropped'; readonly act: Act }

export const NO_REFORM: ReformState = { status: 'none' }

export function evolveReform(state: ReformState, event: ReformEvent): ReformState {
  if (event.type === 'reform.prepared') {
    const { wish, paper, act } = event
    return { status: 'prepared', wish, paper, choices: NO_CHOICES, act }
  }
  if (state.status !== 'prepared') return state
  switch (event.type) {
    case 'reform.chosen':
      return { ...state, choices: withChoices(state.choices, event.choices) }
    case 'reform.applied':
      return { ...state, status: 'applied', outcome: event.outcome, applied: event.act }
    case 'reform.dropped':
      return { ...state, status: 'dropped', dropped: event.act }
    default:
      return never(event)
  }
}

function withChoices(before: Choices, chosen: Partial<Choices>): Choices {
  return {
    ...before,
    ...chosen,
    goals: { ...before.goals, ...chosen.goals },
    roles: { ...before.roles, ...chosen.roles },
    teams: { ...before.teams, ...chosen.teams },
  }
}
