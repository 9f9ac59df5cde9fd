/** What the database holds of appeals and versions, whoever writes to it. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readMigrations } from '../../src/store/migrate.ts'
import { migrateSqlite, openSqlite, type SqliteDatabase } from '../../src/store/sqlite.ts'
import { decidedTime, decides, ONE, sent, verdict, withLeaders } from './appeal-world.ts'

const appealRow = (
  number: number,
  status: string,
  more: { readonly [column: string]: string } = {},
): string => {
  const row = { items: '1', heard_by: 'NULL', outcome: 'NULL', sent_at: "'2026-12-02'", ...more }
  return `INSERT INTO appeal (year, unit, number, status, moved_at, ${Object.keys(row).join(', ')})
    VALUES (2026, 'JX01', ${number}, '${status}', '2026-12-02', ${Object.values(row).join(', ')})`
}

const changed = { heard_by: "'leaders'", outcome: "'changed'" }

async function changedTime(): Promise<SqliteDatabase> {
  const db = await decidedTime()
  await sent(db)
  await withLeaders(db, [verdict('1.1', 3_00), verdict('2.1', null)])
  await decides(db)
  return db
}

describe('the database', () => {
  it('a score changes by no statement but with the version of a decided appeal', async () => {
    const db = await decidedTime()
    const refused = [
      `UPDATE score SET final = 9999 WHERE unit = 'JX01'`,
      `UPDATE score SET status = 'deliberation', final = NULL, answer = NULL WHERE unit = 'JX01'`,
      `INSERT INTO score_version (year, unit, version, final, appeal, at) VALUES (2026, 'JX01', 2, 9999, 1, '')`,
      `INSERT INTO score_version (year, unit, version, final, appeal, at) VALUES (2026, 'JX01', 2, 9999, NULL, '')`,
    ]
    for (const sql of refused) expect(() => db.exec(sql), sql).toThrow(/only by an appeal|CHECK/)
    expect(db.raw(`SELECT final FROM score WHERE unit = 'JX01'`)).toEqual([{ final: 89_05 }])
  })

  it('one appeal is good for one version, and versions follow one another', async () => {
    const db = await changedTime()
    for (const version of [3, 4])
      expect(() =>
        db.exec(
          `INSERT INTO score_version (year, unit, version, final, appeal, at) VALUES (2026, 'JX01', ${version}, 9999, 1, '')`,
        ),
      ).toThrow('only by an appeal')
    expect(() => db.exec(`UPDATE score SET final = 8905 WHERE unit = 'JX01'`)).toThrow('only by an appeal')
  })

  it('versions and appeals are never changed or deleted', async () => {
    const db = await changedTime()
    for (const sql of [
      `UPDATE score_version SET final = 1`,
      `DELETE FROM score_version`,
      `DELETE FROM appeal`,
      `UPDATE appeal SET status = 'with-group', heard_by = NULL, outcome = NULL`,
      `UPDATE appeal SET outcome = 'kept'`,
    ])
      expect(() => db.exec(sql), sql).toThrow(/never|has ended/)
  })

  it('a unit has one appeal that has not ended, and an ended one says how', async () => {
    const db = await decidedTime()
    await sent(db)
    for (const [sql, why] of [
      [appealRow(2, 'draft'), 'UNIQUE'],
      [appealRow(2, 'with-leaders'), 'UNIQUE'],
      [appealRow(2, 'decided'), 'CHECK'],
      [appealRow(2, 'withdrawn', changed), 'CHECK'],
      [appealRow(2, 'decided', { ...changed, sent_at: 'NULL' }), 'CHECK'],
      [appealRow(2, 'decided', { ...changed, outcome: "'raised'" }), 'CHECK'],
    ] as const)
      expect(() => db.exec(sql), sql).toThrow(why)
  })

  it('once the results are ratified no other than the leading group’s decision changes a score', async () => {
    const db = await decidedTime()
    db.exec(
      `INSERT INTO result (year, unit, name, cohort, final, grade, rank, announced) VALUES (2026, 'JX02', '护理学院', 'standard', 8905, 'qualified', 1, 1)`,
    )
    await sent(db)
    expect(() =>
      db.exec(
        `UPDATE appeal SET status = 'decided', heard_by = 'group', outcome = 'changed' WHERE number = ${ONE.number}`,
      ),
    ).toThrow('decide again: the results are ratified')
  })

  it('what was decided before versions were kept has its first version, and its days', () => {
    const db = openSqlite(':memory:')
    const all = readMigrations(new URL('../../migrations', import.meta.url).pathname)
    migrateSqlite(
      db,
      all.filter((one) => one.name < '0021'),
    )
    const state = JSON.stringify({ status: 'decided', decidedAt: '2026-11-30T17:00:00.000Z' })
    db.exec(
      `INSERT INTO subject (id, version, hash, state) VALUES ('assessment:2026:JX01', 9, '', '${state}')`,
    )
    db.exec(
      `INSERT INTO score (year, unit, assessment, status, final, answer) VALUES (2026, 'JX01', 'assessment:2026:JX01', 'decided', 9000, 'unanswered')`,
    )
    db.exec(readFileSync(new URL('../../migrations/0021_appeals.sql', import.meta.url), 'utf8'))
    expect(db.raw('SELECT version, final, appeal, at FROM score_version')).toEqual([
      { version: 1, final: 90_00, appeal: null, at: '2026-11-30T17:00:00.000Z' },
    ])
    // In Shanghai it was the first of December already.
    expect(db.raw('SELECT answer, from_on FROM feedback')).toEqual([
      { answer: 'waiting', from_on: '2026-12-01' },
    ])
  })
})
