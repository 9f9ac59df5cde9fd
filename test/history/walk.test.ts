import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkJournalCommand, walkJournalCommand } from '../../src/history/commands/journal.ts'
import type { Course, Turn } from '../../src/history/rules/journal-check.ts'
import { walkJournal } from '../../src/history/walk.ts'
import type { Meta } from '../../src/kernel/command.ts'
import { execute } from '../../src/kernel/execute.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { append, historyWorld, NOW } from './world.ts'

const BEGINNING: Course = { subject: '', version: 0, subjects: 0, entries: 0 }
const EVENTS = Array.from({ length: 700 }, (_, at) => ({ type: 'goal.removed', at }))

let db: SqliteDatabase
beforeEach(async () => {
  db = historyWorld()
  for (const subject of ['plan:2026:JX01', 'plan:2026:JX02', 'plan:2026:XZ01'] as const)
    await append(db, subject, EVENTS)
  await append(db, 'year:2026', [{ type: 'year.opened' }])
  db.exec('DROP TRIGGER journal_is_never_updated; DROP TRIGGER journal_is_never_deleted')
})
afterEach(() => db.close())

const walk = (from: Course = BEGINNING, pieces = 100): Promise<Turn> => {
  let left = pieces
  return walkJournal(db, from, { goesOn: () => --left > 0 })
}
let acts = 0
const metaOf = (by: string): Meta => ({ by, inNameOf: by, causes: [`act:${++acts}`], ...NOW })

describe('rulebook 7: the journal is recomputed', () => {
  it('counts what is whole', async () => {
    expect(await walk()).toMatchObject({ broken: null, course: { subjects: 4, entries: 2101 } })
  })

  it('turn by turn as at once, wherever a turn ends', async () => {
    let turn = await walk(BEGINNING, 1)
    let turns = 1
    while (!('broken' in turn)) {
      turn = await walk(turn.course, 1)
      turns += 1
    }
    expect(turn).toEqual(await walk())
    expect(turns).toBe(5)
  })

  it.each([
    [
      'an altered body',
      "UPDATE journal SET body = '{}' WHERE subject = 'plan:2026:JX02' AND version = 650",
      650,
      'altered',
    ],
    [
      'who did it, altered',
      "UPDATE journal SET by_person = 'X' WHERE subject = 'plan:2026:JX02' AND version = 2",
      2,
      'altered',
    ],
    [
      'an entry taken away',
      "DELETE FROM journal WHERE subject = 'plan:2026:JX02' AND version = 300",
      300,
      'missing',
    ],
    [
      'the last entry taken away',
      "DELETE FROM journal WHERE subject = 'plan:2026:JX02' AND version = 700",
      700,
      'missing',
    ],
    ['the whole journal taken away', "DELETE FROM journal WHERE subject = 'plan:2026:JX02'", 1, 'missing'],
    ['the subject taken away', "DELETE FROM subject WHERE id = 'plan:2026:JX02'", 700, 'head-differs'],
    [
      'a head that claims less',
      "UPDATE subject SET version = 5 WHERE id = 'plan:2026:JX02'",
      700,
      'head-differs',
    ],
  ])('names %s', async (_, tampering, version, what) => {
    db.exec(tampering)
    expect(await walk()).toMatchObject({ broken: { subject: 'plan:2026:JX02', version, what } })
  })

  it('is not misled by what is written meanwhile', async () => {
    const turn = await walk(BEGINNING, 1)
    if ('broken' in turn) throw new Error('it ended at once')
    await execute(db, checkJournalCommand, {}, metaOf('OF1'))
    expect(await walk(turn.course)).toMatchObject({ broken: null })
  })

  it('only the office asks, one check at a time, and only the clock walks', async () => {
    expect(await execute(db, checkJournalCommand, {}, metaOf('C-JX01'))).toMatchObject({
      refusal: { code: 'office-checks-journal' },
    })
    const asked = await Promise.all(
      ['OF1', 'OF1'].map((by) => execute(db, checkJournalCommand, {}, metaOf(by))),
    )
    expect(asked.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await execute(db, walkJournalCommand, {}, metaOf('OF1'))).toMatchObject({ ok: false })
    expect(await execute(db, walkJournalCommand, {}, metaOf('clock'))).toMatchObject({ ok: true })
    expect(await execute(db, walkJournalCommand, {}, metaOf('clock'))).toMatchObject({
      refusal: { code: 'unasked-check' },
    })
  })

  it('of something broken the whole office is told, with the entry', async () => {
    db.exec("UPDATE journal SET body = '{}' WHERE subject = 'plan:2026:JX02' AND version = 650")
    db.exec(
      "INSERT INTO person (id, name, unit, title) VALUES ('OF9', '办公室 第二人', NULL, ''); INSERT INTO role_held (person, role, scope, from_on) VALUES ('OF9', 'office', '', '2026-01-01')",
    )
    await execute(db, checkJournalCommand, {}, metaOf('OF1'))
    await execute(db, walkJournalCommand, {}, metaOf('clock'))
    const told = db.raw("SELECT person FROM outbox WHERE view = 'journal-check' ORDER BY person")
    expect(told).toEqual([{ person: 'OF1' }, { person: 'OF9' }])
  })
})
