/** Articles 3-6: one person takes over from another in one confirmed step. */
import { beforeEach, describe, expect, it } from 'vitest'
import { journalEqualsState } from '../../world/journal.ts'
import { count, rowCounts } from '../../world/rows.ts'
import { foldsEqual } from '../folded.ts'
import { doneOf, holdersOf, type PeopleWorld, peopleWorld, refusalOf, toldOf } from './world.ts'

const ON = '2026-03-02'
let w: PeopleWorld
beforeEach(async () => {
  w = await peopleWorld()
})

const leadersOf = (): unknown => w.db.raw('SELECT id, leader FROM unit ORDER BY id')

describe('Articles 3-6: a person is replaced', () => {
  it('with roles, open tasks and delegations in one commit; both and the head are told', async () => {
    const goal = await w.tasks('C-JX01', 'JX01', 2, 3)
    await w.do('C-JX01', 'progress.report', { goal, task: 1, percent: 100, done: '完成' })
    await w.do('C-JX01', 'delegation.give', {
      ...{ principal: null, delegate: 'C-JX02', duties: ['all'], from: ON, to: '2026-03-20' },
    })
    expect(doneOf(await w.replace('C-JX01', 'T-JX01'))).toBe('person-replaced')
    expect(holdersOf(w, 'contact', 'JX01', ON)).toEqual(['T-JX01'])
    expect(w.db.raw('SELECT number, owner FROM task ORDER BY number')).toEqual([
      { number: 1, owner: 'C-JX01' },
      { number: 2, owner: 'T-JX01' },
      { number: 3, owner: 'T-JX01' },
    ])
    expect(w.db.raw('SELECT count(*) AS n FROM delegation WHERE ended_at IS NULL')).toEqual([{ n: 0 }])
    expect(toldOf(w, 'replaced')).toEqual(['C-JX01', 'H-JX01', 'T-JX01'])
    await foldsEqual(w.db)
    expect(await journalEqualsState(w.db)).toContain('execution')
  })

  it('a leader in charge with all units, whose plans follow', async () => {
    expect(doneOf(await w.replace('LD1', 'LD2'))).toBe('person-replaced')
    expect(leadersOf()).toEqual(['FY01', 'JX01', 'JX02', 'XZ01', 'XZ02'].map((id) => ({ id, leader: 'LD2' })))
    expect(toldOf(w, 'replaced')).toEqual(['H-FY01', 'H-JX01', 'H-JX02', 'LD1', 'LD2'])
    await foldsEqual(w.db)
  })

  it('what is kept out stays, and the rest moves', async () => {
    expect(doneOf(await w.replace('LD1', 'LD2', { keep: ['unit:JX02', 'unit:FY01'] }))).toBe(
      'person-replaced',
    )
    expect(leadersOf()).toContainEqual({ id: 'JX01', leader: 'LD2' })
    expect(leadersOf()).toContainEqual({ id: 'JX02', leader: 'LD1' })
    expect(await w.read('OF1', 'replaced', { number: 2 })).toContain('护理学院 分管校领导')
  })

  it('a role with a last day passes for the days that are left; one that is still to begin for its days', async () => {
    await w.office('role.give', {
      ...{ person: 'T-JX01', role: 'head', scope: 'JX02', from: '2026-05-01', to: '2026-06-30', sure: true },
    })
    await w.office('role.end', {
      person: 'C-JX02',
      role: 'contact',
      scope: 'JX02',
      to: '2026-04-30',
      sure: true,
    })
    await w.replace('T-JX01', 'H-XZ01')
    await w.replace('C-JX02', 'H-XZ02')
    const held = (person: string) =>
      w.db.raw(`SELECT role, from_on, to_on FROM role_held WHERE person = '${person}' AND scope = 'JX02'`)
    expect(held('H-XZ01')).toEqual([{ role: 'head', from_on: '2026-05-01', to_on: '2026-06-30' }])
    expect(held('H-XZ02')).toEqual([{ role: 'contact', from_on: ON, to_on: '2026-04-30' }])
  })

  it('who has the role already keeps the longer span', async () => {
    await w.office('role.give', {
      person: 'WG2',
      role: 'working-convenor',
      scope: '第一目标管理工作组',
      from: ON,
      to: '2026-06-30',
      sure: true,
    })
    await w.replace('WG1', 'WG2')
    expect(
      w.db.raw("SELECT from_on, to_on FROM role_held WHERE person = 'WG2' AND role = 'working-convenor'"),
    ).toEqual([{ from_on: ON, to_on: null }])
  })

  it('who leaves at once has no account and nothing left, by the database', async () => {
    await w.tasks('C-JX01', 'JX01', 2)
    expect(doneOf(await w.replace('C-JX01', 'T-JX01', { leaves: true }))).toBe('person-replaced')
    expect(count(w.db, "account WHERE person = 'C-JX01'")).toBe(0)
    expect(w.db.raw("SELECT ended_on FROM person WHERE id = 'C-JX01'")).toEqual([{ ended_on: '2026-03-01' }])
    expect(toldOf(w, 'replaced')).toEqual(['H-JX01', 'T-JX01'])
    expect(count(w.db, "outbox WHERE person = 'C-JX01' AND view <> 'task' AND view <> 'tasks-given'")).toBe(0)
    expect(() =>
      w.db.exec(
        "INSERT INTO departure (person, on_day, at) VALUES ('T-JX01', '2026-03-02', '2026-03-02T09:00:00.000Z')",
      ),
    ).toThrow('still has something')
    await foldsEqual(w.db)
  })

  it('of who left with tasks in a roster, the tasks pass on', async () => {
    await w.tasks('T-JX01', 'JX01', 2)
    w.db.exec("UPDATE person SET ended_on = '2026-02-28' WHERE id = 'T-JX01'")
    const card = await w.read('OF1', 'replacement', { leaver: 'T-JX01', successor: 'C-JX01' })
    expect(card).toContain('已离任，现在只移交留下的工作')
    expect(doneOf(await w.replace('T-JX01', 'C-JX01'))).toBe('person-replaced')
    expect(w.db.raw('SELECT DISTINCT owner FROM task')).toEqual([{ owner: 'C-JX01' }])
  })

  it('not by anybody but the office, nor to oneself, nor to who left, nor with nothing', async () => {
    const wish = { keep: [], leaves: false, seen: 1, mark: '' }
    const by = (person: string, leaver: string, successor: string) =>
      w.do(person, 'person.replace', { leaver, successor, ...wish })
    expect(refusalOf(await by('CH', 'C-JX01', 'T-JX01')).code).toBe('foreign-people')
    expect(refusalOf(await by('OF1', 'C-JX01', 'C-JX01')).code).toBe('same-person')
    expect(refusalOf(await by('OF1', 'T-JX01', 'C-JX01')).code).toBe('nothing-moves')
    expect(refusalOf(await by('OF1', 'C-JX01', 'nobody')).code).toBe('stale-replacement')
    await w.office('person.leave', { person: 'T-JX01' })
    expect(refusalOf(await by('OF1', 'C-JX01', 'T-JX01')).code).toBe('absent-person')
  })

  it('the office’s delegate moves nothing to himself', async () => {
    await w.do('OF1', 'delegation.give', {
      principal: null,
      delegate: 'T-JX01',
      duties: ['all'],
      from: ON,
      to: '2026-03-20',
    })
    const wish = { leaver: 'C-JX01', successor: 'T-JX01', keep: [], leaves: false, seen: 1, mark: '' }
    expect(refusalOf(await w.do('T-JX01', 'person.replace', wish, ON, 'OF1')).code).toBe('own-gift')
  })

  it('what a preview showed and is no longer so is refused, and the new preview shown', async () => {
    const card = await w.read('OF1', 'replacement', { leaver: 'C-JX01', successor: 'T-JX01' })
    const [, wish = '{}'] = /\{"do":"person\.replace","with":(\{.*?\})\}/.exec(card) ?? []
    await w.tasks('C-JX01', 'JX01', 2)
    const before = rowCounts(w.db)
    const outcome = await w.office('person.replace', JSON.parse(wish))
    expect(refusalOf(outcome).code).toBe('stale-replacement')
    expect(outcome.show?.name).toBe('replacement')
    expect({ ...rowCounts(w.db), receipt: 0 }).toEqual({ ...before, receipt: 0 })
  })

  it('a second tap on the same preview is refused with the present one', async () => {
    const card = await w.read('OF1', 'replacement', { leaver: 'C-JX01', successor: 'T-JX01' })
    const [, wish = '{}'] = /\{"do":"person\.replace","with":(\{.*?\})\}/.exec(card) ?? []
    await w.office('person.replace', JSON.parse(wish))
    expect(refusalOf(await w.office('person.replace', JSON.parse(wish))).code).toBe('nothing-moves')
  })

  it('words that fit several ask which, and the choice goes on', async () => {
    const card = await w.read('OF1', 'replacement', { leaver: '联络员', successor: '药学院 教师' })
    expect(card).toContain('移交人是')
    expect(card).toContain('药学院 联络员')
    expect(await w.read('OF1', 'replacement', { leaver: '张无名', successor: 'T-JX01' })).toContain(
      '没有找到',
    )
  })
})

