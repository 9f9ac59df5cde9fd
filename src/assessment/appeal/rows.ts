/** Table `appeal`, kept equal to the subjects. */
import type { RowFacts } from '../../kernel/subject.ts'
import type { Statement } from '../../store/database.ts'
import { prepared, type RowOf } from '../../store/prepared.ts'
import type { AppealTable } from '../../store/schema/assessment.ts'
import { type AppealEvent, type AppealState, awaited, liveRound } from './rules/appeal.ts'
import { lastMove } from './rules/hearing.ts'

const upsert = prepared((db, p: RowOf<AppealTable>) =>
  db
    .insertInto('appeal')
    .values({
      year: p.year,
      unit: p.unit,
      number: p.number,
      status: p.status,
      items: p.items,
      heard_by: p.heard_by,
      outcome: p.outcome,
      sent_at: p.sent_at,
      moved_at: p.moved_at,
      awaited: p.awaited,
    })
    .onConflict((on) =>
      on.columns(['year', 'unit', 'number']).doUpdateSet((row) => ({
        status: row.ref('excluded.status'),
        items: row.ref('excluded.items'),
        heard_by: row.ref('excluded.heard_by'),
        outcome: row.ref('excluded.outcome'),
        sent_at: row.ref('excluded.sent_at'),
        moved_at: row.ref('excluded.moved_at'),
        awaited: row.ref('excluded.awaited'),
      })),
    ),
)

export function rowsOfAppeal({ after }: RowFacts<AppealState, AppealEvent>): Statement[] {
  if (after.status === 'none') return []
  const { year, unit, number, status, items } = after
  const round = liveRound(after)
  const decided = after.status === 'decided' ? after : undefined
  return [
    upsert({
      ...{ year, unit, number, status, items: items.length },
      heard_by: decided?.by ?? null,
      outcome: decided?.outcome ?? null,
      sent_at: 'sent' in after ? (after.sent?.at ?? null) : null,
      moved_at: movedAt(after),
      awaited: round ? JSON.stringify(awaited(round, round.present).map((one) => one.id)) : null,
    }),
  ]
}

/** Since when it waits for whom it waits: within the group, since the last word that passed it on. */
function movedAt(state: Exclude<AppealState, { readonly status: 'none' }>) {
  if (state.status !== 'with-group') return lastMove(state).at
  const last = state.rounds.at(-1)
  return last?.objections.at(-1)?.at ?? last?.at ?? lastMove(state).at
}
