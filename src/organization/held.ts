/** Reads what this year's goals hold fast of the entries that a roster would move. */
import { listServingGoals } from '../planning/queries/priorities.ts'
import { listUsedWorkItems } from '../planning/queries/work-items.ts'
import { findCurrentYear } from '../policy/queries.ts'
import type { Database } from '../store/database.ts'
import type { Held } from './roster/check/held.ts'
import type { Difference } from './roster/difference.ts'

const NOTHING: Held = { ratified: new Map(), used: new Map(), served: new Map() }

export async function loadHeld(
  db: Database,
  { workItems, priorities }: Pick<Difference, 'workItems' | 'priorities'>,
): Promise<Held> {
  const year = (await findCurrentYear(db))?.year
  if (year === undefined || workItems.length + priorities.length === 0) return NOTHING
  const idsOf = (moved: readonly { readonly id: string }[]): string[] => moved.map((one) => one.id)
  const [uses, goals] = await Promise.all([
    listUsedWorkItems(db, year, idsOf(workItems)),
    listServingGoals(db, year, idsOf(priorities)),
  ])
  return {
    ratified: unitsBy(uses.filter((one) => one.ratified).map(({ item, unit }) => [item, unit])),
    used: unitsBy(uses.map(({ item, unit }) => [item, unit])),
    served: unitsBy(goals.map(({ priority, unit }) => [priority, unit])),
  }
}

function unitsBy(pairs: readonly (readonly [id: string, unit: string])[]): Map<string, string[]> {
  const units = new Map<string, string[]>()
  for (const [id, unit] of pairs) {
    const known = units.get(id) ?? []
    if (!known.includes(unit)) units.set(id, [...known, unit])
  }
  return units
}
