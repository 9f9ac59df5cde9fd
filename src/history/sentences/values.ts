/** Values as they are written for people, and what differs between two of them. */
import { sayDate } from '../../kernel/time.ts'
import type { Difference } from './told.ts'

export const NOTHING = '（空）'

/** Hundredths as `12.5`. */
export const points = (hundredths: number | null): string =>
  hundredths === null ? NOTHING : String(hundredths / 100)

/** Ten-thousandths as `1.05`. */
export const fraction = (tenThousandths: number): string => String(tenThousandths / 10_000)

export const day = (date: string | null): string =>
  date === null || date === '' ? NOTHING : sayDate(date as `${number}-${string}-${string}`)

/** So many, then how many more. */
export function list(names: readonly string[], most = 6): string {
  const more = names.length > most ? `等${names.length}个` : ''
  return `${names.slice(0, most).join('、')}${more}`
}

export const quoted = (words: string): string => `「${words}」`

/** How the fields of a document are called, and how their values are said; those that are not named are not told. */
export type Labels = {
  readonly [field: string]: string | readonly [label: string, say: (value: unknown) => string]
}

/** What differs between two documents, in the order of the labels. */
export function differences(before: object, after: object, labels: Labels): Difference[] {
  return Object.entries(labels).flatMap(([field, label]) => {
    const [from, to] = [valueAt(before, field), valueAt(after, field)]
    if (JSON.stringify(from) === JSON.stringify(to)) return []
    const [what, say] = typeof label === 'string' ? [label, plain] : label
    return [{ what, from: sayOr(from, say), to: sayOr(to, say) }]
  })
}

/** `execution.silentDays` looks into a document within. */
function valueAt(document: object, path: string): unknown {
  let value: unknown = document
  for (const field of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as { readonly [field: string]: unknown })[field]
  }
  return value
}

const sayOr = (value: unknown, say: (value: unknown) => string): string =>
  value === null || value === undefined || value === '' ? NOTHING : say(value)

export function plain(value: unknown): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return value.length === 0 ? NOTHING : list(value.map(plain))
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
}

/** Says a value by a table of words; a value that the table lacks stays as it is. */
export const by =
  (words: { readonly [value: string]: string }) =>
  (value: unknown): string =>
    words[String(value)] ?? plain(value)

export const inHundredths = (value: unknown): string =>
  typeof value === 'number' ? points(value) : plain(value)
export const asDay = (value: unknown): string => (typeof value === 'string' ? day(value) : plain(value))
