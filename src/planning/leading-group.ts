/** The leading group of a day, the chair first: those who ratify (Articles 3, 4, 16). */
import type { LocalDate } from '../kernel/time.ts'
import { listHolders } from '../organization/queries.ts'
import type { Ratification } from '../policy/rules/policy.ts'
import type { Database } from '../store/database.ts'
import type { PersonTable } from '../store/schema/organization.ts'

/** Its members, each once whatever roles they hold. */
export async function listLeadingGroup(db: Database, today: LocalDate): Promise<PersonTable[]> {
  const [chairs, members] = await Promise.all([
    listHolders(db, 'chair', '', today),
    listHolders(db, 'leading-member', '', today),
  ])
  const isChair = new Set(chairs.map((person) => person.id))
  return [...chairs, ...members.filter((person) => !isChair.has(person.id))]
}

/** Those whose decision a plan waits for in ratification. */
export function listRatifiers(db: Database, how: Ratification, today: LocalDate): Promise<PersonTable[]> {
  return how === 'chair' ? listHolders(db, 'chair', '', today) : listLeadingGroup(db, today)
}
