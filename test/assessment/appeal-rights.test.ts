import { describe, expect, it } from 'vitest'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import {
  code,
  decidedTime,
  decides,
  does,
  drafting,
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

/** The person acts for another from 1 to 31 December, with all duties. */
const delegate = (db: SqliteDatabase, principal: string, person: string): void =>
  db.exec(
    `INSERT INTO delegation (principal, number, delegate, duties, from_on, to_on, given_by, given_at)
     VALUES ('${principal}', 1, '${person}', '[{"role":"all","scope":""}]', '2026-12-01', '2026-12-31', '${principal}', '2026-12-01T00:00:00.000Z')`,
  )

describe('rulebook 7: rights at the time of the act', () => {
  it('whoever belongs to the unit, or is in charge of it, neither sends on, nor hears, nor decides', async () => {
    const db = await decidedTime()
    await sent(db)
    for (const person of ['OF1', 'WG2', 'CH'])
      db.exec(`UPDATE person SET unit = 'JX01' WHERE id = '${person}'`)
    expect(code(await does(db, 'OF1', 'appeal.route', { ...ONE, to: 'group' }))).toBe('routers-only')
    // The office's only member is barred, and so is the chair: the other member of the leading group decides.
    expect(code(await does(db, 'CH', 'appeal.take-over', { ...ONE, words: '直接决定' }))).toBe(
      'deciders-only',
    )
    expect(code(await does(db, 'LM1', 'appeal.take-over', { ...ONE, words: '直接决定' }))).toBe(
      'appeal-to-leaders',
    )
    await does(db, 'LM1', 'appeal.weigh', { ...ONE, page: 0, verdicts: keptBoth })
    expect(code(await decides(db, 'CH'))).toBe('deciders-only')
    expect(code(await decides(db, 'LM1'))).toBe('appeal-decided')
  })

  it('a barred member of the group is not awaited, and sees nothing of it', async () => {
    const db = await decidedTime()
    await sent(db)
    db.exec(`UPDATE unit SET leader = 'WG3' WHERE id = 'JX01'`)
    await put(db, keptBoth)
    expect(code(await does(db, 'WG3', 'appeal.second', { ...ONE, round: 1 }))).toBe('barred-hearing')
    expect(await waits(db, 'WG3')).toEqual([])
    expect(code(await does(db, 'WG2', 'appeal.second', { ...ONE, round: 1 }))).toBe('appeal-decided')
  })

  it('a member who lost the seat meanwhile has no word, and is not waited for', async () => {
    const db = await decidedTime()
    await sent(db)
    await put(db, keptBoth)
    db.exec(`UPDATE role_held SET to_on = '2026-12-01' WHERE person = 'WG3'`)
    expect(code(await does(db, 'WG3', 'appeal.second', { ...ONE, round: 1 }))).toBe('hearing-member-only')
    expect(code(await does(db, 'WG2', 'appeal.second', { ...ONE, round: 1 }))).toBe('appeal-decided')
  })

  it('where nobody is left to agree, the convenor puts the outcome again to those who are there', async () => {
    const db = await decidedTime()
    await sent(db)
    await put(db, keptBoth)
    await does(db, 'WG2', 'appeal.second', { ...ONE, round: 1 })
    db.exec(`UPDATE role_held SET to_on = '2026-12-01' WHERE person = 'WG3'`)
    expect(await waits(db, 'WG1')).toEqual(['药学院第1件申诉待提交成员表态'])
    expect(await sees(db, 'WG1', 'appeal', ONE)).toContain('提交成员表态')
    await does(db, 'WG1', 'appeal.put', ONE)
    expect(code(await does(db, 'WG2', 'appeal.second', { ...ONE, round: 2 }))).toBe('appeal-decided')
  })

  it('a delegate acts in the name of head, member and chair, and the record shows both', async () => {
    const db = await decidedTime()
    for (const [principal, person] of [
      ['H-JX01', 'LM1'],
      ['CH', 'LD2'],
    ] as const)
      delegate(db, principal, person)
    await does(db, 'C-JX01', 'appeal.draft', drafting(['1.1', '2.1']))
    expect(code(await does(db, 'LM1', 'appeal.send', ONE))).toBe('appealing-head-only')
    expect(await waits(db, 'LM1', { inNameOf: 'H-JX01' })).toEqual(['药学院第1件申诉待报送'])
    expect(code(await does(db, 'LM1', 'appeal.send', ONE, { inNameOf: 'H-JX01' }))).toBe('appeal-sent')
    await does(db, 'OF1', 'appeal.route', { ...ONE, to: 'leaders' })
    const asChair = { inNameOf: 'CH' }
    await does(db, 'LD2', 'appeal.weigh', { ...ONE, page: 0, verdicts: keptBoth }, asChair)
    expect(code(await decides(db, 'LD2', 1, asChair))).toBe('appeal-decided')
    expect(await state(db)).toMatchObject({
      sent: { by: 'H-JX01', name: '药学院 负责人（领导小组 成员代）' },
      decided: { by: 'CH', name: '领导小组 组长（分管行政副校长代）' },
    })
  })

  it('what is barred to the delegate is barred to both: the unit’s head does not decide in the chair’s name', async () => {
    const db = await decidedTime()
    delegate(db, 'CH', 'H-JX01')
    await sent(db)
    const asChair = { inNameOf: 'CH' }
    expect(code(await does(db, 'H-JX01', 'appeal.take-over', { ...ONE, words: '直接' }, asChair))).toBe(
      'deciders-only',
    )
  })

  it('nobody else sees an appeal, and the unit nothing of what the group says before it is decided', async () => {
    const db = await decidedTime()
    await sent(db)
    for (const other of ['WG2', 'C-JX02', 'AG1', 'LD2', 'GA-energy'])
      expect(await sees(db, other, 'appeal', ONE), other).not.toContain('佐证材料已按期提交')
    await put(db, changedOne)
    await does(db, 'WG2', 'appeal.object', { ...ONE, round: 1, words: '还应再减' })
    for (const person of ['H-JX01', 'C-JX01', 'OF1', 'LD1']) {
      const card = await sees(db, person, 'appeal', ONE)
      expect(card, person).not.toContain('还应再减')
      expect(card, person).not.toContain('改为扣3分')
    }
    expect(await sees(db, 'WG3', 'appeal', ONE)).toContain('还应再减')
    for (const person of ['WG2', 'WG3', 'H-JX01', 'OF1'])
      expect(await sees(db, person, 'appeal', ONE), person).not.toContain('影响')
  })
})
