import * as z from 'zod'
import { command } from '../../../kernel/command.ts'
import { isLocalDate, type LocalDate } from '../../../kernel/time.ts'
import { getActor } from '../../../organization/queries.ts'
import { findYear } from '../../../policy/queries.ts'
import type { RemindersDone } from '../done.ts'
import { setDeadline } from '../rules/deadline.ts'
import { deadlineId, deadlineSubject } from '../subjects.ts'

/** `plan-deadline.set`: the office says by when plans are to be sent, reviewed and ratified. */
export const deadlineCommand = command({
  type: 'plan-deadline.set',
  payload: z.object({
    year: z.int(),
    dueOn: z.custom<LocalDate>((value) => typeof value === 'string' && isLocalDate(value)),
  }),
  on: deadlineSubject,
  id: ({ year }) => deadlineId(year),
  async context(db, { year }, meta) {
    const [by, open] = await Promise.all([getActor(db, meta), findYear(db, year)])
    return { by, phase: open?.phase ?? null }
  },
  decide: (state, payload, { by, phase }, { today }) => setDeadline(state, payload, by, { phase, today }),
  tell({ payload: { year, dueOn } }) {
    const done: RemindersDone = { code: 'deadline-set', dueOn }
    return { answer: { done, show: { name: 'plan-deadline', params: { year } } } }
  },
  onRefusal: (_, { year }) => ({ name: 'plan-deadline', params: { year } }),
})
