/** Chinese numerals as digits, so that `六月三十日` and `十二点五` are read like `6月30日` and `12.5`. */

const DIGITS = '零一二三四五六七八九'
const FIGURES = /[零〇一二两三四五六七八九]/g
const UNITS: { readonly [unit: string]: number } = { 十: 10, 百: 100, 千: 1000 }
/** A unit after digits, as in `3千`, belongs to them and stays. */
const NUMERAL =
  /(?:[零〇一二两三四五六七八九]|(?<!\d)[十百千])[零〇一二两三四五六七八九十百千]*(?:[万亿][零〇一二两三四五六七八九十百千万亿]*)?/g
const DECIMALS = /(?<=[\d零〇一二两三四五六七八九十百千万亿])点([零〇一二两三四五六七八九]+)/g

/** The text in half width, with every Chinese numeral in digits. */
export function withDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/百分之/g, '')
    .replace(/个?百分点/g, '%')
    .replace(DECIMALS, (_, decimals: string) => `.${decimals.replace(FIGURES, figureOf)}`)
    .replace(/(\d)点(\d)/g, '$1.$2')
    .replace(NUMERAL, (numeral) => String(figuresOf(numeral)))
}

const figureOf = (character: string): string => {
  const plain = character === '〇' ? '零' : character === '两' ? '二' : character
  return String(DIGITS.indexOf(plain))
}

function figuresOf(numeral: string): string | number {
  // A year is read figure by figure: 二〇二六.
  if (/^[零〇一二两三四五六七八九]+$/.test(numeral)) return numeral.replace(FIGURES, figureOf)
  return byUnits(numeral)
}

/** 一百二 is 120, as it is said; 一百零二 is 102. */
function byUnits(numeral: string): number {
  let total = 0
  let section = 0
  let digit = 0
  let last = 1
  for (const character of numeral) {
    const unit = UNITS[character]
    if (unit !== undefined) {
      section += (digit || 1) * unit
      digit = 0
      last = unit
    } else if (character === '万' || character === '亿') {
      last = character === '万' ? 10_000 : 100_000_000
      total = (total + section + digit) * last
      section = 0
      digit = 0
    } else {
      digit = Number(figureOf(character))
      if (digit === 0) last = 1
    }
  }
  return total + section + digit * (last >= 100 ? last / 10 : 1)
}
