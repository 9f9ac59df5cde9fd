/** What the platform tells of its directory changes nothing: it is noted, and the office hears of it. */
import * as z from 'zod'
import type { Command, Meta, Notice } from '../../../kernel/command.ts'
import type { PersonId } from '../../../kernel/ids.ts'
import { endOfDay, type Instant, plusDays } from '../../../kernel/time.ts'
import type { Database } from '../../../store/database.ts'
import { findActor, findPersonOf, listHolders } from '../../queries.ts'
import type { DirectoryDone, NoteRefusal } from '../done.ts'
import { countToldLeavers } from '../queries.ts'
import { noteRows, notesTold } from '../rows.ts'

const PLATFORM = 'feishu'
/** More leavers a day than these are told in the day's one notice. */
export const TOLD_AT_ONCE = 10

const payload = z.object({
  what: z.enum(['joined', 'moved', 'changed', 'left', 'range']),
  openId: z.string().max(200),
  name: z.string(),
})

/** `directory.note`: given by the platform alone. What changed of a stranger is nobody's concern. */
export const noteDirectoryCommand: Command = {
  type: 'directory.note',
  payload,
  async prepare(db, raw, meta) {
    const { what, openId, name } = payload.parse(raw)
    if (!meta.by.startsWith('platform:')) return { refusal: { code: 'foreign-note' } satisfies NoteRefusal }
    const person = openId === '' ? undefined : await findPersonOf(db, PLATFORM, openId)
    const concerns = person !== undefined || what === 'joined' || what === 'range'
    const notices = what === 'left' && person !== undefined ? await tellLeaver(db, person, openId, meta) : []
    const note = { openId, what, name: name.slice(0, 60), at: meta.at, told: notices.length > 0 }
    return {
      change: {
        subjects: [],
        notices,
        also: concerns ? noteRows(note) : [],
        answer: { done: { code: 'directory-noted' } satisfies DirectoryDone },
      },
    }
  },
}

/** Whose duties would otherwise stand still is told at once. */
async function tellLeaver(db: Database, person: PersonId, openId: string, meta: Meta): Promise<Notice[]> {
  const { today } = meta
  const actor = await findActor(db, { by: person, inNameOf: person, today })
  if (!actor || actor.roles.length + actor.leads.length === 0) return []
  if ((await countToldLeavers(db, startOf(meta), openId)) >= TOLD_AT_ONCE) return []
  return (await listHolders(db, 'office', '', today)).map(({ id }) => ({
    to: id,
    view: { name: 'directory-leaver', params: { person } },
    about: `person:${person}`,
    key: `directory-leaver:${openId}:${today}:${id}`,
  }))
}

const startOf = ({ today }: Meta): Instant => endOfDay(plusDays(today, -1))

/** `directory.tell`: given by the clock, one notice a day for all that was noted. */
export const tellDirectoryCommand: Command = {
  type: 'directory.tell',
  payload: z.object({}),
  async prepare(db, _, meta) {
    if (meta.by !== 'clock') return { refusal: { code: 'foreign-note' } satisfies NoteRefusal }
    const office = await listHolders(db, 'office', '', meta.today)
    return {
      change: {
        subjects: [],
        notices: office.map(({ id }) => ({
          to: id,
          view: { name: 'directory-noted', params: {} },
          about: null,
          key: `directory-noted:${meta.today}:${id}`,
        })),
        also: [notesTold(meta.at)],
        answer: { done: { code: 'directory-told' } satisfies DirectoryDone },
      },
    }
  },
}
