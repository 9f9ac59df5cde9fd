import { afterAll, beforeAll, expect, it } from 'vitest'
import { asOneself } from '../../src/kernel/acting.ts'
import { importRoster } from '../../src/organization/import-roster.ts'
import { findActor, findPersonOf, listUnits } from '../../src/organization/queries.ts'
import { demoRoster } from '../../src/sandbox/university.ts'
import { openD1 } from '../../src/store/d1.ts'
import { startD1 } from '../world/d1.ts'
import { depsOf, editSheet, metaOf } from './world.ts'

let d1: Awaited<ReturnType<typeof startD1>>
beforeAll(async () => {
  d1 = await startD1()
})
afterAll(() => d1.stop())

it('a roster is imported, changed and found unchanged on D1 as on SQLite', async () => {
  const db = openD1(d1.binding)
  const deps = depsOf()
  const bring = (cause: string, sheets = demoRoster()) =>
    importRoster(db, deps, { name: cause, sheets }, metaOf('system', cause))
  expect(await bring('first')).toMatchObject({ outcome: { ok: true, done: { added: 70 } } })
  expect(await findPersonOf(db, 'feishu', 'ou_C-JX01')).toBe('C-JX01')
  expect((await findActor(db, asOneself('WG1', '2026-03-01')))?.roles).toHaveLength(1)
  const renamed = editSheet(demoRoster(), 'units', (cells) =>
    cells.id === 'JX01' ? { ...cells, name: '药学一院' } : cells,
  )
  expect(await bring('second', renamed)).toMatchObject({ outcome: { ok: true, done: { changed: 1 } } })
  expect((await listUnits(db)).map((unit) => unit.name)).toContain('药学一院')
  expect(await bring('third', renamed)).toMatchObject({
    outcome: { refusal: { code: 'unchanged-organization' } },
  })
})
