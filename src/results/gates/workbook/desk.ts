import type { UnitId, Year } from '../../../kernel/ids.ts'
import { foldSubject, type Head } from '../../../kernel/subject.ts'
import type { Viewer } from '../../../kernel/view.ts'
import { getActor, listUnits } from '../../../organization/queries.ts'
import { type Actor, holds } from '../../../organization/rules/actor.ts'
import { findCurrentYear, findYear } from '../../../policy/queries.ts'
import type { GateArea } from '../../../policy/rules/policy.ts'
import type { Database } from '../../../store/database.ts'
import type { Phase } from '../../../store/schema/policy.ts'
import type { GateState } from '../../rules/gate.ts'
import { gateId, gateSubject } from '../../subjects.ts'

/** All that a person reports on this year. */
export interface GateDesk {
  readonly year: Year
  readonly phase: Phase
  readonly by: Actor
  readonly areas: readonly { readonly area: GateArea; readonly head: Head<GateState> }[]
  readonly units: readonly { readonly id: UnitId; readonly name: string }[]
}

/** Undefined where the year was never opened. Without a year: the one that is being managed. */
export async function findGateDesk(
  db: Database,
  year: Year | undefined,
  viewer: Viewer,
): Promise<GateDesk | undefined> {
  const open = year === undefined ? await findCurrentYear(db) : await findYear(db, year)
  if (!open) return undefined
  const [by, units] = await Promise.all([getActor(db, viewer), listUnits(db)])
  const own = open.policy.gateAreas.filter((area) => holds(by, 'lead-unit', area.key))
  const areas = await Promise.all(
    own.map(async (area) => ({
      area,
      head: await foldSubject(db, gateSubject, gateId(open.year, area.key)),
    })),
  )
  return { year: open.year, phase: open.phase, by, areas, units }
}
