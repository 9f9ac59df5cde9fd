import type { GroupKind, UnitKind } from '../../../store/schema/organization.ts'
import { regimeOf } from '../../rules/actor.ts'
import { GROUP_KINDS, termOf } from '../layout.ts'
import type { RosterTeam } from '../roster.ts'
import type { RowReader } from './row-reader.ts'

const NAME_MOST = 40

interface Gathered {
  readonly kind: GroupKind
  readonly row: number
  readonly units: string[]
}

/**
 * Groups, one row a unit: one kind for a group, one group of a kind for a unit; working groups are in charge of teaching
 * units and hospitals (Articles 5, 13), inspection teams and assessment groups of the others (20, 22).
 */
export function checkTeams(
  readers: readonly RowReader[],
  units: ReadonlyMap<string, UnitKind | undefined>,
): RosterTeam[] {
  const groups = new Map<string, Gathered>()
  const placed = new Map<string, number>()
  for (const reader of readers) {
    const name = reader.filled('name', NAME_MOST)
    const kind = kindOf(reader)
    const unit = unitOf(reader, units)
    if (name === undefined || kind === undefined) continue
    const group = gather(groups, reader, name, kind)
    if (unit === undefined || group.kind !== kind) continue
    notePlace(reader, placed, `${kind}\n${unit}`)
    noteUnfit(reader, kind, units.get(unit))
    group.units.push(unit)
  }
  return [...groups].map(([name, { kind, units: list }]) => ({
    id: name,
    name,
    kind,
    units: [...new Set(list)].sort(),
  }))
}

function kindOf(reader: RowReader): GroupKind | undefined {
  const word = reader.text('kind')
  if (word === '') return reader.fault('kind', { code: 'empty-cell' })
  return termOf(GROUP_KINDS, word) ?? reader.fault('kind', { code: 'unknown-group-kind' })
}

function unitOf(reader: RowReader, units: ReadonlyMap<string, unknown>): string | undefined {
  const unit = reader.text('unit')
  if (unit === '') return reader.fault('unit', { code: 'empty-cell' })
  return units.has(unit) ? unit : reader.fault('unit', { code: 'unknown-unit' })
}

function gather(groups: Map<string, Gathered>, reader: RowReader, name: string, kind: GroupKind): Gathered {
  const group = groups.get(name) ?? { kind, row: reader.row, units: [] }
  groups.set(name, group)
  if (group.kind !== kind)
    reader.fault('kind', { code: 'mixed-group', firstRow: group.row, kind: group.kind })
  return group
}

function notePlace(reader: RowReader, placed: Map<string, number>, key: string): void {
  const firstRow = placed.get(key)
  if (firstRow === undefined) placed.set(key, reader.row)
  else reader.fault('unit', { code: 'shared-unit', firstRow })
}

function noteUnfit(reader: RowReader, kind: GroupKind, unit: UnitKind | undefined): void {
  if (unit && (regimeOf(unit) === 'standard') !== (kind === 'working'))
    reader.fault('unit', { code: 'unfit-unit', kind })
}
