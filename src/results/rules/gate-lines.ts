/** Units that do not pass, as people type them: one a line, `护理学院 师德失范一起`. */
import type { UnitId } from '../../kernel/ids.ts'

export interface GateLineFault {
  /** Counted from 1. */
  readonly line: number
  readonly what: 'unknown-unit' | 'missing-reason' | 'repeated-unit' | 'long-reason'
  readonly text: string
}

export const LONGEST_REASON = 500

type Read = { readonly line: number; readonly unit: UnitId; readonly reason: string }

/** Reads every line, or names every faulty one; empty lines count in the numbering only. A unit is known by name or number. */
export function readGateLines(
  text: string,
  units: ReadonlyMap<UnitId, string>,
): { readonly fails: readonly Read[] } | { readonly faults: readonly GateLineFault[] } {
  const known = [...units].flatMap(([id, name]) => [
    { id, word: name },
    { id, word: id },
  ])
  // The longest first, so that 药学院附属医院 is not taken for 药学院.
  const words = known.toSorted((a, b) => b.word.length - a.word.length)
  const read = text
    .split(/\r?\n/)
    .map((line, index) => ({ line: index + 1, text: line.trim() }))
    .filter((one) => one.text !== '')
    .map((one) => readLine(one.line, one.text, words))
  const fails = read.flatMap((one) => ('unit' in one ? [one] : []))
  const faults = [...read.flatMap((one) => ('what' in one ? [one] : [])), ...repeated(fails)]
  return faults.length > 0 ? { faults: faults.toSorted((a, b) => a.line - b.line) } : { fails }
}

function readLine(
  line: number,
  text: string,
  words: readonly { readonly id: UnitId; readonly word: string }[],
): Read | GateLineFault {
  const found = words.find(({ word }) => text.startsWith(word))
  if (!found) return { line, what: 'unknown-unit', text }
  const rest = text.slice(found.word.length)
  const reason = rest.replace(/^[\s:：,，、;；\-—|｜]+/u, '').trim()
  // A longer name that nobody has, as 药学院二部, is no unit with a reason.
  if (reason !== '' && rest === reason) return { line, what: 'unknown-unit', text }
  if (reason === '') return { line, what: 'missing-reason', text }
  if (reason.length > LONGEST_REASON) return { line, what: 'long-reason', text }
  return { line, unit: found.id, reason }
}

function repeated(fails: readonly Read[]): GateLineFault[] {
  const seen = new Set<UnitId>()
  return fails.flatMap(({ line, unit, reason }): GateLineFault[] => {
    if (seen.has(unit)) return [{ line, what: 'repeated-unit', text: reason }]
    seen.add(unit)
    return []
  })
}
