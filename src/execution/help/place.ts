/** The unit that asks for help, those who can be asked for it on that day, and the people behind a holder. */
import type { PersonId, UnitId } from '../../kernel/ids.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { findGroupOf, findPerson, findUnit, listHolders } from '../../organization/queries.ts'
import type { Database } from '../../store/database.ts'
import type { PersonTable } from '../../store/schema/organization.ts'
import { type AskingUnit, type Holder, type Named, OFFICE } from './rules/holder.ts'

/** A group in which nobody can answer on that day is as good as none. */
export async function loadAskingUnit(
  db: Database,
  unit: UnitId,
  today: LocalDate,
): Promise<(AskingUnit & { readonly name: string }) | undefined> {
  const [row, group] = await Promise.all([findUnit(db, unit), findGroupOf(db, unit, 'working')])
  if (!row) return undefined
  const [leader, people] = await Promise.all([
    row.leader === null ? undefined : findPerson(db, row.leader),
    group ? peopleOf(db, { kind: 'group', id: group.id }, unit, today) : [],
  ])
  const answering: Named | null = group && people.length > 0 ? { id: group.id, name: group.name } : null
  return { unit, name: row.name, kind: row.kind, leader: leader ?? null, group: answering }
}

/** Who is told of a request: of a group its convenors, or its members where it has none; never those of the asking unit. */
export async function peopleOf(
  db: Database,
  { kind, id }: Pick<Holder, 'kind' | 'id'>,
  asking: UnitId,
  today: LocalDate,
): Promise<PersonId[]> {
  switch (kind) {
    case 'group': {
      const convenors = outside(await listHolders(db, 'working-convenor', id, today), asking)
      return convenors.length > 0
        ? convenors
        : outside(await listHolders(db, 'working-member', id, today), asking)
    }
    case 'leader': {
      const leader = (await findUnit(db, id))?.leader
      return leader ? [leader] : []
    }
    case 'office':
      return ids(await listHolders(db, 'office', OFFICE.id, today))
    case 'unit':
      return ids(await listHolders(db, 'head', id, today))
  }
}

const ids = (people: readonly PersonTable[]): PersonId[] => people.map((person) => person.id)
const outside = (people: readonly PersonTable[], unit: UnitId): PersonId[] =>
  ids(people.filter((person) => person.unit !== unit))
