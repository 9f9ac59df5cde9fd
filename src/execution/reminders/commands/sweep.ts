/** `digest.send`: the clock sends everybody's digest of the day, in one batch: all of it, or nothing. */
import * as z from 'zod'
import type { Command, Notice, Prepared } from '../../../kernel/command.ts'
import type { PersonId, Year } from '../../../kernel/ids.ts'
import { foldSubject } from '../../../kernel/subject.ts'
import {
  type Instant,
  isLocalDate,
  type LocalDate,
  localHourOf,
  plusMilliseconds,
} from '../../../kernel/time.ts'
import { isWorkingDay } from '../../../kernel/working-days.ts'
import { findYear, type OpenYear } from '../../../policy/queries.ts'
import type { Database, Statement } from '../../../store/database.ts'
import { enqueueNotices } from '../../../store/outbox-bulk.ts'
import type { RemindersDone } from '../done.ts'
import { loadMatters } from '../matters.ts'
import { countCovered } from '../own.ts'
import { listGiven, listSnoozes, stepsOf } from '../queries.ts'
import { type Item, itemsOf, toldIn } from '../rules/digest.ts'
import type { DigestDay } from '../rules/digest-day.ts'
import { type NewStep, type Step, stepToday } from '../rules/escalation.ts'
import { isOverdue, type Matter } from '../rules/matter.ts'
import { type RemindersState, type SweepTime, sendDigests, whyNotNow } from '../rules/sweep.ts'
import { EVERYBODY, loadScene } from '../scene.ts'
import { remindersId, remindersSubject } from '../subjects.ts'
import { digestDay, rememberedWorkdays, workingDaysIn } from '../workdays.ts'

const payload = z.object({
  year: z.int(),
  day: z.custom<LocalDate>((value) => typeof value === 'string' && isLocalDate(value)),
})

export const sendDigestsCommand: Command = {
  type: 'digest.send',
  payload,
  async prepare(db, raw, meta): Promise<Prepared> {
    const { year, day } = payload.parse(raw)
    if (meta.by !== 'clock' || day !== meta.today) return { refusal: { code: 'clock-only' } }
    const [open, head] = await Promise.all([
      findYear(db, year),
      foldSubject(db, remindersSubject, remindersId(year)),
    ])
    const time = sweepTime(open, meta)
    const bar = whyNotNow(head.state, time)
    if (bar || !open) return { refusal: bar ?? { code: 'unwatched-year' } }
    const last = lastDay(head.state)
    const { steps, told } = await findToday(db, open, digestDay(last, day))
    const found = { year, steps, ...counted(told), skipped: last === null ? [] : workingDaysIn(last, day) }
    const decision = sendDigests(head.state, time, found)
    if ('refusal' in decision) return decision
    const done: RemindersDone = { code: 'digests-sent', people: found.people, items: found.items }
    return {
      change: {
        subjects: [remindersSubject.change(remindersId(year), head, decision.events)],
        notices: [],
        also: inTheirTurn(
          [...told.keys()].map((to) => digestTo(to, day, last)),
          meta.at,
          meta.causes[0],
        ),
        answer: { done },
      },
    }
  },
}

/** What must hold now for the year's digests to be sent. */
export function sweepTime(
  open: OpenYear | undefined,
  { at, today }: { readonly at: Instant; readonly today: LocalDate },
): SweepTime {
  const policy = open?.policy.execution ?? { digestHour: 0, digestUntil: 0 }
  return {
    phase: open?.phase ?? null,
    today,
    isWorkingDay: isWorkingDay(today),
    hour: localHourOf(at),
    policy,
  }
}

export const lastDay = (state: RemindersState): LocalDate | null =>
  state.status === 'sent' ? state.last : null

interface Today {
  readonly steps: readonly NewStep[]
  readonly told: ReadonlyMap<PersonId, readonly Item[]>
}

async function findToday(db: Database, open: OpenYear, day: DigestDay): Promise<Today> {
  const policy = open.policy.execution
  const matters = await loadMatters(db, await loadScene(db, open, day.today), EVERYBODY)
  const overdue = matters.filter((matter) => isOverdue(matter, day.today))
  const [taken, snoozes, given] = await Promise.all([
    stepsOf(db, overdue),
    listSnoozes(db, day.last),
    listGiven(db, day.today),
  ])
  const steps = stepsTaken(overdue, taken, open, day.today)
  const now = new Map<string, readonly Step[]>(taken)
  for (const step of steps) now.set(step.matter, [...(taken.get(step.matter) ?? []), step])
  const told = new Map<PersonId, readonly Item[]>()
  for (const [person, items] of itemsOf(matters, ({ key }) => now.get(key) ?? [], day.today)) {
    const own = toldIn(items, snoozes.get(person) ?? new Map(), day, policy)
    if (own.length > 0) told.set(person, own)
  }
  return { steps, told: withDelegates(told, given) }
}

function stepsTaken(
  overdue: readonly Matter[],
  taken: ReadonlyMap<string, readonly Step[]>,
  { policy }: OpenYear,
  today: LocalDate,
): NewStep[] {
  const workdays = rememberedWorkdays()
  return overdue.flatMap(
    (matter) => stepToday(matter, taken.get(matter.key) ?? [], policy.execution, today, workdays) ?? [],
  )
}

/** Whoever acts for another hears of it in the own digest: one message a person, whatever the names. */
function withDelegates(
  told: ReadonlyMap<PersonId, readonly Item[]>,
  given: Awaited<ReturnType<typeof listGiven>>,
): ReadonlyMap<PersonId, readonly Item[]> {
  const all = new Map(told)
  for (const one of given)
    if (countCovered(told.get(one.principal) ?? [], one) > 0 && !all.has(one.delegate))
      all.set(one.delegate, [])
  return all
}

function counted(told: ReadonlyMap<PersonId, readonly Item[]>) {
  return { people: told.size, items: [...told.values()].reduce((sum, items) => sum + items.length, 0) }
}

/** Once a day, whatever happens: the key names the day and the person. */
const digestTo = (to: PersonId, day: LocalDate, last: LocalDate | null): Notice => ({
  to,
  view: { name: 'digest', params: { day, last } },
  about: null,
  key: `digest:${day}:${to}`,
})

const TURN = 100
const TURN_MS = 10_000

/** Ten a second, two thirds of what the platform takes in a minute: what people say meanwhile is answered at once. */
function inTheirTurn(notices: readonly Notice[], at: Instant, cause: string): Statement[] {
  const turns = Array.from({ length: Math.ceil(notices.length / TURN) }, (_, turn) => turn)
  return turns.flatMap((turn) =>
    enqueueNotices(
      notices.slice(turn * TURN, (turn + 1) * TURN),
      plusMilliseconds(at, turn * TURN_MS),
      cause,
    ),
  )
}

/** What the clock has to give now: nothing, but once a working day. */
export async function digestsDue(
  db: Database,
  open: OpenYear | undefined,
  now: { readonly at: Instant; readonly today: LocalDate },
): Promise<{ readonly year: Year; readonly day: LocalDate } | undefined> {
  if (!open || whyNotNow({ status: 'none' }, sweepTime(open, now))) return undefined
  const { state } = await foldSubject(db, remindersSubject, remindersId(open.year))
  if (whyNotNow(state, sweepTime(open, now))) return undefined
  return { year: open.year, day: now.today }
}
