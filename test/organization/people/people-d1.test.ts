/** What the office does with people works on D1 as on SQLite: the same statements, the same guards. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { tasks } from '../../../src/execution/tasks/chapter.ts'
import type { JsonObject } from '../../../src/kernel/decision.ts'
import { execute } from '../../../src/kernel/execute.ts'
import { importRoster } from '../../../src/organization/import-roster.ts'
import { people } from '../../../src/organization/people/chapter.ts'
import { loadReplacement } from '../../../src/organization/people/load.ts'
import { listCalled } from '../../../src/organization/people/queries/known.ts'
import { listOpenWork } from '../../../src/organization/people/queries.ts'
import { listHolders } from '../../../src/organization/queries.ts'
import { roles } from '../../../src/organization/roles/chapter.ts'
import { teams } from '../../../src/organization/teams/chapter.ts'
import { listTeamUnits, listTeamWork } from '../../../src/organization/teams/queries.ts'
import { demoRoster } from '../../../src/sandbox/university.ts'
import { openD1 } from '../../../src/store/d1.ts'
import { startD1 } from '../../world/d1.ts'
import { viewerOf } from '../../world/viewer.ts'
import { depsOf, metaOf } from '../world.ts'

const ON = '2026-03-02'
const NOW = { at: `${ON}T02:00:00.000Z`, today: ON } as const
let d1: Awaited<ReturnType<typeof startD1>>
beforeAll(async () => {
  d1 = await startD1()
})
afterAll(() => d1.stop())

it('roles, groups, a replacement and a departure on D1', async () => {
  const db = openD1(d1.binding)
  await importRoster(db, depsOf(), { name: '演示', sheets: demoRoster() }, metaOf('system', 'demo'))
  const hands = [tasks].flatMap(({ handsOver }) => handsOver ?? [])
  const commands = [people(() => hands), roles, teams].flatMap((chapter) => chapter.commands)
  const office = async (type: string, payload: JsonObject, by = 'OF1') => {
    const command = commands.find((one) => one.type === type)
    if (!command) throw new Error(`no command ${type}`)
    const meta = { ...metaOf(by, `${type}:${JSON.stringify(payload)}`), ...NOW }
    const outcome = await execute(db, command, payload, meta)
    return outcome.ok ? outcome.done.code : outcome.refusal
  }
  const role = { person: 'T-JX01', role: 'contact', scope: '药学院', from: ON, to: '2026-03-10' }
  expect(await office('role.give', role)).toEqual(expect.any(String))
  expect(await roles.due?.(db, NOW)).toHaveLength(1)
  expect(await office('role.tell-end', { to: '2026-03-10', what: 'soon' }, 'clock')).toEqual(
    expect.any(String),
  )
  expect(await roles.due?.(db, NOW)).toHaveLength(0)
  expect(await office('role.end', { person: 'T-JX01', role: 'contact', scope: 'JX01', to: ON })).toEqual(
    expect.any(String),
  )
  const team = {
    team: null,
    name: '督查一组',
    kind: 'inspection',
    units: ['XZ01'],
    convenor: 'LM1',
    from: ON,
  }
  expect(await office('team.keep', team)).toEqual(expect.any(String))
  expect(await listTeamWork(db, '督查一组')).toEqual([])
  expect((await listTeamUnits(db)).filter((unit) => unit.team === '督查一组')).toHaveLength(1)
  expect(await office('team.end', { team: '督查一组', sure: true })).toEqual(expect.any(String))
  const parties = { leaver: 'C-JX01', successor: 'T-JX01', keep: [], leaves: true }
  const proposal = await loadReplacement(db, hands, parties, viewerOf('OF1', NOW))
  const wish = { ...parties, seen: proposal?.present.school.version ?? 0, mark: proposal?.mark ?? '' }
  expect(await office('person.replace', wish)).toEqual(expect.any(String))
  expect((await listHolders(db, 'contact', 'JX01', ON)).map(({ id }) => id)).toEqual(['T-JX01'])
  expect(await listOpenWork(db, 'C-JX01', ON)).toEqual([])
  expect((await listOpenWork(db, 'T-JX01', ON)).map(({ kind, scope }) => [kind, scope])).toEqual([
    ['role', 'JX01'],
  ])
  expect((await listCalled(db, '药学院老师')).map(({ id }) => id)).toContain('T-JX01')
}, 60_000)
