/** 权重系数 of the graded units (Article 24): from the year's notice, never 1 by silence. */
import { type Decision, decided, refused } from '../../kernel/decision.ts'
import type { UnitId } from '../../kernel/ids.ts'
import { type Actor, holds, regimeOf } from '../../organization/rules/actor.ts'
import type { UnitKind } from '../../store/schema/organization.ts'
import type { Coefficients, CoefficientsByUnit } from './coefficients.ts'
import { markOf } from './mark.ts'
import type { YearEvent, YearRefusal, YearState } from './year.ts'

/** How many units get coefficients for the first time, and how many get others. */
export interface CoefficientCounts {
  readonly set: number
  readonly changed: number
}

/** What must be known of a unit before its coefficients change. */
export interface CoefficientUnit {
  readonly name: string
  readonly kind: UnitKind
  readonly active: 0 | 1
  /** Whether its final score is decided: it was computed with the coefficients in force then. */
  readonly scored: boolean
}

export interface CoefficientFacts {
  readonly unit: Omit<CoefficientUnit, 'scored'>
  readonly scored: boolean
  /** Whether the year's results are ratified. */
  readonly ratified: boolean
}

/** A change asks for a new confirmation. */
export function setCoefficients(
  state: YearState,
  command: { readonly unit: UnitId; readonly coefficients: Coefficients },
  by: Actor,
  facts: CoefficientFacts,
): Decision<YearEvent, YearRefusal> {
  const { unit, coefficients } = command
  const barred = barToCoefficients(state, by, facts.ratified)
  if (barred) return refused(barred)
  const bar = barOf({ ...facts.unit, scored: facts.scored })
  if (bar) return refused(bar)
  if (state.status === 'open' && sameCoefficients(state.coefficients[unit], coefficients))
    return refused({ code: 'unchanged-coefficients' })
  return decided<YearEvent>({ type: 'coefficients.set', unit, coefficients })
}

export interface ListFacts {
  readonly units: ReadonlyMap<UnitId, CoefficientUnit>
  readonly ratified: boolean
}

/** Those of many units at once, all or none; what stays as it is belongs to no change. */
export function listCoefficients(
  state: YearState,
  given: CoefficientsByUnit,
  by: Actor,
  { units, ratified }: ListFacts,
): Decision<YearEvent, YearRefusal> {
  const barred = barToCoefficients(state, by, ratified)
  if (barred) return refused(barred)
  const coefficients = changedCoefficients(state, given)
  for (const id of Object.keys(coefficients)) {
    const bar = barOf(units.get(id) ?? { name: id, kind: 'support', active: 0, scored: false })
    if (bar) return refused(bar)
  }
  if (Object.keys(coefficients).length === 0) return refused({ code: 'unchanged-coefficients' })
  return decided<YearEvent>({ type: 'coefficients.listed', coefficients })
}

/**
 * The notice leaves last year's coefficients as they were: those that await it are taken over, of the units that take
 * part and have no score yet. `seen`: mark of the suggestions that the card showed.
 */
export function adoptSuggested(
  state: YearState,
  command: { readonly notice: string; readonly seen: string },
  by: Actor,
  { units, ratified }: ListFacts,
): Decision<YearEvent, YearRefusal> {
  const barred = barToCoefficients(state, by, ratified)
  if (barred) return refused(barred)
  const coefficients = state.status === 'open' ? adoptable(state.suggested ?? {}, units) : {}
  if (Object.keys(coefficients).length === 0) return refused({ code: 'unsuggested-coefficients' })
  if (markOf(coefficients) !== command.seen) return refused({ code: 'stale-suggestions' })
  return decided<YearEvent>({ type: 'coefficients.listed', coefficients, notice: command.notice })
}

/** In the order of the units' ids, so that its mark is the same for all who see it. */
export function adoptable(
  suggested: CoefficientsByUnit,
  units: ReadonlyMap<UnitId, CoefficientUnit>,
): CoefficientsByUnit {
  const open = Object.entries(suggested).filter(([id]) => {
    const unit = units.get(id)
    return unit !== undefined && barOf(unit) === undefined
  })
  return Object.fromEntries(open.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Those of them that differ from what is set. */
export function changedCoefficients(state: YearState, given: CoefficientsByUnit): CoefficientsByUnit {
  const set = state.status === 'open' ? state.coefficients : {}
  return Object.fromEntries(Object.entries(given).filter(([unit, one]) => !sameCoefficients(set[unit], one)))
}

function barToCoefficients(state: YearState, by: Actor, ratified: boolean): YearRefusal | undefined {
  if (!holds(by, 'office')) return { code: 'office-only' }
  if (state.status === 'unopened') return { code: 'unopened-year' }
  return ratified || state.phase === 'closed' ? { code: 'frozen-year' } : undefined
}

function barOf({ name, kind, active, scored }: CoefficientUnit): YearRefusal | undefined {
  if (regimeOf(kind) === 'standard' || active === 0) return { code: 'ungraded-unit', unit: name }
  return scored ? { code: 'scored-unit', unit: name } : undefined
}

function sameCoefficients(one: Coefficients | undefined, other: Coefficients): boolean {
  return one?.key === other.key && one.special === other.special && one.routine === other.routine
}
