import { describe, expect, it } from 'vitest'
import { asOneself } from '../../src/kernel/acting.ts'
import type { Meta } from '../../src/kernel/command.ts'
import { execute } from '../../src/kernel/execute.ts'
import { applyRosterCommand } from '../../src/organization/commands/apply-roster.ts'
import { keep, readRowsCommand } from '../../src/organization/commands/read-roster.ts'
import type { OrganizationDeps } from '../../src/organization/deps.ts'
import { importRoster } from '../../src/organization/import-roster.ts'
import {
  findActor,
  findGroupOf,
  findOpenId,
  findPersonOf,
  listPriorities,
  listUnits,
  listWorkItems,
} from '../../src/organization/queries.ts'
import type { RosterSheets } from '../../src/organization/roster/sheets.ts'
import { demoRoster } from '../../src/sandbox/university.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { freshDatabase } from '../world/database.ts'
import { foldsEqual } from './folded.ts'
import { addRow, demoDatabase, depsOf, editSheet, importRows, metaOf } from './world.ts'

const COUNT_ALL =
  "SELECT (SELECT count(*) FROM journal WHERE subject NOT LIKE 'roster:%') AS journal, (SELECT count(*) FROM person) AS people, (SELECT count(*) FROM role_held) AS roles"

const renamed = (sheets: RosterSheets, id: string, name: string): RosterSheets =>
  editSheet(sheets, 'units', (cells) => (cells.id === id ? { ...cells, name } : cells))

/** Reads the rows; answers the payload that confirms them as previewed now. */
async function preview(db: SqliteDatabase, deps: OrganizationDeps, sheets: RosterSheets, cause: string) {
  const rows = await keep(db, deps, sheets, { today: '2026-03-02' })
  await execute(db, readRowsCommand, { name: cause, rows }, metaOf('system', `${cause}:read`))
  const [school] = db.raw("SELECT version FROM subject WHERE id = 'organization:school'")
  return { roster: rows, seen: (school as { version: number }).version }
}

