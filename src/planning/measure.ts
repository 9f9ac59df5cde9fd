import type { Measure } from './rules/goal.ts'

/** The measure as one line: `就业率 95%`, or what will be seen; '' where there is none yet. */
export function measureText(measure: Measure | null): string {
  if (measure === null) return ''
  if (measure.kind === 'qualitative') return measure.seen
  const target = measure.target === null ? '' : `${decimalText(measure.target)}${measure.measureUnit}`
  return [measure.indicator, target].filter((part) => part !== '').join(' ')
}

/** Hundredths as people write them: 9550 is `95.5`. */
export function decimalText(hundredths: number): string {
  const sign = hundredths < 0 ? '-' : ''
  const digits = Math.abs(hundredths)
  const rest = String(digits % 100)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return `${sign}${Math.floor(digits / 100)}${rest === '' ? '' : `.${rest}`}`
}
