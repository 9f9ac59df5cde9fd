/** What the rows say, or every wrong cell at once. Pure. */
import type { UnitId } from '../../../kernel/ids.ts'
import { structureFaults } from '../../../workbook/fault.ts'
import type { SheetRow, Sheets } from '../../../workbook/sheets.ts'
import { type GateState, takesBackSilently, type Verdict } from '../../rules/gate.ts'
import { LONGEST_REASON } from '../../rules/gate-lines.ts'
import type { GateDesk } from './desk.ts'
import { GATE_SHEET, type GateCellFault, type GateColumn, type GateProblem, VERDICT_WORDS } from './layout.ts'

export type GateSheets = Sheets<'gates'>

/** What one row reports. */
export interface GateRow extends Verdict {
  readonly row: number
  /** Key of its area. */
  readonly area: string
}

export function checkGates(
  sheets: GateSheets,
  desk: GateDesk,
): { readonly rows: readonly GateRow[] } | { readonly faults: readonly GateCellFault[] } {
  const structure = structureFaults('gates', GATE_SHEET.gates, sheets, false)
  if (structure.length > 0) return { faults: structure }
  const faults: GateCellFault[] = []
  const first = new Map<string, number>()
  const rows = (sheets.gates?.rows ?? []).flatMap((row) => readRow(row, desk, first, faults))
  return faults.length > 0 ? { faults } : { rows }
}

type Note = (column: GateColumn, problem: GateProblem) => undefined

/** Nothing where a cell is wrong, or where the unit is left without an answer. */
function readRow(
  { row, cells }: SheetRow,
  desk: GateDesk,
  first: Map<string, number>,
  faults: GateCellFault[],
): GateRow[] {
  const text = (column: GateColumn): string => (cells[column] ?? '').trim()
  const note: Note = (column, problem) => {
    faults.push({ sheet: 'gates', row, column, value: text(column), problem })
    return undefined
  }
  const before = faults.length
  const area = areaOf(text('area'), desk, note)
  const unit = unitOf(text('unit'), text('name'), desk, note)
  if (area && unit) noteRepeated(`${area.area.key}:${unit}`, row, first, note)
  const verdict = verdictOf(text('verdict'), note)
  const said = unit === undefined ? undefined : area?.head.state.verdicts[unit]
  if (verdict === null) noteUnsaid(text('reason'), said !== undefined, note)
  else if (area && unit && verdict)
    noteReason({ unit, verdict, reason: text('reason') }, area.head.state, note)
  if (faults.length > before || !area || !unit || !verdict) return []
  return [{ row, area: area.area.key, unit, verdict, reason: text('reason') }]
}

function areaOf(word: string, { areas }: GateDesk, note: Note) {
  if (word === '') return note('area', { code: 'empty-cell' })
  return areas.find(({ area }) => area.name === word) ?? note('area', { code: 'foreign-area' })
}

/** By its number; a name beside it must be the unit's, so that a shifted column is seen. */
function unitOf(id: string, name: string, { units }: GateDesk, note: Note): UnitId | undefined {
  if (id === '' && name === '') return note('unit', { code: 'empty-cell' })
  const found = units.find((unit) => (id === '' ? unit.name === name : unit.id === id))
  if (!found) return note('unit', { code: 'unknown-unit' })
  return name === '' || name === found.name
    ? found.id
    : note('name', { code: 'other-name', name: found.name })
}

function noteRepeated(key: string, row: number, first: Map<string, number>, note: Note): void {
  const firstRow = first.get(key)
  if (firstRow === undefined) first.set(key, row)
  else note('unit', { code: 'repeated-row', firstRow })
}

function verdictOf(word: string, note: Note): 'pass' | 'fail' | null | undefined {
  if (word === '') return null
  if (word === VERDICT_WORDS.pass) return 'pass'
  return word === VERDICT_WORDS.fail ? 'fail' : note('verdict', { code: 'unlisted-verdict' })
}

/** No answer is not a pass: neither is one that was given taken away by an empty cell. */
function noteUnsaid(reason: string, said: boolean, note: Note): void {
  if (said) note('verdict', { code: 'emptied-verdict' })
  else if (reason !== '') note('verdict', { code: 'verdictless-reason' })
}

function noteReason(verdict: Verdict, state: GateState, note: Note): void {
  const { reason } = verdict
  if (verdict.verdict === 'fail' && reason === '') note('reason', { code: 'missing-reason' })
  else if (reason.length > LONGEST_REASON) note('reason', { code: 'long-reason' })
  else if (takesBackSilently(state, verdict)) note('reason', { code: 'old-reason' })
}
