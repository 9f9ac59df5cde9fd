/** The reopenings of a year as cards show them. */
import type { OpenReopening } from '../../../cards/reopening-list.ts'
import { sayDate, sayInstant } from '../../kernel/time.ts'
import type { Viewer } from '../../kernel/view.ts'
import { getActor, listUnitNames } from '../../organization/queries.ts'
import { holds, isLeaderOf } from '../../organization/rules/actor.ts'
import type { Database } from '../../store/database.ts'
import type { OpenYear } from '../queries.ts'

/** All for the office and the leading group; for others those of the own unit and of the units they lead. Oldest first. */
export async function loadReopenings(db: Database, open: OpenYear, viewer: Viewer): Promise<OpenReopening[]> {
  const all = Object.entries(open.reopened ?? {})
  if (all.length === 0) return []
  const actor = await getActor(db, viewer)
  const seesAll = holds(actor, 'office') || holds(actor, 'chair') || holds(actor, 'leading-member')
  const seen = all.filter(
    ([unit]) =>
      seesAll ||
      actor.unit === unit ||
      holds(actor, 'contact', unit) ||
      holds(actor, 'head', unit) ||
      isLeaderOf(actor, unit),
  )
  const names = await listUnitNames(
    db,
    seen.map(([unit]) => unit),
  )
  return seen
    .toSorted(([, one], [, other]) => (one.signed.at < other.signed.at ? -1 : 1))
    .map(([unit, { phase, reason, until, signed }]) => ({
      unit,
      name: names.get(unit) ?? unit,
      phase,
      reason,
      until: until === null ? '' : sayDate(until),
      late: until !== null && until < viewer.today,
      by: signed.name,
      at: sayInstant(signed.at),
    }))
}
