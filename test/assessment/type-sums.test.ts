import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { listScores } from '../../src/assessment/queries.ts'
import { act, assessmentTime, deliberate, graded, standard } from './world.ts'

const ROWS = 'SELECT unit, type, regime, weights, weighted FROM type_sum ORDER BY unit, type'

async function bothDecided() {
  const db = assessmentTime()
  const marks = { JX01: standard, XZ01: graded() }
  for (const [unit, group] of [
    ['JX01', 'WG'],
    ['XZ01', 'AG'],
  ] as const) {
    const place = { year: 2026, unit }
    await deliberate(db, unit, [`${group}1`, `${group}2`, `${group}3`], marks[unit])
    await act(db, `${group}1`, 'deliberation.propose', { ...place, round: 0, marks: [], seal: true })
    for (const n of [2, 3]) await act(db, `${group}${n}`, 'deliberation.agree', { ...place, round: 1 })
  }
  return db
}

describe('what scores are computed from', () => {
  it('Articles 23, 24: is kept with the decision, and the same for both ways of scoring', async () => {
    const db = await bothDecided()
    const sums = (unit: string, regime: string) => [
      { unit, type: 'key', regime, weights: 3_00, weighted: 264_00_00 },
      { unit, type: 'routine', regime, weights: 3_00, weighted: 264_00_00 },
      { unit, type: 'special', regime, weights: 1_00, weighted: 95_00_00 },
    ]
    expect(db.raw(ROWS)).toEqual([...sums('JX01', 'standard'), ...sums('XZ01', 'graded')])
    expect((await listScores(db, 2026)).map((one) => one.final)).toEqual([89_05, null])
  })

  it('is made up for by the migration where scores were decided before', async () => {
    const db = await bothDecided()
    db.exec(
      `UPDATE subject SET state = json_set(state, '$.agreed."JX01-2".deductions[0].points', 200000) WHERE id = 'assessment:2026:JX01'`,
    )
    db.exec('DELETE FROM type_sum')
    const migration = readFileSync('migrations/0023_type_sums.sql', 'utf8')
    db.exec(migration.slice(migration.indexOf('INSERT INTO type_sum')))
    expect(db.raw(`${ROWS} LIMIT 4`)).toMatchObject([
      { unit: 'JX01', type: 'key', weights: 3_00, weighted: 184_00_00 },
      { type: 'routine', weighted: 264_00_00 },
      { type: 'special', regime: 'standard', weighted: 95_00_00 },
      { unit: 'XZ01', type: 'key', regime: 'graded', weights: 3_00, weighted: 264_00_00 },
    ])
  })

  it('Article 23: can be neither without weight nor more than 100 for each', () => {
    const db = assessmentTime()
    const put =
      (weights: number, weighted: number, type = 'key') =>
      () =>
        db.exec(
          `INSERT INTO type_sum (year, unit, type, regime, weights, weighted) VALUES (2026, 'JX01', '${type}', 'standard', ${weights}, ${weighted})`,
        )
    expect(put(0, 0)).toThrow('CHECK')
    expect(put(1_00, 1_00 * 100_00 + 1)).toThrow('CHECK')
    expect(put(1_00, -1)).toThrow('CHECK')
    expect(put(1_00, 0, 'other')).toThrow('CHECK')
    expect(put(1_00, 1_00 * 100_00)).not.toThrow()
  })
})
