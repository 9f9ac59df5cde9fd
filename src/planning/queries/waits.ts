/** Who is waited for while goals are set, as other chapters see it. */
import type { UnitId } from '../../kernel/ids.ts'
import type { LocalDate } from '../../kernel/time.ts'
import type { OpenYear } from '../../policy/queries.ts'
import type { Database } from '../../store/database.ts'
import { loadProgress, type PeopledWait } from '../overview/progress.ts'

export interface PlanWait extends PeopledWait {
  readonly unit: UnitId
  readonly unitName: string
}

/** All that the units' plans wait for on that day, by unit. */
export async function listPlanWaits(
  db: Database,
  open: Pick<OpenYear, 'year' | 'policy' | 'phase' | 'reopened'>,
  today: LocalDate,
): Promise<PlanWait[]> {
  const units = await loadProgress(db, open, today)
  return units.flatMap(({ unit, name, waits }) => waits.map((wait) => ({ ...wait, unit, unitName: name })))
}
