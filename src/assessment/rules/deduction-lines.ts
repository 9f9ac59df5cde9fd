/** Deductions as people type them: one a line, `2.5 教材初稿延期两个月`, with `｜` before another criterion. */
import type { Deduction } from './entry.ts'

export interface LineFault {
  /** Counted from 1. */
  readonly line: number
  readonly what: 'unread-points' | 'zero-points' | 'fine-points' | 'huge-points' | 'missing-reason'
}

/** Longest text of one goal: an input of a card takes 1,000 characters (cards 1.5). */
export const LONGEST_TEXT = 900

const LINE =
  /^(?:扣|[-−－])?\s*([\d０-９]+(?:[.．][\d０-９]+)?)(?:分|\s+分(?=[\s:：,，、]))?[\s:：,，、;；]*(.*)$/u

/** Reads every line, or names every faulty one; empty lines count in the numbering only. Nothing written means no deduction. */
export function readDeductionLines(
  text: string,
  criterion: string,
): { readonly deductions: readonly Deduction[] } | { readonly faults: readonly LineFault[] } {
  const read = text
    .split(/\r?\n/)
    .map((line, index) => ({ line: index + 1, text: line.trim() }))
    .filter((one) => one.text !== '')
    .map((one) => readLine(one.line, one.text, criterion))
  const faults = read.flatMap((one) => ('what' in one ? [one] : []))
  if (faults.length > 0) return { faults }
  return { deductions: read.flatMap((one) => ('points' in one ? [one] : [])) }
}

function readLine(line: number, text: string, criterion: string): Deduction | LineFault {
  const [, typed = '', rest = ''] = LINE.exec(text) ?? []
  if (typed === '') return { line, what: 'unread-points' }
  const [whole = '', decimals = ''] = typed.normalize('NFKC').split('.')
  if (decimals.length > 2) return { line, what: 'fine-points' }
  const points = Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
  if (points === 0) return { line, what: 'zero-points' }
  if (points > 100_00) return { line, what: 'huge-points' }
  const [reason = '', named = ''] = rest.split(/[|｜]/).map((part) => part.trim())
  if (reason === '') return { line, what: 'missing-reason' }
  return { points, reason, criterion: named === '' ? criterion : named }
}

/** The lines that `readDeductionLines` reads back as the same deductions. */
export function writeDeductionLines(deductions: readonly Deduction[], criterion: string): string {
  return deductions.map((one) => writeDeductionLine(one, criterion)).join('\n')
}

function writeDeductionLine(one: Deduction, criterion: string): string {
  const points = String(one.points / 100)
  return one.criterion === criterion
    ? `${points} ${one.reason}`
    : `${points} ${one.reason} | ${one.criterion}`
}
