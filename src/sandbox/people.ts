/** The campus directory as Feishu's contact API sees it: people by any of their ids. */
import { createHash } from 'node:crypto'
import type { SandboxPerson } from './model.ts'
import type { SandboxGroup } from './options.ts'

export type UserIdType = 'open_id' | 'union_id' | 'user_id'

export interface Directory {
  readonly people: readonly SandboxPerson[]
  byOpenId(openId: string): SandboxPerson | undefined
  byId(type: UserIdType | 'email' | 'chat_id', id: string): SandboxPerson | undefined
  byMobile(mobile: string): SandboxPerson | undefined
  chatIdOf(person: SandboxPerson): string
}

/** Indexes the people of one app. A private chat's id follows from app and person, so it survives a restart. */
export function createDirectory(
  people: readonly SandboxPerson[],
  appId: string,
  groups: readonly SandboxGroup[] = [],
): Directory {
  const rooms = groups.map(roomOf)
  const chatIdOf = (person: SandboxPerson) =>
    person.openId.startsWith('oc_') ? person.openId : stableId('oc_', appId, person.openId)
  const indexes = {
    open_id: index(people, (person) => person.openId),
    union_id: index(people, (person) => person.unionId),
    user_id: index(people, userIdOf),
    email: index(people, (person) => person.email.toLowerCase()),
    chat_id: index([...people, ...rooms], chatIdOf),
  }
  const byMobile = index(people, (person) => plainMobile(person.mobile))
  return {
    people,
    byOpenId: (openId) => indexes.open_id.get(openId),
    byId: (type, id) => indexes[type].get(type === 'email' ? id.toLowerCase() : id),
    byMobile: (mobile) => byMobile.get(plainMobile(mobile)),
    chatIdOf,
  }
}

/** A group as the receiver of messages: nobody, but with a chat of its own. */
function roomOf({ chatId, name }: SandboxGroup): SandboxPerson {
  const nobody = { unionId: '', title: '', unit: '', employeeNo: '', mobile: '', email: '' }
  return { ...nobody, openId: chatId, name }
}

/** Feishu's tenant-wide `user_id`; on this campus it is the staff number. */
export function userIdOf(person: SandboxPerson): string {
  return person.employeeNo
}

/** The three ids of a person as events carry them (protocol.md 3.1). */
export function idsOf(person: SandboxPerson): { union_id: string; user_id: string; open_id: string } {
  return { union_id: person.unionId, user_id: userIdOf(person), open_id: person.openId }
}

/** The id of `person` in the asked kind. */
export function idOf(person: SandboxPerson, type: UserIdType): string {
  switch (type) {
    case 'open_id':
      return person.openId
    case 'union_id':
      return person.unionId
    case 'user_id':
      return userIdOf(person)
  }
}

/** An id that is always the same for the same parts: a prefix and 32 hex digits. */
export function stableId(prefix: string, ...parts: readonly string[]): string {
  return prefix + createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32)
}

function index(
  people: readonly SandboxPerson[],
  key: (person: SandboxPerson) => string,
): Map<string, SandboxPerson> {
  return new Map(people.filter((person) => key(person) !== '').map((person) => [key(person), person]))
}

function plainMobile(mobile: string): string {
  return mobile.replace(/^\+86/, '')
}
