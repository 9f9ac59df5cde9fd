import type { GroupId } from '../../kernel/ids.ts'
import { type Actor, holds } from '../../organization/rules/actor.ts'
import { maySee, type Place } from '../../planning/rules/drafters.ts'

export interface Watched extends Omit<Place, 'year' | 'phase'> {
  /** The group that assesses it (Article 22). */
  readonly assessors: GroupId | null
}

/** Who sees a unit's progress and evidence: whoever sees its goals, and the group that will assess it. */
export function maySeeProgress(actor: Actor, unit: Watched): boolean {
  return maySee(actor, unit) || assesses(actor, unit.assessors)
}

function assesses(actor: Actor, group: GroupId | null): boolean {
  if (group === null) return false
  return holds(actor, 'assessment-convenor', group) || holds(actor, 'assessment-member', group)
}
