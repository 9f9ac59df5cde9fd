/** Article 22: a deliberation whose members lost their seats goes back to the sheets, for nobody could decide it. */
import { beforeEach, describe, expect, it } from 'vitest'
import { courseOf } from '../../src/assessment/minutes/course.ts'
import { findAssessment, findSheet, listScores } from '../../src/assessment/queries.ts'
import { evolveAssessment, OPEN } from '../../src/assessment/rules/assessment.ts'
import { EMPTY_SHEET, evolveSheet } from '../../src/assessment/rules/sheet.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { foldAndState } from '../policy/campus.ts'
import { accountTime, act, codeOf, drops, JX, read, seedFinding, todos } from './account-world.ts'
import { raw } from './raw.ts'
import { standard } from './world.ts'

const WG = ['WG1', 'WG2', 'WG3'] as const
const REASON = { ...JX, reason: '两位成员调离' }
const loses = (db: SqliteDatabase, ...people: readonly string[]): void => {
  for (const person of people) db.exec(`UPDATE role_held SET to_on = '2026-11-30' WHERE person = '${person}'`)
}
const joins = (db: SqliteDatabase, ...people: readonly string[]): void => {
  for (const person of people) db.exec(`UPDATE role_held SET to_on = NULL WHERE person = '${person}'`)
}
const fill = (db: SqliteDatabase, who: string) =>
  act(db, who, 'sheet.fill', { ...JX, marks: standard as never, seal: true })
const propose = (db: SqliteDatabase, round: number) =>
  act(db, 'WG1', 'deliberation.propose', { ...JX, round, marks: [], seal: true })
const agree = (db: SqliteDatabase, who: string, round: number) =>
  act(db, who, 'deliberation.agree', { ...JX, round })
const reopen = (db: SqliteDatabase, who = 'WG1', payload = REASON) =>
  act(db, who, 'deliberation.reopen', payload)

/** All have scored alike, the convenor has proposed. */
async function proposed(): Promise<SqliteDatabase> {
  const db = accountTime()
  for (const who of WG) await fill(db, who)
  await act(db, 'WG1', 'deliberation.open', JX)
  await propose(db, 0)
  return db
}

/** The journal says the same as what is kept, of every subject that the way back touches. */
async function foldsToState(db: SqliteDatabase): Promise<void> {
  const folded = [
    await foldAndState(db, 'assessment:2026:JX01', evolveAssessment, OPEN),
    ...(await Promise.all(
      WG.map((who) => foldAndState(db, `sheet:2026:JX01:${who}`, evolveSheet, EMPTY_SHEET)),
    )),
  ]
  for (const { fold, state } of folded) expect(fold).toEqual(state)
}

describe('a deliberation that lost its quorum', () => {
  let db: SqliteDatabase
  beforeEach(async () => {
    db = await proposed()
    loses(db, 'WG2', 'WG3')
  })

  it('says so on the board and in 待办, and offers the convenor the way back', async () => {
    const board = await read(db, 'WG1', 'deliberation', JX)
    for (const words of ['人数不足', '在任的只有1人，至少须2人同意', '退回打分的原因'])
      expect(board).toContain(words)
    for (const words of ['修改意见', '提出异议']) expect(board).not.toContain(words)
    expect(await todos(db, 'WG1')).toContain('药学院合议到会人数不足，待退回打分')
  })

  it('Article 22: the office is told, and sees that it is stuck, but nothing of the sheets', async () => {
    expect(await todos(db, 'OF1')).toEqual(['药学院合议到会人数不足，待退回打分'])
    const card = await read(db, 'OF1', 'deliberation', JX)
    expect(card).toContain('退回打分的原因')
    for (const secret of ['第1项不足', '80', '平均']) expect(card).not.toContain(secret)
    joins(db, 'WG2')
    expect(await todos(db, 'OF1')).toEqual([])
    expect(await read(db, 'OF1', 'deliberation', JX)).not.toContain('退回打分')
  })

  it('goes back to the sheets with its reason: what was sent is sent as it was, and nothing is deliberated', async () => {
    const before = await findSheet(db, 2026, 'JX01', 'WG2')
    expect(before).toMatchObject({ status: 'closed' })
    expect(codeOf(await reopen(db))).toBe('deliberation-reopened')
    expect(await findSheet(db, 2026, 'JX01', 'WG2')).toEqual({ ...before, status: 'sent' })
    expect((await listScores(db, 2026))[0]).toMatchObject({ status: 'sheets', final: null })
    expect(
      raw(db, "SELECT body ->> '$.reason' AS reason FROM journal WHERE type = 'deliberation.reopened'"),
    ).toEqual([{ reason: '两位成员调离' }])
    expect(await read(db, 'WG1', 'deliberation', JX)).toContain('退回打分：两位成员调离')
    await foldsToState(db)
  })

  it('is decided in the end by those who sit now, and an old card fits no new proposal', async () => {
    await reopen(db)
    joins(db, 'WG2')
    expect(codeOf(await act(db, 'WG1', 'deliberation.open', JX))).toBe('deliberation-opened')
    for (const stale of [0, 1]) expect(codeOf(await propose(db, stale))).toBe('stale-proposal')
    expect(codeOf(await propose(db, 2))).toBe('proposal-made')
    expect(codeOf(await agree(db, 'WG2', 1))).toBe('stale-proposal')
    expect(codeOf(await agree(db, 'WG2', 3))).toBe('assessment-decided')
    const state = await findAssessment(db, 2026, 'JX01')
    if (state.status !== 'decided') throw new Error('not decided')
    expect(courseOf(state)[0]).toMatchObject({
      what: '退回',
      lines: ['到会人数不足，退回重新打分：两位成员调离'],
    })
    expect(
      raw(
        db,
        "SELECT count(DISTINCT key) AS n FROM outbox WHERE person = 'WG2' AND key LIKE '%proposal:assessment%'",
      ),
    ).toEqual([{ n: 2 }])
    await foldsToState(db)
  })

  it('drops what the convenor had written, keeps an excuse, and asks for what was found since', async () => {
    const other = accountTime()
    await fill(other, 'WG1')
    await fill(other, 'WG2')
    await act(other, 'WG1', 'sheet.excuse', { ...JX, member: 'WG3', reason: '出差' })
    await act(other, 'WG1', 'deliberation.open', JX)
    await act(other, 'WG1', 'deliberation.propose', {
      ...JX,
      round: 0,
      marks: [{ goal: 1, deductions: '3 议定' }] as never,
      seal: false,
    })
    loses(other, 'WG2')
    seedFinding(other, 'JX01', 5)
    expect(codeOf(await reopen(other, 'OF1'))).toBe('deliberation-reopened')
    expect(await findSheet(other, 2026, 'JX01', 'WG3')).toMatchObject({ status: 'excused', reason: '出差' })
    expect(await findSheet(other, 2026, 'JX01', 'WG1')).toMatchObject({ status: 'draft' })
    expect(raw(other, "SELECT state FROM subject WHERE id = 'proposal:2026:JX01'")).toEqual([
      { state: JSON.stringify({ entries: {} }) },
    ])
    const weighed = { ...JX, marks: [], findings: [drops(5, '不属实')] as never, seal: true }
    expect(codeOf(await act(other, 'WG1', 'sheet.fill', weighed))).toBe('sheet-sent')
    await foldsToState(other)
  })
})

