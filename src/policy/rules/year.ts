/** The year: its phases in the regulation's order (rulebook 2) and its policy. Subject `year:<year>`. */
import { type Decision, decided, refused } from '../../kernel/decision.ts'
import type { Year } from '../../kernel/ids.ts'
import { type Actor, holds } from '../../organization/rules/actor.ts'
import type { Phase } from '../../store/schema/policy.ts'
import { type Calendar, type CalendarEvent, evolveCalendar } from './calendar.ts'
import type { Policy } from './policy.ts'
import { evolvePolicy, type PolicyEvent, type PolicyPart, partOf } from './policy-events.ts'
import type { PolicyRefusal } from './policy-refusals.ts'
import {
  evolveReopenings,
  PHASE_ORDER,
  type ReopeningEvent,
  type Reopenings,
  reopenedIn,
} from './reopening.ts'
import type { Signed } from './signed.ts'

export const PHASES = PHASE_ORDER

export type YearState =
  | { readonly status: 'unopened' }
  | (PolicyPart & {
      readonly status: 'open'
      readonly year: Year
      readonly phase: Phase
      /** Units for which a phase that is over was opened again; absent where there never was one. */
      readonly reopened?: Reopenings
      /** By when its phases are meant to be opened and closed; absent where the office planned none. */
      readonly calendar?: Calendar
    })

export type OpenYearState = Extract<YearState, { status: 'open' }>

export type YearEvent =
  | ReopeningEvent
  | CalendarEvent
  | PolicyEvent
  | { readonly type: 'year.opened'; readonly year: Year; readonly policy: Policy }
  | { readonly type: 'phase.entered'; readonly phase: Phase }

export const UNOPENED: YearState = { status: 'unopened' }

export function evolveYear(state: YearState, event: YearEvent): YearState {
  if (event.type === 'year.opened') {
    const { year, policy } = event
    return { status: 'open', year, phase: 'setting', policy, notice: null, coefficients: {} }
  }
  if (state.status === 'unopened') return state
  switch (event.type) {
    case 'phase.entered':
      return {
        ...state,
        phase: event.phase,
        ...(state.reopened && { reopened: reopenedIn(state.reopened, event.phase) }),
      }
    case 'phase.reopened':
    case 'phase.reclosed':
      return { ...state, reopened: evolveReopenings(state.reopened ?? {}, event) }
    case 'calendar.planned':
    case 'calendar.reminded': {
      const calendar = evolveCalendar(state.calendar, event)
      return { ...state, ...(calendar && { calendar }) }
    }
    default: {
      const { part, rest } = partOf(state)
      return { ...rest, ...evolvePolicy(part, event) }
    }
  }
}

export type YearRefusal =
  | { readonly code: 'office-only' }
  | { readonly code: 'chair-only' }
  | { readonly code: 'unopened-year' }
  | { readonly code: 'opened-year' }
  | { readonly code: 'unclosed-year'; readonly year: Year }
  | { readonly code: 'earlier-year'; readonly year: Year }
  | { readonly code: 'unpreviewed-year'; readonly year: Year }
  | { readonly code: 'same-phase'; readonly phase: Phase }
  | { readonly code: 'stale-phase'; readonly phase: Phase }
  | { readonly code: 'frozen-year' }
  | { readonly code: 'unannounced-results' }
  | PolicyRefusal
  | { readonly code: 'stale-policy' }
  | { readonly code: 'confirmed-policy'; readonly notice: string; readonly signed?: Signed }

/** The office opens the first year; each later one begins from the last by `beginYear` (rulebook 2). */
export function openYear(
  state: YearState,
  command: { readonly year: Year; readonly policy: Policy },
  by: Actor,
  last: { readonly year: Year; readonly phase: Phase } | undefined,
): Decision<YearEvent, YearRefusal> {
  if (!holds(by, 'office')) return refused({ code: 'office-only' })
  if (state.status === 'open') return refused({ code: 'opened-year' })
  if (last && command.year < last.year) return refused({ code: 'earlier-year', year: last.year })
  if (last && last.phase !== 'closed') return refused({ code: 'unclosed-year', year: last.year })
  // What goes along into a later year is seen before: see new-year.ts.
  if (last) return refused({ code: 'unpreviewed-year', year: last.year + 1 })
  return decided<YearEvent>({ type: 'year.opened', year: command.year, policy: command.policy })
}

/**
 * The office opens and closes phases; a phase may be entered again. `command.from` is the phase that the office saw.
 * Once results are announced the year is frozen and can only be closed, and it is closed by nothing else (rulebook 6).
 */
export function enterPhase(
  state: YearState,
  command: { readonly phase: Phase; readonly from: Phase },
  by: Actor,
  announced: boolean,
): Decision<YearEvent, YearRefusal> {
  if (!holds(by, 'office')) return refused({ code: 'office-only' })
  if (state.status === 'unopened') return refused({ code: 'unopened-year' })
  if (state.phase === command.phase) return refused({ code: 'same-phase', phase: state.phase })
  if (state.phase !== command.from) return refused({ code: 'stale-phase', phase: state.phase })
  if (announced && command.phase !== 'closed') return refused({ code: 'frozen-year' })
  if (!announced && command.phase === 'closed') return refused({ code: 'unannounced-results' })
  return decided<YearEvent>({ type: 'phase.entered', phase: command.phase })
}