describe('Articles 3-6: a person leaves', () => {
  it('not while roles, units or tasks are left, which are named', async () => {
    await w.tasks('T-JX01', 'JX01', 2)
    expect(refusalOf(await w.office('person.leave', { person: 'LD1' }))).toMatchObject({
      ...{ code: 'bound-person', units: 3, roles: 0, works: 0 },
    })
    expect(refusalOf(await w.office('person.leave', { person: 'C-JX01' }))).toMatchObject({ roles: 1 })
    const outcome = await w.office('person.leave', { person: 'T-JX01' })
    expect(refusalOf(outcome)).toMatchObject({ code: 'bound-person', works: 2 })
    expect(outcome.show).toEqual({ name: 'person', params: { person: 'T-JX01' } })
  })

  it('with delegations ended, and no task comes afterwards, by the database', async () => {
    await w.do('C-JX01', 'delegation.give', {
      ...{ principal: null, delegate: 'T-JX01', duties: ['all'], from: ON, to: '2026-03-20' },
    })
    const goal = await w.tasks('C-JX01', 'JX01', 2, 1)
    expect(doneOf(await w.office('person.leave', { person: 'T-JX01', why: '退休' }))).toBe('person-left')
    expect(count(w.db, 'delegation WHERE ended_at IS NULL')).toBe(0)
    expect(() => w.db.exec(`UPDATE task SET owner = 'T-JX01' WHERE goal = '${goal}'`)).not.toThrow()
    expect(refusalOf(await w.office('person.leave', { person: 'T-JX01' })).code).toBe('absent-person')
    await foldsEqual(w.db)
  })
})
