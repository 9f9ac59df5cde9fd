import type { Field } from '../../../cards/kit.ts'
import type { LocalDate } from '../../kernel/time.ts'
import type { FieldMistake, FormValues } from '../../kernel/view.ts'
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

/** Reads a whole form by its fields: the values, or every fault at once, in the order of the fields. `check`: what is wrong with them together. */
export function readForm(
  fields: readonly Field[],
  typed: TypedForm,
  today: LocalDate,
  check: (values: FormValues) => readonly FieldMistake[] = () => [],
): ReadForm {
  const values: { [name: string]: string | number | readonly string[] } = {}
  const faults: FieldFault[] = []
  for (const field of fields) {
    const read = readField(field, typed[field.name], today)
    if ('fault' in read) faults.push({ name: field.name, label: field.label, text: read.fault })
    if ('value' in read) values[field.name] = read.value
  }
  for (const { name, text } of check(values)) {
    const field = fields.find((one) => one.name === name && !faults.some((fault) => fault.name === name))
    if (field) faults.push({ name, label: field.label, text })
  }
  const place = ({ name }: FieldFault): number => fields.findIndex((field) => field.name === name)
  const [first, ...others] = faults.toSorted((left, right) => place(left) - place(right))
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
