/** The personnel office at Feishu's admin console: people are hired, move, change and leave, and the app is told. */
import { updatedUser, userObject } from './delivery/contact-events.ts'
import { envelope } from './delivery/envelope.ts'
import type { SandboxPerson } from './model.ts'
import type { CampusParts } from './parts.ts'
import { type ContactRange, type Standing, storable } from './registry.ts'

export interface Personnel {
  hire(person: SandboxPerson): Promise<void>
  /** Into another main department; '' for none. */
  move(openId: string, unit: string): Promise<void>
  /** Whatever else of a person is corrected; contacts and the rest are told apart, as Feishu does. */
  correct(
    openId: string,
    fields: Partial<Pick<SandboxPerson, 'name' | 'title' | 'mobile' | 'email' | 'employeeNo' | 'alsoIn'>>,
  ): Promise<void>
  freeze(openId: string): Promise<void>
  thaw(openId: string): Promise<void>
  resign(openId: string): Promise<void>
  /** What the app may see of the directory. */
  setRange(range: ContactRange): Promise<void>
  /** The scopes that the app has; all without. */
  setScopes(scopes?: readonly string[]): void
}

export function personnelOf(parts: CampusParts): Personnel {
  const { directory } = parts
  const find = (openId: string): SandboxPerson => {
    const person = directory.byOpenId(openId)
    if (person === undefined) throw new RangeError(`沙盒里没有这个人：${openId}`)
    return person
  }
  const put = (person: SandboxPerson, standing: Standing): void => {
    directory.put(person, standing)
    parts.journal.record({ what: 'person', person: storable(person), standing })
  }
  const emit = (type: string, event: object): Promise<void> => {
    const eventId = parts.ids()
    return parts.events.deliver(eventId, envelope(parts.app, { eventId, type, at: parts.now(), event }))
  }
  const update = async (person: SandboxPerson, standing: Standing): Promise<void> => {
    const before = find(person.openId)
    const old = updatedUser(directory, before)
    put(person, standing)
    if (directory.sees(person)) await emit('contact.user.updated_v3', old(person))
  }
  return {
    async hire(person) {
      put(person, 'active')
      if (directory.sees(person))
        await emit('contact.user.created_v3', { object: userObject(directory, person) })
    },
    move: (openId, unit) => update({ ...find(openId), unit }, directory.standingOf(openId)),
    async correct(openId, { mobile, email, ...rest }) {
      const standing = directory.standingOf(openId)
      if (Object.keys(rest).length > 0) await update({ ...find(openId), ...rest }, standing)
      if (mobile !== undefined) await update({ ...find(openId), mobile }, standing)
      if (email !== undefined) await update({ ...find(openId), email }, standing)
    },
    freeze: (openId) => update(find(openId), 'frozen'),
    thaw: (openId) => update(find(openId), 'active'),
    async resign(openId) {
      const person = find(openId)
      const seen = directory.sees(person)
      const old_object = { department_ids: directory.tree().idsOf(person), open_id: openId }
      put(person, 'resigned')
      if (seen) await emit('contact.user.deleted_v3', { object: userObject(directory, person), old_object })
    },
    async setRange(range) {
      directory.setRange(range)
      await emit('contact.scope.updated_v3', { added: {}, removed: {} })
    },
    setScopes: (scopes) => directory.setScopes(scopes),
  }
}
