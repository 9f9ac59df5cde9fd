/** Petitions among the seeded university's people, with every chapter there: by the conversation's own doors. */
import type { Message } from '../../cards/kit.ts'
import { chaptersFor } from '../../src/chapters.ts'
import { type Conversation, createConversation } from '../../src/conversation/conversation.ts'
import type { Meta, Outcome } from '../../src/kernel/command.ts'
import type { JsonObject } from '../../src/kernel/decision.ts'
import { instantOf, localDateOf } from '../../src/kernel/time.ts'
import type { Phase } from '../../src/store/schema/policy.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { memoryBlobs } from '../organization/world.ts'
import { executionWorld } from './world.ts'

/** Beside the seeded people: a second member of the leading group, teachers without any role, and a namesake. */
const MORE = [
  { id: 'LM2', name: '领导小组 成员乙', unit: null, role: 'leading-member' },
  { id: 'T1', name: '王芳', unit: 'JX01', role: null },
  { id: 'T2', name: '刘洋', unit: 'JX02', role: null },
  { id: 'T3', name: '刘洋', unit: 'XZ01', role: null },
] as const

export interface PetitionWorld {
  readonly db: SqliteDatabase
  readonly conversation: Conversation
  enter(phase: Phase, year?: number): Promise<void>
  pass(ms: number): void
  /** `inNameOf`: as a delegate. */
  do(
    by: string,
    type: string,
    payload: JsonObject,
    more?: { cause?: string; inNameOf?: string },
  ): Promise<Outcome>
  /** Answers number and handle of a petition that is written. */
  write(by: string, more?: JsonObject): Promise<{ readonly number: string; readonly handle: string }>
  see(person: string, view: string, params?: JsonObject, inNameOf?: string): Promise<Message>
  /** Every word of what is seen. */
  read(person: string, view: string, params?: JsonObject, inNameOf?: string): Promise<string>
  /** How many steps it has so far. */
  seen(number: string): number
  /** All duties of one are given to another. */
  delegates(principal: string, delegate: string): Promise<void>
}

export async function petitionWorld(phase: Phase = 'execution'): Promise<PetitionWorld> {
  const base = await executionWorld(phase)
  const { db } = base
  for (const { id, name, unit, role } of MORE) {
    db.exec(
      `INSERT INTO person (id, name, unit, title) VALUES ('${id}', '${name}', ${unit ? `'${unit}'` : 'NULL'}, '')`,
    )
    db.exec(`INSERT INTO account (platform, open_id, person) VALUES ('feishu', 'ou_${id}', '${id}')`)
    if (role)
      db.exec(
        `INSERT INTO role_held (person, role, scope, from_on) VALUES ('${id}', '${role}', '', '2026-01-01')`,
      )
  }
  let now = Date.parse('2026-03-02T01:00:00.000Z')
  let acts = 0
  const chapters = chaptersFor({ blobs: memoryBlobs(), lookUp: async () => [] })
  const clock = () => instantOf(now)
  const conversation = createConversation({ db, chapters, clock, platform: 'feishu' })
  const world: PetitionWorld = {
    ...{ db, conversation, enter: base.enter },
    pass(ms) {
      now += ms
    },
    do(by, type, payload, { cause = `act:${++acts}`, inNameOf = by } = {}) {
      const at = clock()
      const meta: Meta = { by, inNameOf, causes: [cause], at, today: localDateOf(at) }
      return conversation.execute(type, payload, meta)
    },
    async write(by, more = {}) {
      const opened = `form ${++acts}`
      const outcome = await world.do(by, 'petition.write', {
        text: '实验楼采购',
        hidden: false,
        opened,
        ...more,
      })
      const handle = outcome.show?.params.handle
      if (!outcome.ok || typeof handle !== 'string')
        throw new Error(`not written: ${JSON.stringify(outcome)}`)
      const [row] = rowsOf(db, `SELECT petition FROM petition_register WHERE handle = '${handle}'`)
      return { number: String(row?.petition), handle }
    },
    see: (person, view, params = {}, inNameOf = person) =>
      conversation.render(
        inNameOf === person
          ? { name: view, params }
          : { name: 'in-name', params: { for: inNameOf, view, with: params } },
        person,
      ),
    read: async (person, view, params, inNameOf) =>
      JSON.stringify(await world.see(person, view, params, inNameOf)),
    seen: (number) => rowsOf(db, `SELECT 1 FROM journal WHERE subject = 'petition:${number}'`).length,
    async delegates(principal, delegate) {
      const days = { from: '2026-03-02', to: '2026-12-31' }
      const outcome = await world.do('OF1', 'delegation.give', {
        principal,
        delegate,
        duties: ['all'],
        ...days,
      })
      if (!outcome.ok) throw new Error(`not given: ${JSON.stringify(outcome)}`)
    },
  }
  return world
}

export const codeOf = (outcome: Outcome): string => (outcome.ok ? outcome.done.code : outcome.refusal.code)

export type Row = { readonly [column: string]: unknown }

export const rowsOf = (db: SqliteDatabase, sql: string): Row[] => db.raw(sql) as Row[]

/** Every row of every table, as JSON, with its table. */
export function everyRow(db: SqliteDatabase): { readonly table: string; readonly row: string }[] {
  const tables = rowsOf(db, "SELECT name FROM sqlite_master WHERE type = 'table'")
  return tables.flatMap(({ name }) =>
    rowsOf(db, `SELECT * FROM "${String(name)}"`).map((row) => ({
      table: String(name),
      row: JSON.stringify(row),
    })),
  )
}

/** The tables in whose rows these words stand, each once. */
export const tablesWith = (db: SqliteDatabase, words: string): string[] => [
  ...new Set(everyRow(db).flatMap(({ table, row }) => (row.includes(words) ? [table] : []))),
]
