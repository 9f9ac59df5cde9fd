import type { PersonId, UnitId } from '../kernel/ids.ts'
import type { LocalDate } from '../kernel/time.ts'
import { findUnit, listHolders } from '../organization/queries.ts'
import { type Actor, holds, isLeaderOf } from '../organization/rules/actor.ts'
import type { Database } from '../store/database.ts'
import { isOfUnit } from './roles.ts'

/** To whom a unit's score and deductions go at once (Article 22): contacts, heads and the leader in charge. */
export async function listFeedbackReaders(
  db: Database,
  unit: UnitId,
  today: LocalDate,
): Promise<readonly PersonId[]> {
  const [contacts, heads, found] = await Promise.all([
    listHolders(db, 'contact', unit, today),
    listHolders(db, 'head', unit, today),
    findUnit(db, unit),
  ])
  const ids = [...contacts, ...heads].map((one) => one.id)
  return [...new Set([...ids, ...(found?.leader ? [found.leader] : [])])]
}

/** Who may look at a unit's feedback beside its own people: the office and the leading group's chair. */
export function mayReadFeedback(actor: Actor, unit: UnitId): boolean {
  return isOfUnit(actor, unit) || isLeaderOf(actor, unit) || holds(actor, 'office') || holds(actor, 'chair')
}
