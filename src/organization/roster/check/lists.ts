import { PRIORITY_LENGTHS } from '../../rules/priority.ts'
import { STANDARD_LENGTHS } from '../../rules/standard.ts'
import type { RosterPriority, RosterWorkItem } from '../roster.ts'
import { type RowReader, uniqueIn, whole } from './row-reader.ts'

/** The school's priorities for the year (Articles 9, 13). */
export function checkPriorities(readers: readonly RowReader[]): RosterPriority[] {
  const ids = new Map<string, number>()
  return whole(
    readers.map((reader) => {
      const id = reader.id('id')
      uniqueIn(ids, reader, 'id', id)
      const text = reader.filled('text', PRIORITY_LENGTHS.text)
      return id === undefined || text === undefined ? undefined : { id, text }
    }),
  )
}

/** Work items, each with the one standard for every unit (Article 11). */
export function checkWorkItems(readers: readonly RowReader[]): RosterWorkItem[] {
  const names = new Map<string, number>()
  return whole(
    readers.map((reader) => {
      const name = reader.filled('name', STANDARD_LENGTHS.name)
      uniqueIn(names, reader, 'name', name)
      const standard = reader.filled('standard', STANDARD_LENGTHS.standard)
      return name === undefined || standard === undefined ? undefined : { id: name, name, standard }
    }),
  )
}
