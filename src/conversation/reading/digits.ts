/** Chinese numerals as digits, so that `六月三十日` and `十二点五` are read like `6月30日` and `12.5`. */

const DIGITS = '零一二三四五六七八九'
const UNITS: { readonly [unit: string]: number } = { 十: 10, 百: 100, 千: 1000 }
const NUMERAL = /[零〇一二两三四五六七八九十百千][零〇一二两三四五六七八九十百千万亿]*/g

/** The text in half width, with every Chinese numeral in digits. */
export function withDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/百分之/g, '')
    .replace(NUMERAL, (numeral) => String(figuresOf(numeral)))
    .replace(/(\d)点(\d)/g, '$1.$2')
}

function figuresOf(numeral: string): string | number {
  const plain = numeral.replace(/〇/g, '零').replace(/两/g, '二')
  // A year is read figure by figure: 二〇二六.
  if (/^[零一二三四五六七八九]+$/.test(plain)) {
    return [...plain].map((character) => DIGITS.indexOf(character)).join('')
  }
  return byUnits(plain)
}

function byUnits(numeral: string): number {
  let total = 0
  let section = 0
  let digit = 0
  for (const character of numeral) {
    const unit = UNITS[character]
    if (unit !== undefined) {
      section += (digit || 1) * unit
      digit = 0
    } else if (character === '万' || character === '亿') {
      total = (total + section + digit) * (character === '万' ? 10_000 : 100_000_000)
      section = 0
      digit = 0
    } else {
      digit = DIGITS.indexOf(character)
    }
  }
  return total + section + digit
}
