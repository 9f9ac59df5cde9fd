import { sql } from 'kysely'
import type { PersonId } from '../../kernel/ids.ts'
import type { Instant, LocalDate } from '../../kernel/time.ts'
import type { Statement } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'

export interface Moved {
  /** Roles and units in charge, as said. */
  readonly roles: readonly string[]
  readonly works: readonly { readonly what: string; readonly items: readonly string[] }[]
  /** How many delegations ended. */
  readonly delegations: number
}

const insert = prepared(
  (
    _,
    p: {
      number: number
      leaver: string
      successor: string
      leaves: number
      moved: string
      kept: string
      by: string
      at: string
    },
  ) => sql<never>`
  INSERT INTO replacement (number, leaver, successor, leaves, moved, kept, by_name, at)
  VALUES (${p.number}, ${p.leaver}, ${p.successor}, ${p.leaves}, ${p.moved}, ${p.kept}, ${p.by}, ${p.at})`,
)

/** `number`: the version of the organization. */
export function insertReplacement(one: {
  readonly number: number
  readonly leaver: PersonId
  readonly successor: PersonId
  readonly leaves: boolean
  readonly moved: Moved
  readonly kept: readonly string[]
  readonly by: string
  readonly at: Instant
}): Statement {
  const { moved, kept, leaves, ...rest } = one
  const documents = { moved: JSON.stringify(moved), kept: JSON.stringify(kept) }
  return insert({ ...rest, ...documents, leaves: leaves ? 1 : 0 })
}

const departed = prepared(
  (_, p: { person: string; on: string; at: string }) =>
    sql<never>`INSERT INTO departure (person, on_day, at) VALUES (${p.person}, ${p.on}, ${p.at})`,
)

/** Last in the batch: the table takes nobody who still has a role, a unit or a task. */
export const insertDeparture = (person: PersonId, on: LocalDate, at: Instant): Statement =>
  departed({ person, on, at })
