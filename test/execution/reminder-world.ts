/** Reminders in the seeded university: goals in force, a clock that is moved by hand, and the digests that leave. */
import type { Card } from '../../cards/kit.ts'
import { reminders } from '../../src/execution/reminders/chapter.ts'
import type { Meta, Outcome } from '../../src/kernel/command.ts'
import type { JsonObject } from '../../src/kernel/decision.ts'
import { execute } from '../../src/kernel/execute.ts'
import { type Instant, instantOf, type LocalDate, localDateOf } from '../../src/kernel/time.ts'
import type { Database } from '../../src/store/database.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { checked } from '../planning/overview-cards.ts'
import { freshDatabase } from '../world/database.ts'
import { seedGoal } from '../world/goals.ts'
import { seedOrganization } from '../world/seed.ts'
import { enter } from './lights-world.ts'

/** That moment of that day in Shanghai. */
export const momentOf = (day: LocalDate, time = '09:00'): Instant =>
  instantOf(Date.parse(`${day}T${time}:00+08:00`))

export interface ReminderWorld {
  readonly db: SqliteDatabase
  /** A goal in force with its due date; its id. */
  goal(unit: string, number: number, dueOn: LocalDate, title?: string): string
  /** The goal is reported on that day. */
  reported(goal: string, day: LocalDate, percent?: number): void
  /** What the clock does at that time; the outcomes of what it gave. */
  tick(day: LocalDate, time?: string, through?: Database): Promise<Outcome[]>
  /** Who has a digest of that day in the outbox. */
  told(day: LocalDate): string[]
  /** The digest of a day as the person sees it on that day, or on a later one. */
  digest(person: string, day: LocalDate, on?: LocalDate, by?: string): Promise<Card>
  see(person: string, view: string, params: JsonObject, on: LocalDate, by?: string): Promise<Card>
  do(person: string, type: string, payload: JsonObject, on: LocalDate, cause?: string): Promise<Outcome>
  /** `goal:… 1 head 2026-07-03: 王芳`, in order. */
  escalations(): string[]
}

export async function reminderWorld(
  options: {
    readonly started?: LocalDate
    readonly phase?: 'setting' | 'execution'
    readonly path?: string
  } = {},
): Promise<ReminderWorld> {
  const db = freshDatabase(options.path)
  seedOrganization(db)
  await enter(db, options.phase ?? 'execution', momentOf(options.started ?? '2026-03-02'))
  let acts = 0
  let place = 0
  const viewer = (person: string, on: LocalDate, by = person) =>
    ({ by, inNameOf: person, at: momentOf(on), today: on }) as const
  const world: ReminderWorld = {
    db,
    goal(unit, number, dueOn, title = '建设精品教材') {
      const id = seedGoal(db, unit, number, { title })
      db.exec(`UPDATE goal SET due_on = '${dueOn}' WHERE id = '${id}'`)
      return id
    },
    reported(goal, day, percent = 50) {
      place += 1
      const [year, unit] = goal.split('-')
      db.exec(`INSERT INTO progress (id, goal, year, unit, percent, state, done, next, difficulty, reason, cost, evidence, by_person, at)
        VALUES ('execution:${goal}:${String(place).padStart(6, '0')}', '${goal}', ${year}, '${unit}', ${percent}, 'on-track',
          '完成', '', '', '', NULL, '[]', 'C-${unit}', '${momentOf(day)}')`)
    },
    tick: (day, time, through = db) => tick(through, momentOf(day, time)),
    told: (day) =>
      (
        db.raw(`SELECT person FROM outbox WHERE key LIKE 'send:digest:${day}:%' ORDER BY person`) as {
          person: string
        }[]
      ).map((row) => row.person),
    digest(person, day, on = day, by = person) {
      const rows = db.raw(`SELECT params FROM outbox WHERE key = 'send:digest:${day}:${person}'`) as {
        params: string
      }[]
      const params = rows[0] ? (JSON.parse(rows[0].params) as JsonObject) : { day }
      return world.see(person, 'digest', params, on, by)
    },
    async see(person, name, params, on, by = person) {
      const view = reminders.views.find((one) => one.name === name)
      const message = await view?.render(db, params, viewer(person, on, by))
      if (message?.kind !== 'card') throw new Error(`no card ${name}`)
      return checked(message.card)
    },
    async do(person, type, payload, on, cause = `act:${++acts}`) {
      const command = reminders.commands.find((one) => one.type === type)
      if (!command) throw new Error(`no command ${type}`)
      return execute(db, command, payload, { ...viewer(person, on), causes: [cause] })
    },
    escalations: () =>
      (
        db.raw(
          `SELECT matter || ' ' || step || ' ' || level || ' ' || on_day || ': ' ||
           coalesce((SELECT group_concat(value ->> '$.name', '、') FROM json_each(people)), '') AS line
           FROM escalation ORDER BY on_day, matter, step`,
        ) as { line: string }[]
      ).map(({ line }) => line),
  }
  return world
}

async function tick(db: Database, at: Instant): Promise<Outcome[]> {
  const today = localDateOf(at)
  const outcomes: Outcome[] = []
  for (const { command, with: payload, cause } of (await reminders.due?.(db, { at, today })) ?? []) {
    const found = reminders.commands.find((one) => one.type === command)
    if (!found) throw new Error(`no command ${command}`)
    const meta: Meta = { by: 'clock', inNameOf: 'clock', causes: [`clock:${cause}`], at, today }
    outcomes.push(await execute(db, found, payload, meta))
  }
  return outcomes
}

export const textOf = (card: Card): string => JSON.stringify(card)