describe('an imported roster', () => {
  it('brings units, people, roles, groups, priorities and work items in one batch', async () => {
    const db = await demoDatabase(depsOf())
    expect((await listUnits(db)).map((unit) => unit.name)).toEqual([
      '附属医院',
      '药学院',
      '护理学院',
      '教务处',
      '科技处',
    ])
    expect(await findActor(db, asOneself('LD1', '2026-03-01'))).toMatchObject({
      leads: ['FY01', 'JX01', 'JX02'],
    })
    expect(await findActor(db, asOneself('C-JX01', '2026-03-01'))).toMatchObject({
      unit: 'JX01',
      roles: [{ role: 'contact', scope: 'JX01' }],
    })
    expect(await findPersonOf(db, 'feishu', 'ou_OF2')).toBe('OF2')
    expect((await findGroupOf(db, 'FY01', 'working'))?.name).toBe('第一目标管理工作组')
    expect(await listPriorities(db)).toHaveLength(4)
    expect((await listWorkItems(db)).map((item) => item.name)).toContain('教学运行')
    await foldsEqual(db)
  })

  it('changes nothing when it is imported twice, and says so', async () => {
    const deps = depsOf()
    const db = await demoDatabase(deps)
    const before = db.raw(COUNT_ALL)
    expect(await importRows(db, deps, demoRoster(), 'again')).toEqual({
      outcome: expect.objectContaining({ ok: false, refusal: { code: 'unchanged-organization' } }),
    })
    expect(db.raw(COUNT_ALL)).toEqual(before)
  })

  it('answers a cause seen before as it did then, and changes nothing', async () => {
    const deps = depsOf()
    const db = await demoDatabase(deps)
    const before = db.raw('SELECT count(*) AS n FROM journal')
    const input = { name: '演示', sheets: demoRoster() }
    const again = await importRoster(db, deps, input, metaOf('system', 'start:demo'))
    expect(again).toMatchObject({ outcome: { ok: true, done: { code: 'roster-applied' } } })
    expect(db.raw('SELECT count(*) AS n FROM journal')).toEqual(before)
  })

  it('with a single wrong cell changes nothing at all', async () => {
    const deps = depsOf()
    const db = await demoDatabase(deps)
    const before = db.raw(COUNT_ALL)
    const wrong = editSheet(renamed(demoRoster(), 'JX01', '药学与化学院'), 'roles', (cells) =>
      cells.person === 'AG3' ? { ...cells, role: '主任' } : cells,
    )
    expect(await importRows(db, deps, wrong, 'wrong')).toMatchObject({
      faults: [{ sheet: 'roles', column: 'role' }],
    })
    expect(db.raw(COUNT_ALL)).toEqual(before)
  })

  it('leaves nothing behind when the commit fails', async () => {
    const deps = depsOf()
    const db = freshDatabase()
    db.exec("INSERT INTO account (platform, open_id, person) VALUES ('feishu', 'ou_C-JX01', 'someone-else')")
    const input = { name: '演示', sheets: demoRoster() }
    await expect(importRoster(db, deps, input, metaOf('system', 'c'))).rejects.toThrow('account')
    expect(db.raw(COUNT_ALL)).toEqual([{ journal: 0, people: 0, roles: 0 }])
  })

  it('ends what it no longer lists: units leave, roles had their last day yesterday, accounts are closed', async () => {
    const deps = depsOf()
    const db = await demoDatabase(deps)
    let sheets = editSheet(demoRoster(), 'people', (cells) => (cells.unit === 'XZ02' ? undefined : cells))
    sheets = editSheet(sheets, 'roles', (cells) => (cells.scope === 'XZ02' ? undefined : cells))
    sheets = editSheet(sheets, 'units', (cells) => (cells.id === 'XZ02' ? undefined : cells))
    sheets = editSheet(sheets, 'teams', (cells) => (cells.unit === 'XZ02' ? undefined : cells))
    sheets = editSheet(sheets, 'priorities', (cells) => (cells.id === 'YD4' ? undefined : cells))
    await importRows(db, deps, sheets, 'without XZ02')
    expect((await listUnits(db)).map((unit) => unit.id)).not.toContain('XZ02')
    expect((await findActor(db, asOneself('C-XZ02', '2026-03-02')))?.roles).toEqual([])
    expect((await findActor(db, asOneself('C-XZ02', '2026-03-01')))?.roles).toHaveLength(1)
    expect(await findPersonOf(db, 'feishu', 'ou_C-XZ02')).toBeUndefined()
    expect(await findGroupOf(db, 'XZ02', 'assessment')).toBeUndefined()
    expect(await listPriorities(db)).toHaveLength(3)
    expect(db.raw("SELECT name, ended_on FROM person WHERE id = 'C-XZ02'")).toEqual([
      { name: '科技处 联络员', ended_on: '2026-03-01' },
    ])
    await foldsEqual(db)
  })

  it('brings back what had ended, and a person with a new role from that day', async () => {
    const deps = depsOf()
    const db = await demoDatabase(deps)
    const without = editSheet(demoRoster(), 'roles', (cells) => (cells.person === 'AG3' ? undefined : cells))
    await importRows(db, deps, without, 'out', '2026-03-02')
    expect((await findActor(db, asOneself('AG3', '2026-03-02')))?.roles).toEqual([])
    const undated = editSheet(demoRoster(), 'roles', (cells) =>
      cells.person === 'AG3' ? { ...cells, from: '' } : cells,
    )
    await importRows(db, deps, undated, 'in', '2026-03-10')
    expect(db.raw("SELECT from_on, to_on FROM role_held WHERE person = 'AG3'")).toEqual([
      { from_on: '2026-03-10', to_on: null },
    ])
    expect(await importRows(db, deps, undated, 'same', '2026-03-11')).toMatchObject({
      outcome: { refusal: { code: 'unchanged-organization' } },
    })
    await foldsEqual(db)
  })

  it('lets two units exchange their names, and two people their accounts', async () => {
    const deps = depsOf()
    const db = await demoDatabase(deps)
    const names = renamed(renamed(demoRoster(), 'JX01', '护理学院'), 'JX02', '药学院')
    const swapped: { [id: string]: string } = { 'C-JX01': 'ou_C-JX02', 'C-JX02': 'ou_C-JX01' }
    const both = editSheet(names, 'people', (cells) => {
      const openId = swapped[cells.id ?? '']
      return openId === undefined ? cells : { ...cells, openId }
    })
    expect(await importRows(db, deps, both, 'swap')).toMatchObject({ outcome: { ok: true } })
    expect((await listUnits(db)).find((unit) => unit.id === 'JX01')?.name).toBe('护理学院')
    expect(await findPersonOf(db, 'feishu', 'ou_C-JX01')).toBe('C-JX02')
    await foldsEqual(db)
  })

  it('finds people without open_id by mobile or e-mail, and keeps an account that it knew', async () => {
    const deps = depsOf({ '13800000001': 'ou_found', 'c-jx02@campus.example': 'ou_mail' })
    const db = await demoDatabase(depsOf())
    const sheets = editSheet(demoRoster(), 'people', (cells) => {
      if (cells.id === 'C-JX01') return { ...cells, openId: '', mobile: '138-0000-0001' }
      return cells.id === 'C-JX02' || cells.id === 'WG1' ? { ...cells, openId: '' } : cells
    })
    await importRows(db, deps, sheets, 'look up')
    expect(await findOpenId(db, 'feishu', 'C-JX01')).toBe('ou_found')
    expect(await findOpenId(db, 'feishu', 'C-JX02')).toBe('ou_mail')
    expect(await findOpenId(db, 'feishu', 'WG1')).toBe('ou_WG1')
    await foldsEqual(db)
  })

  it('is refused as stale when the organization changed after its preview', async () => {
    const deps = depsOf()
    const db = await demoDatabase(deps)
    const first = await preview(db, deps, renamed(demoRoster(), 'JX01', '药学一院'), 'first')
    const second = await preview(db, deps, renamed(demoRoster(), 'JX01', '药学二院'), 'second')
    const apply = applyRosterCommand(deps, 'operator')
    expect(await execute(db, apply, first, metaOf('system', 'a'))).toMatchObject({ ok: true })
    expect(await execute(db, apply, second, metaOf('system', 'b'))).toMatchObject({
      ok: false,
      refusal: { code: 'stale-preview' },
      show: { name: 'roster' },
    })
    expect((await listUnits(db)).find((unit) => unit.id === 'JX01')?.name).toBe('药学一院')
  })

  it('confirmed twice at once is applied once; two different ones at once leave one standing whole', async () => {
    const deps = depsOf()
    const db = await demoDatabase(deps)
    const first = await preview(db, deps, renamed(demoRoster(), 'JX01', '药学一院'), 'first')
    const second = await preview(db, deps, renamed(demoRoster(), 'JX02', '护理二院'), 'second')
    const apply = applyRosterCommand(deps, 'operator')
    const metas = ['a', 'b', 'c', 'd'].map((cause): Meta => metaOf('system', cause))
    const outcomes = await Promise.all(
      metas.map((meta, i) => execute(db, apply, i % 2 === 0 ? first : second, meta)),
    )
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1)
    const names = (await listUnits(db)).map((unit) => unit.name)
    expect([names.includes('药学一院'), names.includes('护理二院')].filter(Boolean)).toHaveLength(1)
    await foldsEqual(db)
  })

  it('takes a roster of 5,000 people in a few seconds, with statements for the tables in bulk', async () => {
    const deps = depsOf()
    const db = freshDatabase()
    let sheets = demoRoster()
    const more = Array.from({ length: 5000 }, (_, i) => ({
      row: 100 + i,
      cells: { id: `P${i}`, name: `药学院 教师${i}`, unit: 'JX01', title: '教师', openId: `ou_P${i}` },
    }))
    const people = sheets.people
    if (!people) throw new Error('no people')
    sheets = { ...sheets, people: { ...people, rows: [...people.rows, ...more] } }
    const started = performance.now()
    expect(await importRows(db, deps, sheets, 'big')).toMatchObject({ outcome: { ok: true } })
    expect(performance.now() - started).toBeLessThan(15_000)
    expect(db.raw('SELECT count(*) AS n FROM person')).toEqual([{ n: 5028 }])
    const leaner = addRow(demoRoster(), 'people', { id: 'P1', name: '药学院 教师1', openId: 'ou_P1' })
    expect(await importRows(db, deps, leaner, 'lean')).toMatchObject({ outcome: { ok: true } })
    expect(db.raw('SELECT count(*) AS n FROM account')).toEqual([{ n: 29 }])
  })
})
