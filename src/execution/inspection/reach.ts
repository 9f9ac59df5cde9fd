/** What a person sees of inspections, for lists and for single cards. */
import type { UnitId } from '../../kernel/ids.ts'
import type { Viewer } from '../../kernel/view.ts'
import { findUnit, getActor, listUnitsOfGroup } from '../../organization/queries.ts'
import { type Actor, assessingGroupKind, scopesOf } from '../../organization/rules/actor.ts'
import type { Database } from '../../store/database.ts'
import { groupsOfUnits } from '../queries/groups.ts'
import { bodiesOf } from './rules/body.ts'
import type { Published } from './rules/finding.ts'
import { assessedBy, maySeeFinding, seesAll } from './rules/sight.ts'

/** The units whose people or leader in charge the actor is. */
function concernedUnits(actor: Actor): UnitId[] {
  const units = [actor.unit, ...scopesOf(actor, 'contact', 'head'), ...actor.leads]
  return [...new Set(units.filter((unit) => unit !== null))]
}

/** Whose inspections the actor sees; of spot checks everybody's, for anyone in the scheme. */
export const inspectionReach = (actor: Actor) => ({
  all: seesAll(actor),
  bodies: bodiesOf(actor),
  units: concernedUnits(actor),
  checks: actor.roles.length > 0 || actor.leads.length > 0,
})

/** Whose findings the actor sees: also those on the units that the actor's groups assess. */
export async function findingReach(db: Database, actor: Actor) {
  const groups = seesAll(actor) ? [] : assessedBy(actor)
  const assessed = (await Promise.all(groups.map((group) => listUnitsOfGroup(db, group)))).flat()
  const units = [...new Set([...concernedUnits(actor), ...assessed.map((unit) => unit.id)])]
  return { all: seesAll(actor), bodies: bodiesOf(actor), units }
}

export async function seesFinding(db: Database, finding: Published, viewer: Viewer): Promise<boolean> {
  const { unit, body } = finding
  const [actor, row, groups] = await Promise.all([
    getActor(db, viewer),
    findUnit(db, unit),
    groupsOfUnits(db, unit),
  ])
  const assessors = row ? (groups.get(unit)?.[assessingGroupKind(row.kind)] ?? null) : null
  return maySeeFinding(actor, { unit, body: body.id, assessors })
}
