/** What the rows say, or every wrong cell at once. Pure. */
import type { UnitId } from '../../../kernel/ids.ts'
import { regimeOf } from '../../../organization/rules/actor.ts'
import { structureFaults } from '../../../workbook/fault.ts'
import type { SheetRow, Sheets } from '../../../workbook/sheets.ts'
import type { CoefficientsByUnit } from '../../rules/coefficients.ts'
import type { CoefficientUnit } from '../../rules/set-coefficients.ts'
import {
  COEFFICIENT_SHEET,
  type CoefficientColumn,
  type CoefficientFault,
  type CoefficientProblem,
  TYPE_COLUMNS,
} from './layout.ts'

/** All units that take part, and what is set for the year. */
export interface CoefficientDesk {
  readonly units: ReadonlyMap<UnitId, CoefficientUnit>
  readonly present: CoefficientsByUnit
}

export function checkCoefficients(
  sheets: Sheets<'coefficients'>,
  desk: CoefficientDesk,
): { readonly given: CoefficientsByUnit } | { readonly faults: readonly CoefficientFault[] } {
  const structure = structureFaults('coefficients', COEFFICIENT_SHEET.coefficients, sheets, false)
  if (structure.length > 0) return { faults: structure }
  const faults: CoefficientFault[] = []
  const first = new Map<string, number>()
  const rows = sheets.coefficients?.rows ?? []
  const read = rows.flatMap((row) => readRow(row, desk, first, faults))
  return faults.length > 0 ? { faults } : { given: Object.fromEntries(read) }
}

type Note = (column: CoefficientColumn, problem: CoefficientProblem) => undefined
type Given = readonly [unit: UnitId, coefficients: CoefficientsByUnit[string]]

/** Nothing where a cell is wrong, or where the unit is left without coefficients. */
function readRow(
  { row, cells }: SheetRow,
  desk: CoefficientDesk,
  first: Map<string, number>,
  faults: CoefficientFault[],
): Given[] {
  const text = (column: CoefficientColumn): string => (cells[column] ?? '').trim()
  const note: Note = (column, problem) => {
    faults.push({ sheet: 'coefficients', row, column, value: text(column), problem })
    return undefined
  }
  const unit = unitOf(text('unit'), text('name'), desk, note)
  if (unit !== undefined) noteRepeated(unit, row, first, note)
  if (TYPE_COLUMNS.every((column) => text(column) === '')) {
    if (unit !== undefined && desk.present[unit]) note('key', { code: 'emptied-coefficients' })
    return []
  }
  const [key, special, routine] = TYPE_COLUMNS.map((column) => coefficientOf(text(column), column, note))
  if (unit === undefined || key === undefined || special === undefined || routine === undefined) return []
  const given = { key, special, routine }
  const scored = desk.units.get(unit)?.scored === true
  if (scored && JSON.stringify(desk.present[unit]) !== JSON.stringify(given))
    note('unit', { code: 'scored-unit' })
  return [[unit, given]]
}

/** By its number; a name beside it must be the unit's, so that a shifted column is seen. */
function unitOf(id: string, name: string, { units }: CoefficientDesk, note: Note): UnitId | undefined {
  if (id === '' && name === '') return note('unit', { code: 'empty-cell' })
  const found = [...units].find(([key, unit]) => (id === '' ? unit.name === name : key === id))
  if (!found) return note('unit', { code: 'unknown-unit' })
  const [key, unit] = found
  if (regimeOf(unit.kind) !== 'graded') return note('unit', { code: 'ungraded-unit' })
  return name === '' || name === unit.name ? key : note('name', { code: 'other-name', name: unit.name })
}

function noteRepeated(unit: UnitId, row: number, first: Map<string, number>, note: Note): void {
  const firstRow = first.get(unit)
  if (firstRow === undefined) first.set(unit, row)
  else note('unit', { code: 'repeated-row', firstRow })
}

/** Ten-thousandths of what is written: `1.05` is 10500. Read digit by digit, so that no binary fraction comes between. */
function coefficientOf(text: string, column: CoefficientColumn, note: Note): number | undefined {
  if (text === '') return note(column, { code: 'empty-cell' })
  const parts = /^(\d{1,6})(?:\.(\d*))?$/.exec(text.normalize('NFKC'))
  if (!parts) return note(column, { code: 'no-number' })
  const [, whole = '', fraction = ''] = parts
  const digits = fraction.replace(/0+$/, '')
  if (digits.length > 4) return note(column, { code: 'fine-number' })
  const value = Number(whole) * 10_000 + Number(digits.padEnd(4, '0'))
  return value >= 1 && value <= 9_9999 ? value : note(column, { code: 'wide-number' })
}
