/** A university with 1,000 goals in force: 50 units with a contact and 20 goals each, and a card in each contact's chat for each goal. */
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import type { Command, Meta } from '../../src/kernel/command.ts'
import { execute } from '../../src/kernel/execute.ts'
import { type Instant, instantOf, localDateOf } from '../../src/kernel/time.ts'
import { REGULATION_DEFAULTS } from '../../src/policy/rules/policy.ts'
import { UNOPENED } from '../../src/policy/rules/year.ts'
import { yearId, yearSubject } from '../../src/policy/subject.ts'
import type { Statement } from '../../src/store/database.ts'
import { insertDelivery } from '../../src/store/deliveries.ts'
import { readMigrations } from '../../src/store/migrate.ts'
import type { Phase } from '../../src/store/schema/policy.ts'
import { migrateSqlite, openSqlite, type SqliteDatabase } from '../../src/store/sqlite.ts'

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url))
const YEAR = 2026
const UNITS = 50
const GOALS_PER_UNIT = 20

export const GOALS = UNITS * GOALS_PER_UNIT
export const CONTACTS = UNITS

export interface Place {
  readonly unit: string
  readonly contact: string
  readonly openId: string
  readonly goal: string
  readonly number: number
  /** The card in the contact's chat on which the goal's progress is tapped. */
  readonly messageId: string
}

/** The nth goal of the university, counted round and round; consecutive ones are of different units. */
export function placeOf(n: number): Place {
  const unit = `JX${String((n % UNITS) + 1).padStart(2, '0')}`
  const number = (Math.floor(n / UNITS) % GOALS_PER_UNIT) + 1
  const contact = `C-${unit}`
  const goal = `${YEAR}:${unit}:${number}`
  return { unit, contact, openId: `ou_${contact}`, goal, number, messageId: `om_${unit}_${number}` }
}

/** A database file with every migration and the university in it. */
export async function openUniversity(path: string): Promise<SqliteDatabase> {
  const db = openEmpty(path)
  const places = Array.from({ length: GOALS }, (_, n) => placeOf(n))
  await openYear(db, 'execution')
  await db.commit(places.flatMap((place) => rowsOf(place)))
  return db
}

/** A database file with every migration and nothing in it. */
export function openEmpty(path: string): SqliteDatabase {
  const db = openSqlite(path)
  migrateSqlite(db, readMigrations(MIGRATIONS))
  return db
}

/** Opens the year, in its phase; now, where no moment is given. */
export async function openYear(db: SqliteDatabase, phase: Phase, at = instantOf(Date.now())): Promise<void> {
  const head = { state: UNOPENED, version: 0, hash: '' }
  const seed: Command = {
    type: 'bench.seed',
    payload: z.unknown(),
    prepare: async () => ({
      change: {
        subjects: [
          yearSubject.change(yearId(YEAR), head, [
            { type: 'year.opened', year: YEAR, policy: REGULATION_DEFAULTS },
            { type: 'phase.entered', phase },
          ]),
        ],
        notices: [],
        answer: { done: { code: 'seeded' } },
      },
    }),
  }
  await execute(db, seed, {}, metaOf('OF1', 'bench:seed', at))
}

function metaOf(by: string, cause: string, at: Instant): Meta {
  return { by, inNameOf: by, causes: [cause], at, today: localDateOf(at) }
}

function rowsOf(place: Place): Statement[] {
  return [
    ...(place.number === 1 ? rowsOfUnit(place) : []),
    statement(
      `INSERT INTO goal (id, plan, year, unit, type, number, status, drafter, title, content, measure, criterion, due_on, weight)
       VALUES (?, ?, ${YEAR}, ?, 'key', ?, 'in-force', 'unit', ?, '完成三门核心课程建设', '三门课程通过验收', '每少一门扣五分', '2026-12-20', 500)`,
      place.goal,
      `plan:${YEAR}:${place.unit}`,
      place.unit,
      place.number,
      `课程建设 ${place.number}`,
    ),
    insertDelivery({
      message_id: place.messageId,
      chat_id: `oc_${place.contact}`,
      person: place.contact,
      view: 'progress-understood',
      params: JSON.stringify({ text: textOf(place) }),
      about: null,
      sent_at: instantOf(Date.now()),
    }),
  ]
}

/** What the contact typed before the card came. */
export function textOf({ number }: Place): string {
  return `${number} 已完成60%，教材初稿完成`
}

function rowsOfUnit({ unit, contact, openId }: Place): Statement[] {
  const name = `第${unit}学院`
  return [
    statement(
      `INSERT INTO unit (id, name, kind, leader, active) VALUES (?, ?, 'teaching', NULL, 1)`,
      unit,
      name,
    ),
    statement(
      `INSERT INTO person (id, name, unit, title) VALUES (?, ?, ?, '联络员')`,
      contact,
      `${name} 联络员`,
      unit,
    ),
    statement(`INSERT INTO account (platform, open_id, person) VALUES ('feishu', ?, ?)`, openId, contact),
    statement(
      `INSERT INTO role_held (person, role, scope, from_on) VALUES (?, 'contact', ?, '2026-01-01')`,
      contact,
      unit,
    ),
  ]
}

function statement(sql: string, ...parameters: (string | number)[]): Statement {
  return { sql, parameters }
}
