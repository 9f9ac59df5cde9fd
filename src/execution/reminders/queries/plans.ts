/** Plans on their way to being in force (rulebook 3), once the office has said by when. */
import type { UnitId } from '../../../kernel/ids.ts'
import { listPlanWaits, type PlanWait } from '../../../planning/queries/waits.ts'
import { isAnyIn } from '../../../policy/rules/reopening.ts'
import type { Database } from '../../../store/database.ts'
import type { Role } from '../../../store/schema/organization.ts'
import { findPlanDeadline } from '../queries.ts'
import type { Matter, Reminded, ReminderDuty } from '../rules/matter.ts'
import { above, type Reach, type Scene } from '../scene.ts'

export async function planMatters(db: Database, scene: Scene, reach: Reach): Promise<Matter[]> {
  const { open, today, seats } = scene
  if (!isAnyIn(open, 'setting') || !mayConcern(reach)) return []
  const deadline = await findPlanDeadline(db, open.year)
  const waits = await listPlanWaits(db, open, today)
  return waits.flatMap((wait) => {
    const { unit, unitName, task, types, goals } = wait
    const dueOn = open.reopened?.[unit]?.until ?? deadline
    if (dueOn === undefined) return []
    // Where nobody is appointed, the office sees it in its overview; there is nobody to remind.
    if (task === 'appoint-leader' || task === 'appoint-group') return []
    const part = types.length > 0 ? types.join('+') : task
    const people = wait.people.map(({ id, name, role }) => ({ id, name, duty: dutyOf(role, unit) }))
    return [
      {
        ...{
          kind: 'plan',
          key: `plan:${open.year}:${unit}:${part}`,
          unit,
          unitName,
          dueOn,
          task,
          goals,
          types,
        },
        chain: [{ level: 'own', people: people satisfies Reminded[] }, ...above(seats, unit)],
      },
    ]
  })
}

/** Most people have no seat in planning, and all units are read at once. */
const mayConcern = (reach: Reach): boolean => {
  if (reach.all || reach.leading || reach.above === null) return true
  return reach.own.length + reach.above.length + reach.groups.length > 0
}

/** A group's number is not known here: there any of its seats will do. */
function dutyOf(role: PlanWait['people'][number]['role'], unit: UnitId): ReminderDuty {
  const ofUnit: readonly (Role | 'leader')[] = ['contact', 'head', 'leader']
  return ofUnit.includes(role) ? { role, scope: unit } : { role }
}
