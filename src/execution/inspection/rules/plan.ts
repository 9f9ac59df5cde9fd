/** Planning a visit, stating a spot check (Article 20): who, what and why are on record before anything is looked at. */
import { type Decision, decided, refused } from '../../../kernel/decision.ts'
import type { Year } from '../../../kernel/ids.ts'
import type { Instant, LocalDate } from '../../../kernel/time.ts'
import type { UnitKind } from '../../../store/schema/organization.ts'
import type { GoalType } from '../../../store/schema/planning.ts'
import type { Phase } from '../../../store/schema/policy.ts'
import { type Body, convenes, type Inspecting, type Inspector, isOfBody, mayInspect } from './body.ts'
import type { Candidate, Excluded, InspectionEvent } from './inspection.ts'

export const MAX_PURPOSE = 500
export const MOST_PLACES = 50

export type PlanRefusal =
  | { readonly code: 'unknown-body' }
  | { readonly code: 'foreign-body'; readonly body: string }
  | { readonly code: 'unconvened-check'; readonly body: string }
  | { readonly code: 'closed-inspection'; readonly phase: Phase }
  | { readonly code: 'unfit-unit'; readonly body: string }
  | { readonly code: 'own-unit'; readonly unit: string; readonly names: readonly string[] }
  | { readonly code: 'absent-inspectors' }
  | { readonly code: 'unknown-inspector'; readonly body: string }
  | { readonly code: 'past-visit'; readonly on: LocalDate }
  | { readonly code: 'empty-purpose' }
  | { readonly code: 'repeated-visit'; readonly unit: string; readonly on: LocalDate }
  | {
      readonly code: 'small-population'
      readonly population: number
      readonly places: number
      readonly excluded: number
    }

export interface PlanContext extends Inspecting {
  readonly year: Year
  readonly phase: Phase
  /** The next free one of the year. */
  readonly number: number
  readonly body: Body
  readonly at: Instant
  readonly today: LocalDate
  /** The body's people of the day. */
  readonly people: readonly Inspector[]
}

export interface VisitPlan {
  /** Undefined where the body does not inspect the unit. */
  readonly unit: { readonly id: string; readonly name: string } | undefined
  readonly on: LocalDate
  readonly inspectors: readonly string[]
  readonly purpose: string
  /** Whether the same visit is planned already: a second tap plans no second one. */
  readonly planned: boolean
}

/** Any member of the body plans a visit to one of its units, by inspectors whose own unit it is not. */
export function planVisit(plan: VisitPlan, context: PlanContext): Decision<InspectionEvent, PlanRefusal> {
  const { body, by, own, today } = context
  if (!isOfBody(by, body)) return refused({ code: 'foreign-body', body: body.name })
  const team = teamOf(plan.inspectors, plan.purpose, context)
  if ('refusal' in team) return team
  const { unit, on } = plan
  if (!unit) return refused({ code: 'unfit-unit', body: body.name })
  const barred = team.inspectors.filter((one) => one.own.includes(unit.id))
  if (barred.length > 0)
    return refused({ code: 'own-unit', unit: unit.name, names: barred.map((one) => one.name) })
  if (!mayInspect({ by, own }, body, unit.id))
    return refused({ code: 'own-unit', unit: unit.name, names: [by.name] })
  if (on < today) return refused({ code: 'past-visit', on })
  if (plan.planned) return refused({ code: 'repeated-visit', unit: unit.name, on })
  return decided<InspectionEvent>({
    type: 'visit.planned',
    plan: { kind: 'visit', ...team, unit: unit.id, unitName: unit.name, on },
  })
}

export interface CheckPlan {
  readonly of: 'units' | 'goals'
  readonly types: readonly GoalType[]
  readonly kinds: readonly UnitKind[]
  readonly places: number
  readonly inspectors: readonly string[]
  readonly purpose: string
}

/** What may be drawn by such inspectors, sorted by id: their own units are left out before the draw, on record. */
export function populationOf(
  candidates: readonly Candidate[],
  inspectors: readonly Inspector[],
): { readonly population: readonly Candidate[]; readonly excluded: readonly Excluded[] } {
  const units = new Set(candidates.map((one) => one.unit))
  const excluded = inspectors.flatMap(({ id, name, own }) =>
    own.filter((unit) => units.has(unit)).map((unit) => ({ unit, person: id, name })),
  )
  const left = new Set(excluded.map((one) => one.unit))
  const population = candidates
    .filter((one) => !left.has(one.unit))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
  return { population, excluded }
}

/** The convenor states population, number and method; nothing is drawn yet. `hashOf`: of the sorted ids. */
export function stateCheck(
  plan: CheckPlan,
  candidates: readonly Candidate[],
  hashOf: (ids: readonly string[]) => string,
  context: PlanContext,
): Decision<InspectionEvent, PlanRefusal> {
  const { body, by } = context
  if (!isOfBody(by, body)) return refused({ code: 'foreign-body', body: body.name })
  if (!convenes(by, body)) return refused({ code: 'unconvened-check', body: body.name })
  const team = teamOf(plan.inspectors, plan.purpose, context)
  if ('refusal' in team) return team
  const { population, excluded } = populationOf(candidates, team.inspectors)
  const { of, types, kinds, places } = plan
  if (population.length < places)
    return refused({
      code: 'small-population',
      population: population.length,
      places,
      excluded: new Set(excluded.map((one) => one.unit)).size,
    })
  const listHash = hashOf(population.map((one) => one.id))
  const stated = { kind: 'check', ...team, of, types, kinds, places, population, excluded, listHash } as const
  return decided<InspectionEvent>({ type: 'check.stated', plan: stated })
}

/** What both kinds of inspection must say. */
function teamOf(ids: readonly string[], purpose: string, context: PlanContext) {
  const { year, phase, number, body, by, at, people } = context
  if (phase !== 'execution') return refused({ code: 'closed-inspection' as const, phase })
  const inspectors = people.filter((one) => ids.includes(one.id))
  if (ids.length === 0) return refused({ code: 'absent-inspectors' as const })
  if (inspectors.length < new Set(ids).size)
    return refused({ code: 'unknown-inspector' as const, body: body.name })
  if (purpose.trim() === '') return refused({ code: 'empty-purpose' as const })
  return { year, number, body, inspectors, purpose, act: { by: by.id, name: by.name, at } }
}
