import { describe, expect, it } from 'vitest'
import { asOneself } from '../../src/kernel/acting.ts'
import { execute } from '../../src/kernel/execute.ts'
import { appointOfficeCommand } from '../../src/organization/commands/appoint-office.ts'
import { findActor, findPersonOf, listHolders } from '../../src/organization/queries.ts'
import { holds } from '../../src/organization/rules/actor.ts'
import { demoRoster } from '../../src/sandbox/university.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { freshDatabase } from '../world/database.ts'
import { foldsEqual } from './folded.ts'
import { addRow, demoDatabase, depsOf, importRows, metaOf } from './world.ts'

const appoint = (db: SqliteDatabase, openId: string, first = true, cause = `start:office:${openId}`) =>
  execute(db, appointOfficeCommand, { openId, first }, metaOf('system', cause))

describe('the first members of the office', () => {
  it('act as office before any roster, each under a number of their own', async () => {
    const db = freshDatabase()
    await appoint(db, 'ou_a')
    await appoint(db, 'ou_b')
    const a = await findPersonOf(db, 'feishu', 'ou_a')
    const b = await findPersonOf(db, 'feishu', 'ou_b')
    expect([a, b]).toEqual(['office-1', 'office-2'])
    const actor = await findActor(db, asOneself('office-1', '2026-03-01'))
    expect(actor && holds(actor, 'office')).toBe(true)
    await foldsEqual(db)
  })

  it('are appointed once, however often the program starts', async () => {
    const db = freshDatabase()
    await appoint(db, 'ou_a')
    expect(await appoint(db, 'ou_a')).toMatchObject({ ok: true, done: { person: 'office-1' } })
    expect(await appoint(db, 'ou_a', true, 'start:later')).toMatchObject({
      ok: false,
      refusal: { code: 'appointed-office', person: 'office-1' },
    })
    expect(await listHolders(db, 'office', '', '2026-03-01')).toHaveLength(1)
  })

  it('hand their account to the person of the roster who has the same open_id, and end', async () => {
    const db = freshDatabase()
    const deps = depsOf()
    await appoint(db, 'ou_OF1')
    expect(await importRows(db, deps, demoRoster(), 'first')).toMatchObject({ outcome: { ok: true } })
    expect(await findPersonOf(db, 'feishu', 'ou_OF1')).toBe('OF1')
    const former = await findActor(db, asOneself('office-1', '2026-03-02'))
    expect(former && holds(former, 'office')).toBe(false)
    expect((await listHolders(db, 'office', '', '2026-03-02')).map((person) => person.id)).toEqual([
      'OF1',
      'OF2',
    ])
    await foldsEqual(db)
  })

  it('are named by the roster alone once there is one, unless the operator insists', async () => {
    const db = await demoDatabase(depsOf())
    expect(await appoint(db, 'ou_T-JX01')).toMatchObject({ ok: false, refusal: { code: 'rostered-school' } })
    expect(await appoint(db, 'ou_T-JX01', false, 'console:1')).toMatchObject({
      ok: true,
      done: { person: 'T-JX01' },
    })
    const actor = await findActor(db, asOneself('T-JX01', '2026-03-01'))
    expect(actor && holds(actor, 'office')).toBe(true)
    expect(await appoint(db, 'ou_stranger', false, 'console:2')).toMatchObject({
      done: { person: 'office-1' },
    })
    await foldsEqual(db)
  })

  it('cannot be named by a roster under the numbers that the program gives', async () => {
    const db = freshDatabase()
    const sheets = addRow(demoRoster(), 'people', { id: 'office-1', name: '甲', openId: 'ou_a' })
    expect(await importRows(db, depsOf(), sheets, 'first')).toMatchObject({ faults: [{ column: 'id' }] })
  })
})
