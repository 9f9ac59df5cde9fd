/** Who waited for coefficients is told the score that they complete (Article 22). */
import { findAssessment, listFeedbackReaders } from '../../assessment/queries.ts'
import type { Meta, Notice } from '../../kernel/command.ts'
import type { PersonId, SubjectId, UnitId, Year } from '../../kernel/ids.ts'
import type { Database } from '../../store/database.ts'
import { listWaiting } from './list.ts'

export const assessmentOf = (year: Year, unit: UnitId): SubjectId => `assessment:${year}:${unit}`

export interface Waiting {
  readonly unit: UnitId
  readonly readers: readonly PersonId[]
}

/** Of one unit; empty where its assessment is not decided. */
export async function waitingUnit(
  db: Database,
  year: Year,
  unit: UnitId,
  { today }: Meta,
): Promise<readonly Waiting[]> {
  const { status } = await findAssessment(db, year, unit)
  return status === 'decided' ? [{ unit, readers: await listFeedbackReaders(db, unit, today) }] : []
}

export async function waitingUnits(
  db: Database,
  year: Year,
  units: ReadonlySet<UnitId>,
  { today }: Meta,
): Promise<readonly Waiting[]> {
  const waiting = await listWaiting(db, year, units)
  return Promise.all(
    waiting.map(async (unit) => ({ unit, readers: await listFeedbackReaders(db, unit, today) })),
  )
}

export function completedNotices(year: Year, waiting: readonly Waiting[], version: number): Notice[] {
  return waiting.flatMap(({ unit, readers }) =>
    readers.map((to) => ({
      to,
      view: { name: 'feedback', params: { year, unit } },
      about: assessmentOf(year, unit),
      key: `final-score:${year}:${unit}:${version}:${to}`,
    })),
  )
}
