import type { RosterPerson } from '../roster.ts'
import { type RowReader, uniqueIn, whole } from './row-reader.ts'

const NAME_MOST = 30
const TITLE_MOST = 50

interface Seen {
  readonly ids: Map<string, number>
  readonly openIds: Map<string, number>
  readonly mobiles: Map<string, number>
  readonly emails: Map<string, number>
}

/** People: a number of their own, a known unit or none, and at least one way to reach them. */
export function checkPeople(readers: readonly RowReader[], units: ReadonlySet<string>): RosterPerson[] {
  const seen: Seen = { ids: new Map(), openIds: new Map(), mobiles: new Map(), emails: new Map() }
  return whole(readers.map((reader) => readPerson(reader, units, seen)))
}

function readPerson(reader: RowReader, units: ReadonlySet<string>, seen: Seen): RosterPerson | undefined {
  const id = idOf(reader)
  uniqueIn(seen.ids, reader, 'id', id)
  const name = reader.filled('name', NAME_MOST)
  const title = reader.optional('title', TITLE_MOST)
  const unit = reader.text('unit')
  if (unit !== '' && !units.has(unit)) reader.fault('unit', { code: 'unknown-unit' })
  const contact = contactOf(reader, seen)
  if (id === undefined || name === undefined || title === undefined) return undefined
  return { id, name, unit: unit === '' ? null : unit, title, ...contact }
}

/** Numbers that the program gives to those who act before any roster are not for the roster. */
function idOf(reader: RowReader): string | undefined {
  const id = reader.id('id')
  return id !== undefined && /^(office-\d+|system|start|console)$/.test(id)
    ? reader.fault('id', { code: 'reserved-id' })
    : id
}

function contactOf(reader: RowReader, seen: Seen): Pick<RosterPerson, 'openId' | 'mobile' | 'email'> {
  const openId = reader.text('openId')
  const mobile = reader.text('mobile').replace(/[\s-]/g, '')
  const email = reader.text('email').toLowerCase()
  if (openId + mobile + email === '') reader.fault('openId', { code: 'unreachable-person' })
  if (isWellFormed(openId, /^ou_[\w.-]{1,64}$/)) uniqueIn(seen.openIds, reader, 'openId', openId)
  else reader.fault('openId', { code: 'malformed-open-id' })
  if (isWellFormed(mobile, /^(1[3-9]\d{9}|\+\d{6,15})$/)) uniqueIn(seen.mobiles, reader, 'mobile', mobile)
  else reader.fault('mobile', { code: 'malformed-mobile' })
  if (isWellFormed(email, /^[^\s@<>()]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/))
    uniqueIn(seen.emails, reader, 'email', email)
  else reader.fault('email', { code: 'malformed-email' })
  return { openId: openId || null, mobile: mobile || null, email: email || null }
}

function isWellFormed(text: string, form: RegExp): boolean {
  return text === '' || form.test(text)
}
