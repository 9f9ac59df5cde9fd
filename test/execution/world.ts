/** Goals in force of the seeded university, and people acting on them. */
import * as z from 'zod'
import type { Card, Message } from '../../cards/kit.ts'
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'
import { execution } from '../../src/execution/chapter.ts'
import { help } from '../../src/execution/help/chapter.ts'
import { tasks } from '../../src/execution/tasks/chapter.ts'
import type { Command, Meta, Outcome } from '../../src/kernel/command.ts'
import type { JsonObject } from '../../src/kernel/decision.ts'
import { execute } from '../../src/kernel/execute.ts'
import { foldSubject } from '../../src/kernel/subject.ts'
import { instantOf, localDateOf } from '../../src/kernel/time.ts'
import { REGULATION_DEFAULTS } from '../../src/policy/rules/policy.ts'
import { yearId, yearSubject } from '../../src/policy/subject.ts'
import type { Blobs } from '../../src/store/blobs.ts'
import type { Phase } from '../../src/store/schema/policy.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { memoryBlobs } from '../organization/world.ts'
import { freshDatabase } from '../world/database.ts'
import { seedOrganization } from '../world/seed.ts'
import { viewerOf } from '../world/viewer.ts'

/** In the own name, or in another's. */
export type Who = string | { readonly by: string; readonly for: string }

export interface ExecutionWorld {
  readonly db: SqliteDatabase
  readonly blobs: Blobs
  /** Brings a year to a phase; the last year that is opened is the current one. */
  enter(phase: Phase, year?: number): Promise<void>
  pass(ms: number): void
  /** A person gives a command; nothing moves the clock but `pass`. */
  do(by: Who, type: string, payload: JsonObject, cause?: string): Promise<Outcome>
  report(by: Who, goal: string, more?: JsonObject): Promise<Outcome>
  /** A picture or file arrives; its bytes follow with `arrives`. */
  sends(by: string, id: string, name?: string): Promise<Outcome>
  arrives(by: string, id: string, bytes: Uint8Array): Promise<Outcome>
  see(person: Who, view: string, params?: JsonObject): Promise<Message>
  /** The batch that a file came in. */
  batchOf(id: string): string
  /** The words of what is seen; every card is drawn and found valid. */
  read(person: Who, view: string, params?: JsonObject): Promise<string>
}

export async function executionWorld(phase: Phase = 'execution'): Promise<ExecutionWorld> {
  const db = freshDatabase()
  seedOrganization(db)
  const blobs = memoryBlobs()
  const chapters = [execution({ blobs }), tasks, help]
  let acts = 0
  let now = Date.parse('2026-03-02T01:00:00.000Z')
  const metaOf = (who: Who, cause: string): Meta => {
    const at = instantOf(now)
    const { by, for: inNameOf } = named(who)
    return { by, inNameOf, causes: [cause], at, today: localDateOf(at) }
  }
  const world: ExecutionWorld = {
    db,
    blobs,
    async enter(next, year = 2026) {
      await execute(db, toPhase(year, next), {}, metaOf('OF1', `phase:${++acts}`))
    },
    pass(ms) {
      now += ms
    },
    do(by, type, payload, cause = `act:${++acts}`) {
      const command = chapters.flatMap(({ commands }) => commands).find((one) => one.type === type)
      if (!command) throw new Error(`no command ${type}`)
      return execute(db, command, payload, metaOf(by, cause))
    },
    report: (by, goal, more = {}) =>
      world.do(by, 'progress.report', { goal, percent: 60, done: '教材初稿完成', ...more }),
    sends: (by, id, name = '') => {
      const kind = name === '' ? 'image' : 'file'
      const file = { key: 'k', messageId: 'om', kind, name: name === '' ? '图片' : name }
      return world.do(by, 'evidence.receive', { id, ...file })
    },
    async arrives(by, id, bytes) {
      const sha256 = await blobs.put(bytes)
      return world.do(by, 'evidence.keep', { id, sha256, size: bytes.byteLength }, `fetch:${id}`)
    },
    async see(person, name, params = {}) {
      const view = chapters.flatMap(({ views }) => views).find((one) => one.name === name)
      if (!view) throw new Error(`no view ${name}`)
      const at = instantOf(now)
      const { by, for: inNameOf } = named(person)
      const viewer = viewerOf(by, { at, today: localDateOf(at) })
      return view.render(db, params, { ...viewer, inNameOf })
    },
    batchOf(id) {
      const [row] = db.raw(`SELECT batch FROM evidence WHERE id = '${id}'`) as { batch: string }[]
      return row?.batch ?? ''
    },
    async read(person, name, params = {}) {
      return JSON.stringify(validCard(await world.see(person, name, params)))
    },
  }
  await world.enter(phase)
  return world
}

const named = (who: Who) => (typeof who === 'string' ? { by: who, for: who } : who)

/** The card of a message, drawn and found valid. */
export function validCard(message: Message): Card {
  if (message.kind !== 'card') throw new Error(`a ${message.kind}`)
  const faults = validateCard(renderCard(message.card))
  if (faults.length > 0) throw new Error(`refused by the platform: ${JSON.stringify(faults)}`)
  return message.card
}

/** The year is opened where it is not, and brought to the phase at once, whatever the rules say. */
const toPhase = (year: number, phase: Phase): Command => ({
  type: 'test.to-phase',
  payload: z.unknown(),
  async prepare(db) {
    const head = await foldSubject(db, yearSubject, yearId(year))
    const opened = { type: 'year.opened', year, policy: REGULATION_DEFAULTS } as const
    const events = [...(head.version === 0 ? [opened] : []), { type: 'phase.entered', phase } as const]
    const subjects = [yearSubject.change(yearId(year), head, events)]
    return { change: { subjects, notices: [], answer: { done: { code: 'entered' } } } }
  },
})

/** The code of a refusal; fails where it was not refused. */
export function refusalOf(outcome: Outcome): { readonly code: string; readonly [fact: string]: unknown } {
  if (outcome.ok) throw new Error(`not refused: ${JSON.stringify(outcome.done)}`)
  return { ...outcome.refusal }
}

/** What is shown afterwards; fails where it was refused. */
export function shownAfter(outcome: Outcome): JsonObject {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`)
  return outcome.show?.params ?? {}
}
