import { termOf, UNIT_KINDS } from '../layout.ts'
import type { RosterUnit } from '../roster.ts'
import { type RowReader, uniqueIn, whole } from './row-reader.ts'

const NAME_MOST = 50

/** Units: number and name once each, a known kind, a leader in charge who is in the sheet of people (Article 13). */
export function checkUnits(readers: readonly RowReader[], people: ReadonlySet<string>): RosterUnit[] {
  const ids = new Map<string, number>()
  const names = new Map<string, number>()
  return whole(
    readers.map((reader) => {
      const id = reader.id('id')
      const name = reader.filled('name', NAME_MOST)
      uniqueIn(ids, reader, 'id', id)
      uniqueIn(names, reader, 'name', name)
      const kind = kindOf(reader)
      const leader = leaderOf(reader, people)
      if (id === undefined || name === undefined || kind === undefined || leader === undefined)
        return undefined
      return { id, name, kind, leader: leader === '' ? null : leader }
    }),
  )
}

function kindOf(reader: RowReader) {
  const word = reader.text('kind')
  if (word === '') return reader.fault('kind', { code: 'empty-cell' })
  return termOf(UNIT_KINDS, word) ?? reader.fault('kind', { code: 'unknown-kind' })
}

function leaderOf(reader: RowReader, people: ReadonlySet<string>): string | undefined {
  const leader = reader.text('leader')
  if (leader === '' || people.has(leader)) return leader
  return reader.fault('leader', { code: 'unknown-person' })
}
