/** Who somebody is, and who is meant by words. */
import { sql } from 'kysely'
import type { PersonId } from '../../../kernel/ids.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import { type Database, first } from '../../../store/database.ts'
import { prepared } from '../../../store/prepared.ts'
import type { PersonTable } from '../../../store/schema/organization.ts'

export interface KnownPerson extends PersonTable {
  readonly ended_on: LocalDate | null
  readonly unitName: string
  /** Whether a platform knows the person. */
  readonly reached: 0 | 1
}

const known = sql`
  SELECT person.*, coalesce(unit.name, '') AS unitName,
    EXISTS (SELECT 1 FROM account WHERE account.person = person.id) AS reached
  FROM person LEFT JOIN unit ON unit.id = person.unit`

const knownById = prepared((_, p: { id: string }) => sql<KnownPerson>`${known} WHERE person.id = ${p.id}`)

export async function findKnown(db: Database, id: PersonId): Promise<KnownPerson | undefined> {
  return first(db, knownById({ id }))
}

const MOST_FOUND = 20

const knownBy = prepared(
  (_, p: { exact: string; part: string }) => sql<KnownPerson>`
  ${known} WHERE person.id = ${p.exact} OR replace(person.name, ' ', '') = replace(${p.exact}, ' ', '')
    OR (${p.part} <> '' AND instr(person.name, ${p.part}) > 0)
  ORDER BY person.id <> ${p.exact}, replace(person.name, ' ', '') <> replace(${p.exact}, ' ', ''),
    person.ended_on IS NOT NULL, instr(person.name, ${p.part}) <> 1, person.name, person.id LIMIT ${MOST_FOUND}`,
)

/** Forms of address after a name. */
const ADDRESS = /(老师|教授|主任|院长|处长|部长|校长|书记|同志)$/

/** Those whom the words can mean, the likeliest first: a number, a full name, a part of a name; who has left comes last. */
export async function listCalled(db: Database, typed: string): Promise<readonly KnownPerson[]> {
  const exact = typed.trim()
  const part = exact.replace(ADDRESS, '')
  if (exact === '') return []
  const found = await db.all(knownBy({ exact, part }))
  const [one] = found
  if (one?.id === exact) return [one]
  const bare = (name: string): string => name.replaceAll(' ', '')
  const named = found.filter(({ name }) => [bare(exact), bare(part)].includes(bare(name)))
  if (named.length > 0) return named
  // 王老师: those of that family name.
  const called = part === exact ? [] : found.filter(({ name }) => name.startsWith(part))
  return called.length > 0 ? called : found
}
