/** A visit or a spot check (Article 20): what was planned, what was drawn, how it ended. */
import { never } from '../../../kernel/decision.ts'
import type { PersonId, UnitId, Year } from '../../../kernel/ids.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import type { Act } from '../../../planning/rules/goal.ts'
import type { UnitKind } from '../../../store/schema/organization.ts'
import type { GoalType } from '../../../store/schema/planning.ts'
import type { Body, Inspector } from './body.ts'

interface Planned {
  readonly year: Year
  /** Counted over the whole school's year. */
  readonly number: number
  readonly body: Body
  readonly inspectors: readonly Inspector[]
  readonly purpose: string
  readonly act: Act
}

export interface Visit extends Planned {
  readonly kind: 'visit'
  readonly unit: UnitId
  readonly unitName: string
  readonly on: LocalDate
}

/** One that may be drawn: a unit, or a goal of a unit. */
export interface Candidate {
  readonly id: string
  readonly unit: UnitId
}

/** A unit that was left out before the draw, because it is an inspector's own. */
export interface Excluded {
  readonly unit: UnitId
  readonly person: PersonId
  readonly name: string
}

export interface Check extends Planned {
  readonly kind: 'check'
  readonly of: 'units' | 'goals'
  /** Of the goals that may be drawn; empty where units are drawn. */
  readonly types: readonly GoalType[]
  /** Of the units that may be drawn; empty for all of the body's. */
  readonly kinds: readonly UnitKind[]
  /** How many are drawn. */
  readonly places: number
  /** Sorted by id; without what was left out. */
  readonly population: readonly Candidate[]
  readonly excluded: readonly Excluded[]
  /** SHA-256 (hex) of the population's ids, a line each. */
  readonly listHash: string
}

export interface Witness {
  /** What the witness named. */
  readonly said: string
  readonly act: Act
}

export interface Draw {
  /** Hash (hex) of the journal entry in which the witness spoke. */
  readonly seed: string
  /** In the order in which they were drawn. */
  readonly picked: readonly Candidate[]
}

interface End {
  readonly words: string
  readonly act: Act
}

export type InspectionState =
  | { readonly status: 'none' }
  | { readonly status: 'planned'; readonly plan: Visit }
  | { readonly status: 'stated'; readonly plan: Check }
  /** Lasts no longer than one commit: the draw follows in it. */
  | { readonly status: 'witnessed'; readonly plan: Check; readonly witness: Witness }
  | { readonly status: 'drawn'; readonly plan: Check; readonly witness: Witness; readonly draw: Draw }
  | { readonly status: 'done'; readonly plan: Visit; readonly end: End }
  | {
      readonly status: 'done'
      readonly plan: Check
      readonly witness: Witness
      readonly draw: Draw
      readonly end: End
    }
  | { readonly status: 'cancelled'; readonly plan: Visit | Check; readonly end: End }

export type InspectionEvent =
  | { readonly type: 'visit.planned'; readonly plan: Visit }
  | { readonly type: 'check.stated'; readonly plan: Check }
  | { readonly type: 'check.witnessed'; readonly witness: Witness }
  | { readonly type: 'check.drawn'; readonly draw: Draw }
  | { readonly type: 'inspection.finished'; readonly end: End }
  | { readonly type: 'inspection.cancelled'; readonly end: End }

export const UNPLANNED: InspectionState = { status: 'none' }

export function evolveInspection(state: InspectionState, event: InspectionEvent): InspectionState {
  switch (event.type) {
    case 'visit.planned':
      return { status: 'planned', plan: event.plan }
    case 'check.stated':
      return { status: 'stated', plan: event.plan }
    case 'check.witnessed':
      return state.status === 'stated'
        ? { status: 'witnessed', plan: state.plan, witness: event.witness }
        : state
    case 'check.drawn':
      return state.status === 'witnessed' ? { ...state, status: 'drawn', draw: event.draw } : state
    case 'inspection.finished':
      return state.status === 'planned' || state.status === 'drawn'
        ? { ...state, status: 'done', end: event.end }
        : state
    case 'inspection.cancelled':
      return state.status === 'planned' || state.status === 'stated'
        ? { status: 'cancelled', plan: state.plan, end: event.end }
        : state
    default:
      return never(event)
  }
}

/** The units that are inspected: none before the draw. */
export function inspectedUnits(state: InspectionState): UnitId[] {
  if (state.status === 'none' || state.status === 'cancelled') return []
  if (state.plan.kind === 'visit') return [state.plan.unit]
  return 'draw' in state ? [...new Set(state.draw.picked.map((one) => one.unit))] : []
}
