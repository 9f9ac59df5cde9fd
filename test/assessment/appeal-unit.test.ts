import { describe, expect, it } from 'vitest'
import { listScores } from '../../src/assessment/queries.ts'
import { versionsOf } from '../../src/assessment/rules/answering.ts'
import {
  code,
  decidedTime,
  does,
  drafting,
  JX,
  LAST_DAY,
  ONE,
  scores,
  sees,
  sent,
  state,
  told,
} from './appeal-world.ts'

const PAST = '2026-12-09'

describe('Article 22: a unit appeals against deductions', () => {
  it('the contact drafts, the head sends; from then on the appeal is open and blocks the results', async () => {
    const db = await decidedTime()
    expect(code(await does(db, 'C-JX01', 'appeal.draft', drafting(['1.1'])))).toBe('appeal-drafted')
    expect(code(await does(db, 'C-JX01', 'appeal.send', ONE))).toBe('appealing-head-only')
    expect((await listScores(db, 2026))[0]?.answer).toBe('unanswered')
    expect(code(await does(db, 'C-JX01', 'appeal.ask-head', ONE))).toBe('head-asked')
    expect(told(db)).toEqual(['H-JX01 appeal'])
    expect(code(await does(db, 'H-JX01', 'appeal.send', ONE))).toBe('appeal-sent')
    expect((await listScores(db, 2026))[0]?.answer).toBe('appealed')
    expect(told(db)).toEqual(['C-JX01 appeal', 'H-JX01 appeal', 'LD1 appeal', 'OF1 appeal'])
  })

  it('the head alone may draft and send; each deduction keeps what it said and its own reason', async () => {
    const db = await decidedTime()
    await does(db, 'H-JX01', 'appeal.draft', drafting(['2.1']))
    await does(db, 'H-JX01', 'appeal.draft', drafting(['1.1'], { why: '另有原因' }))
    await does(db, 'H-JX01', 'appeal.draft', drafting(['2.1'], { why: '改写的原因' }))
    await does(db, 'H-JX01', 'appeal.send', ONE)
    expect(await state(db)).toMatchObject({
      status: 'sent',
      items: [
        { place: '1.1', points: 8_00, reason: '第1项不足', why: '另有原因' },
        { place: '2.1', points: 20_00, reason: '第2项不足', why: '改写的原因' },
      ],
    })
  })

  it('refuses what is incomplete, unknown or somebody else’s', async () => {
    const db = await decidedTime()
    for (const [person, payload, why] of [
      ['C-JX01', drafting([]), 'empty-picks'],
      ['C-JX01', drafting(['1.1'], { why: '  ' }), 'missing-why'],
      ['C-JX01', drafting(['9.9']), 'unknown-deduction'],
      ['C-JX01', drafting(['1.1'], { version: 2 }), 'stale-appeal'],
      ['C-JX02', drafting(['1.1']), 'appellants-only'],
      ['LD1', drafting(['1.1']), 'appellants-only'],
      ['OF1', drafting(['1.1']), 'appellants-only'],
    ] as const)
      expect(code(await does(db, person, 'appeal.draft', payload)), why).toBe(why)
    await does(db, 'C-JX01', 'appeal.draft', drafting(['1.1']))
    await does(db, 'C-JX01', 'appeal.drop', { ...ONE, place: '1.1' })
    expect(code(await does(db, 'H-JX01', 'appeal.send', ONE))).toBe('empty-appeal')
    expect(code(await does(db, 'H-JX01', 'appeal.send', { ...JX, number: 7 }))).toBe('unknown-appeal')
  })

  it('nobody offers another’s files', async () => {
    const db = await decidedTime()
    for (const [id, person] of [
      ['own', 'C-JX01'],
      ['other', 'C-JX02'],
    ])
      db.exec(
        `INSERT INTO evidence (id, person, message_id, kind, name, state, at, batch) VALUES ('${id}', '${person}', 'om', 'file', '材料.pdf', 'awaited', '2026-12-01T00:00:00.000Z', '${id}')`,
      )
    await does(db, 'C-JX01', 'appeal.draft', drafting(['1.1'], { evidence: ['own', 'other', 'gone'] }))
    expect(await state(db)).toMatchObject({ items: [{ evidence: ['own'] }] })
  })

  it('within the days after the feedback, the last one included; then only the leading group lets it, with the reason', async () => {
    const db = await decidedTime()
    expect(code(await does(db, 'C-JX01', 'appeal.draft', drafting(['1.1']), { on: LAST_DAY }))).toBe(
      'appeal-drafted',
    )
    expect(code(await does(db, 'H-JX01', 'appeal.send', ONE, { on: PAST }))).toBe('late-appeal')
    expect(await sees(db, 'H-JX01', 'appeal', ONE, { on: PAST })).toContain('不能报送')
    const reopen = (
      person: string,
      reason = '病假期间未能答复',
      on = PAST as typeof PAST | typeof LAST_DAY,
    ) => does(db, person, 'feedback.reopen', { ...JX, reason }, { on })
    expect(code(await reopen('OF1'))).toBe('deciders-only')
    expect(code(await reopen('CH', ' '))).toBe('missing-reopening')
    expect(code(await reopen('CH', '早了', LAST_DAY))).toBe('open-answering')
    expect(code(await reopen('CH'))).toBe('answering-reopened')
    expect(code(await does(db, 'H-JX01', 'appeal.send', ONE, { on: '2026-12-16' }))).toBe('appeal-sent')
  })

  it('one at a time; taken back it is ended, and another may follow within the days', async () => {
    const db = await decidedTime()
    await sent(db)
    expect(code(await does(db, 'C-JX01', 'appeal.draft', drafting(['3.1'])))).toBe('open-appeal')
    expect(code(await does(db, 'C-JX01', 'appeal.withdraw', ONE))).toBe('appealing-head-only')
    expect(code(await does(db, 'H-JX01', 'appeal.withdraw', ONE))).toBe('appeal-withdrawn')
    expect((await listScores(db, 2026))[0]?.answer).toBe('unanswered')
    expect(code(await does(db, 'OF1', 'appeal.route', { ...ONE, to: 'group' }))).toBe('moved-appeal')
    expect(code(await does(db, 'C-JX01', 'appeal.draft', drafting(['3.1'])))).toBe('appeal-drafted')
    expect(await state(db, 2)).toMatchObject({ status: 'draft', items: [{ place: '3.1' }] })
    expect(versionsOf(await scores(db))).toHaveLength(1)
  })
})
