/** What a change of units brings to others: every card of their plans follows, and a new leader in charge is told what waits. */
import type { Notice } from '../kernel/command.ts'
import type { PersonId, SubjectId, UnitId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/time.ts'
import { countGoals } from '../planning/queries.ts'
import { findCurrentYear } from '../policy/queries.ts'
import type { Database, Statement } from '../store/database.ts'
import { enqueueNotices, enqueueUpdatesOfAll } from '../store/outbox-bulk.ts'
import { entryIn, type Organization } from './present.ts'
import type { Difference } from './roster/difference.ts'

interface MovedUnit {
  readonly unit: UnitId
  /** Who is newly in charge of it; null where nobody is, or still the same. */
  readonly leader: PersonId | null
}

/** For the batch of the roster itself; `roster` names it. */
export async function newsOfUnits(
  db: Database,
  { present, difference }: { readonly present: Organization; readonly difference: Pick<Difference, 'units'> },
  roster: string,
  at: Instant,
): Promise<Statement[]> {
  const moved = movedUnits(present, difference)
  const year = (await findCurrentYear(db))?.year
  if (year === undefined || moved.length === 0) return []
  const counts = await countGoals(
    db,
    year,
    moved.map((one) => one.unit),
  )
  const waits = new Set(counts.filter((one) => one.status === 'sent').map((one) => one.unit))
  const leaders = new Set(moved.filter((one) => waits.has(one.unit)).flatMap((one) => one.leader ?? []))
  const notices = [...leaders].map((to): Notice => reviewsOf(to, roster))
  const plans = moved.map(({ unit }): SubjectId => `plan:${year}:${unit}`)
  return [...enqueueNotices(notices, at), ...enqueueUpdatesOfAll(plans, at)]
}

const reviewsOf = (to: PersonId, roster: string): Notice => ({
  to,
  view: { name: 'plans-to-review', params: {} },
  about: null,
  key: `new-leader:${roster}:${to}`,
})

function movedUnits(present: Organization, { units }: Pick<Difference, 'units'>): MovedUnit[] {
  return units.map(({ id, events }) => {
    const { state } = entryIn(present.units, id)
    const before = state.status === 'unlisted' ? null : state.record.leader
    const after = events.flatMap((event) => ('record' in event ? [event.record.leader] : [])).at(-1) ?? null
    return { unit: id, leader: after === before ? null : after }
  })
}
