/** The directory on D1 as on SQLite: noted, read, placed, confirmed. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Command } from '../../../src/kernel/command.ts'
import { execute } from '../../../src/kernel/execute.ts'
import { dueNotes } from '../../../src/organization/directory/clock.ts'
import { applyDirectoryCommand } from '../../../src/organization/directory/commands/apply.ts'
import {
  noteDirectoryCommand,
  tellDirectoryCommand,
} from '../../../src/organization/directory/commands/note.ts'
import { placeDepartmentCommand } from '../../../src/organization/directory/commands/place.ts'
import {
  readDirectoryCommand,
  takeDirectoryCommand,
} from '../../../src/organization/directory/commands/read.ts'
import { examineDirectory } from '../../../src/organization/directory/examine.ts'
import {
  countNotes,
  countOpenWork,
  listPlaces,
  listToldLeft,
} from '../../../src/organization/directory/queries.ts'
import { importRoster } from '../../../src/organization/import-roster.ts'
import { findPersonOf } from '../../../src/organization/queries.ts'
import { DEMO_PEOPLE, demoRoster } from '../../../src/sandbox/university.ts'
import { openD1 } from '../../../src/store/d1.ts'
import { startD1 } from '../../world/d1.ts'
import { depsOf, metaOf } from '../world.ts'

let d1: Awaited<ReturnType<typeof startD1>>
beforeAll(async () => {
  d1 = await startD1()
})
afterAll(() => d1.stop())

const TODAY = '2026-03-02'
const person = { mobile: null, email: null, title: null, status: 'active' }
const directory = {
  whole: true,
  departments: [{ id: 'od-9', name: '药物研究所', parent: null }],
  people: [
    ...DEMO_PEOPLE.filter((one) => one.employeeNo !== 'T-JX01').map(
      ({ openId, name, employeeNo: number }) => ({
        ...{ ...person, openId, name, number, departments: [] },
      }),
    ),
    { ...person, openId: 'ou_new', name: '新教师', number: 'N1', departments: ['od-9'] },
  ],
}

it('is noted, read, placed and confirmed on D1 as on SQLite', async () => {
  const db = openD1(d1.binding)
  const deps = depsOf()
  await importRoster(db, deps, { name: '演示', sheets: demoRoster() }, metaOf('system', 'start', TODAY))
  let acts = 0
  const give = (command: Command, payload: object, by = 'OF1') =>
    execute(db, command, payload, metaOf(by, `act:${++acts}`, TODAY))

  const left = { what: 'left', openId: 'ou_T-JX01', name: '药学院 教师' }
  for (const note of [left, left, { ...left, openId: 'ou_C-JX01' }])
    expect(await give(noteDirectoryCommand, note, 'platform:feishu')).toMatchObject({ ok: true })
  expect(await countNotes(db)).toMatchObject([{ what: 'left', people: 2 }])
  expect(await listToldLeft(db)).toEqual(new Set(['ou_T-JX01', 'ou_C-JX01']))
  const now = { at: '2026-03-02T03:00:00.000Z', today: TODAY } as const
  expect(await dueNotes(db, now)).toHaveLength(1)
  expect(await give(tellDirectoryCommand, {}, 'clock')).toMatchObject({ ok: true })
  expect(await dueNotes(db, now)).toEqual([])

  expect(await give(readDirectoryCommand('office'), {})).toMatchObject({ ok: true })
  const rows = await deps.blobs.put(new TextEncoder().encode(JSON.stringify(directory)))
  expect(await give(takeDirectoryCommand('operator'), { number: 1, sha256: rows, size: 1 })).toMatchObject({
    ok: true,
  })
  const before = await examineDirectory(db, deps.blobs, rows, TODAY)
  expect(before.comparison).toMatchObject({
    leavers: [{ person: 'T-JX01' }],
    joiners: [],
    strangers: [{ why: 'no-unit' }],
  })
  expect(await countOpenWork(db, ['T-JX01', 'C-JX01'], TODAY)).toEqual(new Map())

  const place = { department: 'od-9', name: '药物研究所', unit: 'JX01' }
  expect(await give(placeDepartmentCommand, place)).toMatchObject({ ok: true })
  expect(await listPlaces(db)).toEqual(new Map([['od-9', 'JX01']]))
  const apply = applyDirectoryCommand(deps, 'office')
  const stale = { number: 1, seen: before.present.school.version, join: true }
  expect(await give(apply, stale)).toMatchObject({ refusal: { code: 'stale-directory' } })
  const seen = (await examineDirectory(db, deps.blobs, rows, TODAY)).present.school.version
  const both = await Promise.all([1, 2].map(() => give(apply, { number: 1, seen, join: true })))
  expect(both.map((one) => (one.ok ? one.done.code : one.refusal.code)).sort()).toEqual([
    ...['applied-directory', 'directory-confirmed'],
  ])
  expect(await findPersonOf(db, 'feishu', 'ou_new')).toBe('N1')
  expect(await findPersonOf(db, 'feishu', 'ou_T-JX01')).toBeUndefined()
  expect(await listToldLeft(db)).toEqual(new Set(['ou_C-JX01']))
})
