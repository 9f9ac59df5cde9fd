/** Events of the contact directory (protocol 3): who joined, moved, changed or left, and what the app may see. */
import type { DirectoryNews, Inbound } from '../../port.ts'
import { type JsonObject, objectAt, textAt } from '../json.ts'
import type { EventHeader } from './envelope.ts'

/** The fields whose change is of concern; `old_object` holds the changed ones only. */
const CONCERN = ['name', 'mobile', 'email', 'employee_no', 'status']

export function parseDirectory(header: EventHeader, event: JsonObject): Inbound {
  switch (header.eventType) {
    case 'contact.user.created_v3':
      return newsOf(header, 'joined', event)
    case 'contact.user.deleted_v3':
      return newsOf(header, 'left', event)
    case 'contact.user.updated_v3': {
      const what = whatChanged(objectAt(event, 'object'), objectAt(event, 'old_object'))
      return what ? newsOf(header, what, event) : ignored(header, 'of no concern')
    }
    case 'contact.scope.updated_v3':
      return { ...stamp(header), kind: 'directory', what: 'range', openId: '', name: '' }
    default:
      return { kind: 'unsupported', what: header.eventType }
  }
}

function whatChanged(
  now: JsonObject | undefined,
  before: JsonObject | undefined,
): DirectoryNews['what'] | undefined {
  const status = objectAt(now, 'status')
  const isOver = [status?.is_resigned, status?.is_exited, status?.is_frozen].includes(true)
  if (isOver) return 'left'
  if (before?.department_ids !== undefined) return 'moved'
  // Without a word of what it was, anything may have changed.
  return before === undefined || CONCERN.some((field) => field in before) ? 'changed' : undefined
}

function newsOf(header: EventHeader, what: DirectoryNews['what'], event: JsonObject): Inbound {
  const person = objectAt(event, 'object')
  const openId = textAt(person, 'open_id') ?? textAt(objectAt(event, 'old_object'), 'open_id')
  if (openId === undefined) return ignored(header, 'of an unknown shape')
  return { ...stamp(header), kind: 'directory', what, openId, name: textAt(person, 'name') ?? '' }
}

const stamp = (header: EventHeader) => ({
  causes: [`feishu:event:${header.eventId}`] as const,
  platform: 'feishu',
})

const ignored = (header: EventHeader, why: string): Inbound => ({
  kind: 'unsupported',
  what: `${header.eventType} ${why}`,
})
