/** Who drafts which goals of which unit, and who sends them (rulebook 3, from Articles 13-15). */
import type { GroupId, PersonId, UnitId, Year } from '../../kernel/ids.ts'
import {
  type Actor,
  holds,
  isLeaderOf,
  isOwnUnit,
  regimeOf,
  standsInOnOwnUnit,
} from '../../organization/rules/actor.ts'
import type { Policy } from '../../policy/rules/policy.ts'
import type { UnitKind } from '../../store/schema/organization.ts'
import type { Drafter, GoalType } from '../../store/schema/planning.ts'
import type { Phase } from '../../store/schema/policy.ts'

const DRAFTERS: {
  readonly [regime in ReturnType<typeof regimeOf>]: { readonly [type in GoalType]: Drafter }
} = {
  standard: { key: 'group', special: 'unit', routine: 'group' },
  graded: { key: 'leader', special: 'unit', routine: 'unit' },
}

const TYPES: readonly GoalType[] = ['key', 'special', 'routine']

/** Where the goals are set: the unit, who is in charge of it, and the phase of the year. */
export interface Place {
  readonly year: Year
  readonly phase: Phase
  readonly unit: UnitId
  readonly kind: UnitKind
  /** 分管校领导 */
  readonly leader: PersonId | null
  /** Its working group. */
  readonly group: GroupId | null
}

export function drafterOf(kind: UnitKind, type: GoalType): Drafter {
  return DRAFTERS[regimeOf(kind)][type]
}

/** The types that a drafter drafts for a unit of this kind; none where it is not a drafter there. */
export function typesOf(kind: UnitKind, drafter: Drafter): readonly GoalType[] {
  return TYPES.filter((type) => drafterOf(kind, type) === drafter)
}

/** A plan is sent in parts, one by each drafter. */
export function partsOf(kind: UnitKind): readonly Drafter[] {
  return [...new Set(TYPES.map((type) => drafterOf(kind, type)))]
}

/** Articles 13-15: the contact or head, the working group's convenor or members, the leader in charge. */
export function mayDraft(actor: Actor, place: Omit<Place, 'year' | 'phase'>, drafter: Drafter): boolean {
  switch (drafter) {
    case 'unit':
      return holds(actor, 'contact', place.unit) || holds(actor, 'head', place.unit)
    case 'group':
      return inGroup(actor, place.group)
    case 'leader':
      return isLeaderOf(actor, place.unit)
  }
}

/** Rulebook 3: the head sends the unit's part, the convenor the group's, the leader his own. */
export function maySend(actor: Actor, place: Omit<Place, 'year' | 'phase'>, drafter: Drafter): boolean {
  switch (drafter) {
    case 'unit':
      return holds(actor, 'head', place.unit)
    case 'group':
      return place.group !== null && holds(actor, 'working-convenor', place.group)
    // It is passed by its sending.
    case 'leader':
      return reviews(actor, place)
  }
}

/** Article 16: the leader in charge, or who acts for that leader and is not of the unit. */
export function reviews(actor: Actor, { unit }: Pick<Place, 'unit'>): boolean {
  return isLeaderOf(actor, unit) && !standsInOnOwnUnit(actor, unit)
}

/** Article 16: the chair, or each member of the leading group where a quorum ratifies; of a unit's plan those who are not of it. */
export function ratifies(
  actor: Actor,
  policy: Pick<Policy, 'ratification'>,
  place?: Pick<Place, 'unit'>,
): boolean {
  if (place && isRecused(actor, place.unit, policy)) return false
  return holds(actor, 'chair') || (policy.ratification !== 'chair' && holds(actor, 'leading-member'))
}

/**
 * Rulebook 7: whoever votes gives way on the own unit's plan, and a delegate on the delegate's. The chair who decides
 * alone, as the leader in charge who reviews, is whom Article 16 names, and has nobody to give way to.
 */
export function isRecused(
  actor: Actor,
  unit: UnitId,
  { ratification }: Pick<Policy, 'ratification'>,
): boolean {
  if (standsInOnOwnUnit(actor, unit)) return true
  return ratification !== 'chair' && isOwnUnit(actor, unit)
}

/** Who sees a unit's goals before all are announced: the unit, those in charge of it, the leading group and its office. */
export function maySee(actor: Actor, place: Omit<Place, 'year' | 'phase'>): boolean {
  const ofTheUnit =
    actor.unit === place.unit || holds(actor, 'contact', place.unit) || holds(actor, 'head', place.unit)
  const ofTheSchool = holds(actor, 'office') || holds(actor, 'chair') || holds(actor, 'leading-member')
  return ofTheUnit || ofTheSchool || isLeaderOf(actor, place.unit) || inGroup(actor, place.group)
}

function inGroup(actor: Actor, group: GroupId | null): boolean {
  if (group === null) return false
  return holds(actor, 'working-convenor', group) || holds(actor, 'working-member', group)
}
