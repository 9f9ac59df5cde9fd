/** Table `adjustment`, equal to the state. */
import type { RowFacts } from '../../kernel/subject.ts'
import type { Statement } from '../../store/database.ts'
import { prepared, type RowOf } from '../../store/prepared.ts'
import type { AdjustmentTable } from '../../store/schema/planning.ts'
import { type AdjustmentEvent, type AdjustmentState, type Asked, votedGoal } from './rules/adjustment.ts'

export function rowsOfAdjustment(facts: RowFacts<AdjustmentState, AdjustmentEvent>): Statement[] {
  const { subject, after, events } = facts
  if (after.status === 'none') return []
  const [, year = '', ...rest] = subject.split(':')
  const place = { id: subject, year: Number(year), unit: rest.slice(0, -1).join(':') }
  const last = events.at(-1)
  return [
    upsert({
      ...place,
      number: Number(rest.at(-1)),
      ...rowOf(after),
      goal: last?.type === 'adjustment.ratified' ? last.goal : goalOf(after),
      moved_at: last?.act.at ?? after.asked.at,
    }),
  ]
}

const goalOf = ({ request }: Asked): string | null => (request.kind === 'add' ? null : request.goal)

function rowOf(state: Asked) {
  const { side, status, request, asked, returns, votes } = state
  return {
    ...{ side, status, kind: request.kind },
    title: votedGoal(request).content.title,
    opened: state.opened ?? null,
    asked_by: asked.by,
    remark: status === 'returned' ? (returns.at(-1)?.comment ?? '') : '',
    answered: JSON.stringify(status === 'reviewed' ? votes.map((vote) => vote.act.by) : []),
  }
}

const upsert = prepared((db, p: RowOf<AdjustmentTable>) =>
  db
    .insertInto('adjustment')
    .values({
      id: p.id,
      year: p.year,
      unit: p.unit,
      number: p.number,
      kind: p.kind,
      goal: p.goal,
      title: p.title,
      opened: p.opened,
      side: p.side,
      status: p.status,
      asked_by: p.asked_by,
      remark: p.remark,
      answered: p.answered,
      moved_at: p.moved_at,
    })
    .onConflict((on) =>
      on.column('id').doUpdateSet((row) => ({
        goal: row.ref('excluded.goal'),
        title: row.ref('excluded.title'),
        status: row.ref('excluded.status'),
        remark: row.ref('excluded.remark'),
        answered: row.ref('excluded.answered'),
        moved_at: row.ref('excluded.moved_at'),
      })),
    ),
)
