import { type Exact, fractionOf } from '../rules/score/exact.ts'

const DECIMALS = 6
const SCALE = 10 ** DECIMALS

/** An exact number over `unit` (100 for hundredths) as decimals: `88`, or `88.666666…` where they do not end with the sixth. */
export function sayExact(exact: Exact, unit: number): string {
  const scaled = fractionOf(exact).div(unit).mul(SCALE)
  const digits = String(scaled.floor().n).padStart(DECIMALS + 1, '0')
  const whole = digits.slice(0, -DECIMALS)
  const decimals = digits.slice(-DECIMALS)
  if (scaled.d !== 1n) return `${whole}.${decimals}…`
  const ended = decimals.replace(/0+$/, '')
  return ended === '' ? whole : `${whole}.${ended}`
}
