/** What a person watches over: the school, the units led, a group's units, the own unit; by the roles of the day. */
import type { UnitId, Year } from '../../kernel/ids.ts'
import type { Viewer } from '../../kernel/view.ts'
import { getActor, listUnits } from '../../organization/queries.ts'
import { type Actor, holds, scopesOf } from '../../organization/rules/actor.ts'
import type { Database } from '../../store/database.ts'
import type { UnitTable } from '../../store/schema/organization.ts'
import { findSeenUnit } from '../access.ts'
import { listTeamUnits, listUnitsOfYear } from './queries.ts'

export interface Scope {
  /** `school`, `led`, `group:<id>` or `unit:<id>`. */
  readonly key: string
  readonly name: string
  /** By number. */
  readonly units: readonly UnitTable[]
}

export const scopeOfUnit = (unit: UnitId): string => `unit:${unit}`

/** Whether one unit is looked at, and its goals are listed. */
export const isOfUnit = ({ key }: Pick<Scope, 'key'>): boolean => key.startsWith('unit:')

/**
 * All that the person watches over in some role of today, the widest first; staff without a role their own unit.
 * `over`: a year that is over, with the units that it had, by their names of then.
 */
export async function listScopes(db: Database, viewer: Viewer, over?: Year): Promise<Scope[]> {
  const [actor, units] = await Promise.all([
    getActor(db, viewer),
    over === undefined ? listUnits(db) : listUnitsOfYear(db, over),
  ])
  const scopes = [
    ...schoolScope(actor, units),
    ...(await groupScopes(db, actor, units)),
    ...unitScopes(actor, units),
  ]
  return scopes.length > 0 ? scopes : units.filter(({ id }) => id === actor.unit).map(unitScope)
}

/** The scope where the viewer may see it now. */
export async function findScope(
  db: Database,
  viewer: Viewer,
  key: string,
  over?: Year,
): Promise<Scope | undefined> {
  if (!isOfUnit({ key })) return (await listScopes(db, viewer, over)).find((one) => one.key === key)
  const unit = await findSeenUnit(db, viewer, key.slice('unit:'.length))
  return unit?.active === 1 || (unit && over !== undefined) ? unitScope(unit) : undefined
}

const unitScope = (unit: UnitTable): Scope => ({ key: scopeOfUnit(unit.id), name: unit.name, units: [unit] })

function schoolScope(actor: Actor, units: readonly UnitTable[]): Scope[] {
  const all = holds(actor, 'office') || holds(actor, 'chair') || holds(actor, 'leading-member')
  // A unit that has ended is led by nobody; its last leader goes on seeing what it was.
  const led = units.filter(({ id, leader, active }) =>
    active === 1 ? actor.leads.includes(id) : leader === actor.id,
  )
  return [
    ...(all ? [{ key: 'school', name: '全校', units }] : []),
    ...(led.length > 0 ? [{ key: 'led', name: '分管单位', units: led }] : []),
  ]
}

async function groupScopes(db: Database, actor: Actor, units: readonly UnitTable[]): Promise<Scope[]> {
  const ids = scopesOf(
    actor,
    ...(['working-convenor', 'working-member', 'inspection-convenor', 'inspection-member'] as const),
    ...(['assessment-convenor', 'assessment-member'] as const),
  )
  const rows = await listTeamUnits(db, ids)
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return [...names].map(([id, name]) => {
    const own = new Set(rows.filter((row) => row.id === id).map(({ unit }) => unit))
    return { key: `group:${id}`, name, units: units.filter((unit) => own.has(unit.id)) }
  })
}

function unitScopes(actor: Actor, units: readonly UnitTable[]): Scope[] {
  const own = scopesOf(actor, 'contact', 'head')
  return units.filter(({ id }) => own.includes(id)).map(unitScope)
}
