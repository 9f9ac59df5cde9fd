import type { RosterPriority, RosterWorkItem } from '../roster.ts'
import { type RowReader, uniqueIn, whole } from './row-reader.ts'

const PRIORITY_MOST = 300
const ITEM_MOST = 60
const STANDARD_MOST = 1000

/** The school's priorities for the year (Articles 9, 13). */
export function checkPriorities(readers: readonly RowReader[]): RosterPriority[] {
  const ids = new Map<string, number>()
  return whole(
    readers.map((reader) => {
      const id = reader.id('id')
      uniqueIn(ids, reader, 'id', id)
      const text = reader.filled('text', PRIORITY_MOST)
      return id === undefined || text === undefined ? undefined : { id, text }
    }),
  )
}

/** Work items, each with the one standard for every unit (Article 11). */
export function checkWorkItems(readers: readonly RowReader[]): RosterWorkItem[] {
  const names = new Map<string, number>()
  return whole(
    readers.map((reader) => {
      const name = reader.filled('name', ITEM_MOST)
      uniqueIn(names, reader, 'name', name)
      const standard = reader.filled('standard', STANDARD_MOST)
      return name === undefined || standard === undefined ? undefined : { id: name, name, standard }
    }),
  )
}
