/** A unit is split: each goal, role and person goes where the office says; nothing is left open (rulebook 1, Article 6). */
import { beforeEach, describe, expect, it } from 'vitest'
import { journalEqualsState } from '../../world/journal.ts'
import { foldsEqual } from '../folded.ts'
import { barsOf, givePlan, planOf, type UnitsWorld, unitsWorld } from './world.ts'

describe('a unit is split into two', () => {
  let w: UnitsWorld
  let goals: string[] = []
  let reform = 0
  beforeEach(async () => {
    w = await unitsWorld()
    goals = await givePlan(w, 'JX01', 'teaching', ['key', 'key', 'routine', 'special'])
    await w.enters('execution')
    reform = await w.prepares({ kind: 'split', unit: '药学院', lines: 'JX11 药学一院\nJX12 药学二院\n' })
  })
  const assign = (choices: object) => w.do('OF1', 'unit.assign', { reform, choices: choices as never })

  it('nothing is confirmed while a goal, a role or a person has nowhere to go', async () => {
    expect(await barsOf(w, reform)).toEqual([
      { bar: 'open-goals', count: 4 },
      { bar: 'open-roles', count: 2 },
      { bar: 'open-people', count: 3 },
    ])
    expect(await w.confirms(reform, 'split')).toMatchObject({ refusal: { code: 'barred-reform', bars: 3 } })
  })

  it('each goes where the office says', async () => {
    const [first = '', ...rest] = goals
    await assign({ goals: { [first]: { to: 'JX12' } }, otherGoals: 'JX11' })
    await assign({
      roles: { 'H-JX01|head|JX01': 'JX11', 'C-JX01|contact|JX01': 'JX12' },
      otherPeople: 'JX12',
    })
    expect(await barsOf(w, reform)).toEqual([])
    expect(await w.confirms(reform, 'split')).toMatchObject({ ok: true })
    expect((await planOf(w, 'JX12')).goals.map(({ id }) => id)).toEqual([first])
    expect((await planOf(w, 'JX11')).goals.map(({ id }) => id)).toEqual(rest)
    expect(w.db.raw(`SELECT id, unit FROM person WHERE unit LIKE 'JX1_' ORDER BY id`)).toEqual([
      { id: 'C-JX01', unit: 'JX12' },
      { id: 'H-JX01', unit: 'JX11' },
      { id: 'T-JX01', unit: 'JX12' },
    ])
    expect(w.db.raw(`SELECT unit FROM team_unit WHERE unit LIKE 'JX1_' ORDER BY unit`)).toEqual([
      { unit: 'JX11' },
      { unit: 'JX12' },
    ])
    await journalEqualsState(w.db)
    await foldsEqual(w.db)
  })

  it('a role may be ended, by name and by the office', async () => {
    await assign({ otherGoals: 'JX11', otherPeople: 'JX11' })
    await assign({ roles: { 'H-JX01|head|JX01': 'end', 'C-JX01|contact|JX01': 'JX11' } })
    expect(await w.confirms(reform, 'split')).toMatchObject({ ok: true })
    expect(w.db.raw(`SELECT to_on FROM role_held WHERE person = 'H-JX01'`)).toEqual([{ to_on: '2026-06-09' }])
  })

  it('what is chosen must be one of the new units, and what is dropped needs its reason', async () => {
    const [goal = ''] = goals
    expect(await assign({ otherGoals: 'FY01' })).toMatchObject({ refusal: { code: 'foreign-choice' } })
    expect(await assign({ goals: { [goal]: { drop: ' ' } } })).toMatchObject({
      refusal: { code: 'unreasoned-drop' },
    })
  })
})
