/** The leading group of a day, the chair first: those who ratify (Articles 3, 4, 16). */
import type { PersonId, UnitId } from '../kernel/ids.ts'
import type { LocalDate } from '../kernel/time.ts'
import { listHolders } from '../organization/queries.ts'
import type { Ratification } from '../policy/rules/policy.ts'
import type { Database } from '../store/database.ts'
import type { PersonTable } from '../store/schema/organization.ts'

/** Its members, each once whatever roles they hold. */
async function listLeadingGroup(db: Database, today: LocalDate): Promise<PersonTable[]> {
  const [chairs, members] = await Promise.all([
    listHolders(db, 'chair', '', today),
    listHolders(db, 'leading-member', '', today),
  ])
  const isChair = new Set(chairs.map((person) => person.id))
  return [...chairs, ...members.filter((person) => !isChair.has(person.id))]
}

/** The members who may answer on a unit's plan: all but those of the unit (rulebook 7). */
export async function listVoters(db: Database, unit: UnitId, today: LocalDate): Promise<PersonTable[]> {
  const [group, heads, contacts] = await Promise.all([
    listLeadingGroup(db, today),
    listHolders(db, 'head', unit, today),
    listHolders(db, 'contact', unit, today),
  ])
  const own = new Set([...heads, ...contacts].map((person) => person.id))
  return group.filter((person) => person.unit !== unit && !own.has(person.id))
}

/** Those whose decision plans wait for in ratification; of each plan, `ratifiersOf` it. */
export function listRatifiers(db: Database, how: Ratification, today: LocalDate): Promise<PersonTable[]> {
  return how === 'chair' ? listHolders(db, 'chair', '', today) : listLeadingGroup(db, today)
}

export function ratifiersOf(unit: UnitId, how: Ratification, all: readonly PersonTable[]): PersonId[] {
  return all.filter((person) => how === 'chair' || person.unit !== unit).map((person) => person.id)
}
