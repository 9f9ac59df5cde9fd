import fc from 'fast-check'
import { expect, it } from 'vitest'
import { demoRoster } from '../../src/sandbox/university.ts'
import { foldsEqual } from './folded.ts'
import { demoDatabase, depsOf, editSheet, importRows } from './world.ts'

/** People whom no unit and no rule needs, so that any of them may be absent. */
const SPARE = ['WG2', 'WG3', 'AG2', 'AG3', 'OF2', 'LM1', 'T-JX01', 'C-JX01', 'H-XZ02'] as const

const variant = fc.record({
  absent: fc.subarray([...SPARE]),
  roleless: fc.subarray([...SPARE]),
  renamed: fc.subarray(['JX01', 'JX02', 'FY01', 'XZ01']),
  from: fc.constantFrom('', '2026-01-01', '2026/3/5'),
  to: fc.constantFrom('', '2026-03-01', '2026-12-31'),
  silent: fc.boolean(),
})

type Variant = typeof variant extends fc.Arbitrary<infer T> ? T : never

function rosterOf({ absent, roleless, renamed, from, to, silent }: Variant) {
  const gone = (id: string | undefined): boolean => absent.some((one) => one === id)
  let sheets = editSheet(demoRoster(), 'people', (cells) =>
    gone(cells.id) ? undefined : { ...cells, openId: silent ? '' : (cells.openId ?? '') },
  )
  sheets = editSheet(sheets, 'roles', (cells) => {
    if (gone(cells.person) || roleless.some((one) => one === cells.person)) return undefined
    return cells.role === '考核组组长' && (from <= to || to === '') ? { ...cells, from, to } : cells
  })
  return editSheet(sheets, 'units', (cells) =>
    renamed.some((one) => one === cells.id) ? { ...cells, name: `新${cells.name}` } : cells,
  )
}

it('whatever rosters follow one another, the journal folds to the tables, and the last one again changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(variant, { minLength: 1, maxLength: 4 }), async (variants) => {
      const deps = depsOf()
      const db = await demoDatabase(deps)
      let cause = 0
      for (const one of variants) {
        const imported = await importRows(db, deps, rosterOf(one), `roster ${++cause}`)
        expect('faults' in imported ? imported.faults : []).toEqual([])
        await foldsEqual(db)
        const before = db.raw("SELECT count(*) AS n FROM journal WHERE subject NOT LIKE 'roster:%'")
        await importRows(db, deps, rosterOf(one), `roster ${++cause}`)
        expect(db.raw("SELECT count(*) AS n FROM journal WHERE subject NOT LIKE 'roster:%'")).toEqual(before)
      }
      db.close()
    }),
    { numRuns: 25 },
  )
}, 60_000)
