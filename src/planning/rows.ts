/** Tables `plan` and `goal`, equal to the state: only what changed is written. */
import { sql } from 'kysely'
import type { GoalId, PersonId } from '../kernel/ids.ts'
import type { RowFacts } from '../kernel/subject.ts'
import type { Instant, LocalDate } from '../kernel/time.ts'
import type { Statement } from '../store/database.ts'
import { prepared } from '../store/prepared.ts'
import type { Drafter, GoalStatus, GoalType, PlanStatus } from '../store/schema/planning.ts'
import { adjustedText } from './adjusted-text.ts'
import { measureText } from './measure.ts'
import { standingOf } from './overview/rules/standing.ts'
import { type Goal, isMarked } from './rules/goal.ts'
import type { PlanEvent, PlanState } from './rules/plan.ts'
import { answeredAll } from './rules/quorum.ts'

export function rowsOfPlan(facts: RowFacts<PlanState, PlanEvent>): Statement[] {
  const { subject, before, after, events } = facts
  const [, year = '', ...unit] = subject.split(':')
  const plan = { plan: subject, year: Number(year), unit: unit.join(':') }
  const changed = after.goals.filter((goal) => !before.goals.includes(goal))
  const moved = new Set(after.left?.flatMap((one) => (one.to ? [one.goal] : [])))
  const removed = before.goals.filter(
    (goal) => !moved.has(goal.id) && !after.goals.some((one) => one.id === goal.id),
  )
  return [
    upsertPlan({
      id: subject,
      year: plan.year,
      unit: plan.unit,
      status: after.status,
      sentParts: JSON.stringify(after.sent.map((part) => part.drafter)),
      goalStages: JSON.stringify(standingOf(after.goals)),
      answered: JSON.stringify(answeredAll(waitingIds(after), after.votes)),
      at: events.at(-1)?.act.at ?? null,
    }),
    ...removed.map((goal) => deleteGoal({ id: goal.id })),
    ...inBulk(changed.map((goal) => goalRow(plan, goal))),
  ]
}

const waitingIds = ({ goals }: PlanState): GoalId[] =>
  goals.filter((goal) => goal.status === 'passed').map((goal) => goal.id)

const upsertPlan = prepared(
  (
    db,
    p: {
      id: string
      year: number
      unit: string
      status: PlanStatus
      sentParts: string
      answered: string
      goalStages: string
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
        answered: p.answered,
        goal_stages: p.goalStages,
        moved_at: p.at,
      })
      .onConflict((on) =>
        on.column('id').doUpdateSet((row) => ({
          status: row.ref('excluded.status'),
          sent_parts: row.ref('excluded.sent_parts'),
          answered: row.ref('excluded.answered'),
          goal_stages: row.ref('excluded.goal_stages'),
          moved_at: row.ref('excluded.moved_at'),
        })),
      ),
)

const deleteGoal = prepared((db, p: { id: string }) => db.deleteFrom('goal').where('id', '=', p.id))

interface GoalRow {
  readonly id: string
  readonly plan: string
  readonly year: number
  readonly unit: string
  readonly type: GoalType
  readonly number: number
  readonly status: GoalStatus
  readonly drafter: Drafter
  readonly title: string
  readonly content: string
  readonly measure: string
  readonly criterion: string
  readonly dueOn: LocalDate | null
  readonly weight: number
  readonly workItem: string | null
  readonly priority: string | null
  readonly budget: number | null
  readonly exception: 0 | 1
  readonly remark: string
  readonly assignedBy: PersonId | null
  readonly adjusted: string
}

function goalRow(plan: { plan: string; year: number; unit: string }, goal: Goal): GoalRow {
  const { id, number, status, drafter, content } = goal
  const { type, title, dueOn, weight, budget } = content
  const ratified = status === 'ratified' || status === 'in-force' || status === 'cancelled'
  return {
    ...plan,
    ...{ id, number, status, drafter, type, title, dueOn, weight, budget },
    content: content.content,
    measure: measureText(content.measure),
    criterion: ratified ? goal.criterion : content.type === 'routine' ? '' : content.criterion,
    workItem: content.type === 'routine' ? content.workItem : null,
    priority: content.type === 'key' ? content.priority : null,
    exception: isMarked(goal) ? 1 : 0,
    remark: status === 'returned' ? (goal.returns.at(-1)?.comment ?? '') : '',
    assignedBy: goal.assigned?.act.by ?? null,
    adjusted: adjustedText(goal),
  }
}

/** Rows in one statement: keeps a bound document far below D1's 2 MB. */
const AT_ONCE = 100

function inBulk(rows: readonly GoalRow[]): Statement[] {
  const statements: Statement[] = []
  for (let from = 0; from < rows.length; from += AT_ONCE)
    statements.push(upsertGoals({ rows: JSON.stringify(rows.slice(from, from + AT_ONCE)) }))
  return statements
}

const upsertGoals = prepared(
  (_, p: { rows: string }) => sql<never>`
  INSERT INTO goal (id, plan, year, unit, type, number, status, drafter, title, content, measure, criterion, due_on, weight,
    work_item, priority, budget, exception, remark, assigned_by, adjusted)
  SELECT value ->> '$.id', value ->> '$.plan', value ->> '$.year', value ->> '$.unit', value ->> '$.type',
    value ->> '$.number', value ->> '$.status', value ->> '$.drafter', value ->> '$.title', value ->> '$.content',
    value ->> '$.measure', value ->> '$.criterion', value ->> '$.dueOn', value ->> '$.weight', value ->> '$.workItem',
    value ->> '$.priority', value ->> '$.budget', value ->> '$.exception', value ->> '$.remark', value ->> '$.assignedBy',
    value ->> '$.adjusted'
  FROM json_each(${p.rows}) WHERE true
  ON CONFLICT (id) DO UPDATE SET plan = excluded.plan, unit = excluded.unit, number = excluded.number,
    drafter = excluded.drafter, status = excluded.status, title = excluded.title, content = excluded.content,
    measure = excluded.measure, criterion = excluded.criterion, due_on = excluded.due_on, weight = excluded.weight,
    work_item = excluded.work_item, priority = excluded.priority, budget = excluded.budget,
    exception = excluded.exception, remark = excluded.remark, adjusted = excluded.adjusted`,
)
