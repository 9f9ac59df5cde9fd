import { describe, expect, it } from 'vitest'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import {
  chapter,
  code,
  decidedTime,
  decides,
  does,
  drafting,
  JX,
  LAST_DAY,
  ONE,
  scores,
  sees,
  sent,
  verdict,
  waits,
  withLeaders,
} from './appeal-world.ts'

const changedOne = [verdict('1.1', 3_00), verdict('2.1', null)]

describe('Article 22: silence is kept as silence', () => {
  const due = async (db: SqliteDatabase, on: `${number}-${string}-${string}`) =>
    (await chapter.due?.(db, { at: `${on}T02:00:00.000Z`, today: on })) ?? []

  it('the days are working days; after them the clock notes it once, and the score stands', async () => {
    const db = await decidedTime()
    expect(await due(db, LAST_DAY)).toEqual([])
    expect(await sees(db, 'H-JX01', 'feedback', JX, { on: LAST_DAY })).toContain('待答复')
    const [one, ...more] = await due(db, '2026-12-09')
    expect(more).toEqual([])
    expect(one).toMatchObject({ command: 'feedback.lapse', with: JX })
    expect(code(await does(db, 'OF1', 'feedback.lapse', JX, { on: '2026-12-09' }))).toBe('clock-only')
    const lapse = () => does(db, 'clock', 'feedback.lapse', JX, { on: '2026-12-09' })
    expect((await Promise.all([lapse(), lapse()])).map(code).toSorted()).toEqual([
      'answered-feedback',
      'silence-noted',
    ])
    expect(await due(db, '2026-12-10')).toEqual([])
    const after = await scores(db)
    expect([after.final, after.received, after.silentSince]).toEqual([
      89_05,
      null,
      '2026-12-09T02:00:00.000Z',
    ])
    expect(await sees(db, 'H-JX01', 'feedback', JX, { on: '2026-12-10' })).toContain('未答复')
    expect(await sees(db, 'OF1', 'score-record', JX, { on: '2026-12-10' })).toContain('到期未答复')
    expect(await sees(db, 'OF1', 'appeals', {}, { on: '2026-12-10' })).toContain('到期未答复的1个')
  })

  it('it says no answer from the first day after, whether the clock has come by or not', async () => {
    const db = await decidedTime()
    expect(await sees(db, 'H-JX01', 'feedback', JX, { on: '2026-12-09' })).toContain('未答复')
  })

  it('who answered, or has appealed, is not silent', async () => {
    const db = await decidedTime()
    await does(db, 'C-JX01', 'feedback.receive', JX)
    expect(await due(db, '2026-12-20')).toEqual([])
    const other = await decidedTime()
    await sent(other)
    expect(await due(other, '2026-12-20')).toEqual([])
    await withLeaders(other, changedOne)
    await decides(other)
    // A new version is a new feedback: its days run from the decision.
    expect(await due(other, '2026-12-09')).toEqual([])
    expect(await due(other, '2026-12-10')).toHaveLength(1)
  })
})

describe('待办', () => {
  it('tells each who has to act, and for how long it has waited', async () => {
    const db = await decidedTime()
    await does(db, 'C-JX01', 'appeal.draft', drafting(['1.1', '2.1']))
    expect([await waits(db, 'H-JX01'), await waits(db, 'C-JX01'), await waits(db, 'OF1')]).toEqual([
      ['药学院第1件申诉待报送'],
      [],
      [],
    ])
    await does(db, 'H-JX01', 'appeal.send', ONE)
    expect(await waits(db, 'OF1', { on: '2026-12-05' })).toEqual(['药学院第1件申诉待分办（已3天）'])
    await does(db, 'OF1', 'appeal.route', { ...ONE, to: 'group' })
    expect(await waits(db, 'WG1')).toEqual(['药学院第1件申诉待提出处理意见'])
    await does(db, 'WG1', 'appeal.weigh', { ...ONE, page: 0, verdicts: changedOne })
    await does(db, 'WG1', 'appeal.put', ONE)
    expect([await waits(db, 'WG1'), await waits(db, 'WG2')]).toEqual([
      [],
      ['药学院第1件申诉处理意见待您表态'],
    ])
    for (const member of ['WG2', 'WG3']) await does(db, member, 'appeal.second', { ...ONE, round: 1 })
    expect(await waits(db, 'CH')).toEqual(['药学院第1件申诉更改得分待确认'])
    await decides(db)
    for (const person of ['CH', 'OF1', 'WG1', 'WG2', 'H-JX01']) expect(await waits(db, person)).toEqual([])
  })
})
