/** Filling in a form as the client does: by label, with what stood there already, refusing what the client refuses. */
import type { CardButton, CardField } from './card.ts'

/** By label; a choice by its words. `''` empties a field. */
export type Values = { readonly [label: string]: string | readonly string[] }

type Form = { [name: string]: string | readonly string[] }

/** What the tap sends with it. @throws when the card has no such field or choice, or the client would not send it */
export function fill(button: CardButton, values: Values): Form | undefined {
  const { fields } = button
  if (!fields) {
    if (Object.keys(values).length > 0) throw new Error(`「${button.text}」 sends no form`)
    return undefined
  }
  const form: Form = {}
  for (const field of fields) if (field.initial !== undefined) form[field.name] = field.initial
  for (const [label, value] of Object.entries(values)) {
    const field = fieldCalled(fields, label)
    form[field.name] = typedOrChosen(field, value)
  }
  for (const field of fields) checkAsClient(field, form[field.name])
  return form
}

function fieldCalled(fields: readonly CardField[], label: string): CardField {
  const field = fields.find((one) => one.label === label) ?? fields.find((one) => one.label.startsWith(label))
  if (field) return field
  throw new Error(`no field 「${label}」 among ${fields.map((one) => `「${one.label}」`).join('')}`)
}

function typedOrChosen(field: CardField, value: string | readonly string[]): string | readonly string[] {
  if (field.options.length === 0) return value
  if (typeof value !== 'string') return value.map((one) => optionOf(field, one))
  const picked = optionOf(field, value)
  return field.tag.startsWith('multi_') ? [picked] : picked
}

function optionOf(field: CardField, text: string): string {
  const option =
    field.options.find((one) => one.text === text || one.value === text) ??
    field.options.find((one) => one.text.includes(text))
  if (option) return option.value
  throw new Error(
    `「${field.label}」 offers no 「${text}」 but ${field.options.map((one) => one.text).join('、')}`,
  )
}

function checkAsClient(field: CardField, value: Form[string] | undefined): void {
  if (field.required && (value === undefined || value.length === 0))
    throw new Error(`the client does not send the form without 「${field.label}」`)
  if (typeof value === 'string' && field.maxLength !== undefined && value.length > field.maxLength)
    throw new Error(`「${field.label}」 takes ${field.maxLength} characters, not ${value.length}`)
}
