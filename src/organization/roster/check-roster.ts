/** Checks a whole roster: every wrong cell at once, or what the organization shall be. Pure. */
import type { LocalDate } from '../../kernel/time.ts'
import type { Role } from '../../store/schema/organization.ts'
import { structureFaults } from '../../workbook/fault.ts'
import type { RosterFault } from './check/fault.ts'
import { checkPriorities, checkWorkItems } from './check/lists.ts'
import { checkPeople } from './check/people.ts'
import { checkRoles } from './check/roles.ts'
import { type RowReader, rowReader } from './check/row-reader.ts'
import { checkTeams } from './check/teams.ts'
import { checkUnits } from './check/units.ts'
import { GROUP_KINDS, LAYOUT, SHEETS, type SheetKey, termOf, UNIT_KINDS } from './layout.ts'
import type { Roster, RosterRole } from './roster.ts'
import type { RosterSheets } from './sheets.ts'

export interface CheckFacts {
  /** The gate areas of the year's policy (Articles 27, 31). */
  readonly areas: readonly { readonly key: string; readonly name: string }[]
  readonly today: LocalDate
}

export type Checked = { readonly roster: Roster } | { readonly faults: readonly RosterFault[] }

export function checkRoster(sheets: RosterSheets, { areas, today }: CheckFacts): Checked {
  const faults: RosterFault[] = SHEETS.flatMap((key) =>
    structureFaults(key, LAYOUT[key], sheets, key !== 'units' && key !== 'people'),
  )
  if (faults.length > 0) return { faults }
  const readers = (key: SheetKey): RowReader[] =>
    (sheets[key]?.rows ?? []).map((row) => rowReader(key, row, faults))
  const people = valuesOf(sheets, 'people', 'id')
  const units = valuesOf(sheets, 'units', 'id')
  const roster: Roster = {
    units: checkUnits(readers('units'), people),
    people: checkPeople(readers('people'), units),
    roles: checkRoles(readers('roles'), {
      people,
      units,
      unitNames: pairsOf(sheets, 'units', 'name', (row) => row.id ?? ''),
      groups: pairsOf(sheets, 'teams', 'name', (row) => termOf(GROUP_KINDS, row.kind ?? '')),
      areas,
    }),
    teams: checkTeams(
      readers('teams'),
      pairsOf(sheets, 'units', 'id', (row) => termOf(UNIT_KINDS, row.kind ?? '')),
    ),
    priorities: checkPriorities(readers('priorities')),
    workItems: checkWorkItems(readers('workItems')),
  }
  faults.push(...absenceFaults(roster.roles, faults, today))
  return faults.length > 0 ? { faults: inReadingOrder(faults) } : { roster }
}

/** The school is never left without an office and a chair (Articles 3, 4). Silent while a role cannot be read: it may be the one. */
function absenceFaults(
  roles: readonly RosterRole[],
  faults: readonly RosterFault[],
  today: LocalDate,
): RosterFault[] {
  if (faults.some((fault) => fault.sheet === 'roles')) return []
  const held = (role: Role): boolean =>
    roles.some((one) => one.role === role && (!one.from || one.from <= today) && (!one.to || one.to >= today))
  const at = { sheet: 'roles', row: null, column: 'role', value: '' } as const
  return [
    ...(held('office') ? [] : [{ ...at, problem: { code: 'absent-office' } } as const]),
    ...(held('chair') ? [] : [{ ...at, problem: { code: 'absent-chair' } } as const]),
  ]
}

function valuesOf(sheets: RosterSheets, key: SheetKey, column: string): Set<string> {
  return new Set(sheets[key]?.rows.map((row) => (row.cells[column] ?? '').trim()))
}

function pairsOf<Value>(
  sheets: RosterSheets,
  key: SheetKey,
  column: string,
  value: (cells: { readonly [column: string]: string }) => Value,
): Map<string, Value> {
  const pairs = new Map<string, Value>()
  for (const { cells } of sheets[key]?.rows ?? []) {
    const name = (cells[column] ?? '').trim()
    if (pairs.get(name) === undefined) pairs.set(name, value(cells))
  }
  return pairs
}

function inReadingOrder(faults: readonly RosterFault[]): RosterFault[] {
  return [...faults].sort(
    (a, b) => SHEETS.indexOf(a.sheet) - SHEETS.indexOf(b.sheet) || (a.row ?? 0) - (b.row ?? 0),
  )
}