describe('it is refused', () => {
  it('while enough are there, before the deliberation, after the decision, and without a reason', async () => {
    const db = await proposed()
    expect(await reopen(db)).toMatchObject({
      refusal: { code: 'sufficient-attendance', present: 3, quorum: 2 },
      show: { name: 'deliberation' },
    })
    expect(codeOf(await reopen(accountTime()))).toBe('unopened-deliberation')
    loses(db, 'WG2', 'WG3')
    expect(codeOf(await reopen(db, 'WG1', { ...JX, reason: ' \n ' }))).toBe('missing-cause')
    joins(db, 'WG2', 'WG3')
    for (const who of ['WG2', 'WG3']) await agree(db, who, 1)
    expect(codeOf(await reopen(db, 'OF1'))).toBe('already-decided')
  })

  it('to everybody but the convenor and the office, and to the office of the unit itself', async () => {
    const db = await proposed()
    await act(db, 'WG3', 'deliberation.object', { ...JX, round: 1, words: '扣分过重' })
    loses(db, 'WG1', 'WG3')
    expect(codeOf(await reopen(db, 'WG2'))).toBe('convenor-only')
    for (const who of ['WG1', 'WG3', 'CH', 'AG1', 'H-JX01', 'LD1'])
      expect(codeOf(await reopen(db, who)), who).toBe('outside-panel')
    db.exec("UPDATE person SET unit = 'JX01' WHERE id = 'OF1'")
    expect(codeOf(await reopen(db, 'OF1'))).toBe('outside-panel')
    expect(await todos(db, 'OF1')).toEqual([])
    db.exec("UPDATE person SET unit = NULL WHERE id = 'OF1'")
    expect(codeOf(await reopen(db, 'OF1'))).toBe('deliberation-reopened')
  })

  it('a second time: who did it is said, on the present card', async () => {
    const db = await proposed()
    loses(db, 'WG2', 'WG3')
    await reopen(db, 'OF1')
    expect(await reopen(db)).toMatchObject({
      refusal: { code: 'reopened-sheets' },
      show: { name: 'deliberation' },
    })
    for (const stale of [agree(db, 'WG1', 1), propose(db, 1)])
      expect(codeOf(await stale)).toBe('unopened-deliberation')
  })
})

describe('at the same time', () => {
  it('of two who take it back one does', async () => {
    const db = await proposed()
    loses(db, 'WG2', 'WG3')
    const both = await Promise.all([reopen(db), reopen(db, 'OF1')])
    expect(both.map(codeOf).toSorted()).toEqual(['deliberation-reopened', 'reopened-sheets'])
    expect(raw(db, "SELECT count(*) AS n FROM journal WHERE type = 'deliberation.reopened'")).toEqual([
      { n: 1 },
    ])
    await foldsToState(db)
  })

  it('of a proposal and the way back either order leaves one whole state', async () => {
    const db = await proposed()
    loses(db, 'WG2', 'WG3')
    await Promise.all([reopen(db, 'OF1'), propose(db, 1)])
    expect((await findAssessment(db, 2026, 'JX01')).status).toBe('open')
    expect(await findSheet(db, 2026, 'JX01', 'WG3')).toMatchObject({ status: 'sent' })
    await foldsToState(db)
  })
})
