import { sql } from 'kysely'
import { never } from '../kernel/decision.ts'
import type { RowFacts } from '../kernel/subject.ts'
import type { Statement } from '../store/database.ts'
import { prepared } from '../store/prepared.ts'
import type { Phase } from '../store/schema/policy.ts'
import type { YearEvent, YearState } from './rules/year.ts'

const endOthers = prepared((db, p: { year: number }) =>
  db.updateTable('year').set({ current: 0 }).where('year', '<>', p.year),
)

const upsertYear = prepared((db, p: { year: number; phase: Phase }) =>
  db
    .insertInto('year')
    .values({ year: p.year, phase: p.phase, current: 1 })
    .onConflict((on) => on.column('year').doUpdateSet((row) => ({ phase: row.ref('excluded.phase') }))),
)

const upsertCoefficient = prepared(
  (db, p: { year: number; unit: string; key: number; special: number; routine: number }) =>
    db
      .insertInto('coefficient')
      .values({ year: p.year, unit: p.unit, key: p.key, special: p.special, routine: p.routine })
      .onConflict((on) =>
        on.columns(['year', 'unit']).doUpdateSet((row) => ({
          key: row.ref('excluded.key'),
          special: row.ref('excluded.special'),
          routine: row.ref('excluded.routine'),
        })),
      ),
)

const upsertCoefficients = prepared(
  (_, p: { year: number; listed: string }) => sql`
  INSERT INTO coefficient (year, unit, key, special, routine)
  SELECT ${p.year}, key, value ->> 'key', value ->> 'special', value ->> 'routine' FROM json_each(${p.listed}) WHERE true
  ON CONFLICT (year, unit) DO UPDATE SET key = excluded.key, special = excluded.special, routine = excluded.routine`,
)

/** Tables `year` (the one opened last is current) and `coefficient`. */
export function rowsOfYear({ after, events }: RowFacts<YearState, YearEvent>): Statement[] {
  if (after.status === 'unopened') return []
  const { year, phase } = after
  return events.flatMap((event) => {
    switch (event.type) {
      case 'year.opened':
        return [endOthers({ year }), upsertYear({ year, phase })]
      case 'phase.entered':
        return [upsertYear({ year, phase })]
      case 'coefficients.set': {
        const { key, special, routine } = event.coefficients
        return [upsertCoefficient({ year, unit: event.unit, key, special, routine })]
      }
      case 'coefficients.listed':
        return [upsertCoefficients({ year, listed: JSON.stringify(event.coefficients) })]
      case 'phase.reopened':
      case 'phase.reclosed':
      case 'calendar.planned':
      case 'calendar.reminded':
      case 'coefficients.suggested':
      case 'ratification.chosen':
      case 'agreement.chosen':
      case 'pay.chosen':
      case 'values.chosen':
      case 'policy.confirmed':
        return []
      default:
        return never(event)
    }
  })
}
