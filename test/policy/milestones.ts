/** How far a year has come, and another value for each that the policy has. */
import type { PolicyValues } from '../../src/policy/rules/policy.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'

const scoreIs = (db: SqliteDatabase, status: string, answer: string): void =>
  db.exec(
    `INSERT INTO score (year, unit, assessment, status, final, answer)
     VALUES (2026, 'XZ01', 'assessment:2026:XZ01', '${status}', NULL, ${answer})
     ON CONFLICT (year, unit) DO UPDATE SET status = excluded.status, answer = excluded.answer
     WHERE score.status <> 'decided'`,
  )

export const isAssessed = (db: SqliteDatabase): void =>
  db.exec(
    `INSERT OR IGNORE INTO score (year, unit, assessment, status, final, answer)
     VALUES (2026, 'XZ01', 'assessment:2026:XZ01', 'sheets', NULL, NULL)`,
  )
export const isDeliberated = (db: SqliteDatabase): void => scoreIs(db, 'deliberation', 'NULL')
export const isDecided = (db: SqliteDatabase): void => scoreIs(db, 'decided', "'unanswered'")

export const isRatified = (db: SqliteDatabase): void =>
  db.exec(
    "INSERT INTO result (year, unit, name, cohort, final, grade, rank, announced) VALUES (2026, 'JX01', '药学院', 'standard', 9000, 'qualified', 1, 0)",
  )

/** Allowed beside the regulation's figures, and other than they. */
export const OTHER_VALUES: PolicyValues = {
  ratios: { key: 30, special: 10, routine: 60 },
  specialLimit: 4,
  levels: { first: 85_00, second: 60_00 },
  missingType: 'zero',
  coefficientFormula: 'normalised',
  cap: null,
  rounding: 1,
  bands: 'integer',
  excellentFrom: 91_50,
  qualifiedFrom: 60_00,
  agreement: 'averaged',
  quotaRounding: 'ceil',
  freedPlace: 'empty',
  ratification: { mode: 'quorum', agree: 4 },
  appealDays: 7,
  gateAreas: [{ key: 'energy', name: '节能减排', leadUnit: '后勤管理处' }],
  pay: { excellentUp: 12_50, qualifiedUp: 3_00, unqualifiedDown: 15_00, base: null },
  adjustUntil: null,
  yellowAt: 40,
  orangeAt: 20,
  silentDays: 45,
  remindDaysBefore: [15, 3],
  digestHour: 8,
  digestUntil: 20,
  remindAgainDays: 14,
  snoozeDays: 10,
  escalateAfter: { head: 2, office: 5, leader: 10 },
  helpDays: 3,
  evidenceBytes: 20 * 1024 * 1024,
  evidenceKinds: ['picture', 'document'],
  petitioners: 'scheme',
}
