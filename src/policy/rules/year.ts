/** The year: its phases in the regulation's order (rulebook 2) and its policy. Subject `year:<year>`. */
import { type Decision, decided, never, refused } from '../../kernel/decision.ts'
import type { UnitId, Year } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/time.ts'
import { type Actor, holds, regimeOf } from '../../organization/rules/actor.ts'
import type { UnitKind } from '../../store/schema/organization.ts'
import type { Phase } from '../../store/schema/policy.ts'
import { markOf } from './mark.ts'
import {
  type ChosenValues,
  type PayPolicy,
  type Policy,
  type Ratification,
  REGULATION_DEFAULTS,
} from './policy.ts'
import { type Signed, signedBy } from './signed.ts'

export const PHASES: readonly Phase[] = ['setting', 'execution', 'assessment', 'results', 'closed']

export type YearState =
  | { readonly status: 'unopened' }
  | {
      readonly status: 'open'
      readonly year: Year
      readonly phase: Phase
      readonly policy: Policy
      /** The number of the notice with which the leading group confirmed the policy; null while unconfirmed. */
      readonly notice: string | null
      /** Who confirmed it and when; absent while unconfirmed. */
      readonly confirmed?: Signed
      /** In ten-thousandths, by unit (Article 24). */
      readonly coefficients: { readonly [unit: string]: Coefficients }
    }

export type OpenYearState = Extract<YearState, { status: 'open' }>

export interface Coefficients {
  readonly key: number
  readonly special: number
  readonly routine: number
}

export type YearEvent =
  | { readonly type: 'year.opened'; readonly year: Year; readonly policy: Policy }
  | { readonly type: 'phase.entered'; readonly phase: Phase }
  | { readonly type: 'coefficients.set'; readonly unit: UnitId; readonly coefficients: Coefficients }
  | { readonly type: 'ratification.chosen'; readonly ratification: Ratification }
  | { readonly type: 'agreement.chosen'; readonly agreement: Policy['agreement'] }
  | { readonly type: 'pay.chosen'; readonly pay: PayPolicy }
  | { readonly type: 'values.chosen'; readonly values: ChosenValues }
  | { readonly type: 'policy.confirmed'; readonly notice: string; readonly signed: Signed }

export const UNOPENED: YearState = { status: 'unopened' }

export function evolveYear(state: YearState, event: YearEvent): YearState {
  if (event.type === 'year.opened') {
    const { year, policy } = event
    return { status: 'open', year, phase: 'setting', policy, notice: null, coefficients: {} }
  }
  if (state.status === 'unopened') return state
  switch (event.type) {
    case 'phase.entered':
      return { ...state, phase: event.phase }
    case 'coefficients.set': {
      const { confirmed, ...rest } = state
      const coefficients = { ...state.coefficients, [event.unit]: event.coefficients }
      return { ...rest, notice: null, coefficients }
    }
    case 'ratification.chosen': {
      const { confirmed, ...rest } = state
      const policy = { ...state.policy, ratification: event.ratification }
      return { ...rest, policy, notice: null }
    }
    case 'agreement.chosen': {
      const { confirmed, ...rest } = state
      return { ...rest, policy: { ...state.policy, agreement: event.agreement }, notice: null }
    }
    case 'pay.chosen': {
      const { confirmed, ...rest } = state
      return { ...rest, policy: { ...state.policy, pay: event.pay }, notice: null }
    }
    case 'values.chosen': {
      const { confirmed, ...rest } = state
      return { ...rest, policy: { ...state.policy, ...event.values }, notice: null }
    }
    case 'policy.confirmed':
      return { ...state, notice: event.notice, confirmed: event.signed }
    default:
      return never(event)
  }
}

