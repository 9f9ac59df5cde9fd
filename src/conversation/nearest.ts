import { comparable } from './words.ts'

/** Longer texts are sentences, not commands: what matters stands at their beginning. */
const COMPARED = 24
const LEAST_LIKENESS = 0.2

/**
 * The phrases that are most like the text, best first, at most `most`; those that come first in `phrases` fill up
 * where too few are like it, so that a person always has something to tap.
 */
export function nearest(text: string, phrases: readonly string[], most = 3): string[] {
  const asked = comparable(text).slice(0, COMPARED)
  const ranked = phrases
    .map((phrase) => ({ phrase, likeness: likeness(asked, comparable(phrase)) }))
    .filter((one) => one.likeness >= LEAST_LIKENESS)
    .toSorted((left, right) => right.likeness - left.likeness)
    .map((one) => one.phrase)
  return [...new Set([...ranked, ...phrases])].slice(0, most)
}

/**
 * From 0 to 1: the better of shared neighbours (the order may differ) and few edits (a slip of the finger), with a
 * little for shared characters, which decides between equals; much for one that stands whole within the other.
 */
export function likeness(left: string, right: string): number {
  if (left === '' || right === '') return 0
  const edits = 1 - editDistance(left, right) / Math.max(left.length, right.length)
  const like = 0.9 * Math.max(dice(left, right), edits) + 0.1 * shared(left, right)
  return left.includes(right) || right.includes(left) ? 0.5 + like / 2 : like
}

function shared(left: string, right: string): number {
  const others = new Set(right)
  const both = [...new Set(left)].filter((character) => others.has(character)).length
  return both / Math.max(new Set(left).size, others.size)
}

function dice(left: string, right: string): number {
  const pairs = bigrams(left)
  const others = bigrams(right)
  const common = [...pairs].filter((pair) => others.has(pair)).length
  return pairs.size + others.size === 0 ? 0 : (2 * common) / (pairs.size + others.size)
}

function bigrams(text: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)))
}

/** Insertions, deletions and changes from one to the other. */
function editDistance(left: string, right: string): number {
  let above = Array.from({ length: right.length + 1 }, (_, at) => at)
  for (const [row, character] of [...left].entries()) {
    const line = [row + 1]
    for (let column = 1; column <= right.length; column++) {
      const changed = (above[column - 1] ?? 0) + (right[column - 1] === character ? 0 : 1)
      line.push(Math.min(changed, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1))
    }
    above = line
  }
  return above.at(-1) ?? 0
}
