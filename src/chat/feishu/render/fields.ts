import type { Element } from '../../../../cards/kit.ts'
import type { Limits } from './limits.ts'
import { type Node, plainLine, spansToMarkdown } from './text.ts'

type Fields = Extract<Element, { tag: 'fields' }>
type Item = Fields['items'][number]
type People = Extract<Element, { tag: 'people' }>

/** Values longer than this get a line of their own. */
const HALF_LINE = 24

/** Label over value, two to a line, as Feishu's design guide lays facts out (cards 6, rule 11). */
export function renderFields(fields: Fields, limits: Limits): readonly Node[] {
  return inLines(fields.items).map((line) => {
    const [first, second] = line
    return second === undefined ? renderItem(first, limits) : sideBySide([first, second], limits)
  })
}

function inLines(items: readonly Item[]): readonly (readonly [Item, Item?])[] {
  const lines: [Item, Item?][] = []
  for (const item of items) {
    const last = lines.at(-1)
    const joins = last !== undefined && last.length === 1 && isShort(last[0]) && isShort(item)
    if (joins) last.push(item)
    else lines.push([item])
  }
  return lines
}

const isShort = (item: Item): boolean => item.value.length <= HALF_LINE && !item.value.includes('\n')

const sideBySide = (items: readonly [Item, Item], limits: Limits): Node => ({
  tag: 'column_set',
  flex_mode: 'none',
  horizontal_spacing: '8px',
  background_style: 'default',
  columns: items.map((item) => ({
    tag: 'column',
    width: 'weighted',
    weight: 1,
    elements: [renderItem(item, limits)],
  })),
})

function renderItem(item: Item, limits: Limits): Node {
  const label = spansToMarkdown([{ text: item.label, tone: 'muted' }], limits)
  const value = spansToMarkdown(
    [{ text: item.value === '' ? '—' : item.value, tone: item.tone ?? 'plain' }],
    limits,
  )
  return { tag: 'markdown', content: `${label}<br>${value}`, text_size: 'normal' }
}

/** People with an account as chips, the others by name. A chip mentions nobody (cards 1.2). */
export function renderPeople(element: People, limits: Limits): readonly Node[] {
  const ids = element.people.flatMap((person) => (isOpenId(person.openId) ? [person.openId] : []))
  const names = element.people.filter((person) => !isOpenId(person.openId)).map((person) => person.name)
  return [...(ids.length === 0 ? [] : [chips(ids)]), ...(names.length === 0 ? [] : [nameLine(names, limits)])]
}

const isOpenId = (id: string | undefined): id is string => id !== undefined && /^ou_\w+$/.test(id)

const nameLine = (names: readonly string[], limits: Limits): Node =>
  plainLine(names.join('、'), 'plain', 'normal', limits)

const chips = (ids: readonly string[]): Node => ({
  tag: 'person_list',
  persons: ids.map((id) => ({ id })),
  show_name: true,
  show_avatar: true,
  size: 'small',
  drop_invalid_user_id: true,
})
