const OFFSET = 0x811c9dc5
const PRIME = 0x01000193

/**
 * A short mark of the facts that a card showed; a decision on it is refused where the mark of the present facts
 * differs. It guards against stale cards, not against forgery (rights do that): FNV-1a over the JSON, and its length.
 */
export function markOf(facts: unknown): string {
  const text = JSON.stringify(facts)
  let hash = OFFSET
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME)
  return `${(hash >>> 0).toString(16)}-${text.length}`
}
