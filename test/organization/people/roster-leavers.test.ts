/** No role ends silently: a roster that would leave something with nobody says so before it is confirmed. */
import { expect, it } from 'vitest'
import { examineRoster } from '../../../src/organization/examine.ts'
import { importRoster } from '../../../src/organization/import-roster.ts'
import { keepRows } from '../../../src/organization/roster/kept-rows.ts'
import { sayPreview } from '../../../src/organization/say-preview.ts'
import { demoRoster } from '../../../src/sandbox/university.ts'
import { freshDatabase } from '../../world/database.ts'
import { depsOf, editSheet, metaOf } from '../world.ts'
import { peopleWorld } from './world.ts'

it('names those who leave with open tasks, and what has nobody to convene or report it', async () => {
  const deps = depsOf()
  const db = freshDatabase()
  await importRoster(db, deps, { name: '演示', sheets: demoRoster() }, metaOf('system', 'start:demo'))
  const w = await peopleWorld({ db })
  await w.tasks('T-JX01', 'JX01', 2, 3)
  const without =
    (...gone: string[]) =>
    (cells: { readonly [column: string]: string }) =>
      gone.some((id) => Object.values(cells).includes(id)) ? undefined : cells
  let sheets = editSheet(demoRoster(), 'people', without('T-JX01', 'WG1', 'GA-energy', 'WG2'))
  sheets = editSheet(sheets, 'roles', without('WG1', 'GA-energy', 'WG2'))
  const rows = await keepRows(deps, sheets, [])
  const examined = await examineRoster(db, deps.blobs, rows, '2026-03-02')
  if ('faults' in examined) throw new Error(JSON.stringify(examined.faults))
  expect(sayPreview(examined).warnings).toEqual([
    {
      ...{ text: '将离开名册，还有未完成的任务，导入后请用「替换」移交', counted: '人' },
      units: ['药学院 教师（3 项）'],
    },
    {
      ...{ text: '将没有组长或牵头部门，届时无人主持或报告', counted: '处' },
      units: ['节能减排', '第一目标管理工作组'],
    },
  ])
})
