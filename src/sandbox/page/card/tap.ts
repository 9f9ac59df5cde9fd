/** What a component carries so that the browser can tap it. Source: cards.md 1.4, 2.2. */
import { safeLink } from '../escape.ts'
import { childOf, childrenOf, isPart, type Part, stringOf, wordsOf } from './part.ts'

/** Attributes that `client/tap.js` reads. */
export interface TapAttributes {
  readonly 'data-tap'?: string
  readonly 'data-confirm'?: string
  readonly 'data-link'?: string
}

/** The component's tag, name and value, its confirm question and its link, as data attributes. */
export function tapAttributes(part: Part, tag: string, always = false): TapAttributes {
  const behavior = callback(part)
  const link = childrenOf(part, 'behaviors').find((one) => stringOf(one, 'type') === 'open_url')
  const href =
    link === undefined ? undefined : safeLink(stringOf(link, 'default_url') ?? stringOf(link, 'pc_url'))
  const name = stringOf(part, 'name')
  const tap = {
    tag,
    ...(name === undefined ? {} : { name }),
    ...(behavior === undefined ? {} : { value: behavior.value }),
  }
  return {
    ...(behavior !== undefined || always ? { 'data-tap': JSON.stringify(tap) } : {}),
    ...confirmAttribute(part),
    ...(href === undefined ? {} : { 'data-link': href }),
  }
}

const callback = (part: Part): Part | undefined =>
  childrenOf(part, 'behaviors').find((one) => stringOf(one, 'type') === 'callback')

function confirmAttribute(part: Part): TapAttributes {
  if (!isPart(part.confirm)) return {}
  const confirm = childOf(part, 'confirm')
  return {
    'data-confirm': JSON.stringify({ title: wordsOf(confirm, 'title'), text: wordsOf(confirm, 'text') }),
  }
}
