import { describe, expect, it } from 'vitest'
import { execute } from '../../src/kernel/execute.ts'
import { applyRosterCommand } from '../../src/organization/commands/apply-roster.ts'
import { keep, readRowsCommand } from '../../src/organization/commands/read-roster.ts'
import { sayPlace, sayProblem } from '../../src/organization/fault-wording.ts'
import type { RosterSheets } from '../../src/organization/roster/sheets.ts'
import { endStandardCommand, setStandardCommand } from '../../src/organization/standards/commands.ts'
import { openYearCommand } from '../../src/policy/commands.ts'
import { demoRoster } from '../../src/sandbox/university.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { seedGoal } from '../world/goals.ts'
import { foldsEqual } from './folded.ts'
import { demoDatabase, depsOf, editSheet, importRows, metaOf } from './world.ts'

const ITEM = '教学运行'

const restated = (standard: string): RosterSheets =>
  editSheet(demoRoster(), 'workItems', (cells) => (cells.name === ITEM ? { ...cells, standard } : cells))

const without = (key: 'workItems' | 'priorities', column: string, value: string): RosterSheets =>
  editSheet(demoRoster(), key, (cells) => (cells[column] === value ? undefined : cells))

/** The year is open, with a goal that refers to a work item and a priority. */
async function refer(db: SqliteDatabase, status: 'sent' | 'in-force'): Promise<void> {
  await execute(db, openYearCommand, { year: 2026 }, metaOf('OF1', 'year'))
  const id = seedGoal(db, 'JX01', 1, { status })
  db.exec(`UPDATE goal SET work_item = '${ITEM}', priority = 'YD1', drafter = 'group' WHERE id = '${id}'`)
}

/** The faults of an import as sentences. */
async function faultsOf(sheets: RosterSheets, status: 'sent' | 'in-force'): Promise<string[]> {
  const deps = depsOf()
  const db = await demoDatabase(deps)
  await refer(db, status)
  const imported = await importRows(db, deps, sheets, 'again')
  return 'faults' in imported ? imported.faults.map((fault) => `${sayPlace(fault)} ${sayProblem(fault)}`) : []
}

describe('a roster and what the year’s goals hold fast', () => {
  it('Article 11: a ratified standard is not changed by a roster either', async () => {
    expect(await faultsOf(restated('新标准'), 'in-force')).toEqual([
      expect.stringContaining('已有药学院的目标审定，本年度标准不能再改'),
    ])
  })

  it('Article 11: a work item of a goal is not ended by a roster', async () => {
    expect(await faultsOf(without('workItems', 'name', ITEM), 'sent')).toEqual([
      expect.stringContaining('正由药学院的目标使用，不能停用'),
    ])
  })

  it('Article 9: a priority that a goal serves is not ended by a roster', async () => {
    expect(await faultsOf(without('priorities', 'id', 'YD1'), 'sent')).toEqual([
      expect.stringContaining('已由药学院的目标承接，不能停用'),
    ])
  })

  it('Article 11: before ratification a roster changes a standard, and tells those whom it concerns', async () => {
    const deps = depsOf()
    const db = await demoDatabase(deps)
    await refer(db, 'sent')
    const imported = await importRows(db, deps, restated('新标准'), 'again')
    expect(imported).toMatchObject({ outcome: { ok: true } })
    const told = db.raw("SELECT person FROM outbox WHERE view = 'standard-changed' ORDER BY person")
    expect(told).toEqual(['C-JX01', 'H-JX01', 'LD1', 'WG1'].map((person) => ({ person })))
    await foldsEqual(db)
  })
})

describe('a standard kept in the chat', () => {
  it('makes an open preview of a roster stale, so that none is undone unseen', async () => {
    const deps = depsOf()
    const db = await demoDatabase(deps)
    const rows = await keep(db, deps, restated('名册的标准'), { today: '2026-03-02' })
    await execute(db, readRowsCommand, { name: 'x', rows }, metaOf('system', 'read'))
    const [school] = db.raw("SELECT version FROM subject WHERE id = 'organization:school'")
    const { version: seen } = school as { version: number }
    const change = { item: ITEM, seen: 1, standard: '对话中的标准' }
    const kept = await execute(db, setStandardCommand, change, metaOf('OF1', 'chat'))
    expect(kept).toMatchObject({ ok: true })
    const applied = await execute(
      db,
      applyRosterCommand(deps, 'operator'),
      { roster: rows, seen },
      metaOf('system', 'apply'),
    )
    expect(applied).toMatchObject({ refusal: { code: 'stale-preview' } })
    await foldsEqual(db)
  })

  it('is ended and comes back as the roster would have it', async () => {
    const deps = depsOf()
    const db = await demoDatabase(deps)
    const ended = await execute(db, endStandardCommand, { item: ITEM, seen: 1 }, metaOf('WG1', 'end'))
    expect(ended).toMatchObject({ ok: true, done: { code: 'item-ended' } })
    expect(await importRows(db, deps, demoRoster(), 'again')).toMatchObject({ outcome: { ok: true } })
    expect(db.raw(`SELECT active FROM work_item WHERE id = '${ITEM}'`)).toEqual([{ active: 1 }])
    await foldsEqual(db)
  })
})
