import type { Field } from '../../../cards/kit.ts'
import { withDigits } from './digits.ts'

type NumberField = Extract<Field, { kind: 'number' }>
export type ReadNumber = { readonly value: number } | { readonly fault: string }

const MEASURES =
  '%|分|元|人次|人|名|位|个|项|篇|部|本|次|场|期|届|天|周|个月|学时|课时|门|件|套|台|间|所|家|平方米'
const WRITTEN = new RegExp(
  `^([+-]?)(\\d+)(?:\\.(\\d+))?(十万|百万|千万|十|百|千|万|亿|[wW])?(?:${MEASURES})?$`,
)
const MAGNITUDE: { readonly [unit: string]: number } = {
  ...{ 十: 1, 百: 2, 千: 3, 万: 4, w: 4, W: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8 },
}

/**
 * A number as people write it (`12.5`, `1,200`, `95%`, `三项`, `1.5万`, `3千`), exactly, in units of 10^-decimals.
 * `min` and `max` of the field are in the number's own unit, as the person sees it.
 */
export function readNumber(text: string, field: NumberField): ReadNumber {
  const parts = WRITTEN.exec(withDigits(text).replace(/[\s,，]/g, ''))
  if (!parts) return { fault: `没有读懂这个数字，请填写${example(field)}` }
  const [, sign = '', whole = '', fraction = '', unit = ''] = parts
  const places = field.decimals + (MAGNITUDE[unit] ?? 0)
  const figures = fraction.replace(/0+$/, '')
  if (figures.length > places) return { fault: tooExact(field) }
  const value = Number(`${sign}${whole}${figures.padEnd(places, '0')}`)
  if (!Number.isSafeInteger(value)) return { fault: '数字过大，请核对后重新填写' }
  if (!outside(value, field)) return { value: value + 0 }
  const understood = sayNumber(value, field.decimals)
  const as = understood === text.trim() ? '' : `读作 ${understood}，`
  return { fault: `${as}应${range(field)}，请核对后重新填写` }
}

/** The number as people write it: 1250 at two decimals is `12.5`. */
export function sayNumber(value: number, decimals: number): string {
  return String(value / 10 ** decimals)
}

function outside(value: number, field: NumberField): boolean {
  const scaled = (bound: number): number => Math.round(bound * 10 ** field.decimals)
  return (
    (field.min !== undefined && value < scaled(field.min)) ||
    (field.max !== undefined && value > scaled(field.max))
  )
}

function range({ min, max }: NumberField): string {
  if (min !== undefined && max !== undefined) return `在 ${min} 到 ${max} 之间`
  return min !== undefined ? `不小于 ${min}` : `不大于 ${max}`
}

const tooExact = ({ decimals }: NumberField): string =>
  decimals === 0 ? '请填写整数' : `最多 ${decimals} 位小数，请重新填写`

const example = ({ decimals }: NumberField): string => (decimals === 0 ? '整数，如 95' : '数字，如 12.5')
