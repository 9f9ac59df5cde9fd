/** Checks the sheet 目标: every wrong cell at once, or what its rows would do. Pure. */

import { phaseFor } from '../../policy/rules/reopening.ts'
import { structureFaults } from '../../workbook/fault.ts'
import type { Sheets } from '../../workbook/sheets.ts'
import type { Desk } from '../drafting-desk.ts'
import { closedPlan } from '../rules/draft.ts'
import { NEW_PLAN } from '../rules/plan.ts'
import type { PlanningRefusal } from '../rules/refusals.ts'
import type { GoalFault, GoalProblem } from './fault.ts'
import { COLUMNS, GOAL_SHEET, type GoalColumn } from './layout.ts'
import { proposeGoals, type UnitProposal } from './propose.ts'
import { listsOf, readRow } from './read-row.ts'
import { type RowReader, rowReader } from './row-reader.ts'

export type GoalSheets = Sheets<'goals'>
export type CheckedGoals =
  | { readonly faults: readonly GoalFault[] }
  | { readonly units: readonly UnitProposal[] }

export function checkGoals(sheets: GoalSheets, desk: Desk): CheckedGoals {
  const faults: GoalFault[] = [
    ...closedFaults(desk),
    ...structureFaults('goals', GOAL_SHEET.goals, sheets, false),
  ]
  if (faults.length > 0) return { faults }
  const lists = listsOf(desk)
  const readers = (sheets.goals?.rows ?? []).map((row) => rowReader(row, faults))
  const rows = readers.flatMap((reader) => readRow(reader, desk, lists) ?? [])
  const units = proposeGoals(rows, desk)
  noteUnlawful(readers, units)
  return faults.length > 0 ? { faults: inReadingOrder(faults) } : { units }
}

function inReadingOrder(faults: readonly GoalFault[]): GoalFault[] {
  const columns: readonly string[] = COLUMNS
  const position = ({ column }: GoalFault): number => columns.indexOf(column ?? '')
  return faults.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0) || position(a) - position(b))
}

/** Where goals are set for none of the units nothing on the sheet needs to be looked at. */
function closedFaults({ seats, year, phases }: Desk): GoalFault[] {
  const bars = seats.map((seat) =>
    closedPlan(NEW_PLAN, { ...seat, year, phase: phaseFor(phases, seat.unit) }),
  )
  const [refusal] = bars.every((bar) => bar !== undefined) ? bars : []
  if (!refusal) return []
  return [{ sheet: 'goals', row: null, column: null, value: '', problem: { code: 'refused-row', refusal } }]
}

function noteUnlawful(readers: readonly RowReader[], units: readonly UnitProposal[]): void {
  const readerOf = new Map(readers.map((reader) => [reader.row, reader]))
  const note = (row: number, column: GoalColumn, problem: GoalProblem): void => {
    readerOf.get(row)?.fault(column, problem)
  }
  for (const { misfits, refused } of units) {
    for (const { row, column, problem } of misfits) note(row, column, problem)
    for (const { row, refusal } of refused) note(row, columnOf(refusal), { code: 'refused-row', refusal })
  }
}

/** The cell that a refusal of drafting speaks of. */
function columnOf({ code }: PlanningRefusal): GoalColumn {
  switch (code) {
    case 'full-specials':
      return 'justification'
    case 'changed-type':
    case 'other-drafter':
    case 'sent-part':
      return 'type'
    case 'locked-goal':
    case 'unknown-goal':
    case 'stale-plan':
      return 'number'
    default:
      return 'unit'
  }
}
