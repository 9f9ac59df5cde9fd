/**
 * How a spot check is drawn (rulebook 4), so that anyone can repeat it with `sha256sum` and `sort`: each id is
 * ordered by SHA-256(seed + newline + id) in hex, ascending, and the first n are taken.
 */
import { createHash } from 'node:crypto'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The ids as a file, sorted, a line each: what is hashed, and what anyone can have. */
export function listText(ids: readonly string[]): string {
  return ids
    .toSorted()
    .map((id) => `${id}\n`)
    .join('')
}

/** SHA-256 (hex) of the list; whatever the order of the ids, the hash is one. */
export const listHash = (ids: readonly string[]): string => sha256(listText(ids))

/** The first `places` of the ids in the seed's order; the order in which they are given does not matter. */
export function drawIds(ids: readonly string[], seed: string, places: number): string[] {
  return ids
    .map((id) => ({ id, rank: sha256(`${seed}\n${id}`) }))
    .toSorted((one, other) => (one.rank < other.rank ? -1 : 1))
    .slice(0, places)
    .map((one) => one.id)
}

/** SHA-256 (hex) of a note that is not published, for the journal. */
export const noteHash = (note: string): string => sha256(note)
