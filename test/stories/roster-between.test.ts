/** A roster changes units while their goals are under review: cards follow, old taps do nothing, who is new is told. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importRoster } from '../../src/organization/import-roster.ts'
import type { RosterSheets } from '../../src/organization/roster/sheets.ts'
import { demoRoster } from '../../src/sandbox/university.ts'
import { depsOf, editSheet, metaOf } from '../organization/world.ts'
import { journalEqualsState } from '../world/journal.ts'
import { type World, world } from '../world/people.ts'
import { standardCast } from './cast.ts'
import { refused } from './refused.ts'
import { proposes } from './steps.ts'

const LEADER = '分管教学副校长'
const OTHER = '分管行政副校长'
const PHARMACY = standardCast('药学院')
const NURSING = standardCast('护理学院')

/** Without 护理学院, which is merged into 药学院; 药学院 has another leader in charge. */
function reorganized(): RosterSheets {
  const of = (key: 'units' | 'people' | 'roles' | 'teams', column: string) => (sheets: RosterSheets) =>
    editSheet(sheets, key, (cells) => {
      if (key === 'units' && cells.id === 'JX01') return { ...cells, leader: 'LD2' }
      if (key === 'people' && cells.unit === 'JX02') return { ...cells, unit: '' }
      const gone = key !== 'people' && cells[column] === 'JX02'
      return gone ? undefined : cells
    })
  return [of('units', 'id'), of('people', 'unit'), of('roles', 'scope'), of('teams', 'unit')].reduce(
    (sheets, change) => change(sheets),
    demoRoster(),
  )
}

describe('a roster between a sending and its review', { timeout: 120_000 }, () => {
  let w: World
  beforeAll(async () => {
    w = await world()
    await proposes(w, PHARMACY)
    await proposes(w, NURSING)
  })
  afterAll(() => w.stop())

  it('is applied: the cards of both plans follow, and the new leader is told what waits', async () => {
    const leader = w.person(LEADER)
    expect(leader.shown('护理学院 2026年度目标审核').buttons.map((one) => one.text)).toContain('全部通过')
    const roster = { name: '机构调整', sheets: reorganized() }
    const imported = await importRoster(w.db, depsOf(), roster, metaOf('system', 'merger', '2026-03-02'))
    expect(imported).toMatchObject({ outcome: { ok: true } })
    await w.settled()
    expect(leader.messages().flatMap((one) => one.buttons.map((button) => button.text))).not.toContain(
      '全部通过',
    )
    leader.shown('没有参加本年度目标管理')
    leader.shown('您不负责该单位的目标')
    w.person(OTHER).sees('待审核的目标', '药学院')
    w.person(OTHER).seesNo('护理学院')
  })

  it('an old card’s tap on the plan of the unit that is gone does nothing, and says so', async () => {
    const leader = w.person(LEADER)
    await leader.says('审核')
    leader.seesNo('护理学院', '药学院')
    await leader.says('待办')
    leader.seesNo('护理学院')
    const head = w.person(NURSING.head)
    await head.says('报送')
    head.seesNo('护理学院')
  })

  it('the new leader passes it, the former cannot', async () => {
    const other = w.person(OTHER)
    await other.taps('药学院', {}, '待审核的目标')
    const card = other.shown('药学院 2026年度目标审核')
    expect(await refused(w, LEADER, card, '全部通过')).toContain('您不能审核')
    await other.taps('全部通过', {}, '药学院 2026年度目标审核')
    await w.person('领导小组 组长').taps('全部审定', {}, '药学院 2026年度目标审定')
    w.person(PHARMACY.head).shown('药学院 2026年度目标')
    await w.person('办公室 工作人员').says('进度')
    w.person('办公室 工作人员').sees('共4个单位')
  })

  it('and the journal holds it all', async () => {
    const kinds = await journalEqualsState(w.db)
    expect(kinds).toContain('unit')
  })
})
