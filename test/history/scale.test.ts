/** Nobody waits while a large journal is recomputed or exported. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkLines } from '../../src/history/export/check-lines.ts'
import { journalLines, type Manifest } from '../../src/history/export/lines.ts'
import { writeYear } from '../../src/history/export/write.ts'
import { walkJournal } from '../../src/history/walk.ts'
import { journalEntries } from '../../src/kernel/journal.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { historyWorld, NOW } from './world.ts'

/** More by hand: `ENTRIES=500000 npx vitest run … scale`. */
const ENTRIES = Number(process.env.ENTRIES ?? 30_000)
const OF_ONE = 60
const BEGINNING = { subject: '', version: 0, subjects: 0, entries: 0 }

let db: SqliteDatabase
beforeAll(async () => {
  db = historyWorld()
  // What is loaded once in a service's life is loaded before anything is measured.
  await writeYear(db, { year: 2026, at: NOW.at }, { workbook: () => {}, journal: () => {} })
  const words = '完成了阶段性工作，形成了材料，下一步继续推进。'.repeat(12)
  const lists = Array.from({ length: ENTRIES / OF_ONE }, (_, at) =>
    journalEntries(
      `execution:2026-JX${String(at).padStart(5, '0')}-1`,
      { version: 0, hash: '' },
      Array.from({ length: OF_ONE }, (_, place) => ({ type: 'progress.reported', place, words })),
      { by: 'C-JX01', inNameOf: 'C-JX01', causes: ['test'], ...NOW },
    ),
  )
  db.exec('BEGIN')
  for (let from = 0; from < lists.length; from += 100) {
    const entries = JSON.stringify(lists.slice(from, from + 100).flat()).replaceAll("'", "''")
    db.exec(`INSERT INTO journal (subject, version, type, at, by_person, in_name_of, cause, body, previous_hash, hash)
      SELECT value ->> 'subject', value ->> 'version', value ->> 'type', value ->> 'at', value ->> 'by_person',
        value ->> 'in_name_of', value ->> 'cause', value ->> 'body', value ->> 'previous_hash', value ->> 'hash'
      FROM json_each('${entries}')`)
  }
  db.exec(`INSERT INTO subject (id, version, hash, state)
    SELECT subject, version, hash, '{}' FROM journal WHERE version = ${OF_ONE}; COMMIT`)
}, 120_000)
afterAll(() => db.close())

/** Does it, and answers the seconds it took and the longest that anything else had to wait, in ms. */
async function held<Result>(
  what: string,
  work: () => Promise<Result>,
): Promise<{ result: Result; share: number }> {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const begun = performance.now()
  const result = await work()
  const seconds = (performance.now() - begun) / 1000
  delay.disable()
  const longest = delay.max / 1e6
  console.log(`${what}: ${ENTRIES} entries, ${seconds.toFixed(1)} s, longest wait ${longest.toFixed(0)} ms`)
  return { result, share: longest / (seconds * 1000) }
}

describe('a journal of many entries', { timeout: 300_000 }, () => {
  it('is recomputed while others have their turn', async () => {
    const { result, share } = await held('walk', () => walkJournal(db, BEGINNING, { goesOn: () => true }))
    expect(result).toMatchObject({ broken: null })
    expect(share).toBeLessThan(0.2)
  })

  it('is exported piece by piece', async () => {
    let size = 0
    const { result, share } = await held('export', () =>
      writeYear(
        db,
        { year: 2026, at: NOW.at },
        {
          workbook: () => {},
          journal: (bytes) => {
            size += bytes.byteLength
          },
        },
      ),
    )
    console.log(`journal: ${(size / 1024 / 1024).toFixed(1)} MB packed`)
    expect(result.entries).toBe(Math.floor(ENTRIES / OF_ONE) * OF_ONE)
    expect(share).toBeLessThan(0.2)
  })

  it('is checked line by line', async () => {
    const manifest: Manifest = {
      ...{ mubiao: 'journal', format: 1, year: 2026, exported: NOW.at },
      workbook: { name: 'x', sha256: '', size: 0 },
    }
    async function* lines() {
      for await (const piece of journalLines(db, manifest)) yield* piece.trimEnd().split('\n')
    }
    const { result } = await held('check', () => checkLines(lines()))
    expect(result).toMatchObject({ entries: Math.floor(ENTRIES / OF_ONE) * OF_ONE, sealed: 0 })
  })
})
