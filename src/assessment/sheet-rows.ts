/** The tables `sheet` and `sheet_finding`: that a sheet is there and what it has weighed, never what is in it. */
import { sql } from 'kysely'
import type { PersonId, UnitId, Year } from '../kernel/ids.ts'
import type { Statement } from '../store/database.ts'
import { prepared, type RowOf } from '../store/prepared.ts'
import type { SheetTable } from '../store/schema/assessment.ts'
import { type SheetState, verdictsOf } from './rules/sheet.ts'

interface Place {
  readonly year: Year
  readonly unit: UnitId
  readonly member: PersonId
}

const put = prepared((db, p: RowOf<SheetTable>) =>
  db
    .insertInto('sheet')
    .values({
      year: p.year,
      unit: p.unit,
      member: p.member,
      status: p.status,
      account: p.account,
      sent_at: p.sent_at,
    })
    .onConflict((on) =>
      on.columns(['year', 'unit', 'member']).doUpdateSet((row) => ({
        status: row.ref('excluded.status'),
        account: row.ref('excluded.account'),
        sent_at: row.ref('excluded.sent_at'),
      })),
    ),
)

const weigh = prepared(
  (_, p: { year: number; unit: string; member: string; findings: string }) => sql<never>`
  INSERT INTO sheet_finding (year, unit, member, finding)
  SELECT ${p.year}, ${p.unit}, ${p.member}, CAST(value AS INTEGER) FROM json_each(${p.findings}) WHERE true
  ON CONFLICT DO NOTHING`,
)

/** The findings first: a sheet that is sent must have weighed them. */
export function putSheet(at: Place, state: SheetState): readonly Statement[] {
  if (state.status === 'empty') return []
  const findings = Object.keys(verdictsOf(state))
  const gone = state.status === 'sent' || state.status === 'closed' ? state : null
  return [
    ...(findings.length === 0 ? [] : [weigh({ ...at, findings: JSON.stringify(findings) })]),
    put({ ...at, status: state.status, account: gone?.account ?? null, sent_at: gone?.at ?? null }),
  ]
}
