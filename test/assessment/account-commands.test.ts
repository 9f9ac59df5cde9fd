/** The account by its commands: who is told, what the tables hold, and what two do at once (rulebook 5). */
import { describe, expect, it } from 'vitest'
import {
  accountTime,
  act,
  codeOf,
  JX,
  read,
  said,
  seedDelegation,
  seedMeasure,
  seedPerson,
  signs,
  todos,
  wholeAccount,
  XZ,
} from './account-world.ts'
import { raw } from './raw.ts'
import { clean, noticed, putYear } from './world.ts'

const state = (db: ReturnType<typeof accountTime>, who: string, all = wholeAccount()) =>
  act(db, who, 'account.state', { ...JX, said: all })
const sign = (db: ReturnType<typeof accountTime>, who: string, seen: number) =>
  act(db, who, 'account.sign', { ...JX, seen })
const score = (db: ReturnType<typeof accountTime>, who: string, account: number | null) =>
  act(db, who, 'sheet.fill', { ...JX, marks: clean('JX01') as never, account, seal: true })

describe('the account', () => {
  it('is drafted goal by goal; the head is told once it is whole, and has it in 待办', async () => {
    const db = accountTime()
    expect(await todos(db, 'C-JX01')).toEqual(['药学院年度自评还有6项目标没有写全'])
    const first = await state(db, 'C-JX01', [said(1, { value: 48_00, met: null })])
    expect(first).toMatchObject({
      done: { code: 'account-kept', missing: expect.arrayContaining([{ goal: 1, lacks: ['reason'] }]) },
    })
    expect(noticed(db)).toEqual([])
    await state(db, 'C-JX01', wholeAccount(48_00))
    expect(noticed(db)).toEqual(['H-JX01 account'])
    expect(await todos(db, 'C-JX01')).toEqual([])
    expect(await todos(db, 'H-JX01')).toEqual(['药学院年度自评已写全，待您提交'])
    expect(codeOf(await sign(db, 'H-JX01', 2))).toBe('account-signed')
    expect(await todos(db, 'H-JX01')).toEqual([])
  })

  it('rulebook 7: is the unit’s own: others neither write, nor sign, nor read the draft', async () => {
    const db = accountTime()
    for (const who of ['C-JX02', 'WG1', 'OF1', 'LD1'])
      expect(codeOf(await state(db, who))).toBe('foreign-account')
    await state(db, 'C-JX01')
    expect(codeOf(await sign(db, 'C-JX01', 1))).toBe('head-only')
    for (const who of ['WG2', 'LD1', 'OF1', 'CH'])
      expect(await read(db, who, 'account', { ...JX, page: 1 })).toContain('还没有提交自评')
    await sign(db, 'H-JX01', 1)
    for (const who of ['WG2', 'LD1', 'OF1', 'CH'])
      expect(await read(db, who, 'account', { ...JX, page: 1 })).toContain('第2项已完成')
    for (const who of ['AG1', 'C-JX02', 'GA-energy'])
      expect(await read(db, who, 'account', { ...JX, page: 1 })).not.toContain('第2项已完成')
  })

  it('rulebook 7: a delegate of the head signs in the head’s name, under both names', async () => {
    const db = accountTime()
    seedPerson(db, 'T1', 'JX01')
    seedDelegation(db, 'H-JX01', 'T1', { role: 'head', scope: 'JX01' })
    await state(db, 'C-JX01')
    expect(codeOf(await sign(db, 'T1', 1))).toBe('foreign-account')
    expect(codeOf(await sign(db, 'T1 for H-JX01', 1))).toBe('account-signed')
    expect(await read(db, 'WG1', 'account', { ...JX, page: 1 })).toContain('药学院 负责人（T1先生代）')
  })

  it('what was signed stays whole when the target moves: what fell short by then is asked for its reason', async () => {
    const db = accountTime()
    await state(db, 'C-JX01')
    seedMeasure(db, 'JX01', 60_00)
    expect(await sign(db, 'H-JX01', 1)).toMatchObject({
      refusal: { code: 'incomplete-account', missing: [{ goal: 1, lacks: ['reason'] }] },
    })
    seedMeasure(db, 'JX01', 40_00)
    expect(codeOf(await sign(db, 'H-JX01', 1))).toBe('account-signed')
  })

  it('is for the phase of assessment only', async () => {
    const db = accountTime()
    putYear(db, {}, 'results')
    expect(codeOf(await state(db, 'C-JX01'))).toBe('early-account')
    expect(await todos(db, 'C-JX01')).toEqual([])
  })

  it('late ones are listed first, for the office all, for a group those it assesses', async () => {
    const db = accountTime()
    await signs(db, JX)
    const office = await read(db, 'OF1', 'account-progress')
    expect(office).toContain('4个未提交')
    expect(office.indexOf('护理学院')).toBeLessThan(office.indexOf('药学院'))
    const group = await read(db, 'WG2', 'account-progress')
    expect(group).toContain('2个未提交')
    expect(group).not.toContain('教务处')
    expect(await read(db, 'C-JX01', 'account-progress')).not.toContain('护理学院')
  })
})

