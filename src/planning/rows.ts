/** Tables `plan` and `goal`, equal to the state: only what changed is written. */
import type { RowFacts } from '../kernel/subject.ts'
import type { Instant, LocalDate } from '../kernel/time.ts'
import type { Statement } from '../store/database.ts'
import { prepared } from '../store/prepared.ts'
import type { Drafter, GoalStatus, GoalType, PlanStatus } from '../store/schema/planning.ts'
import { measureText } from './measure.ts'
import { type Goal, isException } from './rules/goal.ts'
import type { PlanEvent, PlanState } from './rules/plan.ts'

export function rowsOfPlan(facts: RowFacts<PlanState, PlanEvent>): Statement[] {
  const { subject, before, after, events } = facts
  const [, year = '', ...unit] = subject.split(':')
  const plan = { plan: subject, year: Number(year), unit: unit.join(':') }
  const changed = after.goals.filter((goal) => !before.goals.includes(goal))
  const removed = before.goals.filter((goal) => !after.goals.some((one) => one.id === goal.id))
  return [
    upsertPlan({
      id: subject,
      year: plan.year,
      unit: plan.unit,
      status: after.status,
      sentParts: JSON.stringify(after.sent.map((part) => part.drafter)),
      at: events.at(-1)?.act.at ?? null,
    }),
    ...removed.map((goal) => deleteGoal({ id: goal.id })),
    ...changed.map((goal) => upsertGoal(goalRow(plan, goal))),
  ]
}

const upsertPlan = prepared(
  (
    db,
    p: {
      id: string
      year: number
      unit: string
      status: PlanStatus
      sentParts: string
      at: Instant | null
    },
  ) =>
    db
      .insertInto('plan')
      .values({
        id: p.id,
        year: p.year,
        unit: p.unit,
        status: p.status,
        sent_parts: p.sentParts,
        moved_at: p.at,
      })
      .onConflict((on) =>
        on.column('id').doUpdateSet((row) => ({
          status: row.ref('excluded.status'),
          sent_parts: row.ref('excluded.sent_parts'),
          moved_at: row.ref('excluded.moved_at'),
        })),
      ),
)

const deleteGoal = prepared((db, p: { id: string }) => db.deleteFrom('goal').where('id', '=', p.id))

// A type, not an interface: its values are bound by name.
type GoalRow = {
  id: string
  plan: string
  year: number
  unit: string
  type: GoalType
  number: number
  status: GoalStatus
  drafter: Drafter
  title: string
  content: string
  measure: string
  criterion: string
  dueOn: LocalDate | null
  weight: number
  workItem: string | null
  exception: 0 | 1
  remark: string
}

function goalRow(plan: { plan: string; year: number; unit: string }, goal: Goal): GoalRow {
  const { id, number, status, drafter, content } = goal
  const { type, title, dueOn, weight } = content
  const ratified = status === 'ratified' || status === 'in-force'
  return {
    ...plan,
    ...{ id, number, status, drafter, type, title, dueOn, weight },
    content: content.content,
    measure: measureText(content.measure),
    criterion: ratified ? goal.criterion : content.type === 'routine' ? '' : content.criterion,
    workItem: content.type === 'routine' ? content.workItem : null,
    exception: isException(content) ? 1 : 0,
    remark: status === 'returned' ? (goal.returns.at(-1)?.comment ?? '') : '',
  }
}

const upsertGoal = prepared((db, p: GoalRow) =>
  db
    .insertInto('goal')
    .values({
      id: p.id,
      plan: p.plan,
      year: p.year,
      unit: p.unit,
      type: p.type,
      number: p.number,
      status: p.status,
      drafter: p.drafter,
      title: p.title,
      content: p.content,
      measure: p.measure,
      criterion: p.criterion,
      due_on: p.dueOn,
      weight: p.weight,
      work_item: p.workItem,
      exception: p.exception,
      remark: p.remark,
    })
    .onConflict((on) =>
      on.column('id').doUpdateSet((row) => ({
        status: row.ref('excluded.status'),
        title: row.ref('excluded.title'),
        content: row.ref('excluded.content'),
        measure: row.ref('excluded.measure'),
        criterion: row.ref('excluded.criterion'),
        due_on: row.ref('excluded.due_on'),
        weight: row.ref('excluded.weight'),
        work_item: row.ref('excluded.work_item'),
        exception: row.ref('excluded.exception'),
        remark: row.ref('excluded.remark'),
      })),
    ),
)
