/** What the clock gives: that a role runs out is told some working days before and on its last day; no role ends silently. */
import * as z from 'zod'
import type { Due } from '../../kernel/chapter.ts'
import type { Command, Notice } from '../../kernel/command.ts'
import { type Instant, type LocalDate, localHourOf } from '../../kernel/time.ts'
import { plusWorkingDays } from '../../kernel/working-days.ts'
import type { Database } from '../../store/database.ts'
import { enqueueNotices } from '../../store/outbox-bulk.ts'
import { listHolders } from '../queries.ts'
import type { RoleRefusal } from './done.ts'
import { day } from './payload.ts'
import { type EndingRow, listUntold } from './queries.ts'
import { rolesTold } from './rows.ts'

/** Working days before the last one. */
export const WARNED_DAYS = 7
/** Nobody is told at night. */
const MORNING = 8

export async function endingDue(
  db: Database,
  { at, today }: { readonly at: Instant; readonly today: LocalDate },
): Promise<Due[]> {
  if (localHourOf(at) < MORNING) return []
  const [soon, last] = await Promise.all([
    listUntold(db, 'soon', { first: today, last: plusWorkingDays(today, WARNED_DAYS) }),
    listUntold(db, 'day', { first: today, last: today }),
  ])
  return [...dues('soon', soon, today), ...dues('day', last, today)]
}

/** One for all that end on a day; the first names those that were not told yet. */
function dues(what: 'soon' | 'day', rows: readonly EndingRow[], today: LocalDate): Due[] {
  const days = [...new Set(rows.flatMap(({ to }) => to ?? []))]
  return days.flatMap((to) => {
    const [first] = rows.filter((row) => row.to === to)
    const cause = first && `role-ends:${what}:${to}:${today}:${first.id}:${first.role}:${first.scope}`
    return cause === undefined ? [] : [{ command: 'role.tell-end', with: { to, what }, cause }]
  })
}

const payload = z.object({ to: day, what: z.enum(['soon', 'day']) })

/** Holders and the office, one card a person and day. */
export const tellEndCommand: Command = {
  type: 'role.tell-end',
  payload,
  async prepare(db, raw, meta) {
    const { to, what } = payload.parse(raw)
    if (meta.by !== 'clock') return { refusal: { code: 'clock-only' } satisfies RoleRefusal }
    const [rows, office] = await Promise.all([
      listUntold(db, what, { first: to, last: to }),
      listHolders(db, 'office', '', meta.today),
    ])
    const people = [...new Set([...rows.map(({ id }) => id), ...office.map(({ id }) => id)])]
    const notices = people.map(
      (person): Notice => ({
        to: person,
        view: { name: 'roles-ending', params: { to } },
        about: null,
        key: `roles-ending:${what}:${to}:${meta.today}:${person}:${rows[0]?.id ?? ''}:${rows[0]?.role ?? ''}:${rows[0]?.scope ?? ''}`,
      }),
    )
    const told = rows.map(({ id: person, role, scope }) => ({ person, role, scope, to }))
    return {
      change: {
        subjects: [],
        notices: [],
        also: rows.length === 0 ? [] : [...rolesTold(told, what), ...enqueueNotices(notices, meta.at)],
        answer: { done: { code: 'ends-told' } },
      },
    }
  },
}
