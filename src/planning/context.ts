/** What the planning commands must know beside the plan: the only reads of their acts. */
import type { Meta } from '../kernel/command.ts'
import type { PersonId, UnitId, Year } from '../kernel/ids.ts'
import { getActor, listHolders, listPriorities, listWorkItems } from '../organization/queries.ts'
import type { Actor } from '../organization/rules/actor.ts'
import { findYear } from '../policy/queries.ts'
import type { Ratification } from '../policy/rules/policy.ts'
import { phaseFor } from '../policy/rules/reopening.ts'
import type { Database } from '../store/database.ts'
import { listRatifiers, ratifiersOf } from './leading-group.ts'
import { findSeat, type Seat } from './places.ts'
import type { Place } from './rules/drafters.ts'
import type { Catalogue } from './rules/entry.ts'
import type { Act } from './rules/goal.ts'
import type { PlanningRefusal } from './rules/refusals.ts'

export interface Scene {
  readonly by: Actor
  readonly act: Act
  readonly place: Place
  readonly specialLimit: number
  readonly ratification: Ratification
  /** Whether the chair has confirmed the year's policy as it is. */
  readonly confirmed: boolean
}

export type Setting = Scene | { readonly refusal: PlanningRefusal }

/** Who acts, and on which unit's plan in which phase; a refusal where there is no such year or unit. */
export async function findScene(db: Database, year: Year, unit: UnitId, meta: Meta): Promise<Setting> {
  const [by, seat, open] = await Promise.all([getActor(db, meta), findSeat(db, unit), findYear(db, year)])
  if (!open) return { refusal: { code: 'unopened-plans' } }
  if (!seat) return { refusal: { code: 'unknown-unit', unit } }
  return {
    by,
    act: { by: by.id, name: by.name, at: meta.at },
    place: { ...placeOf(seat), year, phase: phaseFor(open, unit) },
    specialLimit: open.policy.specialLimit,
    ratification: open.policy.ratification,
    confirmed: open.notice !== null,
  }
}

const placeOf = ({ unit, kind, leader, group }: Seat): Omit<Seat, 'name'> => ({
  unit,
  kind,
  leader,
  group,
})

/** This year's priorities and the work items, to which goals refer. */
export async function loadCatalogue(db: Database, year: Year): Promise<Catalogue> {
  const [priorities, workItems] = await Promise.all([listPriorities(db), listWorkItems(db)])
  return { year, priorities: priorities.map((one) => one.id), workItems }
}

/** Who is told of a plan's steps. */
export interface Audience {
  readonly contacts: readonly PersonId[]
  readonly heads: readonly PersonId[]
  readonly convenors: readonly PersonId[]
  readonly members: readonly PersonId[]
  /** The chair; all of the leading group where it ratifies by a quorum. */
  readonly ratifiers: readonly PersonId[]
  readonly leader: PersonId | null
}

export async function loadAudience(db: Database, setting: Setting, meta: Meta): Promise<Audience> {
  if ('refusal' in setting) {
    return { contacts: [], heads: [], convenors: [], members: [], ratifiers: [], leader: null }
  }
  const { unit, group, leader } = setting.place
  const ofUnit = (role: 'contact' | 'head') => listHolders(db, role, unit, meta.today)
  const ofGroup = async (role: 'working-convenor' | 'working-member') =>
    group === null ? [] : listHolders(db, role, group, meta.today)
  const lists = await Promise.all([
    ofUnit('contact'),
    ofUnit('head'),
    ofGroup('working-convenor'),
    ofGroup('working-member'),
  ])
  const [contacts, heads, convenors, members] = lists.map((list) => list.map((person) => person.id))
  const ratifiers = await listRatifiers(db, setting.ratification, meta.today)
  return {
    contacts: contacts ?? [],
    heads: heads ?? [],
    convenors: convenors ?? [],
    members: members ?? [],
    ratifiers: ratifiersOf(unit, setting.ratification, ratifiers),
    leader,
  }
}
