/** The limits of a whole card (cards 1.5, 1.7). */
import { type CardFault, OVER_LIMIT, TOO_LONG, TOO_MANY_ELEMENTS } from './fault.ts'
import type { Visit } from './walk.ts'

const BYTES = 30 * 1024
const NODES = 200
const TABLES = 3

export function sizeFaults(card: unknown, visits: readonly Visit[]): readonly CardFault[] {
  const bytes = new TextEncoder().encode(JSON.stringify(card)).length
  const tables = visits.filter(({ tag }) => tag === 'table').length
  return [
    ...over(bytes, BYTES, TOO_LONG, 'bytes of JSON'),
    ...over(visits.length, NODES, TOO_MANY_ELEMENTS, 'elements, texts included'),
    ...over(tables, TABLES, OVER_LIMIT, 'tables: card table number over limit'),
  ]
}

function over(count: number, limit: number, code: number, what: string): readonly CardFault[] {
  return count <= limit ? [] : [{ code, path: '', message: `${count} ${what}, at most ${limit}` }]
}
