/** Goals in force before and after their due dates, and those of which nobody has heard for long. */
import { sql } from 'kysely'
import type { GoalId, UnitId } from '../../../kernel/ids.ts'
import { type LocalDate, plusDays } from '../../../kernel/time.ts'
import { isAnyIn, phaseFor } from '../../../policy/rules/reopening.ts'
import type { Database } from '../../../store/database.ts'
import { prepared } from '../../../store/prepared.ts'
import type { LightVerdict } from '../../lights/rules/light.ts'
import { lightsOf } from '../../queries/lights.ts'
import type { Matter } from '../rules/matter.ts'
import { boundReach, chainOfUnit, type Reach, type Scene } from '../scene.ts'

interface GoalRow {
  readonly id: GoalId
  readonly unit: UnitId
  readonly unit_name: string
  readonly number: number
  readonly title: string
  readonly due_on: LocalDate | null
}

/** Above the unit only what has gone up can be told: the office and the leader in charge come third and fourth. */
const inForce = prepared(
  (_, p: { year: number; all: number; every: number; own: string; above: string }) => sql<GoalRow>`
  SELECT goal.id, goal.unit, unit.name AS unit_name, goal.number, goal.title, goal.due_on
  FROM goal JOIN unit ON unit.id = goal.unit AND unit.active = 1
  WHERE goal.year = ${p.year} AND goal.status = 'in-force'
    AND (${p.all} = 1 OR goal.unit IN (SELECT value FROM json_each(${p.own}))
      OR ((${p.every} = 1 OR goal.unit IN (SELECT value FROM json_each(${p.above})))
        AND EXISTS (SELECT 1 FROM escalation WHERE step > 1 AND matter IN ('goal:' || goal.id, 'silence:' || goal.id))))
  ORDER BY goal.unit, goal.number`,
)

/** Of the units within reach; none while goals are not being realised. */
export async function goalMatters(
  db: Database,
  { open, today, seats }: Scene,
  reach: Reach,
): Promise<Matter[]> {
  if (!isAnyIn(open, 'execution')) return []
  const { all, every, own, above } = boundReach(reach)
  const found = await db.all(inForce({ year: open.year, all, every, own, above }))
  const goals = found.filter(({ unit }) => phaseFor(open, unit) === 'execution')
  const lights = await lightsOf(
    db,
    goals.map((goal) => goal.id),
    today,
  )
  return goals.flatMap((goal) => {
    const why = lights.get(goal.id)?.why ?? []
    if (why.some(({ code }) => OVER.has(code))) return []
    const { id, unit, unit_name: unitName, number, title } = goal
    const common = { unit, unitName, goal: id, number, title, chain: chainOfUnit(seats, unit) }
    const dueOn = goal.due_on ?? `${open.year}-12-31`
    // Overdue says more than silent, and goes up by itself.
    const silences = (dueOn < today ? [] : why).flatMap((one) =>
      one.code === 'silent' ? [silent(one, today, open.policy.execution.silentDays)] : [],
    )
    return [
      { ...common, kind: 'goal', key: `goal:${id}`, dueOn },
      ...silences.map((silence) => ({ ...common, ...silence, key: `silence:${id}` })),
    ] satisfies Matter[]
  })
}

type Code = LightVerdict['why'][number]['code']

/** What asks nobody for a report: done, cancelled, or not begun. */
const OVER: ReadonlySet<Code> = new Set(['completed', 'completed-late', 'cancelled-goal', 'future-start'])

/** It fell silent so many days ago that it was heard of `days` ago. */
function silent(
  { days, ever }: { readonly days: number; readonly ever: boolean },
  today: LocalDate,
  silentDays: number,
) {
  return { kind: 'silence', ever, dueOn: plusDays(today, silentDays - 1 - days) } as const
}
