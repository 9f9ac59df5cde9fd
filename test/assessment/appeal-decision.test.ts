import { describe, expect, it } from 'vitest'
import { NO_APPEAL } from '../../src/assessment/appeal/rules/appeal.ts'
import { evolveAppeal } from '../../src/assessment/appeal/rules/evolve-appeal.ts'
import { versionsOf } from '../../src/assessment/rules/answering.ts'
import { listJournal } from '../../src/store/journal.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { count } from '../world/rows.ts'
import {
  code,
  decidedTime,
  decides,
  does,
  drafting,
  gradedTime,
  JX,
  ONE,
  put,
  scores,
  sees,
  sent,
  state,
  verdict,
  waits,
  withLeaders,
} from './appeal-world.ts'

const keptBoth = [verdict('1.1', null), verdict('2.1', null)]
const changedOne = [verdict('1.1', 3_00), verdict('2.1', null)]

describe('Article 29: an appeal is decided', () => {
  it('the leading group: kept or changed with a reason each; a deduction is never raised', async () => {
    const db = await decidedTime()
    await sent(db)
    await does(db, 'OF1', 'appeal.route', { ...ONE, to: 'leaders' })
    const weigh = (...verdicts: object[]) => does(db, 'CH', 'appeal.weigh', { ...ONE, page: 0, verdicts })
    expect(await weigh(verdict('1.1', 9_00), verdict('2.1', 1_00, ' '), verdict('8.8', 0))).toMatchObject({
      refusal: {
        code: 'faulty-verdicts',
        faults: [
          { place: '1.1', what: 'not-fewer' },
          { place: '2.1', what: 'missing-reason' },
          { place: '8.8', what: 'unknown' },
        ],
      },
    })
    expect(await weigh(verdict('1.1', 0))).toMatchObject({ done: { code: 'verdicts-kept', missing: 1 } })
    expect(code(await decides(db))).toBe('incomplete-verdicts')
    await weigh(verdict('2.1', 12_50))
    expect(code(await decides(db, 'LM1'))).toBe('deciders-only')
    expect(code(await decides(db))).toBe('appeal-decided')
    const { agreed } = await scores(db)
    expect(agreed['JX01-1']).toEqual({ kind: 'deductions', deductions: [] })
    expect(agreed['JX01-2']).toMatchObject({ deductions: [{ points: 12_50, reason: '第2项不足' }] })
    expect(code(await decides(db))).toBe('moved-appeal')
  })

  it('Article 24: a level follows its score, in whole points', async () => {
    const db = await gradedTime()
    const XZ = { year: 2026, unit: 'XZ01', number: 1 }
    await does(db, 'H-XZ01', 'appeal.draft', {
      year: 2026,
      unit: 'XZ01',
      version: 1,
      places: ['2.1'],
      why: '已完成',
    })
    await does(db, 'H-XZ01', 'appeal.send', XZ)
    await does(db, 'OF1', 'appeal.route', { ...XZ, to: 'leaders' })
    const weigh = (points: number) =>
      does(db, 'CH', 'appeal.weigh', { ...XZ, page: 0, verdicts: [verdict('2.1', points)] })
    expect(await weigh(9_50)).toMatchObject({ refusal: { faults: [{ what: 'broken-points' }] } })
    await weigh(9_00)
    const seen = /"seen":"([^"]+)"/.exec(await sees(db, 'CH', 'appeal', XZ))?.[1]
    expect(code(await does(db, 'CH', 'appeal.decide', { ...XZ, seen }))).toBe('appeal-decided')
    expect((await scores(db, 'XZ01')).agreed['XZ01-2']).toEqual({
      kind: 'level',
      level: 1,
      score: 91_00,
      reason: '第2项不足',
    })
  })

  it('every version is kept and shown: what it was, what it is, why, and who confirmed it', async () => {
    const db = await decidedTime()
    await does(db, 'C-JX01', 'feedback.receive', JX)
    await sent(db)
    await withLeaders(db, changedOne)
    await decides(db)
    const after = await scores(db)
    expect(versionsOf(after).map((one) => [one.final, one.received?.member.id, one.basis?.appeal])).toEqual([
      [89_05, 'C-JX01', undefined],
      [89_88, undefined, 1],
    ])
    expect(db.raw('SELECT version, final, appeal FROM score_version ORDER BY version')).toEqual([
      { version: 1, final: 89_05, appeal: null },
      { version: 2, final: 89_88, appeal: 1 },
    ])
    const record = await sees(db, 'H-JX01', 'score-record', JX)
    for (const words of ['第1版　89.05', '第2版　89.88', '8→3分', '维持20分', '经核实材料'])
      expect(record).toContain(words)
    expect(await sees(db, 'C-JX02', 'score-record', JX)).not.toContain('89.05')
    expect(await sees(db, 'C-JX01', 'feedback', JX)).toContain('第2版')
    const journal = await listJournal(db, 'appeal:2026:JX01:1')
    expect(
      journal.reduce((before, entry) => evolveAppeal(before, JSON.parse(entry.body)), NO_APPEAL),
    ).toEqual(await state(db))
  })

  it('after the group the leading group may be asked once more; its outcome is the last', async () => {
    const db = await decidedTime()
    await sent(db)
    await put(db, keptBoth)
    for (const member of ['WG2', 'WG3']) await does(db, member, 'appeal.second', { ...ONE, round: 1 })
    const two = { ...JX, number: 2 }
    await does(db, 'H-JX01', 'appeal.draft', drafting(['1.1', '3.1']))
    await does(db, 'H-JX01', 'appeal.send', two)
    expect(code(await does(db, 'OF1', 'appeal.route', { ...two, to: 'group' }))).toBe('heard-by-group')
    await withLeaders(db, [verdict('1.1', 2_00), verdict('3.1', null)], 2)
    expect(code(await decides(db, 'CH', 2))).toBe('appeal-decided')
    for (const place of ['1.1', '3.1'])
      expect(code(await does(db, 'H-JX01', 'appeal.draft', drafting([place], { version: 2 })))).toBe(
        'heard-deduction',
      )
    expect(code(await does(db, 'H-JX01', 'appeal.draft', drafting(['4.1'], { version: 2 })))).toBe(
      'appeal-drafted',
    )
  })

  it('the chair takes over what is with the office or the group, with the reason', async () => {
    const db = await decidedTime()
    await sent(db)
    await put(db, changedOne)
    const over = (person: string, words = '涉及面广') =>
      does(db, person, 'appeal.take-over', { ...ONE, words })
    expect(code(await over('OF1'))).toBe('deciders-only')
    expect(code(await over('CH', ''))).toBe('missing-takeover')
    expect(code(await over('CH'))).toBe('appeal-to-leaders')
    expect(code(await does(db, 'WG2', 'appeal.second', { ...ONE, round: 1 }))).toBe('moved-appeal')
    expect(await waits(db, 'CH')).toEqual(['药学院第1件申诉待决定'])
  })

  it('once the results are ratified only the leading group changes a score', async () => {
    const db = await decidedTime()
    ratify(db)
    await sent(db)
    expect(code(await does(db, 'OF1', 'appeal.route', { ...ONE, to: 'group' }))).toBe('leaders-only-now')
    expect(await sees(db, 'OF1', 'appeal', ONE)).not.toContain('重新合议"')
    await withLeaders(db, changedOne)
    expect(await sees(db, 'CH', 'appeal', ONE)).toContain('按已审定的结果')
    expect(code(await decides(db))).toBe('appeal-decided')
    expect(await state(db)).toMatchObject({ by: 'leaders', after: 89_88 })
    expect(await sees(db, 'CH', 'appeal', ONE)).toContain('更正结果')
    expect(count(db, 'score_version')).toBe(2)
  })
})

/** The leading group has ratified 药学院's result. */
function ratify(db: SqliteDatabase): void {
  const signed = { by: 'CH', name: '领导小组 组长', at: '2026-12-02T01:00:00.000Z' }
  const row = {
    unit: 'JX01',
    name: '药学院',
    cohort: 'standard',
    final: 89_05,
    failed: [],
    grade: 'qualified',
    rank: 1,
  }
  const results = {
    status: 'ratified',
    year: 2026,
    ratios: { standard: 0, graded: 0 },
    results: [row],
    ratified: signed,
  }
  db.exec(
    `INSERT INTO subject (id, version, hash, state) VALUES ('results:2026', 1, '', '${JSON.stringify(results)}')`,
  )
  db.exec(
    `INSERT INTO result (year, unit, name, cohort, final, grade, rank, announced) VALUES (2026, 'JX01', '药学院', 'standard', 8905, 'qualified', 1, 0)`,
  )
}
