/** A finding: an inspector's own note, then published to the unit, then, where it asks for it, put right (Article 20). */
import { never } from '../../../kernel/decision.ts'
import type { GoalId, PersonId, UnitId, Year } from '../../../kernel/ids.ts'
import type { Instant, LocalDate } from '../../../kernel/time.ts'
import type { Act } from '../../../planning/rules/goal.ts'
import type { FindingKind, Severity } from '../../../store/schema/inspection.ts'
import type { Body } from './body.ts'

export const MAX_FACT = 1000
export const MAX_DEMAND = 500
export const MOST_FILES = 10

/** What an inspector writes; any part but the fact may still be missing. */
export interface Note {
  /** `inspection:<year>:<number>` */
  readonly inspection: string
  readonly unit: UnitId
  readonly unitName: string
  readonly goal: { readonly id: GoalId; readonly number: number; readonly title: string } | null
  readonly kind: FindingKind
  readonly severity: Severity | null
  readonly fact: string
  /** What must be put right. */
  readonly demand: string
  readonly dueOn: LocalDate | null
  /** Ids of evidence. */
  readonly evidence: readonly string[]
}

export interface Published extends Note {
  readonly year: Year
  readonly number: number
  readonly body: Body
  readonly act: Act
}

export interface RectificationAnswer {
  readonly words: string
  readonly evidence: readonly string[]
  readonly act: Act
}

/** An answer that was not enough. */
export interface Round {
  readonly answer: RectificationAnswer
  readonly reason: string
  readonly act: Act
}

interface Demanded {
  readonly finding: Published
  /** As it stands now: a return may set another day. */
  readonly dueOn: LocalDate
  readonly rounds: readonly Round[]
}

export type FindingState =
  | { readonly status: 'none' }
  | {
      readonly status: 'noted' | 'dropped'
      readonly author: PersonId
      readonly inspection: string
      readonly year: Year
      readonly number: number
      /** SHA-256 (hex) of the note. */
      readonly hash: string
    }
  /** A good practice, or a problem of which only note is taken. */
  | { readonly status: 'published'; readonly finding: Published }
  | ({ readonly status: 'open' } & Demanded)
  | ({ readonly status: 'answered'; readonly answer: RectificationAnswer } & Demanded)
  | ({
      readonly status: 'accepted'
      readonly answer: RectificationAnswer
      readonly accepted: { readonly words: string; readonly act: Act }
    } & Demanded)
  | {
      readonly status: 'withdrawn'
      readonly finding: Published
      readonly dueOn: LocalDate | null
      readonly rounds: readonly Round[]
      readonly withdrawn: { readonly reason: string; readonly act: Act }
    }

export type FindingEvent =
  /** The note itself stays outside the journal until it is published. */
  | {
      readonly type: 'finding.noted'
      readonly author: PersonId
      readonly inspection: string
      readonly year: Year
      readonly number: number
      readonly hash: string
    }
  | { readonly type: 'finding.dropped' }
  | { readonly type: 'finding.published'; readonly finding: Published }
  | { readonly type: 'rectification.answered'; readonly answer: RectificationAnswer }
  | { readonly type: 'rectification.accepted'; readonly words: string; readonly act: Act }
  | {
      readonly type: 'rectification.returned'
      readonly reason: string
      readonly dueOn: LocalDate
      readonly act: Act
    }
  | { readonly type: 'finding.withdrawn'; readonly reason: string; readonly act: Act }
  /** A reform of the units: the successor has it to put right, and is assessed with it (rulebook 1). */
  | {
      readonly type: 'finding.moved'
      readonly unit: UnitId
      readonly unitName: string
      /** The goal's number in the successor's plan; null where it is on none. */
      readonly number: number | null
      readonly act: Act
    }

export const UNKNOWN_FINDING: FindingState = { status: 'none' }

export function evolveFinding(state: FindingState, event: FindingEvent): FindingState {
  switch (event.type) {
    case 'finding.noted': {
      const { type: _, ...noted } = event
      return { status: 'noted', ...noted }
    }
    case 'finding.dropped':
      return state.status === 'noted' ? { ...state, status: 'dropped' } : state
    case 'finding.published':
      return publishedState(event.finding)
    case 'finding.moved':
      return isPublished(state) ? { ...state, finding: movedTo(state.finding, event) } : state
    case 'finding.withdrawn':
      return withdrawnState(state, { reason: event.reason, act: event.act })
    default:
      return evolveRectification(state, event)
  }
}

function movedTo(
  finding: Published,
  { unit, unitName, number }: Extract<FindingEvent, { type: 'finding.moved' }>,
): Published {
  const goal = finding.goal && { ...finding.goal, number: number ?? finding.goal.number }
  return { ...finding, unit, unitName, goal }
}

function publishedState(finding: Published): FindingState {
  return finding.kind === 'rectification' && finding.dueOn !== null
    ? { status: 'open', finding, dueOn: finding.dueOn, rounds: [] }
    : { status: 'published', finding }
}

function withdrawnState(state: FindingState, withdrawn: { reason: string; act: Act }): FindingState {
  if (!isPublished(state) || state.status === 'withdrawn') return state
  const { finding } = state
  const { dueOn, rounds } = 'rounds' in state ? state : { dueOn: null, rounds: [] }
  return { status: 'withdrawn', finding, dueOn, rounds, withdrawn }
}

type RectificationEvent = Extract<FindingEvent, { type: `rectification.${string}` }>

function evolveRectification(state: FindingState, event: RectificationEvent): FindingState {
  switch (event.type) {
    case 'rectification.answered':
      return state.status === 'open' ? { ...state, status: 'answered', answer: event.answer } : state
    case 'rectification.accepted':
      return state.status === 'answered'
        ? { ...state, status: 'accepted', accepted: { words: event.words, act: event.act } }
        : state
    case 'rectification.returned': {
      if (state.status !== 'answered') return state
      const { finding, rounds, answer } = state
      const round = { answer, reason: event.reason, act: event.act }
      return { status: 'open', finding, dueOn: event.dueOn, rounds: [...rounds, round] }
    }
    default:
      return never(event)
  }
}

type Seen = Exclude<FindingState, { status: 'none' | 'noted' | 'dropped' }>

/** Whether others than its author may know of it. */
export const isPublished = (state: FindingState): state is Seen => 'finding' in state

/** When it was published, answered, returned, accepted or withdrawn, whichever was last. */
export function movedAt(state: Seen): Instant {
  switch (state.status) {
    case 'published':
      return state.finding.act.at
    case 'open':
      return (state.rounds.at(-1)?.act ?? state.finding.act).at
    case 'answered':
      return state.answer.act.at
    case 'accepted':
      return state.accepted.act.at
    case 'withdrawn':
      return state.withdrawn.act.at
    default:
      return never(state)
  }
}

/** Computed, never kept (rulebook 4): nothing was answered and the day has passed. */
export const isOverdue = (
  state: { readonly status: string; readonly dueOn: LocalDate | null },
  today: LocalDate,
): boolean => state.status === 'open' && state.dueOn !== null && state.dueOn < today
