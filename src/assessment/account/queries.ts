/** Units' own accounts, as the other parts of the assessment see them. */
import { sql } from 'kysely'
import type { PersonId, UnitId, Year } from '../../kernel/ids.ts'
import { foldSubject } from '../../kernel/subject.ts'
import type { Instant } from '../../kernel/time.ts'
import { type Database, first } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'
import type { AccountState } from './rules/account.ts'
import { accountId, accountSubject } from './subject.ts'

/** What a unit states of its year; `none` where it has stated nothing. */
export async function findAccount(db: Database, year: Year, unit: UnitId): Promise<AccountState> {
  return (await foldSubject(db, accountSubject, accountId(year, unit))).state
}

const sent = prepared(
  (_, p: { year: number; unit: string }) => sql<{ member: PersonId; account: number | null }>`
  SELECT member, account FROM sheet
  WHERE year = ${p.year} AND unit = ${p.unit} AND status IN ('sent', 'closed') ORDER BY member`,
)

/** Who has sent a sheet on the unit, and on which revision of its account. */
export async function listSenders(
  db: Database,
  year: Year,
  unit: UnitId,
): Promise<readonly { readonly member: PersonId; readonly account: number | null }[]> {
  return db.all(sent({ year, unit }))
}

/** How far a unit is with its account. */
export interface AccountStanding {
  readonly unit: UnitId
  readonly name: string
  readonly status: 'none' | 'draft' | 'signed'
  readonly goals: number
  /** Goals of which something is stated. */
  readonly stated: number
  readonly signed_at: Instant | null
  /** How many assessors have sent a sheet. */
  readonly sheets: number
  /** Whether the group deliberates, or has decided. */
  readonly deliberated: 0 | 1
}

const standings = prepared(
  (_, p: { year: number; units: string }) => sql<AccountStanding>`
  SELECT unit.id AS unit, unit.name, coalesce(unit_account.status, 'none') AS status, unit_account.signed_at,
    (SELECT count(*) FROM goal WHERE goal.year = ${p.year} AND goal.unit = unit.id AND goal.status = 'in-force') AS goals,
    (SELECT count(*) FROM unit_account_goal JOIN goal ON goal.id = unit_account_goal.goal AND goal.status = 'in-force'
      WHERE unit_account_goal.account = unit_account.id AND words <> '') AS stated,
    (SELECT count(*) FROM sheet WHERE sheet.year = ${p.year} AND sheet.unit = unit.id AND status IN ('sent', 'closed')) AS sheets,
    EXISTS (SELECT 1 FROM score WHERE score.year = ${p.year} AND score.unit = unit.id AND score.status <> 'sheets') AS deliberated
  FROM unit LEFT JOIN unit_account ON unit_account.year = ${p.year} AND unit_account.unit = unit.id
  WHERE unit.active = 1 AND ('' IN (SELECT value FROM json_each(${p.units})) OR unit.id IN (SELECT value FROM json_each(${p.units})))
  ORDER BY unit.id`,
)

/** How far each of the units is, those that are late first and in the order of their numbers; all units without a list. */
export async function listAccounts(
  db: Database,
  year: Year,
  units?: readonly UnitId[],
): Promise<AccountStanding[]> {
  const rows = await db.all(standings({ year, units: JSON.stringify(units ?? ['']) }))
  const late = (one: AccountStanding): boolean => one.status !== 'signed' && one.goals > 0
  return [...rows.filter(late), ...rows.filter((one) => !late(one))]
}

const unweighed = prepared(
  (_, p: { member: string; year: number }) => sql<{ unit: UnitId; open: number }>`
  SELECT sheet.unit, count(*) AS open FROM sheet
  JOIN finding ON finding.unit = sheet.unit AND finding.year = sheet.year AND kind <> 'good' AND finding.status <> 'withdrawn'
  WHERE sheet.member = ${p.member} AND sheet.year = ${p.year} AND sheet.status = 'sent'
    AND NOT EXISTS (SELECT 1 FROM sheet_finding AS weighed WHERE weighed.year = sheet.year AND weighed.unit = sheet.unit
      AND weighed.member = sheet.member AND weighed.finding = finding.number)
  GROUP BY sheet.unit`,
)

/** Units on which the member has sent a sheet before findings were published that it does not weigh yet, with how many. */
export async function countUnweighed(
  db: Database,
  member: PersonId,
  year: Year,
): Promise<ReadonlyMap<UnitId, number>> {
  const rows = await db.all(unweighed({ member, year }))
  return new Map(rows.map((row) => [row.unit, row.open]))
}

const signed = prepared(
  (_, p: { year: number; unit: string }) => sql<{ revision: number }>`
  SELECT revision FROM unit_account WHERE year = ${p.year} AND unit = ${p.unit} AND status = 'signed'`,
)

/** Revision of the account that the unit has signed; null where it has signed none. */
export async function findSignedRevision(db: Database, year: Year, unit: UnitId): Promise<number | null> {
  return (await first(db, signed({ year, unit })))?.revision ?? null
}
