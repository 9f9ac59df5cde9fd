import { createHash } from 'node:crypto'
import type { LogFacts } from '../log.ts'
import type { OutboxTable } from '../store/schema/kernel.ts'

/** At most 50 characters, the same for every try of one row (protocol 4.2, `uuid`). */
export function sendKey(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 40)
}

/** A row in a line of the log: its key names people, so it is known by the beginning of the key that the platform gets. */
export function rowFacts(row: OutboxTable): LogFacts {
  return { kind: row.kind, view: row.view, row: sendKey(row.key).slice(0, 12) }
}
