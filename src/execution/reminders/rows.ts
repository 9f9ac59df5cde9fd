import { sql } from 'kysely'
import type { Year } from '../../kernel/ids.ts'
import type { LocalDate } from '../../kernel/time.ts'
import type { Statement } from '../../store/database.ts'
import { prepared, type RowOf } from '../../store/prepared.ts'
import type { SnoozeTable } from '../../store/schema/reminders.ts'
import type { NewStep } from './rules/escalation.ts'

const insertAll = prepared(
  (_, p: { steps: string; year: number }) => sql<never>`
  INSERT INTO escalation (matter, due_on, step, level, year, people, on_day)
  SELECT value ->> '$.matter', value ->> '$.dueOn', value ->> '$.step', value ->> '$.level', ${p.year},
    value ->> '$.people', value ->> '$.on'
  FROM json_each(${p.steps})`,
)

export const insertSteps = (year: Year, steps: readonly NewStep[]): Statement =>
  insertAll({ year, steps: JSON.stringify(steps) })

const upsert = prepared((db, p: RowOf<SnoozeTable>) =>
  db
    .insertInto('snooze')
    .values({ person: p.person, matter: p.matter, until_on: p.until_on })
    .onConflict((on) =>
      on.columns(['person', 'matter']).doUpdateSet((row) => ({ until_on: row.ref('excluded.until_on') })),
    ),
)

export const upsertSnooze = (row: SnoozeTable): Statement => upsert({ ...row })

const drop = prepared((db, p: { person: string; matter: string }) =>
  db.deleteFrom('snooze').where('person', '=', p.person).where('matter', '=', p.matter),
)

export const dropSnooze = (person: string, matter: string): Statement => drop({ person, matter })

const setDeadline = prepared((db, p: { year: number; dueOn: LocalDate }) =>
  db
    .insertInto('plan_deadline')
    .values({ year: p.year, due_on: p.dueOn })
    .onConflict((on) => on.column('year').doUpdateSet((row) => ({ due_on: row.ref('excluded.due_on') }))),
)

export const upsertDeadline = (year: Year, dueOn: LocalDate): Statement => setDeadline({ year, dueOn })
