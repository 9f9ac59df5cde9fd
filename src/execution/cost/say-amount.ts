/** Hundredths of a yuan as people read sums: 123456789 is `1,234,567.89`. */
export function sayAmount(hundredths: number): string {
  const [whole = '', rest = ''] = (Math.abs(hundredths) / 100).toFixed(2).split('.')
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')
  const decimals = rest === '00' ? '' : `.${rest}`
  return `${hundredths < 0 ? '-' : ''}${grouped}${decimals}`
}

/** With `元`; '' where there is nothing to say. */
export const sayYuanOr = (hundredths: number | null): string =>
  hundredths === null ? '' : `${sayAmount(hundredths)} 元`
