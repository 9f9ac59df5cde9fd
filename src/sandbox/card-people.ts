/** The people that a card names must exist, or the platform refuses the card (inner code 100290). */
import { type CheckCard, componentsOf, type JsonObject } from './card-check.ts'

const MENTION = /<at\s+ids?=['"]?([^'">\s]+)/g

/** A check that knows the people of this campus. */
export function checkPeople(knows: (openId: string) => boolean): CheckCard {
  return (card) => {
    for (const { component, tag, path } of componentsOf(card, 'ROOT')) {
      const stranger = namedBy(component, tag).find((id) => id !== 'all' && !knows(id))
      if (stranger !== undefined)
        return { code: 100290, message: `invalid user resource; ErrorValue: ${stranger}`, path }
    }
    return undefined
  }
}

function namedBy(component: JsonObject, tag: string): string[] {
  switch (tag) {
    case 'person':
      return typeof component.user_id === 'string' ? [component.user_id] : []
    case 'person_list':
      return component.drop_invalid_user_id === true ? [] : idsIn(component.persons, 'id')
    case 'markdown':
    case 'lark_md':
      return typeof component.content === 'string' ? mentionsIn(component.content) : []
    default:
      return []
  }
}

function mentionsIn(markdown: string): string[] {
  return [...markdown.matchAll(MENTION)].flatMap((match) => (match[1] ?? '').split(','))
}

function idsIn(list: unknown, key: string): string[] {
  if (!Array.isArray(list)) return []
  return list.flatMap((item: unknown) => {
    const id: unknown = typeof item === 'object' && item !== null ? Reflect.get(item, key) : undefined
    return typeof id === 'string' ? [id] : []
  })
}
