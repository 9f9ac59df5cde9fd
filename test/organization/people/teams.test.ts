/** Articles 5, 20 and 22: groups with the units that they are in charge of. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../src/kernel/decision.ts'
import { count } from '../../world/rows.ts'
import { foldsEqual } from '../folded.ts'
import { doneOf, holdersOf, type PeopleWorld, peopleWorld, refusalOf, toldOf } from './world.ts'

const ON = '2026-03-02'
const WORKING = '第一目标管理工作组'
const ASSESSMENT = '机关考核工作组'
let w: PeopleWorld
beforeEach(async () => {
  w = await peopleWorld()
})

const keep = (more: JsonObject = {}) =>
  w.office('team.keep', {
    ...{ team: null, name: '督查一组', kind: 'inspection', units: ['XZ01', '科技处'], convenor: 'LM1' },
    ...{ members: ['H-JX01', '护理学院 负责人'], from: ON, ...more },
  })

const unitsOf = (team: string) =>
  w.db.raw(`SELECT unit FROM team_unit WHERE group_id = '${team}' ORDER BY unit`)

describe('Articles 5, 20, 22: a group', () => {
  it('is formed with name, units, convenor and members in one commit, and they are told', async () => {
    expect(doneOf(await keep())).toBe('team-kept')
    expect(unitsOf('督查一组')).toEqual([{ unit: 'XZ01' }, { unit: 'XZ02' }])
    expect(holdersOf(w, 'inspection-convenor', '督查一组', ON)).toEqual(['LM1'])
    expect(holdersOf(w, 'inspection-member', '督查一组', ON)).toEqual(['H-JX01', 'H-JX02'])
    expect(toldOf(w, 'role-told')).toEqual(['H-JX01', 'H-JX02', 'LM1'])
    await foldsEqual(w.db)
  })

  it('is changed by its form: another name, other units, who is in it stays', async () => {
    await keep()
    expect(
      doneOf(
        await keep({ team: '督查一组', name: '督查第一组', units: ['XZ01'], convenor: '', members: [] }),
      ),
    ).toBe('team-kept')
    expect(w.db.raw("SELECT id, name FROM team WHERE kind = 'inspection'")).toEqual([
      { id: '督查一组', name: '督查第一组' },
    ])
    expect(holdersOf(w, 'inspection-convenor', '督查一组', ON)).toEqual(['LM1'])
    expect(
      refusalOf(
        await keep({ team: '督查一组', name: '督查第一组', units: ['XZ01'], convenor: '', members: [] }),
      ).code,
    ).toBe('unchanged-team')
  })

  it.each([
    ['Article 5: working groups have the teaching units and hospitals', { kind: 'working', units: ['XZ01'] }],
    ['Article 20: inspection teams have the others', { units: ['JX01', 'XZ01'] }],
    ['Article 22: assessment groups have the others', { kind: 'assessment', units: ['FY01'] }],
  ])('%s', async (_, wish) => {
    expect(refusalOf(await keep(wish)).code).toBe('unfit-units')
  })

  it('has no unit that another of its kind has, by the rule and by the database', async () => {
    await keep()
    const other = { name: '督查二组', units: ['XZ02'], convenor: '', members: [] }
    expect(refusalOf(await keep(other))).toMatchObject({
      ...{ code: 'shared-units', units: [{ name: '科技处', team: '督查一组' }] },
    })
    w.db.exec("INSERT INTO team (id, name, kind) VALUES ('X', '另一组', 'inspection')")
    expect(() => w.db.exec("INSERT INTO team_unit (group_id, unit) VALUES ('X', 'XZ02')")).toThrow(
      'another group of this kind',
    )
    w.db.exec("INSERT INTO team_unit (group_id, unit) VALUES ('X', 'JX01')")
  })

  it('has a name of its own, a kind that stays, units and people that are known', async () => {
    await keep()
    expect(refusalOf(await keep({ units: [], convenor: '', members: [], name: WORKING })).code).toBe(
      'taken-team',
    )
    expect(refusalOf(await keep({ team: '督查一组', kind: 'assessment' })).code).toBe('fixed-kind')
    expect(refusalOf(await keep({ name: '督查三组', units: ['没有的处'] })).code).toBe('unknown-units')
    expect(refusalOf(await keep({ name: '督查三组', units: [], convenor: '张无名' })).code).toBe(
      'unknown-person-named',
    )
    expect(refusalOf(await keep({ name: '' })).code).toBe('unnamed-team')
    expect(refusalOf(await keep({ team: 'nothing' })).code).toBe('unknown-team')
    const wish = { team: null, name: '督查三组', kind: 'inspection', units: [], from: ON }
    expect(refusalOf(await w.do('WG1', 'team.keep', wish)).code).toBe('foreign-teams')
  })

  it('under the name of one that is in use is not made over it', async () => {
    expect(
      refusalOf(
        await keep({
          name: ASSESSMENT,
          kind: 'assessment',
          units: ['XZ01', 'XZ02'],
          convenor: '',
          members: [],
        }),
      ).code,
    ).toBe('taken-team')
  })

  it('may take the name that a renamed one had', async () => {
    await keep()
    await keep({ team: '督查一组', name: '督查第一组', convenor: '', members: [] })
    expect(doneOf(await keep({ units: [], convenor: 'CH', members: [] }))).toBe('team-kept')
    expect(w.db.raw("SELECT id, name FROM team WHERE kind = 'inspection' ORDER BY id")).toEqual([
      { id: '督查一组', name: '督查第一组' },
      { id: '督查一组（2）', name: '督查一组' },
    ])
    await foldsEqual(w.db)
  })

  it('is not ended with units or work in it but by who knows what stops; its roles end with it', async () => {
    const outcome = await w.office('team.end', { team: ASSESSMENT })
    expect(refusalOf(outcome)).toMatchObject({ code: 'needed-team', units: 2 })
    const card = await w.read('OF1', 'team', outcome.show?.params)
    expect(card).toContain('教务处、科技处无人考核')
    expect(doneOf(await w.office('team.end', { team: ASSESSMENT, sure: true }))).toBe('team-ended')
    expect(count(w.db, `team_unit WHERE group_id = '${ASSESSMENT}'`)).toBe(0)
    expect(holdersOf(w, 'assessment-member', ASSESSMENT, ON)).toEqual([])
    expect(toldOf(w, 'role-told')).toEqual(['AG1', 'AG2', 'AG3'])
    expect(refusalOf(await w.office('team.end', { team: ASSESSMENT, sure: true })).code).toBe('unknown-team')
    expect(await w.read('OF1', 'teams')).toContain('没有归入考核小组的单位：教务处、科技处')
    await foldsEqual(w.db)
  })

  it('that ended may come again under its name, without the people of before', async () => {
    await w.office('team.end', { team: ASSESSMENT, sure: true })
    expect(
      doneOf(
        await keep({ name: ASSESSMENT, kind: 'assessment', units: ['XZ01'], convenor: 'AG2', members: [] }),
      ),
    ).toBe('team-kept')
    expect(holdersOf(w, 'assessment-convenor', ASSESSMENT, ON)).toEqual(['AG2'])
    expect(holdersOf(w, 'assessment-member', ASSESSMENT, ON)).toEqual([])
    await foldsEqual(w.db)
  })

  it('names inspections and assessments that would stop half way', async () => {
    await w.tasks('C-JX01', 'JX01', 2)
    w.db.exec(
      `INSERT INTO inspection (id, year, number, body, kind, status, purpose, held_on, moved_at) VALUES ('inspection:2026:1', 2026, 1, '${WORKING}', 'visit', 'planned', '走访教学一线', '2026-03-20', '2026-03-01T00:00:00.000Z')`,
    )
    const outcome = await w.office('team.end', { team: WORKING })
    expect(refusalOf(outcome)).toMatchObject({ code: 'needed-team', units: 3, works: 1 })
    expect(await w.read('OF1', 'team', outcome.show?.params)).toContain('督查停在半途：走访教学一线')
  })
})
