/** The editions of a year's policy, read from its journal: what each changed, and which notice confirmed it. */
import type { PersonId } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Coefficients } from './coefficients.ts'
import { completePolicy, type PolicyValues, type ValueName, valuesOf } from './policy.ts'
import { editionOf } from './policy-events.ts'
import { isSame } from './values.ts'
import { evolveYear, type OpenYearState, UNOPENED, type YearEvent, type YearState } from './year.ts'

export interface Entry {
  readonly at: Instant
  readonly by: PersonId
  readonly inNameOf: PersonId
  readonly event: YearEvent
}

export interface ValueChange {
  readonly name: ValueName
  readonly before: PolicyValues
  readonly after: PolicyValues
}

export interface CoefficientChange {
  readonly unit: string
  /** Null where the unit had none. */
  readonly before: Coefficients | null
  readonly after: Coefficients
}

export interface Edition {
  readonly number: number
  readonly at: Instant
  readonly by: PersonId
  readonly inNameOf: PersonId
  readonly values: readonly ValueChange[]
  readonly coefficients: readonly CoefficientChange[]
  /** The notice by which last year's coefficients were taken over; null elsewhere. */
  readonly adopted: string | null
  readonly confirmed: { readonly notice: string; readonly name: string; readonly at: Instant } | null
}

/** The first is the one with which the year was opened. */
export function editionsOf(journal: readonly Entry[]): Edition[] {
  const editions: Edition[] = []
  let state: YearState = UNOPENED
  for (const entry of journal) {
    const before: YearState = state
    state = evolveYear(state, entry.event)
    if (state.status === 'unopened') continue
    const last = editions.at(-1)
    if (last === undefined || editionOf(state) > last.number) editions.push(edition(before, state, entry))
    else if (entry.event.type === 'policy.confirmed')
      editions[editions.length - 1] = { ...last, confirmed: confirmation(entry.event) }
  }
  return editions
}

function edition(before: YearState, after: OpenYearState, { at, by, inNameOf, event }: Entry): Edition {
  const past = before.status === 'open' ? before : undefined
  return {
    ...{ number: editionOf(after), at, by, inNameOf, confirmed: null },
    values: past ? changedValues(past, after) : [],
    coefficients: past ? changedCoefficients(past, after) : [],
    adopted: event.type === 'coefficients.listed' ? (event.notice ?? null) : null,
  }
}

function changedValues(past: OpenYearState, present: OpenYearState): ValueChange[] {
  const [before, after] = [past, present].map(({ policy }) => valuesOf(completePolicy(policy)))
  if (!before || !after) return []
  // Object.keys answers string[], though the type of the values lists its keys.
  const names = Object.keys(after) as ValueName[]
  return names.filter((name) => !isSame(before[name], after[name])).map((name) => ({ name, before, after }))
}

function changedCoefficients(past: OpenYearState, present: OpenYearState): CoefficientChange[] {
  return Object.entries(present.coefficients)
    .filter(([unit, one]) => !isSame(past.coefficients[unit], one))
    .map(([unit, after]) => ({ unit, before: past.coefficients[unit] ?? null, after }))
}

function confirmation({ notice, signed }: Extract<YearEvent, { readonly type: 'policy.confirmed' }>) {
  return { notice, name: signed.name, at: signed.at }
}
