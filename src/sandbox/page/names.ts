import type { CampusChat } from '../model.ts'
import type { NameOf } from './markdown-inline.ts'

/** Finds the name of anyone in the campus chat by open id. */
export function nameOfIn(chat: CampusChat): NameOf {
  const names = new Map(chat.people().map((person) => [person.openId, person.name]))
  return (openId) => names.get(openId)
}
