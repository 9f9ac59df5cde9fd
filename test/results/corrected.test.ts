import { beforeEach, describe, expect, it } from 'vitest'
import { results } from '../../src/results/chapter.ts'
import { announceCommand } from '../../src/results/commands/announce-results.ts'
import { proposeCommand, ratifyCommand } from '../../src/results/commands/decide-results.ts'
import { listResults } from '../../src/results/queries.ts'
import { evolveResults, UNPROPOSED } from '../../src/results/rules/results.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { act, codeOf, foldAndState, viewer } from '../policy/campus.ts'
import { cardOf, completeCampus, giveScores, naming } from './year-in-results.ts'

const RATIOS = { year: 2026, ratios: { standard: 34_00, graded: 50_00 } }
const textOf = async (db: SqliteDatabase, name: string, person: string, more = {}) =>
  JSON.stringify(await cardOf(db, name, { year: 2026, ...more }, person))
const placesOf = async (db: SqliteDatabase) =>
  (await listResults(db, 2026)).map(({ unit, final, grade, rank }) => `${unit} ${final} ${grade} ${rank}`)

/** 药学院 and 教务处 are excellent, and it is announced. */
async function announcedCampus(): Promise<SqliteDatabase> {
  const db = await completeCampus()
  await act(db, proposeCommand, 'CH', RATIOS)
  await act(db, ratifyCommand, 'CH', await naming(db, ['JX01', 'XZ01']))
  await act(db, announceCommand, 'OF1', { year: 2026 })
  db.exec('DELETE FROM outbox')
  return db
}

/** As an appeal's decision leaves it. */
const appealRaises = (db: SqliteDatabase): void => giveScores(db, { JX02: 96_00 })

describe('after an appeal that changed a score', () => {
  let db: SqliteDatabase
  beforeEach(async () => {
    db = await announcedCampus()
    appealRaises(db)
  })

  it('Article 29: the chair sees whose score, rank and grade would move, before it is confirmed', async () => {
    const card = await textOf(db, 'excellence', 'CH')
    for (const words of ['92.00→96.00', '第2→1名', '合格→优秀', '优秀→合格', '让位于护理学院', '更正结果'])
      expect(card).toContain(words)
    expect(await textOf(db, 'excellence', 'OF1')).not.toContain('"submit"')
    expect(await textOf(db, 'results-gate', 'OF1')).toContain('去更正')
    expect(await results.todo(db, viewer('CH'))).toMatchObject([{ text: '2026年度考核结果待按申诉决定更正' }])
    expect(await placesOf(db)).toContain('JX01 9500 excellent 1')
  })

  it('Article 29: the correction moves a third unit, and is announced anew with what changed', async () => {
    const corrected = await act(db, ratifyCommand, 'CH', await naming(db, ['JX02', 'XZ01']))
    expect(corrected).toMatchObject({ done: { code: 'results-corrected', moved: 3, announced: true } })
    expect(await placesOf(db)).toEqual([
      'JX02 9600 excellent 1',
      'JX01 9500 qualified 2',
      'FY01 9200 qualified 3',
      'XZ01 9100 excellent 1',
      'XZ02 6999 unqualified 2',
    ])
    expect(db.raw('SELECT unit, old_final, final, old_grade, grade FROM result_correction')).toHaveLength(3)
    const told = db.raw("SELECT person, view, params FROM outbox WHERE kind = 'send'") as {
      person: string
      view: string
      params: string
    }[]
    const own = told.filter((one) => one.view === 'result').map((one) => one.params)
    expect(own.some((params) => params.includes('XZ01'))).toBe(false)
    expect(own.filter((params) => params.includes('JX01'))).toHaveLength(3)
    expect(told.filter((one) => one.view === 'result-list').length).toBeGreaterThan(15)
    expect(told.filter((one) => one.person === 'OF1').map((one) => one.view)).toEqual(
      expect.arrayContaining(['results-workbook', 'pay-workbook']),
    )
    expect(await textOf(db, 'result-list', 'C-XZ01')).toContain('按申诉决定更正')
    const own_ = await textOf(db, 'result', 'C-JX01', { unit: 'JX01' })
    expect(own_).toContain('得分没有降低，因优秀名额有限，让位于护理学院')
    expect(await textOf(db, 'result', 'C-XZ01', { unit: 'XZ01' })).not.toContain('更正')
    const { fold, state } = await foldAndState(db, 'results:2026', evolveResults, UNPROPOSED)
    expect(fold).toEqual(state)
  })

  it('is corrected once: the second tap is told who announced it', async () => {
    const payload = await naming(db, ['JX02', 'XZ01'])
    const both = await Promise.all([1, 2].map(() => act(db, ratifyCommand, 'CH', payload)))
    expect(both.map(codeOf).sort()).toEqual(['refused: announced-results', 'results-corrected'])
  })

  it('a second appeal is a second correction, from what the first left', async () => {
    await act(db, ratifyCommand, 'CH', await naming(db, ['JX02', 'XZ01']))
    giveScores(db, { JX01: 97_00 })
    expect(codeOf(await act(db, ratifyCommand, 'CH', await naming(db, ['JX01', 'XZ01'])))).toBe(
      'results-corrected',
    )
    expect(await placesOf(db)).toContain('JX01 9700 excellent 1')
    expect(db.raw('SELECT DISTINCT version FROM result_correction ORDER BY version')).toEqual([
      { version: 1 },
      { version: 2 },
    ])
    expect(await textOf(db, 'excellence', 'CH')).toContain('更正过')
  })

  it('a score that only moves ranks needs the correction too', async () => {
    giveScores(db, { JX02: 92_00, FY01: 92_50 })
    expect(await textOf(db, 'excellence', 'CH')).toContain('第2→3名')
    expect(codeOf(await act(db, ratifyCommand, 'CH', await naming(db, ['JX01', 'XZ01'])))).toBe(
      'results-corrected',
    )
  })
})

