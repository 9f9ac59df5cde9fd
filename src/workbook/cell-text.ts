import type { Cell, CellValue } from 'exceljs'

/** A cell as one plain line, however it was typed: a number, a date, a link, rich text, a formula's result. Full-width becomes plain. */
export function cellText(cell: Cell): string {
  return tidy(textOf(cell.value, cell.numFmt))
}

/** A cell of free text: its lines and letters stay. */
export function cellLines(cell: Cell): string {
  return asLines(textOf(cell.value, cell.numFmt))
}

/** What a text is after it has stood in a cell: without what cannot be seen, and without space at its ends. */
export function asLines(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .replace(/[ \t]+\n/g, '\n')
    .trim()
}

function textOf(value: CellValue, format: string | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string' || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return numberText(value, format ?? '')
  // exceljs gives the wall clock of the sheet as if it were UTC.
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  if ('richText' in value) return value.richText.map((part) => part.text).join('')
  // A link's text may itself be rich text, though exceljs types it as a string.
  if ('text' in value) return textOf(value.text as CellValue, undefined)
  if ('error' in value) return value.error
  return textOf(value.result, format)
}

/**
 * Numbers of people and units may be typed as numbers; a format of zeros (`00000`) keeps their leading zeros. What shows
 * as `95%` is kept as 0.95, and a formula's 0.1 + 0.2 has more digits than anyone meant.
 */
function numberText(value: number, format: string): string {
  if (format.includes('%')) return `${plainNumber(value * 100)}%`
  const digits = Number.isInteger(value) ? value.toFixed(0) : plainNumber(value)
  return /^0+$/.test(format) ? digits.padStart(format.length, '0') : digits
}

const plainNumber = (value: number): string => String(Number(value.toPrecision(14)))

/** One line, without full-width letters and digits, without what cannot be seen. */
function tidy(text: string): string {
  return fullWidthToPlain(text)
    .replace(/(?!\s)[\p{Cc}\p{Cf}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Only letters, digits, `-`, `_`, `.`, `@`, `+`, `/`: Chinese punctuation stays as it is written. */
function fullWidthToPlain(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ－＿．＠＋／]/g, (wide) =>
    String.fromCharCode(wide.charCodeAt(0) - 0xfee0),
  )
}
