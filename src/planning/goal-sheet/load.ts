import type { Year } from '../../kernel/ids.ts'
import type { Database } from '../../store/database.ts'
import { listJournal } from '../../store/journal.ts'
import { loadPlanFacts } from '../facts.ts'
import type { Seat } from '../places.ts'
import { planId } from '../subject.ts'
import { type SheetFacts, sealedAt, sheetFacts } from './facts.ts'

/** The goal sheet of a unit; undefined while its plan is not in force. */
export async function loadSheet(db: Database, year: Year, seat: Seat): Promise<SheetFacts | undefined> {
  const subject = planId(year, seat.unit)
  const facts = await loadPlanFacts(db, year, seat.unit)
  if (facts?.state.status !== 'in-force') return undefined
  // Read after the state, so that the journal reaches its version; what is newer is left out.
  const journal = await listJournal(db, subject)
  return sheetFacts(seat, { year, subject, facts }, sealedAt(journal, facts.version))
}
