import { sql } from 'kysely'
import type { LocalDate } from '../../kernel/time.ts'
import type { Statement } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'
import type { Role } from '../../store/schema/organization.ts'

const told = prepared(
  (_, p: { rows: string; what: string }) => sql<never>`
  INSERT INTO role_told (person, role, scope, to_on, what)
  SELECT value ->> '$.person', value ->> '$.role', value ->> '$.scope', value ->> '$.to', ${p.what}
  FROM json_each(${p.rows}) WHERE true ON CONFLICT DO NOTHING`,
)

/** Remembers that it was told when these roles end, so that the clock does not say it again. */
export function rolesTold(
  rows: readonly {
    readonly person: string
    readonly role: Role
    readonly scope: string
    readonly to: LocalDate
  }[],
  what: 'soon' | 'day',
): Statement[] {
  return rows.length === 0 ? [] : [told({ rows: JSON.stringify(rows), what })]
}
