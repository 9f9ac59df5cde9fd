import type { UnitId, Year } from '../kernel/ids.ts'
import type { LocalDate } from '../kernel/time.ts'
import { findGroupOf, findUnit, listHolders } from '../organization/queries.ts'
import { assessingGroupKind, regimeOf } from '../organization/rules/actor.ts'
import { listGoalsInForce } from '../planning/queries.ts'
import { findYear } from '../policy/queries.ts'
import type { Database } from '../store/database.ts'
import type { UnitTable } from '../store/schema/organization.ts'
import type { AssessingFacts } from './rules/facts.ts'
import { type Panel, panelOf } from './rules/panel.ts'

/** What the rules know of a unit's assessment on a day; undefined where the year or the unit is not managed. */
export async function findAssessing(
  db: Database,
  year: Year,
  unit: UnitId,
  today: LocalDate,
): Promise<AssessingFacts | undefined> {
  const [open, found] = await Promise.all([findYear(db, year), findUnit(db, unit)])
  if (!open || !found || found.active === 0) return undefined
  const [panel, goals] = await Promise.all([
    findPanel(db, found, today),
    listGoalsInForce(db, year, found.id),
  ])
  return {
    year,
    phase: open.phase,
    policy: open.policy,
    unit: found.id,
    unitName: found.name,
    regime: regimeOf(found.kind),
    coefficients: open.coefficients[found.id] ?? null,
    panel,
    goals,
  }
}

/** The group in charge of the unit, its people of the day sorted into assessors and barred (Article 22). */
async function findPanel(db: Database, unit: UnitTable, today: LocalDate): Promise<Panel | null> {
  const kind = assessingGroupKind(unit.kind)
  const group = await findGroupOf(db, unit.id, kind)
  if (!group) return null
  const [convenors, members, heads, contacts] = await Promise.all([
    listHolders(db, kind === 'working' ? 'working-convenor' : 'assessment-convenor', group.id, today),
    listHolders(db, kind === 'working' ? 'working-member' : 'assessment-member', group.id, today),
    listHolders(db, 'head', unit.id, today),
    listHolders(db, 'contact', unit.id, today),
  ])
  return panelOf({
    group: group.id,
    name: group.name,
    convenors,
    members,
    unit: unit.id,
    leader: unit.leader,
    own: [...heads, ...contacts].map((one) => one.id),
  })
}