describe('before the announcement', () => {
  it('what an appeal changed is corrected first, and an open appeal holds it up', async () => {
    const db = await completeCampus()
    await act(db, proposeCommand, 'CH', RATIOS)
    await act(db, ratifyCommand, 'CH', await naming(db, ['JX01', 'XZ01']))
    db.exec("UPDATE score SET answer = 'appealed' WHERE unit = 'JX02'")
    expect(codeOf(await act(db, announceCommand, 'OF1', { year: 2026 }))).toBe('refused: incomplete-results')
    expect(await textOf(db, 'results-gate', 'OF1')).toContain('申诉未办结')
    appealRaises(db)
    expect(codeOf(await act(db, announceCommand, 'OF1', { year: 2026 }))).toBe('refused: uncorrected-results')
    expect(codeOf(await act(db, ratifyCommand, 'CH', await naming(db, ['JX02', 'XZ01'])))).toBe(
      'results-corrected',
    )
    expect(codeOf(await act(db, announceCommand, 'OF1', { year: 2026 }))).toBe('results-announced')
  })
})

describe('the tables', () => {
  it('rulebook 6: an announced result changes only to what its correction says', async () => {
    const db = await announcedCampus()
    const change = (sql: string) => () => db.exec(sql)
    const correction = (unit: string, from: string, to: string) =>
      `INSERT INTO result_correction (year, version, unit, old_final, old_grade, old_rank, final, grade, rank) VALUES (2026, 1, '${unit}', ${from}, ${to})`
    expect(change('UPDATE result SET final = 9999')).toThrow('frozen')
    expect(change("UPDATE result SET grade = 'excellent'")).toThrow('frozen')
    expect(change('UPDATE result SET announced = 0')).toThrow('frozen')
    expect(change('DELETE FROM result')).toThrow('frozen')
    expect(change(correction('JX02', "9000, 'qualified', 2", "9600, 'excellent', 1"))).toThrow('starts from')
    db.exec(correction('JX02', "9200, 'qualified', 2", "9600, 'excellent', 1"))
    expect(change("UPDATE result SET final = 9601 WHERE unit = 'JX02'")).toThrow('frozen')
    expect(
      change("UPDATE result SET final = 9600, grade = 'excellent', rank = 1 WHERE unit = 'JX02'"),
    ).not.toThrow()
    expect(change('UPDATE result_correction SET final = 1')).toThrow('never changed')
    expect(change('DELETE FROM result_correction')).toThrow('never deleted')
  })

  it('Articles 27, 31: no barred unit is excellent, no gate opens again, no result stands on an open score', async () => {
    const db = await completeCampus()
    db.exec("UPDATE gate SET verdict = 'fail', reason = 'x' WHERE unit = 'JX01' AND area = 'ethics'")
    const insert = (unit: string, grade: string) => () =>
      db.exec(
        `INSERT INTO result (year, unit, name, cohort, final, grade, rank, announced) VALUES (2026, '${unit}', 'x', 'standard', 9500, '${grade}', 1, 0)`,
      )
    expect(insert('JX01', 'excellent')).toThrow('not excellent')
    db.exec("UPDATE score SET answer = 'appealed' WHERE unit = 'JX02'")
    expect(insert('JX02', 'qualified')).toThrow('a score is open')
    expect(() => db.exec('DELETE FROM gate')).toThrow('never deleted')
    insert('JX01', 'qualified')()
    expect(() => db.exec("UPDATE gate SET verdict = 'pass'")).toThrow('ratified')
    expect(() => db.exec("INSERT INTO gate VALUES (2026, 'ethics', 'NEW', 'pass', '')")).toThrow('ratified')
  })
})
