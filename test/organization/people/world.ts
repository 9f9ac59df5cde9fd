/** The demonstration university, kept by its office: commands, views and the clock on days that are named. */
import * as z from 'zod'
import type { Message } from '../../../cards/kit.ts'
import { renderCard } from '../../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../../src/chat/feishu/validate-card.ts'
import { execution } from '../../../src/execution/chapter.ts'
import { tasks } from '../../../src/execution/tasks/chapter.ts'
import type { Command, Outcome } from '../../../src/kernel/command.ts'
import type { JsonObject } from '../../../src/kernel/decision.ts'
import { execute } from '../../../src/kernel/execute.ts'
import type { HandsOver } from '../../../src/kernel/handover.ts'
import { foldSubject } from '../../../src/kernel/subject.ts'
import type { LocalDate } from '../../../src/kernel/time.ts'
import { delegation } from '../../../src/organization/delegation/chapter.ts'
import { people } from '../../../src/organization/people/chapter.ts'
import { roles } from '../../../src/organization/roles/chapter.ts'
import { teams } from '../../../src/organization/teams/chapter.ts'
import { REGULATION_DEFAULTS } from '../../../src/policy/rules/policy.ts'
import { yearId, yearSubject } from '../../../src/policy/subject.ts'
import type { Database } from '../../../src/store/database.ts'
import type { SqliteDatabase } from '../../../src/store/sqlite.ts'
import { seedGoal } from '../../world/goals.ts'
import { demoDatabase, depsOf, memoryBlobs } from '../world.ts'

export interface PeopleWorld {
  readonly db: SqliteDatabase
  do(by: string, type: string, payload: JsonObject, on?: LocalDate, of?: string): Promise<Outcome>
  /** The office does it. */
  office(type: string, payload: JsonObject, on?: LocalDate): Promise<Outcome>
  see(person: string, view: string, params?: JsonObject, on?: LocalDate): Promise<Message>
  /** The words of what is seen; every card is drawn and found valid. */
  read(person: string, view: string, params?: JsonObject, on?: LocalDate): Promise<string>
  /** What is confirmed of the preview as it stands. */
  replace(leaver: string, successor: string, more?: JsonObject, on?: LocalDate): Promise<Outcome>
  /** What the clock gives at an hour of that day (UTC). */
  clock(on: LocalDate, hour?: string): Promise<Outcome[]>
  /** A goal in force with open tasks of one owner, who is of the unit. */
  tasks(owner: string, unit: string, number: number, count?: number, contact?: string): Promise<string>
}

/** `slow`: changes the database on its way in. */
export async function peopleWorld(
  options: { readonly around?: (db: Database) => Database; readonly db?: SqliteDatabase } = {},
): Promise<PeopleWorld> {
  const db = options.db ?? (await demoDatabase(depsOf()))
  const used = options.around?.(db) ?? db
  const hands = (): readonly HandsOver[] => [tasks].flatMap(({ handsOver }) => handsOver ?? [])
  const chapters = [people(hands), roles, teams, delegation, tasks, execution({ blobs: memoryBlobs() })]
  const views = chapters.flatMap((chapter) => chapter.views)
  let acts = 0
  const act: PeopleWorld['do'] = (by, type, payload, on = '2026-03-02', of = by) => {
    const command = chapters.flatMap(({ commands }) => commands).find((one) => one.type === type)
    if (!command) throw new Error(`no command ${type}`)
    acts += 1
    const at = `${on}T0${acts % 8}:00:00.${String(acts % 1000).padStart(3, '0')}Z` as const
    return execute(used, command, payload, { by, inNameOf: of, causes: [`act:${acts}`], at, today: on })
  }
  const world: PeopleWorld = {
    db,
    do: act,
    office: (type, payload, on) => act('OF1', type, payload, on),
    async see(person, name, params = {}, on = '2026-03-02') {
      const view = views.find((one) => one.name === name)
      if (!view) throw new Error(`no view ${name}`)
      const viewer = { by: person, inNameOf: person, at: `${on}T01:00:00.000Z`, today: on } as const
      const whole = await view.complete(used, params, viewer)
      return view.render(used, whole.params, viewer)
    },
    async read(person, name, params, on) {
      const message = await world.see(person, name, params, on)
      if (message.kind !== 'card') return JSON.stringify(message)
      const faults = validateCard(renderCard(message.card))
      if (faults.length > 0) throw new Error(JSON.stringify(faults))
      return JSON.stringify(message.card)
    },
    async replace(leaver, successor, more = {}, on) {
      const card = await world.read('OF1', 'replacement', { leaver, successor, ...more }, on)
      const found = /\{"do":"person\.replace","with":(\{.*?\})\}/.exec(card)
      if (!found?.[1]) throw new Error(`nothing to confirm: ${card}`)
      return act('OF1', 'person.replace', JSON.parse(found[1]) as JsonObject, on)
    },
    async clock(on, hour = '01') {
      const now = { at: `${on}T${hour}:00:00.000Z`, today: on } as const
      const due = (await Promise.all(chapters.map((chapter) => chapter.due?.(used, now) ?? []))).flat()
      const outcomes: Outcome[] = []
      for (const one of due) outcomes.push(await act('clock', one.command, one.with, on))
      return outcomes
    },
    async tasks(owner, unit, number, count = 2, contact = `C-${unit}`) {
      if (!db.raw('SELECT year FROM year')[0]) {
        const at = '2026-03-01T00:00:00.000Z'
        await execute(
          db,
          openYear,
          {},
          { by: 'OF1', inNameOf: 'OF1', causes: ['open'], at, today: '2026-03-01' },
        )
      }
      const goal = seedGoal(db, unit, number)
      const days = Array.from({ length: count }, (_, at) => `工作${at + 1} ${owner} ${6 + (at % 6)}月30日`)
      const outcome = await act(contact, 'task.split', { goal, text: days.join('\n') })
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal))
      return goal
    },
  }
  return world
}

/** The year is opened and in execution, whatever the rules say. */
const openYear: Command = {
  type: 'test.open-year',
  payload: z.unknown(),
  async prepare(db) {
    const head = await foldSubject(db, yearSubject, yearId(2026))
    const opened = { type: 'year.opened', year: 2026, policy: REGULATION_DEFAULTS } as const
    const events = [opened, { type: 'phase.entered', phase: 'execution' } as const]
    const subjects = [yearSubject.change(yearId(2026), head, events)]
    return { change: { subjects, notices: [], answer: { done: { code: 'opened' } } } }
  },
}

/** The code of a refusal with its facts; fails where it was not refused. */
export function refusalOf(outcome: Outcome): { readonly code: string; readonly [fact: string]: unknown } {
  if (outcome.ok) throw new Error(`not refused: ${JSON.stringify(outcome.done)}`)
  return { ...outcome.refusal }
}

export const doneOf = (outcome: Outcome): string => {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`)
  return outcome.done.code
}

/** Who holds a role of a scope on a day. */
export const holdersOf = ({ db }: PeopleWorld, role: string, scope: string, on: LocalDate): string[] =>
  (
    db.raw(
      `SELECT person FROM role_held WHERE role = '${role}' AND scope = '${scope}' AND from_on <= '${on}' AND (to_on IS NULL OR to_on >= '${on}') ORDER BY person`,
    ) as { person: string }[]
  ).map(({ person }) => person)

/** Who was sent which view, in order of person. */
export const toldOf = ({ db }: PeopleWorld, view: string): string[] =>
  (
    db.raw(`SELECT person FROM outbox WHERE view = '${view}' AND kind = 'send' ORDER BY person`) as {
      person: string
    }[]
  ).map(({ person }) => person)
