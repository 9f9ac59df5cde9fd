/** Walks over the components of a card, and not over data that merely looks like one: chart specs, rows, values. */
import { isObject, type JsonObject } from '../json.ts'

export interface Visit {
  readonly node: JsonObject
  readonly tag: string
  readonly path: readonly PropertyKey[]
  /** Tags of the components around it, outermost first. */
  readonly around: readonly string[]
}

const DATA: ReadonlySet<string> = new Set(['chart_spec', 'rows', 'value', 'style', 'streaming_config'])

/** Every object with a `tag`, texts and options included, in the order of the card. */
export function* visit(
  value: unknown,
  path: readonly PropertyKey[] = [],
  around: readonly string[] = [],
): Generator<Visit> {
  if (Array.isArray(value)) {
    for (const [position, one] of value.entries()) yield* visit(one, [...path, position], around)
    return
  }
  if (!isObject(value)) return
  const tag = typeof value.tag === 'string' ? value.tag : undefined
  if (tag !== undefined) yield { node: value, tag, path, around }
  const inside = tag === undefined ? around : [...around, tag]
  for (const [key, one] of Object.entries(value)) {
    if (!DATA.has(key)) yield* visit(one, [...path, key], inside)
  }
}
