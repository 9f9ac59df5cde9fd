import { type JsonObject, objectAt, parseJson, textAt } from '../json.ts'

type FormValue = string | readonly string[]

/** The button's value: an object, or one that an older client sends as JSON text (protocol 2.1). */
export function readValue(value: unknown): unknown {
  if (typeof value !== 'string') return value
  return parseJson(value) ?? value
}

/**
 * What was filled in, by the names of the fields. A field that was left alone may come back as nothing, `""`,
 * `null` or `[]` (cards 2.2): all four are left out. A component outside a form stands under its own name.
 */
export function readForm(action: JsonObject): { readonly [name: string]: FormValue } {
  const form = Object.entries(objectAt(action, 'form_value') ?? {})
  return Object.fromEntries(
    [...ownValue(action), ...form].flatMap(([name, value]): [string, FormValue][] => {
      const filled = readFilled(value)
      return filled === undefined ? [] : [[name, filled]]
    }),
  )
}

function ownValue(action: JsonObject): [string, unknown][] {
  const name = textAt(action, 'name')
  const value = action.input_value ?? action.option ?? action.options ?? action.checked
  return name === undefined || value === undefined ? [] : [[name, value]]
}

function readFilled(value: unknown): FormValue | undefined {
  if (Array.isArray(value)) {
    const list = value.flatMap((one) => readOne(one) ?? [])
    return list.length === 0 ? undefined : list
  }
  return readOne(value)
}

function readOne(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value !== 'string' || value === '') return undefined
  return withoutOffset(value)
}

/** A date picker answers `2024-04-01 +0800`: the day counts, not the offset of the person's device (cards 2.2). */
const withoutOffset = (value: string): string =>
  /^\d{4}-\d{2}-\d{2} [+-]\d{4}$/.test(value) ? value.slice(0, 10) : value
