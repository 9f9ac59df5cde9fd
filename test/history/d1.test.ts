import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkLines } from '../../src/history/export/check-lines.ts'
import { journalLines } from '../../src/history/export/lines.ts'
import { writeYear } from '../../src/history/export/write.ts'
import { historyOfView } from '../../src/history/views.ts'
import { walkJournal } from '../../src/history/walk.ts'
import { execute } from '../../src/kernel/execute.ts'
import { openYearCommand } from '../../src/policy/commands.ts'
import { openD1 } from '../../src/store/d1.ts'
import { startD1 } from '../world/d1.ts'
import { viewerOf } from '../world/viewer.ts'
import { NOW } from './world.ts'

let d1: Awaited<ReturnType<typeof startD1>>
beforeAll(async () => {
  d1 = await startD1()
})
afterAll(() => d1.stop())

it('rulebook 7: on D1 the journal is read, recomputed and exported as on SQLite', async () => {
  const db = openD1(d1.binding)
  await db.commit(
    [
      "INSERT INTO person (id, name, unit, title) VALUES ('OF1', '孙立', NULL, '')",
      "INSERT INTO role_held (person, role, scope, from_on) VALUES ('OF1', 'office', '', '2026-01-01')",
    ].map((sql) => ({ sql, parameters: [] })),
  )
  const meta = { by: 'OF1', inNameOf: 'OF1', causes: ['a'] as const, ...NOW }
  expect(await execute(db, openYearCommand, { year: 2026 }, meta)).toMatchObject({ ok: true })
  const shown = await historyOfView.render(db, { words: '阶段' }, viewerOf('OF1', NOW))
  expect(JSON.stringify(shown)).toContain('开启2026年度')
  const turn = await walkJournal(
    db,
    { subject: '', version: 0, subjects: 0, entries: 0 },
    { goesOn: () => true },
  )
  expect(turn).toMatchObject({ broken: null })
  const take = { workbook: () => {}, journal: () => {} }
  expect(await writeYear(db, { year: 2026, at: NOW.at }, take)).toMatchObject({ entries: 1, subjects: 1 })
  const manifest = {
    ...{ mubiao: 'journal' as const, format: 1 as const, year: 2026, exported: NOW.at },
    workbook: { name: 'x', sha256: '', size: 0 },
  }
  async function* lines() {
    for await (const piece of journalLines(db, manifest)) yield* piece.trimEnd().split('\n')
  }
  expect(await checkLines(lines())).toMatchObject({ entries: 1, subjects: 1 })
})
