/** Reading a card whose JSON nobody vouches for: every reader here gives a default, none throws. */

/** One JSON object of a card. */
export interface Part {
  readonly [key: string]: unknown
}

export function isPart(value: unknown): value is Part {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The object under `key`; an empty one where there is none. */
export const childOf = (part: Part, key: string): Part => {
  const value = part[key]
  return isPart(value) ? value : {}
}

/** The objects in the list under `key`. */
export const childrenOf = (part: Part, key: string): readonly Part[] => {
  const value = part[key]
  return Array.isArray(value) ? value.filter(isPart) : []
}

export const stringsOf = (part: Part, key: string): readonly string[] => {
  const value = part[key]
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
}

export const stringOf = (part: Part, key: string): string | undefined => {
  const value = part[key]
  return typeof value === 'string' ? value : undefined
}

export const numberOf = (part: Part, key: string): number | undefined => {
  const value = part[key]
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

export const flagOf = (part: Part, key: string): boolean => part[key] === true

/** The words of a text object, as `{ "tag": "plain_text", "content": … }`, or of a bare string. */
export const wordsOf = (part: Part, key: string): string =>
  stringOf(part, key) ?? stringOf(childOf(part, key), 'content') ?? ''

/** The object in a JSON string; undefined where it is none. */
export function parsePart(json: string): Part | undefined {
  try {
    const value: unknown = JSON.parse(json)
    return isPart(value) ? value : undefined
  } catch {
    return undefined
  }
}