export type YearRefusal =
  | { readonly code: 'office-only' }
  | { readonly code: 'chair-only' }
  | { readonly code: 'unopened-year' }
  | { readonly code: 'opened-year' }
  | { readonly code: 'unclosed-year'; readonly year: Year }
  | { readonly code: 'earlier-year'; readonly year: Year }
  | { readonly code: 'same-phase'; readonly phase: Phase }
  | { readonly code: 'stale-phase'; readonly phase: Phase }
  | { readonly code: 'frozen-year' }
  | { readonly code: 'unannounced-results' }
  | { readonly code: 'ungraded-unit'; readonly unit: string }
  | { readonly code: 'scored-unit'; readonly unit: string }
  | { readonly code: 'unchanged-coefficients' }
  | { readonly code: 'unchanged-ratification' }
  | { readonly code: 'unchanged-pay' }
  | { readonly code: 'unchanged-values' }
  | { readonly code: 'stale-values' }
  | { readonly code: 'scored-year' }
  | { readonly code: 'unchanged-agreement' }
  | { readonly code: 'begun-deliberations' }
  | { readonly code: 'stale-policy' }
  | { readonly code: 'confirmed-policy'; readonly notice: string; readonly signed?: Signed }

/** The office opens a year, with the policy of the last one (rulebook 2), once that one is closed. */
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

/** What must be known of a unit before its coefficients change. */
export interface CoefficientFacts {
  readonly unit: { readonly name: string; readonly kind: UnitKind; readonly active: 0 | 1 }
  /** Whether the unit's final score is decided: it was computed with the coefficients in force then. */
  readonly scored: boolean
  /** Whether the year's results are ratified. */
  readonly ratified: boolean
}

/** Article 24: the coefficients come from the year's notice. A change asks for a new confirmation. */
export function setCoefficients(
  state: YearState,
  command: { readonly unit: UnitId; readonly coefficients: Coefficients },
  by: Actor,
  facts: CoefficientFacts,
): Decision<YearEvent, YearRefusal> {
  const { unit, coefficients } = command
  if (!holds(by, 'office')) return refused({ code: 'office-only' })
  if (state.status === 'unopened') return refused({ code: 'unopened-year' })
  if (facts.ratified || state.phase === 'closed') return refused({ code: 'frozen-year' })
  if (regimeOf(facts.unit.kind) === 'standard' || facts.unit.active === 0)
    return refused({ code: 'ungraded-unit', unit: facts.unit.name })
  if (facts.scored) return refused({ code: 'scored-unit', unit: facts.unit.name })
  if (sameCoefficients(state.coefficients[unit], coefficients))
    return refused({ code: 'unchanged-coefficients' })
  return decided<YearEvent>({ type: 'coefficients.set', unit, coefficients })
}

/** The leading group confirms the year's policy, as seen, with the notice's number; without it no results can be proposed. */
export function confirmPolicy(
  state: YearState,
  command: { readonly notice: string; readonly seen: string },
  by: Actor,
  at: Instant,
): Decision<YearEvent, YearRefusal> {
  if (!holds(by, 'chair')) return refused({ code: 'chair-only' })
  if (state.status === 'unopened') return refused({ code: 'unopened-year' })
  if (state.notice !== null) {
    const signed = state.confirmed && { signed: state.confirmed }
    return refused({ code: 'confirmed-policy', notice: state.notice, ...signed })
  }
  if (markOfPolicy(state) !== command.seen) return refused({ code: 'stale-policy' })
  return decided<YearEvent>({ type: 'policy.confirmed', notice: command.notice, signed: signedBy(by, at) })
}

/** Mark of what a confirmation confirms: the policy and all coefficients. */
export function markOfPolicy(year: OpenYearState): string {
  const units = Object.keys(year.coefficients).sort()
  // As queries read it: a value that the policy did not know when the year was opened has its default.
  const execution = { ...REGULATION_DEFAULTS.execution, ...year.policy.execution }
  const policy = { ...REGULATION_DEFAULTS, ...year.policy, execution }
  return markOf([policy, units.map((unit) => [unit, year.coefficients[unit]])])
}

function sameCoefficients(one: Coefficients | undefined, other: Coefficients): boolean {
  return one?.key === other.key && one.special === other.special && one.routine === other.routine
}
