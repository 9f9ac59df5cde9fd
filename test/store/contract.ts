/** What every database engine must do alike. Called by `sqlite.test.ts` and `d1.test.ts`; nothing is skipped. */
import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Meta } from '../../src/kernel/command.ts'
import { journalEntries } from '../../src/kernel/journal.ts'
import { ConflictError, type Database, DuplicateError, type Statement } from '../../src/store/database.ts'
import { insertDelivery } from '../../src/store/deliveries.ts'
import { insertJournal, listJournal, upsertSubject } from '../../src/store/journal.ts'
import {
  claimOutbox,
  enqueueNotice,
  enqueueUpdates,
  settleFailed,
  settleSent,
} from '../../src/store/outbox.ts'
import { enqueueNotices, enqueueUpdatesOfAll } from '../../src/store/outbox-bulk.ts'
import { statement } from '../../src/store/prepared.ts'
import { findOutcome, insertReceipt } from '../../src/store/receipts.ts'
import { findSubject } from '../../src/store/subjects.ts'

const AT = '2026-03-01T00:00:00.000Z' as const
const LATER = '2026-03-01T00:05:00.000Z' as const
const meta = (cause: string): Meta => ({
  by: 'T1',
  inNameOf: 'T1',
  causes: [cause],
  at: AT,
  today: '2026-03-01',
})

/** A whole commit of one event on `plan:x` that follows `version`. */
function commitAt(version: number, cause: string, hash = version === 0 ? '' : 'h'): Statement[] {
  const [entry] = journalEntries('plan:x', { version, hash }, [{ type: 'goal.drafted' }], meta(cause))
  if (!entry) throw new Error('no entry')
  return [
    insertReceipt(cause, { ok: true, done: { code: 'done' } }, AT),
    insertJournal(entry),
    upsertSubject('plan:x', version + 1, entry.hash, { goals: version + 1 }),
    enqueueNotice({ to: 'T1', view: { name: 'plan', params: {} }, about: 'plan:x', key: `${cause}` }, AT),
  ]
}

