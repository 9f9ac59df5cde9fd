import type { Year } from '../../kernel/ids.ts'
import { foldSubject, type SubjectChange } from '../../kernel/subject.ts'
import { findYear } from '../../policy/queries.ts'
import type { Signed } from '../../policy/rules/signed.ts'
import type { Database } from '../../store/database.ts'
import type { GateEvent } from '../rules/gate.ts'
import { gateId, gateSubject } from '../subjects.ts'

/** Every gate area of the year as it is when the results are ratified. */
export async function closeGates(db: Database, year: Year, signed: Signed): Promise<SubjectChange[]> {
  const areas = (await findYear(db, year))?.policy.gateAreas ?? []
  const closing: GateEvent = { type: 'gate.closed', signed }
  return Promise.all(
    areas.map(async ({ key }) => {
      const subject = gateId(year, key)
      return gateSubject.change(subject, await foldSubject(db, gateSubject, subject), [closing])
    }),
  )
}
