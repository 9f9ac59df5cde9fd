/** The leading group of a day: those whose quorum ratifies results (Articles 3, 25). */
import type { PersonId } from '../kernel/ids.ts'
import type { LocalDate } from '../kernel/time.ts'
import { listHolders } from '../organization/queries.ts'
import type { Database } from '../store/database.ts'
import type { PersonTable } from '../store/schema/organization.ts'

/** Its members, the chair first, each once. */
export async function listMembers(db: Database, today: LocalDate): Promise<PersonTable[]> {
  const [chairs, members] = await Promise.all([
    listHolders(db, 'chair', '', today),
    listHolders(db, 'leading-member', '', today),
  ])
  const isChair = new Set(chairs.map((person): PersonId => person.id))
  return [...chairs, ...members.filter((person) => !isChair.has(person.id))]
}
