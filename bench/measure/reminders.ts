/** The day's digests of ten thousand people: from the clock to the commit, and one person's card as it leaves. */
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { reminders } from '../../src/execution/reminders/chapter.ts'
import { sendDigestsCommand } from '../../src/execution/reminders/commands/sweep.ts'
import type { Meta } from '../../src/kernel/command.ts'
import { execute } from '../../src/kernel/execute.ts'
import { instantOf, type LocalDate, localDateOf } from '../../src/kernel/time.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { percentile } from '../statistics.ts'
import { count, decimal, printTable } from '../table.ts'
import { fillRemindedSchool } from '../world/reminded.ts'
import { openEmpty, openYear } from '../world/university.ts'

const UNITS = 100
/** A Monday; the year must have been open a day by then. */
const FIRST: LocalDate = '2027-05-10'
const WEEK_MS = 7 * 86_400_000

export interface RemindersOptions {
  readonly folder: string
  readonly people: number
  /** Sweeps that are timed, each on the Monday after the last. */
  readonly times: number
}

export async function measureReminders({ folder, people, times }: RemindersOptions): Promise<void> {
  const db = openEmpty(`${folder}/reminders.sqlite`)
  await openYear(db, 'execution')
  fillRemindedSchool(db, { units: UNITS, people, taskDueOn: '2026-12-20', goalDueOn: '2026-11-30' })
  const sweeps: number[] = []
  let told = 0
  for (let n = 0; n < times; n++) {
    const began = performance.now()
    told = await sweep(db, Date.parse(`${FIRST}T09:00:00+08:00`) + n * WEEK_MS)
    sweeps.push(performance.now() - began)
  }
  const cards = [
    ['a task’s owner', 'P1'],
    ['a contact', 'contact-S1'],
    ['a leader in charge', 'LEAD1'],
    ['the office', 'OFFICE'],
  ] as const
  const drawn: string[][] = []
  for (const [name, person] of cards) drawn.push(row(name, await draw(db, person, times * 10)))
  db.close()
  printTable(
    `Digests: ${count(UNITS)} units, 30 goals each, ${count(told)} people told, everything overdue, ms`,
    ['', 'median', 'p99'],
    [row('compute and commit', sweeps), ...drawn],
  )
}

const row = (name: string, samples: readonly number[]): string[] => [
  name,
  decimal(percentile(samples, 0.5), 1),
  decimal(percentile(samples, 0.99), 1),
]

async function sweep(db: SqliteDatabase, ms: number): Promise<number> {
  const at = instantOf(ms)
  const today = localDateOf(at)
  const meta: Meta = { by: 'clock', inNameOf: 'clock', causes: [`digest:${today}`], at, today }
  const outcome = await execute(db, sendDigestsCommand, { year: 2026, day: today }, meta)
  if (!outcome.ok) throw new Error(outcome.refusal.code)
  return Number(Reflect.get(outcome.done, 'people'))
}

async function draw(db: SqliteDatabase, person: string, times: number): Promise<number[]> {
  const view = reminders.views.find((one) => one.name === 'digest')
  const at = instantOf(Date.parse(`${FIRST}T09:00:00+08:00`))
  const viewer = { by: person, inNameOf: person, at, today: FIRST } as const
  const samples: number[] = []
  for (let n = 0; n < times; n++) {
    const began = performance.now()
    const message = await view?.render(db, { day: FIRST, last: null, page: 0 }, viewer)
    if (message?.kind !== 'card') throw new Error('no card')
    JSON.stringify(renderCard(message.card))
    samples.push(performance.now() - began)
  }
  return samples
}
