import type { LocalDate } from '../../../kernel/time.ts'
import type { GroupKind, Role } from '../../../store/schema/organization.ts'
import { readDate } from '../../../workbook/read-date.ts'
import { ROLE_SCOPES, ROLES, termOf } from '../layout.ts'
import type { RosterRole } from '../roster.ts'
import { type RowReader, whole } from './row-reader.ts'

/** What the scope of a role may name. */
interface Scopes {
  readonly people: ReadonlySet<string>
  /** Unit numbers, and the number by name. */
  readonly units: ReadonlySet<string>
  readonly unitNames: ReadonlyMap<string, string>
  /** Group names; undefined where the kind could not be read. */
  readonly groups: ReadonlyMap<string, GroupKind | undefined>
  readonly areas: readonly { readonly key: string; readonly name: string }[]
}

/** Roles (Articles 3-6, 20, 22, 27): a known person, a known role, the scope that the role needs, days in order. */
export function checkRoles(readers: readonly RowReader[], scopes: Scopes): RosterRole[] {
  const seen = new Map<string, number>()
  return whole(
    readers.map((reader) => {
      const person = personOf(reader, scopes.people)
      const role = roleOf(reader)
      const scope = role && scopeOf(reader, role, scopes)
      const span = spanOf(reader)
      if (person === undefined || role === undefined || scope === undefined) return undefined
      noteRepeated(reader, seen, `${person}\n${role}\n${scope}`)
      return { person, role, scope, ...span }
    }),
  )
}

function personOf(reader: RowReader, people: ReadonlySet<string>): string | undefined {
  const person = reader.text('person')
  if (person === '') return reader.fault('person', { code: 'empty-cell' })
  return people.has(person) ? person : reader.fault('person', { code: 'unknown-person' })
}

function roleOf(reader: RowReader): Role | undefined {
  const word = reader.text('role')
  if (word === '') return reader.fault('role', { code: 'empty-cell' })
  return termOf(ROLES, word) ?? reader.fault('role', { code: 'unknown-role' })
}

function scopeOf(reader: RowReader, role: Role, scopes: Scopes): string | undefined {
  const kind = ROLE_SCOPES[role]
  const word = reader.text('scope')
  if (kind === 'school') return word === '' ? '' : reader.fault('scope', { code: 'needless-scope' })
  if (word === '') return reader.fault('scope', { code: 'missing-scope', kind })
  if (kind === 'unit') return unitOf(word, scopes) ?? reader.fault('scope', { code: 'unknown-unit' })
  if (kind === 'area') return areaOf(reader, word, scopes)
  const known = scopes.groups.has(word) && (scopes.groups.get(word) ?? kind) === kind
  return known ? word : reader.fault('scope', { code: 'unknown-group', kind })
}

function unitOf(word: string, scopes: Scopes): string | undefined {
  return scopes.units.has(word) ? word : scopes.unitNames.get(word)
}

function areaOf(reader: RowReader, word: string, { areas }: Scopes): string | undefined {
  const area = areas.find((one) => one.name === word || one.key === word)
  return area?.key ?? reader.fault('scope', { code: 'unknown-area', areas: areas.map((one) => one.name) })
}

function spanOf(reader: RowReader): { readonly from: LocalDate | null; readonly to: LocalDate | null } {
  const from = dateOf(reader, 'from')
  const to = dateOf(reader, 'to')
  if (from && to && to < from) reader.fault('to', { code: 'early-end' })
  return { from, to }
}

function dateOf(reader: RowReader, column: string): LocalDate | null {
  const text = reader.text(column)
  if (text === '') return null
  return readDate(text) ?? reader.fault(column, { code: 'malformed-date' }) ?? null
}

function noteRepeated(reader: RowReader, seen: Map<string, number>, key: string): void {
  const firstRow = seen.get(key)
  if (firstRow === undefined) seen.set(key, reader.row)
  else reader.fault('role', { code: 'repeated-role', firstRow })
}
