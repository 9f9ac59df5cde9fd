import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkRoster } from '../../../src/organization/roster/check-roster.ts'
import type { SheetKey } from '../../../src/organization/roster/layout.ts'
import { REGULATION_DEFAULTS } from '../../../src/policy/rules/policy.ts'
import { demoRoster } from '../../../src/sandbox/university.ts'
import { editSheet } from '../world.ts'

interface Corruption {
  readonly sheet: SheetKey
  readonly row: number
  readonly column: string
  readonly value: string
}

/** Values that are wrong in their cell and that no other cell refers to. */
const WRONG: readonly (readonly [SheetKey, string, string])[] = [
  ['units', 'kind', '学院'],
  ['units', 'leader', 'NOBODY'],
  ['people', 'name', ''],
  ['people', 'unit', 'NOWHERE'],
  ['people', 'mobile', '110'],
  ['people', 'email', 'someone'],
  ['people', 'openId', '12345'],
  ['roles', 'person', 'NOBODY'],
  ['roles', 'role', '主任'],
  ['roles', 'from', '明天'],
  ['roles', 'to', '2026-13-01'],
  ['teams', 'kind', '小组'],
  ['teams', 'unit', 'NOWHERE'],
  ['priorities', 'id', ''],
  ['priorities', 'text', ''],
  ['workItems', 'name', '名'.repeat(61)],
  ['workItems', 'standard', ''],
]

const everyCell: readonly Corruption[] = WRONG.flatMap(([sheet, column, value]) =>
  (demoRoster()[sheet]?.rows ?? []).map(({ row }) => ({ sheet, row, column, value })),
)

const placeOf = ({
  sheet,
  row,
  column,
}: {
  sheet: string
  row: number | null
  column: string | null
}): string => `${sheet}/${row}/${column}`

it('any subset of corrupted cells is reported exactly at those cells, each once', () => {
  fc.assert(
    fc.property(fc.subarray([...everyCell], { minLength: 1 }), (corrupted) => {
      const sheets = corrupted.reduce(
        (all, { sheet, row, column, value }) =>
          editSheet(all, sheet, (cells, at) => (at === row ? { ...cells, [column]: value } : cells)),
        demoRoster(),
      )
      const checked = checkRoster(sheets, { areas: REGULATION_DEFAULTS.gateAreas, today: '2026-03-01' })
      const reported = 'faults' in checked ? checked.faults : []
      expect(reported.map(placeOf).sort()).toEqual(corrupted.map(placeOf).sort())
    }),
    { numRuns: 200 },
  )
})
