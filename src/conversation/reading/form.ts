import type { Field } from '../../../cards/kit.ts'
import type { LocalDate } from '../../kernel/time.ts'
import type { FormValues } from '../../kernel/view.ts'
import { readField, type Typed } from './field.ts'

export type TypedForm = { readonly [name: string]: Typed | undefined }

export interface FieldFault {
  readonly name: string
  readonly label: string
  readonly text: string
}

export type ReadForm =
  | { readonly values: FormValues }
  | { readonly faults: readonly [FieldFault, ...FieldFault[]] }

/** Reads a whole form by its fields: the values, or every fault at once, in the order of the fields. */
export function readForm(fields: readonly Field[], typed: TypedForm, today: LocalDate): ReadForm {
  const values: { [name: string]: string | number | readonly string[] } = {}
  const faults: FieldFault[] = []
  for (const field of fields) {
    const read = readField(field, typed[field.name], today)
    if ('fault' in read) faults.push({ name: field.name, label: field.label, text: read.fault })
    if ('value' in read) values[field.name] = read.value
  }
  const [first, ...others] = faults
  return first === undefined ? { values } : { faults: [first, ...others] }
}

/** What was typed into the fields of this form, without what else the card may have sent. */
export function onlyFields(fields: readonly Field[], typed: TypedForm): { [name: string]: Typed } {
  return Object.fromEntries(
    fields.flatMap(({ name }): [string, Typed][] => {
      const own = typed[name]
      return own === undefined || own.length === 0 ? [] : [[name, own]]
    }),
  )
}
