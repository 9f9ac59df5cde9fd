import { isLocalDate, type LocalDate } from '../kernel/time.ts'

/** A day as people write it in a sheet: `2026-03-01`, `2026/3/1`, `2026.3.1`, `2026年3月1日`, `20260301`. */
export function readDate(text: string): LocalDate | undefined {
  const parts =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (!parts) return undefined
  const [, year = '', month = '', day = ''] = parts
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isLocalDate(date) ? date : undefined
}