describe('the account and the sheets', () => {
  it('a sheet can be sent without an account, says so, and its member is told when it comes', async () => {
    const db = accountTime()
    expect(await read(db, 'WG2', 'score-sheet', { ...JX, member: 'WG2', page: 1 })).toContain('未提交自评')
    expect(codeOf(await score(db, 'WG2', null))).toBe('sheet-sent')
    await signs(db, JX)
    expect(noticed(db)).toContain('WG2 score-sheet')
    expect(codeOf(await act(db, 'H-JX01', 'account.take-back', JX))).toBe('scored-account')
  })

  it('who had not seen it sees it first, and loses nothing: the sheet is not sent on an account that moved', async () => {
    const db = accountTime()
    await signs(db, JX)
    expect(await score(db, 'WG2', null)).toEqual({
      ok: false,
      refusal: { code: 'moved-account', signed: true },
    })
    expect(codeOf(await score(db, 'WG2', 1))).toBe('sheet-sent')
    expect(raw(db, 'SELECT member, status, account FROM sheet')).toEqual([
      { member: 'WG2', status: 'sent', account: 1 },
    ])
  })

  it('once the group deliberates nothing is stated, signed or taken back', async () => {
    const db = accountTime()
    await state(db, 'C-JX01')
    for (const who of ['WG1', 'WG2', 'WG3']) await score(db, who, null)
    await act(db, 'WG1', 'deliberation.open', JX)
    for (const outcome of [
      await state(db, 'C-JX01', [said(2, { words: '改' })]),
      await sign(db, 'H-JX01', 1),
    ])
      expect(codeOf(outcome)).toBe('late-account')
    expect(await read(db, 'C-JX01', 'account', { ...JX, page: 1 })).toContain('开启合议')
    expect(await read(db, 'OF1', 'account-progress')).toContain('逾期未交')
  })
})

describe('two at once', () => {
  it('the contact changes while the head signs: what is signed is what the head has read', async () => {
    for (const head of ['first', 'last']) {
      const db = accountTime()
      await state(db, 'C-JX01')
      const acts = [() => sign(db, 'H-JX01', 1), () => state(db, 'C-JX01', [said(2, { words: '改过' })])]
      const both = await Promise.all((head === 'first' ? acts : acts.toReversed()).map((one) => one()))
      const codes = both.map(codeOf).toSorted()
      expect([
        ['account-signed', 'signed-account'],
        ['account-kept', 'changed-account'],
      ]).toContainEqual(codes)
      const [row] = raw(db, "SELECT status, revision FROM unit_account WHERE id = 'account:2026:JX01'")
      expect(row).toEqual(
        codes.includes('account-signed')
          ? { status: 'signed', revision: 1 }
          : { status: 'draft', revision: 2 },
      )
    }
  })

  it('the account is taken back while a member sends: one of the two stands, never both', async () => {
    for (const order of [1, -1]) {
      const db = accountTime()
      await signs(db, JX)
      const acts = [() => act(db, 'H-JX01', 'account.take-back', JX), () => score(db, 'WG2', 1)]
      const both = await Promise.all((order === 1 ? acts : acts.toReversed()).map((one) => one()))
      expect(both.map(codeOf).toSorted()).toEqual(
        both.some((one) => codeOf(one) === 'sheet-sent')
          ? ['scored-account', 'sheet-sent']
          : ['account-taken-back', 'moved-account'],
      )
    }
  })

  it('a second tap on 提交自评 is answered by what stands', async () => {
    const db = accountTime()
    await state(db, 'C-JX01')
    const both = await Promise.all([sign(db, 'H-JX01', 1), sign(db, 'H-JX01', 1)])
    expect(both.map(codeOf).toSorted()).toEqual(['account-signed', 'signed-account'])
  })
})

describe('the tables hold it', () => {
  const broken = (db: ReturnType<typeof accountTime>, sql: string) => expect(() => db.exec(sql)).toThrow()

  it('a signed account is whole, begins as a draft, is never deleted, and stays once a sheet is sent', async () => {
    const db = accountTime()
    broken(
      db,
      `INSERT INTO unit_account VALUES ('account:2026:JX02', 2026, 'JX02', 'signed', 1, 'x', 'y', 'y')`,
    )
    await state(db, 'C-JX01', [said(2)])
    broken(db, `UPDATE unit_account SET status = 'signed', signed_by = 'x', signed_at = 'y'`)
    broken(db, `UPDATE unit_account SET status = 'signed'`)
    broken(db, 'DELETE FROM unit_account')
    await state(db, 'C-JX01')
    await sign(db, 'H-JX01', 2)
    await score(db, 'WG2', 2)
    broken(db, `UPDATE unit_account SET status = 'draft', signed_by = NULL, signed_at = NULL`)
  })

  it('a sheet is sent on the account as it is, and nothing is stated while the group deliberates', async () => {
    const db = accountTime()
    await signs(db, XZ)
    broken(db, `INSERT INTO sheet VALUES (2026, 'XZ01', 'AG1', 'sent', NULL, 'now')`)
    broken(db, `INSERT INTO sheet VALUES (2026, 'XZ01', 'AG1', 'sent', 7, 'now')`)
    db.exec(`INSERT INTO sheet VALUES (2026, 'XZ01', 'AG1', 'sent', 1, 'now')`)
    db.exec(`INSERT INTO score VALUES (2026, 'XZ01', 'assessment:2026:XZ01', 'deliberation', NULL, NULL)`)
    broken(db, `UPDATE unit_account SET revision = 9`)
  })
})
