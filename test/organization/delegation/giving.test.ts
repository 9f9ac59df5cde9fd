/** Rulebook 7: every role can be delegated for a span of days. */
import { describe, expect, it } from 'vitest'
import { findActor } from '../../../src/organization/queries.ts'
import { doneOf, refusalOf } from '../../planning/world.ts'
import { journalEqualsState } from '../../world/journal.ts'
import { delegationWorld, toldOf } from './world.ts'

describe('giving duties to another', () => {
  it('is done by the person for the own duties; both names, the days and the duties are kept, and the delegate is told', async () => {
    const world = delegationWorld()
    expect(doneOf(await world.give('LD1'))).toMatchObject({
      code: 'delegation-given',
      delegate: '分管行政副校长',
    })
    expect(toldOf(world)).toEqual(['LD1#1 to LD2'])
    expect(
      world.db.raw('SELECT principal, delegate, duties, from_on, to_on, given_by, begun FROM delegation'),
    ).toEqual([
      {
        ...{ principal: 'LD1', delegate: 'LD2', duties: '[{"role":"all","scope":""}]' },
        ...{ from_on: '2026-03-02', to_on: '2026-03-10', given_by: 'LD1', begun: 1 },
      },
    ])
    await journalEqualsState(world.db)
  })

  it('is done by the office for anybody, and by nobody else', async () => {
    const world = delegationWorld()
    for (const by of ['LD2', 'CH', 'WG1', 'H-JX01'])
      expect(refusalOf(await world.give(by, { principal: 'LD1', delegate: 'LM1' }))).toEqual({
        code: 'foreign-delegation',
        name: '分管教学副校长',
      })
    doneOf(await world.give('OF1', { principal: 'LD1', delegate: '领导小组成员' }))
    expect(toldOf(world)).toEqual(['LD1#1 to LD1', 'LD1#1 to LM1'])
  })

  it('finds people by number or by name, and asks which where a name is shared', async () => {
    const world = delegationWorld()
    expect(refusalOf(await world.give('LD1', { delegate: '李四' }))).toEqual({
      code: 'unknown-person-named',
      words: '李四',
    })
    world.db.exec(
      "INSERT INTO person (id, name, title) VALUES ('X1', '王芳', '处长'), ('X2', '王芳', '教授')",
    )
    expect(refusalOf(await world.give('LD1', { delegate: '王芳' }))).toEqual({
      code: 'ambiguous-person',
      people: [
        { id: 'X1', name: '王芳', unit: '处长' },
        { id: 'X2', name: '王芳', unit: '教授' },
      ],
    })
    doneOf(await world.give('LD1', { delegate: 'X2' }))
  })

  it.each([
    ['past-delegation', { from: '2026-03-01' }],
    ['reversed-delegation', { from: '2026-03-05', to: '2026-03-04' }],
    ['long-delegation', { from: '2026-03-02', to: '2027-03-03' }],
    ['own-delegate', { delegate: 'LD1' }],
    ['unheld-duty', { duties: ['chair:'] }],
    ['unheld-duty', { duties: [] }],
  ])('is refused as %s', async (code, wish) => {
    expect(refusalOf(await delegationWorld().give('LD1', wish)).code).toBe(code)
  })

  it('is refused to who holds nothing, and of what is held in another’s name', async () => {
    const world = delegationWorld()
    world.db.exec("INSERT INTO person (id, name, title) VALUES ('X1', '王芳', '教师')")
    expect(refusalOf(await world.give('X1')).code).toBe('empty-duties')
    doneOf(await world.give('LD1'))
    const wish = { principal: null, delegate: 'LM1', duties: ['all'], from: '2026-03-03', to: '2026-03-04' }
    const again = await world.do('LD2', 'delegation.give', wish, '2026-03-02', 'LD1')
    expect(refusalOf(again)).toEqual({ code: 'delegated-delegation' })
    doneOf(await world.give('LD2', { delegate: 'LM1' }))
    const lm1 = { by: 'LM1', inNameOf: 'LD2', today: '2026-03-03' } as const
    expect((await findActor(world.db, lm1))?.leads).not.toContain('JX01')
  })

  it('gives a duty to one at a time, but different duties or days to different people', async () => {
    const world = delegationWorld()
    doneOf(await world.give('WG1', { duties: ['working-convenor:WG'], delegate: 'WG2' }))
    for (const duties of [['all'], ['working-convenor:WG'], ['working-convenor:*']])
      expect(
        refusalOf(await world.give('WG1', { duties, delegate: 'WG3', from: '2026-03-10', to: '2026-03-20' })),
      ).toEqual({
        code: 'overlapping-delegation',
        delegate: '第一工作组 成员甲',
        from: '2026-03-02',
        to: '2026-03-10',
      })
    doneOf(await world.give('WG1', { delegate: 'WG3', from: '2026-03-11', to: '2026-03-20' }))
  })

  it('of two who give the same duty at once one does, and the other is told to whom it went', async () => {
    const world = delegationWorld()
    const outcomes = await Promise.all([
      world.give('LD1', { delegate: 'LD2' }),
      world.give('OF1', { principal: 'LD1', delegate: 'LM1' }),
    ])
    const lost = outcomes.filter((one) => !one.ok)
    expect(lost).toHaveLength(1)
    for (const one of lost) expect(refusalOf(one).code).toBe('overlapping-delegation')
  })

  it('has a most that one can hold', async () => {
    const world = delegationWorld()
    const units = Array.from({ length: 21 }, (_, n) => `P${n}`)
    for (const id of units) {
      world.db.exec(`INSERT INTO person (id, name, title) VALUES ('${id}', '人${id}', '')`)
      world.db.exec(
        `INSERT INTO role_held (person, role, scope, from_on) VALUES ('${id}', 'contact', 'JX01', '2026-01-01')`,
      )
    }
    for (const id of units.slice(1)) doneOf(await world.give(id))
    expect(refusalOf(await world.give('P0'))).toEqual({ code: 'crowded-delegate', name: '分管行政副校长' })
  })
})

