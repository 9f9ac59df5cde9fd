import { describe, expect, it } from 'vitest'
import { listScores } from '../../src/assessment/queries.ts'
import {
  code,
  decidedTime,
  decides,
  does,
  ONE,
  put,
  sees,
  sent,
  state,
  verdict,
  waits,
} from './appeal-world.ts'

const keptBoth = [verdict('1.1', null), verdict('2.1', null)]
const changedOne = [verdict('1.1', 3_00), verdict('2.1', null)]

describe('Article 29: an appeal is heard', () => {
  it('the office sends it on, and nobody else does; a double tap is told what it is', async () => {
    const db = await decidedTime()
    await sent(db)
    for (const other of ['H-JX01', 'WG1', 'LM1', 'CH', 'LD1'])
      expect(code(await does(db, other, 'appeal.route', { ...ONE, to: 'group' })), other).toBe('routers-only')
    expect(code(await does(db, 'OF1', 'appeal.route', { ...ONE, to: 'group' }))).toBe('appeal-to-group')
    const again = await does(db, 'OF1', 'appeal.route', { ...ONE, to: 'leaders' })
    expect(again).toMatchObject({
      refusal: { code: 'moved-appeal', status: 'with-group', by: '办公室 工作人员' },
    })
    expect(again.show).toMatchObject({ name: 'appeal', params: ONE })
  })

  it('the group again: all kept is decided by its last agreement, and the score stands', async () => {
    const db = await decidedTime()
    await sent(db)
    expect(code(await put(db, keptBoth))).toBe('outcome-put')
    expect(code(await does(db, 'WG2', 'appeal.second', { ...ONE, round: 1 }))).toBe('outcome-seconded')
    expect(await does(db, 'WG3', 'appeal.second', { ...ONE, round: 1 })).toMatchObject({
      done: { code: 'appeal-decided', outcome: 'kept' },
    })
    expect(await state(db)).toMatchObject({
      status: 'decided',
      by: 'group',
      outcome: 'kept',
      before: 89_05,
      after: 89_05,
    })
    expect((await listScores(db, 2026))[0]).toMatchObject({ final: 89_05, answer: 'received' })
    const card = await sees(db, 'C-JX01', 'appeal', ONE)
    for (const words of ['维持扣8分', '经核实材料', '再次申诉']) expect(card).toContain(words)
  })

  it('the group again: a change waits for the leading group, who sees whose place moves before it confirms', async () => {
    const db = await decidedTime()
    await sent(db)
    await put(db, changedOne)
    await does(db, 'WG2', 'appeal.second', { ...ONE, round: 1 })
    expect(code(await does(db, 'WG3', 'appeal.second', { ...ONE, round: 1 }))).toBe('outcome-agreed')
    expect((await listScores(db, 2026))[0]).toMatchObject({ final: 89_05, answer: 'appealed' })
    expect(await sees(db, 'C-JX01', 'appeal', ONE)).not.toContain('改为扣3分')
    expect(await sees(db, 'CH', 'appeal', ONE)).toContain('确认前请看影响')
    expect(code(await does(db, 'CH', 'appeal.decide', { ...ONE, seen: 'old' }))).toBe('stale-appeal')
    expect(await decides(db)).toMatchObject({ done: { code: 'appeal-decided', outcome: 'changed' } })
    // Key: (2 × 97 + 80) / 3 = 274/3; 25 % of it + 15 % of 95 + 60 % of 88 = 89.8833…
    expect((await listScores(db, 2026))[0]).toMatchObject({ final: 89_88, answer: 'unanswered' })
    expect(await state(db)).toMatchObject({ by: 'group', before: 89_05, after: 89_88 })
  })

  it('the members object in words, and the next outcome is put; both rounds are kept', async () => {
    const db = await decidedTime()
    await sent(db)
    await put(db, keptBoth)
    expect(code(await does(db, 'WG2', 'appeal.object', { ...ONE, round: 1, words: '' }))).toBe(
      'missing-objection',
    )
    await does(db, 'WG2', 'appeal.object', { ...ONE, round: 1, words: '应减轻' })
    expect(code(await does(db, 'WG3', 'appeal.second', { ...ONE, round: 1 }))).toBe('objected-outcome')
    expect(await waits(db, 'WG1')).toEqual(['药学院第1件申诉待提交成员表态'])
    await does(db, 'WG1', 'appeal.weigh', { ...ONE, page: 0, verdicts: [verdict('1.1', 0)] })
    await does(db, 'WG1', 'appeal.put', ONE)
    expect(code(await does(db, 'WG2', 'appeal.second', { ...ONE, round: 1 }))).toBe('stale-outcome')
    expect(code(await does(db, 'WG2', 'appeal.second', { ...ONE, round: 2 }))).toBe('outcome-seconded')
    expect(code(await does(db, 'WG2', 'appeal.second', { ...ONE, round: 2 }))).toBe('repeated-second')
    expect(code(await does(db, 'WG3', 'appeal.second', { ...ONE, round: 2 }))).toBe('outcome-agreed')
    expect(await state(db)).toMatchObject({
      rounds: [{ objections: [{ words: '应减轻' }] }, { objections: [] }],
    })
  })

  it('Article 22: members who cannot come are excused with a reason, and the others must be enough', async () => {
    const db = await decidedTime()
    await sent(db)
    await does(db, 'OF1', 'appeal.route', { ...ONE, to: 'group' })
    expect(code(await does(db, 'WG1', 'appeal.put', ONE))).toBe('incomplete-verdicts')
    await does(db, 'WG1', 'appeal.weigh', { ...ONE, page: 0, verdicts: keptBoth })
    const put = (absent: string[], excused: string) =>
      does(db, 'WG1', 'appeal.put', { ...ONE, absent, excused })
    expect(code(await put(['WG3'], ''))).toBe('missing-excuse-words')
    expect(code(await put(['WG2', 'WG3'], '出差'))).toBe('small-hearing')
    expect(code(await put(['WG3'], '出差'))).toBe('outcome-put')
    expect(code(await does(db, 'WG3', 'appeal.second', { ...ONE, round: 1 }))).toBe('absent-hearer')
    expect(code(await does(db, 'WG2', 'appeal.second', { ...ONE, round: 1 }))).toBe('appeal-decided')
  })
})
