/** 催办: the office reminds those who are late, with one message a person (rulebook 7: time itself only reminds). */
import * as z from 'zod'
import type { AskedDuty, Command, Meta, Notice, Prepared } from '../../kernel/command.ts'
import type { PersonId, Year } from '../../kernel/ids.ts'
import { foldSubject } from '../../kernel/subject.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { getActor } from '../../organization/queries.ts'
import { findYear } from '../../policy/queries.ts'
import { isAnyIn } from '../../policy/rules/reopening.ts'
import type { Database } from '../../store/database.ts'
import { enqueueNotices } from '../../store/outbox-bulk.ts'
import { enqueueForDelegates } from '../../store/outbox-delegates.ts'
import { latePeople, loadProgress } from './progress.ts'
import { type Reminding, remindLate } from './rules/reminder.ts'
import { reminderId, reminderSubject } from './subject.ts'

/** `days`: only those for whom something has waited so long; 0 for all. */
const payload = z.object({ year: z.int(), days: z.int().min(0).max(366) })

export interface ReminderDone {
  readonly code: 'people-reminded'
  readonly people: number
  readonly items: number
  /** Who was late too, but had been reminded today. */
  readonly skipped: number
}

export const remindCommand: Command = {
  type: 'planning.remind',
  payload,
  async prepare(db, raw, meta): Promise<Prepared> {
    const { year, days } = payload.parse(raw)
    const show = { name: 'planning-reminder', params: { year } }
    const head = await foldSubject(db, reminderSubject, reminderId(year))
    const decision = remindLate(head.state, { days }, await loadReminding(db, year, days, meta))
    if ('refusal' in decision) return { refusal: decision.refusal, show }
    const told = decision.events.flatMap((event) => event.told)
    const done: ReminderDone = {
      code: 'people-reminded',
      people: told.length,
      items: told.reduce((sum, one) => sum + one.items, 0),
      skipped: decision.events.reduce((sum, event) => sum + event.skipped.length, 0),
    }
    const notices = told.map(({ person }) => digestTo(person, year, meta.today))
    return {
      change: {
        subjects: [reminderSubject.change(reminderId(year), head, decision.events)],
        notices: [],
        also: [
          ...enqueueNotices(notices, meta.at, meta.causes[0]),
          ...enqueueForDelegates(notices, meta, meta.causes[0]),
        ],
        answer: { done, show },
      },
    }
  },
}

async function loadReminding(db: Database, year: Year, days: number, meta: Meta): Promise<Reminding> {
  const [by, open] = await Promise.all([getActor(db, meta), findYear(db, year)])
  const units = open ? await loadProgress(db, open, meta.today) : []
  const act = { by: by.id, name: by.name, at: meta.at }
  const phase = open && isAnyIn(open, 'setting') ? 'setting' : (open?.phase ?? null)
  return { by, act, today: meta.today, phase, late: latePeople(units, days) }
}

/** By which duties somebody may be late while goals are set (Articles 13-16): delegates are reminded too. */
const LATE_DUTIES: readonly AskedDuty[] = [
  ...([{ role: 'contact' }, { role: 'head' }, { role: 'leader' }, { role: 'chair' }] as const),
  ...([{ role: 'leading-member' }, { role: 'working-convenor' }, { role: 'working-member' }] as const),
]

/** Once a day, whatever happens: the key names the day. */
const digestTo = (to: PersonId, year: Year, today: LocalDate): Notice => ({
  to,
  view: { name: 'planning-digest', params: { year } },
  about: null,
  key: `planning-digest:${year}:${today}:${to}`,
  asks: LATE_DUTIES,
})
