import type { GroupId } from '../../kernel/ids.ts'
import { type Actor, holds } from '../../organization/rules/actor.ts'
import { maySee, type Place } from '../../planning/rules/drafters.ts'

export interface Watched extends Omit<Place, 'year' | 'phase'> {
  /** The group that assesses it (Article 22). */
  readonly assessors: GroupId | null
  /** The team that inspects it (Article 20). */
  readonly inspectors: GroupId | null
}

/** Who sees a unit's progress and evidence: whoever sees its goals, its inspection team, and the group that will assess it. */
export function maySeeProgress(actor: Actor, unit: Watched): boolean {
  return (
    maySee(actor, unit) ||
    inGroup(actor, 'assessment', unit.assessors) ||
    inGroup(actor, 'inspection', unit.inspectors)
  )
}

function inGroup(actor: Actor, kind: 'assessment' | 'inspection', group: GroupId | null): boolean {
  if (group === null) return false
  return holds(actor, `${kind}-convenor`, group) || holds(actor, `${kind}-member`, group)
}
