/** A figure as people write it in a sheet (`12.5`, `1,200`, `95%`, `3000元`), in hundredths; null where there is none. */
export function readFigure(text: string): number | null | 'malformed' {
  if (text === '') return null
  const plain = text.normalize('NFKC').replace(/[\s,]/g, '')
  const parts = /^([+-]?)(\d{1,13})(?:\.(\d{1,2})0*)?[%元]?$/.exec(plain)
  if (!parts) return 'malformed'
  const [, sign = '', whole = '', fraction = ''] = parts
  const hundredths = Number(`${whole}${fraction.padEnd(2, '0')}`)
  return sign === '-' && hundredths !== 0 ? -hundredths : hundredths
}
