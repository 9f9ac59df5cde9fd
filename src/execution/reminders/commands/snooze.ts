/** A person puts a reminder off, or takes that back; every person for the own digest only. */
import * as z from 'zod'
import { command, type View } from '../../../kernel/command.ts'
import { refused } from '../../../kernel/decision.ts'
import { isLocalDate, type LocalDate } from '../../../kernel/time.ts'
import type { RemindersDone } from '../done.ts'
import { loadOwn } from '../own.ts'
import { resume, type SnoozeRefusal, snooze } from '../rules/snooze.ts'
import { snoozeId, snoozeSubject } from '../subjects.ts'

const aDay = z.custom<LocalDate>((value) => typeof value === 'string' && isLocalDate(value))

/** The digest from which it was tapped, so that the same page is shown again. */
export const shownDigest = {
  day: aDay.nullable().default(null),
  last: aDay.nullable().default(null),
  page: z.int().min(0).default(0),
}

const digestView = ({
  day,
  last,
  page,
}: {
  day: LocalDate | null
  last: LocalDate | null
  page: number
}): View => ({
  name: 'digest',
  params: { day, last, page },
})

export const snoozeCommand = command({
  type: 'reminder.snooze',
  payload: z.object({ matter: z.string().max(200), until: aDay, ...shownDigest }),
  on: snoozeSubject,
  id: ({ matter }, { inNameOf }) => snoozeId(inNameOf, matter),
  context: (db, _, meta) => loadOwn(db, meta),
  decide(state, { matter, until }, own, { inNameOf: person, today }) {
    if (!own) return refused<SnoozeRefusal>({ code: 'ended-reminder' })
    const item = own.items.find((one) => one.matter.key === matter)
    const { workdays, open } = own
    return snooze(state, until, { person, item, policy: open.policy.execution, today, workdays })
  },
  tell({ payload }) {
    const done: RemindersDone = { code: 'reminder-snoozed', until: payload.until }
    return { answer: { done, show: digestView(payload) } }
  },
  onRefusal: (_, payload) => digestView(payload),
})

export const resumeCommand = command({
  type: 'reminder.resume',
  payload: z.object({ matter: z.string().max(200) }),
  on: snoozeSubject,
  id: ({ matter }, { inNameOf }) => snoozeId(inNameOf, matter),
  // As the digest has it: in another's name only what the duties that were given cover.
  context: (db, _, meta) => loadOwn(db, meta),
  decide: (state, { matter }, own, { today }) =>
    own?.items.some((one) => one.matter.key === matter)
      ? resume(state, today)
      : refused<SnoozeRefusal>({ code: 'ended-reminder' }),
  tell() {
    const done: RemindersDone = { code: 'reminder-resumed' }
    return { answer: { done, show: { name: 'snoozed', params: {} } } }
  },
  onRefusal: () => ({ name: 'snoozed', params: {} }),
})
