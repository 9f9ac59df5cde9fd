/** What this year's goals hold fast: a roster can neither change a ratified standard nor end what goals refer to (Articles 9, 11). Pure. */
import type { Difference } from '../difference.ts'
import type { RosterSheets } from '../sheets.ts'
import type { RosterFault } from './fault.ts'

/** Names of units by work item or priority. */
export interface Held {
  readonly ratified: ReadonlyMap<string, readonly string[]>
  readonly used: ReadonlyMap<string, readonly string[]>
  readonly served: ReadonlyMap<string, readonly string[]>
}

export function heldFaults(
  sheets: RosterSheets,
  difference: Pick<Difference, 'workItems' | 'priorities'>,
  held: Held,
): RosterFault[] {
  const items = difference.workItems.flatMap(({ id, events }) => {
    const ends = events.some((event) => event.type === 'work-item.ended')
    return ends ? usedFaults(id, held) : ratifiedFaults(id, sheets, held)
  })
  const priorities = difference.priorities.flatMap(({ id, events }) =>
    events.some((event) => event.type === 'priority.ended') ? servedFaults(id, held) : [],
  )
  return [...priorities, ...items]
}

function ratifiedFaults(id: string, sheets: RosterSheets, { ratified }: Held): RosterFault[] {
  const units = ratified.get(id)
  if (!units) return []
  const row = sheets.workItems?.rows.find(({ cells }) => (cells.name ?? '').trim() === id)?.row ?? null
  const problem = { code: 'ratified-standard', units } as const
  return [{ sheet: 'workItems', row, column: 'standard', value: id, problem }]
}

function usedFaults(id: string, { used }: Held): RosterFault[] {
  const units = used.get(id)
  const problem = { code: 'used-item', units: units ?? [] } as const
  return units ? [{ sheet: 'workItems', row: null, column: 'name', value: id, problem }] : []
}

function servedFaults(id: string, { served }: Held): RosterFault[] {
  const units = served.get(id)
  const problem = { code: 'served-priority', units: units ?? [] } as const
  return units ? [{ sheet: 'priorities', row: null, column: 'id', value: id, problem }] : []
}
