const DIGITS = '零一二三四五六七八九'

/** What a small number looks like as people type it: `12`, `十二`; for use inside a pattern. */
export const SMALL_NUMBER = '\\d{1,3}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九]'

/** `12`, `十二`, `二十` as a number; undefined for anything that `SMALL_NUMBER` does not match. */
export function readSmallNumber(text: string): number | undefined {
  if (/^\d{1,3}$/.test(text)) return Number(text)
  const [tens, ones, ...more] = text.replace('两', '二').split('十')
  if (tens === undefined || more.length > 0) return undefined
  if (ones === undefined) return digitOf(tens)
  const ten = tens === '' ? 1 : digitOf(tens)
  const one = ones === '' ? 0 : digitOf(ones)
  return ten === undefined || one === undefined ? undefined : ten * 10 + one
}

function digitOf(text: string): number | undefined {
  const digit = DIGITS.indexOf(text)
  return text.length === 1 && digit > 0 ? digit : undefined
}

/** Figures in half width; the person's own words and marks stay as they were typed. */
export function halfWidth(text: string): string {
  return text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
}
