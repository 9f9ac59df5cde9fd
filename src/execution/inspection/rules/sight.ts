/** Who sees what of inspections. An unpublished note is seen by its author alone, and is not decided here. */
import type { GroupId, UnitId } from '../../../kernel/ids.ts'
import { type Actor, holds, isLeaderOf, scopesOf } from '../../../organization/rules/actor.ts'
import { bodiesOf } from './body.ts'
import type { InspectionState } from './inspection.ts'

export const seesAll = (actor: Actor): boolean =>
  holds(actor, 'office') || holds(actor, 'chair') || holds(actor, 'leading-member')

/** The unit itself, and its leader in charge. */
export const isConcerned = (actor: Actor, unit: UnitId): boolean =>
  actor.unit === unit ||
  holds(actor, 'contact', unit) ||
  holds(actor, 'head', unit) ||
  isLeaderOf(actor, unit)

/** A spot check is open to everyone in the scheme, so that all can repeat the draw; a visit to those concerned. */
export function maySeeInspection(
  actor: Actor,
  { plan }: Exclude<InspectionState, { status: 'none' }>,
): boolean {
  if (seesAll(actor) || bodiesOf(actor).includes(plan.body.id)) return true
  if (plan.kind === 'check') return actor.roles.length > 0 || actor.leads.length > 0
  return isConcerned(actor, plan.unit)
}

export interface FoundAbout {
  readonly unit: UnitId
  readonly body: GroupId
  /** The group that will assess the unit (Article 22). */
  readonly assessors: GroupId | null
}

/** The unit, its leader, those who inspect and assess it, the office and the leading group. */
export function maySeeFinding(actor: Actor, { unit, body, assessors }: FoundAbout): boolean {
  if (seesAll(actor) || isConcerned(actor, unit) || bodiesOf(actor).includes(body)) return true
  return assessors !== null && assessedBy(actor).includes(assessors)
}

/** The groups in which the actor assesses. */
export const assessedBy = (actor: Actor): GroupId[] =>
  scopesOf(actor, 'assessment-convenor', 'assessment-member', 'working-convenor', 'working-member')