describe('its first and its last day', () => {
  it('come by themselves: rights follow the days, and both are told, once', async () => {
    const world = delegationWorld()
    doneOf(await world.give('LD1', { from: '2026-03-04', to: '2026-03-05' }))
    const leads = async (today: `2026-03-${string}`) =>
      (await findActor(world.db, { by: 'LD2', inNameOf: 'LD1', today }))?.leads.length ?? 0
    expect([await leads('2026-03-03'), await leads('2026-03-06')]).toEqual([0, 0])
    expect(await leads('2026-03-04')).toBeGreaterThan(0)
    expect(await leads('2026-03-05')).toBeGreaterThan(0)
    expect(await world.clock('2026-03-03')).toEqual([])
    expect((await world.clock('2026-03-04')).map((one) => doneOf(one).code)).toEqual(['delegation-begun'])
    expect(await world.clock('2026-03-05')).toEqual([])
    expect((await world.clock('2026-03-06')).map((one) => doneOf(one).code)).toEqual(['delegation-over'])
    expect(await world.clock('2026-03-07')).toEqual([])
    const both = ['LD1#1 to LD1', 'LD1#1 to LD2']
    expect(toldOf(world)).toEqual(['LD1#1 to LD2', ...both, ...both])
    await journalEqualsState(world.db)
  })

  it('are not told of twice by two machines that look at the same minute', async () => {
    const world = delegationWorld()
    doneOf(await world.give('LD1', { to: '2026-03-03' }))
    const one = { principal: 'LD1', number: 1 }
    const expire = () => world.do('clock', 'delegation.expire', one, '2026-03-04')
    const outcomes = await Promise.all([expire(), expire()])
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    expect(toldOf(world)).toHaveLength(3)
  })

  it('that passed while nothing ran leave it over, not begun', async () => {
    const world = delegationWorld()
    doneOf(await world.give('LD1', { from: '2026-03-04', to: '2026-03-05' }))
    expect((await world.clock('2026-03-09')).map((one) => doneOf(one).code)).toEqual(['delegation-over'])
  })

  it('do not come early, whoever says so', async () => {
    const world = delegationWorld()
    doneOf(await world.give('LD1', { from: '2026-03-04', to: '2026-03-05' }))
    const one = { principal: 'LD1', number: 1 }
    expect(refusalOf(await world.do('clock', 'delegation.begin', one))).toMatchObject({
      code: 'early-delegation',
    })
    expect(refusalOf(await world.do('clock', 'delegation.expire', one))).toMatchObject({
      code: 'running-delegation',
    })
  })
})

describe('ending it early', () => {
  it.each(['LD1', 'LD2', 'OF1'])('is for %s: principal, delegate or office', async (by) => {
    const world = delegationWorld()
    doneOf(await world.give('LD1'))
    const one = { principal: 'LD1', number: 1 }
    for (const other of ['CH', 'WG1'])
      expect(refusalOf(await world.do(other, 'delegation.end', one)).code).toBe('foreign-delegation')
    expect(doneOf(await world.do(by, 'delegation.end', one)).code).toBe('delegation-taken-back')
    expect(toldOf(world).length).toBe(by === 'OF1' ? 3 : 2)
    expect(refusalOf(await world.do('LD2', 'delegation.end', one)).code).toBe('ended-delegation')
    expect((await findActor(world.db, { by: 'LD2', inNameOf: 'LD1', today: '2026-03-02' }))?.leads).toEqual(
      [],
    )
    doneOf(await world.give('LD1', { delegate: 'LM1' }))
  })

  it('of what is not there is refused with a sentence', async () => {
    const one = { principal: 'LD1', number: 7 }
    expect(refusalOf(await delegationWorld().do('OF1', 'delegation.end', one)).code).toBe(
      'unknown-delegation',
    )
  })
})
