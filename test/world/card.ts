/** A card as a person reads it: its words, its buttons and its fields, found in the JSON that Feishu draws. */
import { isObject, type JsonObject, listAt, objectAt, parseJson, textAt } from '../../src/chat/feishu/json.ts'

export interface CardButton {
  readonly text: string
  /** The words right before it: in a list, those of its own row. */
  readonly near: string
  readonly name?: string
  /** What comes back with the tap. */
  readonly value: unknown
  readonly disabled: boolean
  /** The fields around it, where a tap sends them. */
  readonly fields?: readonly CardField[]
}

export interface CardField {
  readonly label: string
  readonly name: string
  readonly tag: string
  /** The client does not send the form without it. */
  readonly required: boolean
  readonly maxLength: number | undefined
  readonly options: readonly { readonly text: string; readonly value: string }[]
  /** What stands in it when the card opens. */
  readonly initial: string | readonly string[] | undefined
}

export interface ShownCard {
  /** Every word on it, a line for each element. */
  readonly text: string
  readonly buttons: readonly CardButton[]
  readonly fields: readonly CardField[]
}

/** Reads the content of a message of type `interactive`. */
export function readCard(content: string): ShownCard {
  const card = parseJson(content)
  const forms = [...partsOf(card)].filter((part) => part.tag === 'form')
  const fieldsOfForm = new Map(forms.map((form) => [form, fieldsOf(form)]))
  return {
    text: wordsOf(card).join('\n'),
    buttons: buttonsOf(card).map(({ button, near }) =>
      readButton(button, near, formAround(button, forms, fieldsOfForm)),
    ),
    fields: [...fieldsOfForm.values()].flat(),
  }
}

/** Every object with a tag, in the order of the card. */
function* partsOf(node: unknown): Generator<JsonObject> {
  if (Array.isArray(node)) for (const item of node) yield* partsOf(item)
  if (!isObject(node)) return
  if (typeof node.tag === 'string') yield node
  for (const [key, child] of Object.entries(node)) if (key !== 'behaviors') yield* partsOf(child)
}

/** Buttons that stand together share the words before the first of them. */
function buttonsOf(card: unknown): { readonly button: JsonObject; readonly near: string }[] {
  const found: { button: JsonObject; near: string }[] = []
  const own = new Set<JsonObject>()
  let near = ''
  let closed = false
  for (const part of partsOf(card)) {
    if (part.tag === 'button') {
      found.push({ button: part, near })
      for (const inner of partsOf([part.text, part.confirm])) own.add(inner)
      closed = true
    }
    const words = own.has(part) ? undefined : textAt(part, 'content')
    if (words === undefined) continue
    near = closed ? plain(words) : `${near}\n${plain(words)}`
    closed = false
  }
  return found
}

function formAround(
  button: JsonObject,
  forms: readonly JsonObject[],
  fields: ReadonlyMap<JsonObject, readonly CardField[]>,
): readonly CardField[] | undefined {
  if (button.form_action_type !== 'submit') return undefined
  const form = forms.find((one) => [...partsOf(one)].includes(button))
  return form && fields.get(form)
}

function readButton(button: JsonObject, near: string, fields: readonly CardField[] | undefined): CardButton {
  const callback = listAt(button, 'behaviors').find((one) => textAt(one, 'type') === 'callback')
  const name = textAt(button, 'name')
  return {
    text: textAt(objectAt(button, 'text'), 'content') ?? '',
    near,
    ...(name !== undefined && { name }),
    value: isObject(callback) ? callback.value : undefined,
    disabled: button.disabled === true,
    ...(fields && { fields }),
  }
}

const INPUTS = [
  'input',
  'select_static',
  'multi_select_static',
  'date_picker',
  'select_person',
  'multi_select_person',
]

/** A field's label is the last line of words before it. */
function fieldsOf(form: JsonObject): CardField[] {
  let label = ''
  return [...partsOf(form)].flatMap((part) => {
    const tag = String(part.tag)
    if (tag === 'markdown') label = plain(textAt(part, 'content') ?? '').replace(/\s*\*$/, '')
    return INPUTS.includes(tag) ? [readField(part, tag, label)] : []
  })
}

function readField(part: JsonObject, tag: string, label: string): CardField {
  const many = listAt(part, 'selected_values').map(String)
  const one = textAt(part, 'default_value') ?? textAt(part, 'initial_option') ?? textAt(part, 'initial_date')
  return {
    label,
    tag,
    name: textAt(part, 'name') ?? '',
    required: part.required === true,
    maxLength: typeof part.max_length === 'number' ? part.max_length : undefined,
    options: listAt(part, 'options').map((option) => ({
      text: textAt(objectAt(option, 'text'), 'content') ?? '',
      value: textAt(option, 'value') ?? '',
    })),
    initial: many.length > 0 ? many : one,
  }
}

/** The words of texts, tables, choices and charts, in their order; without what only the program reads. */
function wordsOf(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(wordsOf)
  if (!isObject(node)) return []
  if (node.tag === 'table') return tableWords(node)
  const own = [textAt(node, 'content'), textAt(node, 'default_value'), textAt(node, 'initial_date')]
  const words = own.flatMap((text) =>
    text === undefined ? [] : [node.tag === 'plain_text' ? text : plain(text)],
  )
  const hidden = ['behaviors', 'config', 'content', 'icon', 'chart_spec']
  return [
    ...words,
    ...Object.entries(node).flatMap(([key, child]) => (hidden.includes(key) ? [] : wordsOf(child))),
  ]
}

function tableWords(table: JsonObject): string[] {
  const columns = listAt(table, 'columns')
  const names = columns.map((column) => textAt(column, 'name') ?? '')
  const row = (one: unknown): string =>
    isObject(one) ? names.map((name) => cellText(one[name])).join(' | ') : ''
  return [
    columns.map((column) => textAt(column, 'display_name') ?? '').join(' | '),
    ...listAt(table, 'rows').map(row),
  ]
}

function cellText(cell: unknown): string {
  if (Array.isArray(cell)) return cell.map((one) => textAt(one, 'text') ?? '').join(' ')
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : ''
}

/** Markdown as it is read: everything that people typed stands in it as entities. */
export function plain(markdown: string): string {
  return markdown
    .replace(/<br>/g, '\n')
    .replace(/<\/?font[^>]*>/g, '')
    .replace(/\*\*/g, '')
    .replace(/&sim;/g, '~')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
}
