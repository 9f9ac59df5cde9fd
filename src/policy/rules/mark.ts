import { createHash } from 'node:crypto'

/** A short mark of the facts that a card showed; a decision on it is refused where the mark of the present facts differs. */
export function markOf(facts: unknown): string {
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 16)
}
