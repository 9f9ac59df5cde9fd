/** The office where a deliberation is stuck: whether it may act there, and on which units it is asked to. */
import type { Acting } from '../kernel/acting.ts'
import type { PersonId, UnitId, Year } from '../kernel/ids.ts'
import type { LocalDate } from '../kernel/time.ts'
import { findActor, findUnit } from '../organization/queries.ts'
import { holds } from '../organization/rules/actor.ts'
import type { Database } from '../store/database.ts'
import { findAssessing } from './assessing.ts'
import { findAssessment, listThinSittings } from './queries.ts'
import { barFor } from './roles.ts'
import type { Member } from './rules/panel.ts'
import { isStuck } from './rules/reopen.ts'

/** Who acts, where that is somebody of the office who is not barred from the unit. */
export async function findOfficeHand(db: Database, unit: UnitId, acting: Acting): Promise<Member | null> {
  const [actor, found] = await Promise.all([findActor(db, acting), findUnit(db, unit)])
  if (!actor || !found || !holds(actor, 'office') || barFor(actor, found)) return null
  return { id: actor.id, name: actor.name }
}

export interface StuckUnit {
  readonly unit: UnitId
  readonly name: string
  readonly leader: PersonId | null
}

/** Units whose deliberation cannot come to a decision any more; those too few of whose members hold any seat are looked at. */
export async function listStuck(db: Database, year: Year, today: LocalDate): Promise<readonly StuckUnit[]> {
  const rows = await listThinSittings(db, year, today)
  const found = await Promise.all(
    rows.map(async ({ unit, leader }): Promise<StuckUnit[]> => {
      const [facts, state] = await Promise.all([
        findAssessing(db, year, unit, today),
        findAssessment(db, year, unit),
      ])
      const stuck = facts?.panel && state.status === 'deliberating' && isStuck(state, facts.panel)
      return stuck ? [{ unit, leader, name: facts.unitName }] : []
    }),
  )
  return found.flat()
}
