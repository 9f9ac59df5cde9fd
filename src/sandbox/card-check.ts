/** The platform's own look at a card before it takes it: form, size, tags, properties, numbers (cards.md 1, 2.3). */
import { DATA_PROPERTIES, propertiesOf, TOP_PROPERTIES } from './card-grammar.ts'
import { parseJson } from './storage.ts'

/** What is wrong with a card: Feishu's inner `ErrCode`, its words, and where, as `ROOT -> body -> elements -> [2](tag: chart)`. */
export interface CardFault {
  readonly code: number
  readonly message: string
  readonly path: string
}
export type CheckCard = (card: unknown) => CardFault | undefined

export type JsonObject = { readonly [key: string]: unknown }
type CardVerdict =
  | { readonly is: 'good'; readonly card: JsonObject }
  | { readonly is: 'not-json' }
  | { readonly is: 'too-long' }
  | { readonly is: 'faulty'; readonly fault: CardFault }

const CARD_BYTES = 30 * 1024
const ELEMENTS = 200
const TABLES = 5
/** Steps from the root; five levels of containers need fewer than thirty. */
const DEPTH = 60

/**
 * Judges the JSON text of a card. `previous` is the content that it replaces: a 2.0 card cannot become a 1.0 card
 * (200830). Cards of schema 1.0 are taken as Feishu takes them: unknown things are ignored.
 */
export function judgeCard(
  content: string,
  previous: string | undefined,
  checks: readonly CheckCard[],
): CardVerdict {
  const card = parseJson(content)
  if (!isObject(card)) return { is: 'not-json' }
  if (Buffer.byteLength(content, 'utf8') > CARD_BYTES) return { is: 'too-long' }
  if (previous !== undefined && isSchema2(parseJson(previous)) && !isSchema2(card))
    return faulty(200830, 'can not downgrade card schema from 2.0 to 1.0', 'ROOT -> schema')
  for (const check of isSchema2(card) ? [checkSchema2, ...checks] : [checkSchema1]) {
    const fault = check(card)
    if (fault !== undefined) return { is: 'faulty', fault }
  }
  return { is: 'good', card }
}

/** A JSON object, not an array and not null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

interface Component {
  readonly component: JsonObject
  readonly tag: string
  readonly path: string
}

/**
 * Each object with a `tag` below `node`, with its path; data (chart specs, rows, values) is passed by. What is nested
 * beyond all reason is given as one component of an impossible tag, so that it is refused and not followed.
 */
export function* componentsOf(node: unknown, path: string, depth = 0): Generator<Component> {
  if (depth > DEPTH) {
    yield { component: {}, tag: 'nested too deep', path: 'ROOT' }
  } else if (Array.isArray(node)) {
    for (const [index, item] of node.entries())
      yield* componentsOf(item, `${path} -> [${index}]${tagNote(item)}`, depth + 1)
  } else if (isObject(node)) {
    if (typeof node.tag === 'string') yield { component: node, tag: node.tag, path }
    for (const [key, child] of Object.entries(node)) {
      if (DATA_PROPERTIES.has(key) || (node.tag === 'table' && key === 'columns')) continue
      yield* componentsOf(child, `${path} -> ${key}`, depth + 1)
    }
  }
}

function checkSchema2(card: unknown): CardFault | undefined {
  if (!isObject(card)) return fault(200621, 'parse card json err', 'ROOT')
  const components = [...componentsOf(card, 'ROOT')]
  return (
    checkTop(card) ??
    components.map(checkComponent).find((found) => found !== undefined) ??
    checkNumbers(components.map(({ tag }) => tag))
  )
}

function checkTop(card: JsonObject): CardFault | undefined {
  for (const [part, allowed] of Object.entries(TOP_PROPERTIES)) {
    const node = part === 'card' ? card : card[part]
    const path = part === 'card' ? 'ROOT' : `ROOT -> ${part}`
    if (node === undefined) continue
    if (!isObject(node)) return fault(200621, `parse card json err, ${part} must be an object`, path)
    const unknown = Object.keys(node).find((key) => !allowed.has(key))
    if (unknown !== undefined) return unknownProperty(unknown, path)
  }
  if (!isObject(card.body) || !Array.isArray(card.body.elements))
    return fault(200621, 'parse card json err, body.elements is required', 'ROOT -> body')
  if (isObject(card.config) && card.config.update_multi === false)
    return fault(200621, 'parse card json err, update_multi must be true', 'ROOT -> config')
  return undefined
}

function checkComponent(found: Component): CardFault | undefined {
  const allowed = propertiesOf(found.tag)
  if (allowed === undefined)
    return fault(
      200861,
      `cards of schema V2 no longer support this capability; ErrorValue: unsupported tag ${found.tag}`,
      found.path,
    )
  const unknown = Object.keys(found.component).find((key) => !allowed.has(key))
  return unknown === undefined ? undefined : unknownProperty(unknown, found.path)
}

function checkNumbers(tags: readonly string[]): CardFault | undefined {
  if (tags.length > ELEMENTS) return fault(11310, 'element exceeds the limit', 'ROOT')
  if (tags.filter((tag) => tag === 'table').length > TABLES)
    return fault(11310, 'card table number over limit', 'ROOT')
  return undefined
}

function checkSchema1(card: unknown): CardFault | undefined {
  if (!isObject(card)) return fault(200621, 'parse card json err', 'ROOT')
  if (card.type === 'template') return fault(11310, 'template is not visible to app', 'ROOT')
  if (card.type === 'card') return fault(200740, 'card entity not found', 'ROOT')
  const drawable = ['elements', 'i18n_elements', 'header', 'i18n_header'].some(
    (key) => card[key] !== undefined,
  )
  return drawable ? undefined : fault(200621, 'parse card json err, elements is required', 'ROOT')
}

function isSchema2(card: unknown): boolean {
  return isObject(card) && card.schema === '2.0'
}

function tagNote(node: unknown): string {
  return isObject(node) && typeof node.tag === 'string' ? `(tag: ${node.tag})` : ''
}

function unknownProperty(name: string, path: string): CardFault {
  return fault(200621, `parse card json err, unknown property; ErrorValue: ${name}`, path)
}

function fault(code: number, message: string, path: string): CardFault {
  return { code, message, path }
}

function faulty(code: number, message: string, path: string): CardVerdict {
  return { is: 'faulty', fault: { code, message, path } }
}
