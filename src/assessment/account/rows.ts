/** The tables `unit_account` and `unit_account_goal`, kept equal to the accounts. */
import { sql } from 'kysely'
import type { Statement } from '../../store/database.ts'
import { prepared, type RowOf } from '../../store/prepared.ts'
import type { UnitAccountGoalTable, UnitAccountTable } from '../../store/schema/assessment.ts'

export const putAccount = prepared((db, p: RowOf<UnitAccountTable>) =>
  db
    .insertInto('unit_account')
    .values({
      id: p.id,
      year: p.year,
      unit: p.unit,
      status: p.status,
      revision: p.revision,
      signed_by: p.signed_by,
      signed_at: p.signed_at,
      moved_at: p.moved_at,
    })
    .onConflict((on) =>
      on.column('id').doUpdateSet((row) => ({
        status: row.ref('excluded.status'),
        revision: row.ref('excluded.revision'),
        signed_by: row.ref('excluded.signed_by'),
        signed_at: row.ref('excluded.signed_at'),
        moved_at: row.ref('excluded.moved_at'),
      })),
    ),
)

const putGoals = prepared(
  (_, p: { said: string }) => sql<never>`
  INSERT INTO unit_account_goal (account, goal, words, short, reason)
  SELECT value ->> '$.account', value ->> '$.goal', value ->> '$.words', value ->> '$.short', value ->> '$.reason'
  FROM json_each(${p.said}) WHERE true
  ON CONFLICT (account, goal) DO UPDATE SET words = excluded.words, short = excluded.short, reason = excluded.reason`,
)

export const putAccountGoals = (said: readonly UnitAccountGoalTable[]): Statement =>
  putGoals({ said: JSON.stringify(said) })
