/** Articles 3-6: roles are given and ended with their days, by the office. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../src/kernel/decision.ts'
import type { LocalDate } from '../../../src/kernel/time.ts'
import { foldsEqual } from '../folded.ts'
import { doneOf, holdersOf, type PeopleWorld, peopleWorld, refusalOf, toldOf } from './world.ts'

const ON = '2026-03-02'
const WORKING = '第一目标管理工作组'
let w: PeopleWorld
beforeEach(async () => {
  w = await peopleWorld()
})

const give = (more: JsonObject = {}, on?: LocalDate) =>
  w.office('role.give', { person: 'T-JX01', role: 'contact', scope: 'JX01', from: ON, to: null, ...more }, on)
const end = (more: JsonObject = {}, on?: LocalDate) =>
  w.office('role.end', { person: 'C-JX01', role: 'contact', scope: 'JX01', to: ON, ...more }, on)

describe('Articles 3-6: a role is given', () => {
  it('from its first day to its last, and the holder is told', async () => {
    expect(doneOf(await give({ from: '2026-04-01', to: '2026-06-30' }))).toBe('role-given')
    expect(holdersOf(w, 'contact', 'JX01', '2026-03-31')).toEqual(['C-JX01'])
    expect(holdersOf(w, 'contact', 'JX01', '2026-06-30')).toEqual(['C-JX01', 'T-JX01'])
    expect(holdersOf(w, 'contact', 'JX01', '2026-07-01')).toEqual(['C-JX01'])
    expect(toldOf(w, 'role-told')).toEqual(['T-JX01'])
    await foldsEqual(w.db)
  })

  it('to a person and for a place found by name', async () => {
    expect(doneOf(await give({ person: '药学院教师', scope: '药学院' }))).toBe('role-given')
    expect(holdersOf(w, 'contact', 'JX01', ON)).toEqual(['C-JX01', 'T-JX01'])
    expect(
      w.db.raw("SELECT body FROM journal WHERE type = 'role.given' ORDER BY rowid DESC LIMIT 1"),
    ).toEqual([
      { body: JSON.stringify({ type: 'role.given', role: 'contact', scope: 'JX01', from: ON, to: null }) },
    ])
    expect(refusalOf(await give({ person: '张无名' })).code).toBe('unknown-person-named')
    expect(refusalOf(await give({ person: 'H-JX01', scope: '没有的学院' })).code).toBe('unknown-scope')
    expect(refusalOf(await give({ person: 'H-JX01', scope: '学院' })).code).toBe('unknown-scope')
  })

  it('again with another last day: it is longer or shorter, and the first day stays', async () => {
    await give({ to: '2026-06-30' })
    expect(refusalOf(await give({ to: '2026-06-30' }, '2026-03-05')).code).toBe('held-role')
    expect(doneOf(await give({ from: '2026-05-01', to: '2026-09-30' }, '2026-05-01'))).toBe('role-given')
    expect(w.db.raw("SELECT from_on, to_on FROM role_held WHERE person = 'T-JX01'")).toEqual([
      { from_on: ON, to_on: '2026-09-30' },
    ])
  })

  it('by nobody but the office, and by no delegate to himself', async () => {
    const wish = { person: 'T-JX01', role: 'contact', scope: 'JX01', from: ON, to: null }
    for (const by of ['CH', 'H-JX01', 'LD1', 'WG1'])
      expect(refusalOf(await w.do(by, 'role.give', wish)).code).toBe('foreign-roles')
    await w.do('OF1', 'delegation.give', {
      principal: null,
      delegate: 'T-JX01',
      duties: ['all'],
      from: ON,
      to: '2026-03-20',
    })
    expect(refusalOf(await w.do('T-JX01', 'role.give', wish, ON, 'OF1')).code).toBe('own-gift')
  })

  it('never for days that are over, nor backwards', async () => {
    expect(refusalOf(await give({ from: '2026-03-01' })).code).toBe('past-role')
    expect(refusalOf(await give({ from: '2026-04-01', to: '2026-03-31' })).code).toBe('reversed-role')
  })

  it('Article 4: not to a second chair, but to one after the other', async () => {
    const chair = { person: 'LM1', role: 'chair', scope: '' }
    expect(refusalOf(await give(chair))).toMatchObject({ code: 'taken-chair', name: '领导小组 组长' })
    await w.office('role.end', { person: 'CH', role: 'chair', scope: '', to: '2026-05-31', sure: true })
    expect(refusalOf(await give({ ...chair, from: '2026-05-31' })).code).toBe('taken-chair')
    expect(doneOf(await give({ ...chair, from: '2026-06-01' }))).toBe('role-given')
  })

  it.each([
    ['without an account', { person: 'T-9' }, 'no-account'],
    ['who works in another unit', { person: 'T-JX01', scope: 'JX02' }, 'other-unit'],
    ['of a group that has the own unit', { role: 'working-member', scope: WORKING }, 'own-unit'],
    [
      'who would be the second convenor',
      { person: 'WG2', role: 'working-convenor', scope: WORKING },
      'second-holder',
    ],
  ])('to somebody %s only when that was read', async (_, wish, code) => {
    w.db.exec("INSERT INTO person (id, name, unit, title) VALUES ('T-9', '张新', 'JX01', '教师')")
    w.db.exec(
      `INSERT INTO subject (id, version, hash, state) VALUES ('person:T-9', 1, 'x', '{"status":"active","record":{"name":"张新","unit":"JX01","title":"教师","mobile":null,"email":null},"roles":[],"openId":null}')`,
    )
    const outcome = await give(wish)
    expect(refusalOf(outcome)).toMatchObject({ code: 'doubtful-role', doubts: [{ code }] })
    expect(outcome.show?.name).toBe('give-role-check')
    const card = await w.read('OF1', 'give-role-check', outcome.show?.params)
    expect(card).toContain('仍然授予')
    expect(doneOf(await give({ ...wish, sure: true }))).toBe('role-given')
  })
})

describe('Articles 3-6: a role is ended', () => {
  it('with its last day, today or later', async () => {
    await give()
    expect(refusalOf(await end({ to: '2026-03-01' })).code).toBe('past-end')
    expect(doneOf(await end({ to: '2026-04-30' }))).toBe('role-ended')
    expect(refusalOf(await end({ to: '2026-04-30' })).code).toBe('unchanged-end')
    expect(refusalOf(await end({ to: '2026-05-31' })).code).toBe('late-end')
    expect(holdersOf(w, 'contact', 'JX01', '2026-05-01')).toEqual(['T-JX01'])
    expect(toldOf(w, 'role-told')).toEqual(['C-JX01', 'T-JX01'])
    await foldsEqual(w.db)
  })

  it.each([
    ['contact', 'C-JX01', 'JX01', 'T-JX01'],
    ['head', 'H-JX01', 'JX01', 'T-JX01'],
    ['chair', 'CH', '', 'LM1'],
    ['working-convenor', 'WG1', WORKING, 'WG2'],
    ['assessment-convenor', 'AG1', '机关考核工作组', 'AG2'],
    ['lead-unit', 'GA-energy', 'energy', 'LM1'],
  ])('the last %s only with a successor, or knowing what stops', async (role, person, scope, successor) => {
    const wish = { person, role, scope, to: '2026-03-31' }
    const outcome = await w.office('role.end', wish)
    expect(refusalOf(outcome)).toMatchObject({ code: 'last-role', role })
    expect(outcome.show?.name).toBe('end-role-check')
    expect(await w.read('OF1', 'end-role-check', outcome.show?.params)).toContain('仍然结束')
    expect(doneOf(await w.office('role.end', { ...wish, successor }))).toBe('role-ended')
    expect(holdersOf(w, role, scope, '2026-03-31')).toEqual([person])
    expect(holdersOf(w, role, scope, '2026-04-01')).toEqual([successor])
  })

  it('and says in the journal that nobody follows', async () => {
    expect(doneOf(await end({ sure: true }))).toBe('role-ended')
    expect(
      w.db.raw("SELECT body ->> '$.stops' AS stops FROM journal WHERE type = 'school.role-ended'"),
    ).toEqual([{ stops: 1 }])
  })

  it('the last member of the office never without a successor: nobody could mend it', async () => {
    const office = (person: string, more: JsonObject) =>
      w.office('role.end', { person, role: 'office', scope: '', to: ON, ...more })
    expect(doneOf(await office('OF2', {}))).toBe('role-ended')
    expect(refusalOf(await office('OF1', { sure: true })).code).toBe('last-office')
    expect(doneOf(await office('OF1', { successor: 'LM1' }))).toBe('role-ended')
  })

  it('nobody follows himself, and what is over is not ended again', async () => {
    expect(refusalOf(await end({ successor: 'C-JX01' })).code).toBe('own-successor')
    expect(refusalOf(await end({ person: 'T-JX01' })).code).toBe('unheld-role')
    expect(
      refusalOf(
        await w.do('H-JX01', 'role.end', { person: 'C-JX01', role: 'contact', scope: 'JX01', to: ON }),
      ).code,
    ).toBe('foreign-roles')
  })
})

describe('no role ends silently', () => {
  it('seven working days before and on the last day the holder and the office are told, once each', async () => {
    await give({ to: '2026-03-20' })
    const ending = (): string[] => toldOf(w, 'roles-ending')
    await w.clock('2026-03-10')
    expect(ending()).toEqual([])
    await w.clock('2026-03-11', '20')
    expect(ending()).toEqual([])
    await w.clock('2026-03-11')
    await w.clock('2026-03-11')
    await w.clock('2026-03-12')
    expect(ending()).toEqual(['OF1', 'OF2', 'T-JX01'])
    expect(await w.read('T-JX01', 'roles-ending', { to: '2026-03-20' }, '2026-03-11')).toContain(
      '还有 7 个工作日',
    )
    await w.clock('2026-03-20')
    await w.clock('2026-03-20')
    expect(ending()).toEqual(['OF1', 'OF1', 'OF2', 'OF2', 'T-JX01', 'T-JX01'])
    await w.clock('2026-03-21')
    expect(ending()).toHaveLength(6)
  })

  it('not again by the clock what was told with the end itself', async () => {
    await give()
    await end({ to: ON })
    await w.clock(ON)
    expect(toldOf(w, 'roles-ending')).toEqual([])
  })

  it('again where the last day was moved', async () => {
    await give({ to: '2026-03-20' })
    await w.clock('2026-03-11')
    await give({ to: '2026-04-30' }, '2026-03-12')
    await w.clock('2026-04-22')
    expect(toldOf(w, 'roles-ending')).toEqual(['OF1', 'OF1', 'OF2', 'OF2', 'T-JX01', 'T-JX01'])
  })
})
