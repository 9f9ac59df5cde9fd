/** What a tap carries in `event.action` (cards.md 2.2, protocol.md 2.1). */
import { componentsOf, isObject, type JsonObject } from '../card-check.ts'
import type { Tap } from '../model.ts'
import type { Untouched } from '../options.ts'
import { parseJson } from '../storage.ts'

const TIMEZONE = 'Asia/Shanghai'
const OFFSET = ' +0800'
const PICKERS: ReadonlySet<string> = new Set(['date_picker', 'picker_time', 'picker_datetime'])
const FIELDS: ReadonlySet<string> = new Set([
  ...PICKERS,
  'input',
  'select_static',
  'multi_select_static',
  'select_person',
  'multi_select_person',
  'select_img',
  'checker',
])

/** The action as the client reports it. `content` is the tapped card, which says what fields the form has. */
export function tapAction(tap: Tap, content: string, untouched: Untouched): object {
  const fields = fieldsAround(tap, content)
  const dated = PICKERS.has(tap.tag) || [...fields.values()].some((tag) => PICKERS.has(tag))
  return {
    ...(tap.value === undefined ? {} : { value: tap.value }),
    tag: tap.tag,
    ...(dated ? { timezone: TIMEZONE } : {}),
    ...(tap.name === undefined ? {} : { name: tap.name }),
    ...(tap.form === undefined ? {} : { form_value: formValue(tap.form, fields, untouched) }),
    ...(tap.inputValue === undefined ? {} : { input_value: tap.inputValue }),
    ...optionOf(tap),
  }
}

function optionOf(tap: Tap): object {
  if (tap.option === undefined) return {}
  if (tap.tag === 'checker') return { checked: tap.option === 'true' }
  return { option: withOffset(tap.tag, tap.option) }
}

function formValue(
  form: NonNullable<Tap['form']>,
  fields: ReadonlyMap<string, string>,
  untouched: Untouched,
): object {
  const values: Record<string, unknown> = {}
  for (const [name, tag] of fields) {
    const value = form[name]
    if (value !== undefined) values[name] = typeof value === 'string' ? withOffset(tag, value) : value
    else if (untouched !== 'missing') values[name] = emptyValue(untouched)
  }
  for (const [name, value] of Object.entries(form)) if (!fields.has(name)) values[name] = value
  return values
}

function emptyValue(untouched: Exclude<Untouched, 'missing'>): unknown {
  switch (untouched) {
    case 'empty-text':
      return ''
    case 'null':
      return null
    case 'empty-list':
      return []
  }
}

/** Dates and times carry the person's UTC offset. */
function withOffset(tag: string, value: string): string {
  return PICKERS.has(tag) && value !== '' && !/[+-]\d{4}$/.test(value) ? value + OFFSET : value
}

/** The named fields of the form that holds the tapped button: name → tag, in the card's order. */
function fieldsAround(tap: Tap, content: string): ReadonlyMap<string, string> {
  if (tap.form === undefined) return new Map()
  const forms = [...componentsOf(parseJson(content), 'ROOT')].filter(({ tag }) => tag === 'form')
  const form = forms.find(({ component }) => holds(component, tap.name)) ?? forms[0]
  return new Map(namedChildren(form?.component).filter(([, tag]) => FIELDS.has(tag)))
}

function holds(form: JsonObject, name: string | undefined): boolean {
  return namedChildren(form).some(([child]) => child === name)
}

function namedChildren(form: JsonObject | undefined): [string, string][] {
  if (!isObject(form)) return []
  return [...componentsOf(form.elements, '')].flatMap(({ component, tag }): [string, string][] =>
    typeof component.name === 'string' ? [[component.name, tag]] : [],
  )
}