async function count(db: Database, table: string): Promise<number> {
  const rows = await db.all(statement(sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(table)}`))
  return rows[0]?.n ?? -1
}

async function reject(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => expect.unreachable('must be rejected'),
    (error: unknown) => error,
  )
}

export function databaseContract(name: string, open: () => Promise<Database>): void {
  describe(`${name}: the database contract`, () => {
    let db: Database
    beforeEach(async () => {
      db = await open()
    })

    it('tells a commit that a guard between subjects refuses as a conflict, to be decided again', async () => {
      await db.commit([
        statement(sql`INSERT INTO priority (id, text, active) VALUES ('YD1', '要点', 0)`),
        statement(sql`INSERT INTO year (year, phase, current) VALUES (2026, 'setting', 1)`),
      ])
      const draft = sql`INSERT INTO goal (id, plan, year, unit, type, number, status, drafter, title, content, measure,
        criterion, weight, priority) VALUES ('g', 'p', 2026, 'U', 'key', 1, 'draft', 'group', '', '', '', '', 100, 'YD1')`
      expect(await reject(db.commit([statement(draft)]))).toBeInstanceOf(ConflictError)
      expect(await count(db, 'goal')).toBe(0)
    })

    it('tells many people and renews many cards in a statement each, each once', async () => {
      const card = { chat_id: 'c', view: 'plan', params: '{}', sent_at: AT }
      await db.commit(
        ['1', '2', '3'].map((n) =>
          insertDelivery({ ...card, message_id: `om_${n}`, person: `T${n}`, about: `plan:${n}` }),
        ),
      )
      const notices = ['T1', 'T2'].map((to) => ({
        ...{ to, view: { name: 'news', params: { of: 1 } }, about: null, key: `news:${to}` },
      }))
      const news = [...enqueueNotices(notices, AT), ...enqueueUpdatesOfAll(['plan:1', 'plan:3'], AT)]
      expect(news).toHaveLength(2)
      for (let n = 0; n < 2; n++) await db.commit(news)
      const rows = await claimOutbox(db, { now: AT, until: LATER, lease: 'a', most: 10 })
      expect(rows.map((row) => `${row.key} ${row.person} ${row.view} ${row.params}`).sort()).toEqual([
        'send:news:T1 T1 news {"of":1}',
        'send:news:T2 T2 news {"of":1}',
        'update:om_1 T1 plan {}',
        'update:om_3 T3 plan {}',
      ])
    })

    it('commits all statements of a batch, in order', async () => {
      await db.commit(commitAt(0, 'a'))
      expect(await findSubject(db, 'plan:x')).toMatchObject({ version: 1, state: '{"goals":1}' })
      expect(await findOutcome(db, ['a'])).toEqual({ ok: true, done: { code: 'done' } })
    })

    it('rolls the whole batch back when another commit took the version, and says so', async () => {
      await db.commit(commitAt(0, 'a'))
      expect(await reject(db.commit(commitAt(0, 'b')))).toBeInstanceOf(ConflictError)
      expect([await count(db, 'receipt'), await count(db, 'journal'), await count(db, 'outbox')]).toEqual([
        1, 1, 1,
      ])
    })

    it('tells a redelivered cause from a lost race', async () => {
      await db.commit(commitAt(0, 'a'))
      expect(await reject(db.commit(commitAt(1, 'a')))).toBeInstanceOf(DuplicateError)
      expect(await count(db, 'journal')).toBe(1)
    })

    it('lets one of eight parallel commits on the same version pass', async () => {
      const results = await Promise.allSettled(
        Array.from({ length: 8 }, (_, i) => db.commit(commitAt(0, `c${i}`))),
      )
      expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
      for (const one of results)
        if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(ConflictError)
      expect([await count(db, 'receipt'), await count(db, 'journal'), await count(db, 'outbox')]).toEqual([
        1, 1, 1,
      ])
    })

    it('does not let a failing batch harm one that was committed at the same moment', async () => {
      const broken: Statement = {
        sql: 'INSERT INTO subject (id, version, hash, state) VALUES (?, ?, ?, ?)',
        parameters: ['s', 1, '', 'not json'],
      }
      const [good, bad] = await Promise.allSettled([
        db.commit(commitAt(0, 'a')),
        db.commit([insertReceipt('b', { ok: true, done: { code: 'x' } }, AT), broken]),
      ])
      expect([good.status, bad.status]).toEqual(['fulfilled', 'rejected'])
      expect(await count(db, 'receipt')).toBe(1)
    })

    it('never updates nor deletes a journal row', async () => {
      await db.commit(commitAt(0, 'a'))
      const change = (text: string): Promise<unknown> => reject(db.commit([{ sql: text, parameters: [] }]))
      expect(String(await change("UPDATE journal SET body = '{}'"))).toContain('append-only')
      expect(String(await change('DELETE FROM journal'))).toContain('append-only')
      expect(await listJournal(db, 'plan:x')).toHaveLength(1)
    })

    it('gives every outbox row to one of four claimers', async () => {
      await db.commit(
        Array.from({ length: 26 }, (_, i) =>
          enqueueNotice({ to: `T${i}`, view: { name: 'v', params: {} }, about: null, key: `k${i}` }, AT),
        ),
      )
      const claims = await Promise.all(
        Array.from({ length: 4 }, (_, i) =>
          claimOutbox(db, { now: AT, until: LATER, lease: `L${i}`, most: 10 }),
        ),
      )
      const keys = claims.flat().map((row) => row.key)
      expect(new Set(keys).size).toBe(keys.length)
      expect(keys).toHaveLength(26)
    })

    it('gives a row again when its lease has run out, and not before', async () => {
      await db.commit([
        enqueueNotice({ to: 'T1', view: { name: 'v', params: {} }, about: null, key: 'k' }, AT),
      ])
      const claim = (now: typeof AT | typeof LATER, lease: string) =>
        claimOutbox(db, { now, until: LATER, lease, most: 10 })
      expect(await claim(AT, 'L1')).toHaveLength(1)
      expect(await claim(AT, 'L2')).toHaveLength(0)
      expect(await claim(LATER, 'L3')).toMatchObject([{ attempts: 2, lease: 'L3' }])
    })

    it('lets only the holder of the lease settle a row', async () => {
      await db.commit([
        enqueueNotice({ to: 'T1', view: { name: 'v', params: {} }, about: null, key: 'k' }, AT),
      ])
      const [row] = await claimOutbox(db, { now: AT, until: AT, lease: 'L1', most: 1 })
      const [again] = await claimOutbox(db, { now: AT, until: LATER, lease: 'L2', most: 1 })
      if (!row || !again) throw new Error('not claimed')
      await db.commit([settleFailed(row, { state: 'parked', due: AT, error: 'late', countsAsTry: true })])
      await db.commit([settleSent(again, AT)])
      expect(await db.all(statement(sql`SELECT state FROM outbox`))).toEqual([{ state: 'sent' }])
    })

    it('enqueues a notice once for its key, and one update for each copy of a card but the tapped one', async () => {
      const copy = (id: string) =>
        insertDelivery({
          message_id: id,
          chat_id: 'c',
          person: 'T1',
          view: 'v',
          params: '{}',
          about: 'plan:x',
          sent_at: AT,
        })
      await db.commit([copy('m1'), copy('m2'), copy('m3')])
      await db.commit([enqueueUpdates('plan:x', 'm2', AT), enqueueUpdates('plan:x', 'm2', AT)])
      const rows = await db.all(
        statement(sql<{ key: string; wish: number }>`SELECT key, wish FROM outbox ORDER BY key`),
      )
      expect(rows).toEqual([
        { key: 'update:m1', wish: 2 },
        { key: 'update:m3', wish: 2 },
      ])
    })

    it('sends an update again that was asked for while it was under way', async () => {
      await db.commit([
        insertDelivery({
          message_id: 'm',
          chat_id: 'c',
          person: 'T1',
          view: 'v',
          params: '{}',
          about: 'plan:x',
          sent_at: AT,
        }),
        enqueueUpdates('plan:x', '', AT),
      ])
      const [row] = await claimOutbox(db, { now: AT, until: LATER, lease: 'L1', most: 1 })
      if (!row) throw new Error('not claimed')
      await db.commit([enqueueUpdates('plan:x', '', AT)])
      await db.commit([settleSent(row, AT)])
      expect(await db.all(statement(sql`SELECT state FROM outbox`))).toEqual([{ state: 'waiting' }])
    })

    it('keeps whole numbers whole in STRICT INTEGER columns', async () => {
      await db.commit(commitAt(0, 'a'))
      expect(
        await db.all(statement(sql`SELECT version / 2 AS half, typeof(version) AS type FROM subject`)),
      ).toEqual([{ half: 0, type: 'integer' }])
    })

    it('binds Chinese, emoji, quotes and null as they are', async () => {
      const text = `药学院 “重点” 🎓 ' ; -- \n`
      expect(await db.all(statement(sql`SELECT ${text} AS text, ${null} AS absent`))).toEqual([
        { text, absent: null },
      ])
    })
  })
}
