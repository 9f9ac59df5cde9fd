/** Table `help_request`, equal to the requests' states. */
import { prepared, type RowOf } from '../../store/prepared.ts'
import type { HelpTable } from '../../store/schema/help.ts'

export const upsertHelp = prepared((db, p: RowOf<HelpTable>) =>
  db
    .insertInto('help_request')
    .values({
      id: p.id,
      goal: p.goal,
      number: p.number,
      year: p.year,
      unit: p.unit,
      status: p.status,
      words: p.words,
      holder: p.holder,
      holder_name: p.holder_name,
      asked_by: p.asked_by,
      asked_name: p.asked_name,
      asked_at: p.asked_at,
      due_on: p.due_on,
      moved_at: p.moved_at,
    })
    .onConflict((on) =>
      on.column('id').doUpdateSet((row) => ({
        unit: row.ref('excluded.unit'),
        status: row.ref('excluded.status'),
        holder: row.ref('excluded.holder'),
        holder_name: row.ref('excluded.holder_name'),
        moved_at: row.ref('excluded.moved_at'),
      })),
    ),
)
