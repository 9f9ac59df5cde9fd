import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../src/kernel/command.ts'
import type { Database } from '../../src/store/database.ts'
import { openSqlite } from '../../src/store/sqlite.ts'
import { journalEqualsState } from '../world/journal.ts'
import { count } from '../world/rows.ts'
import { momentOf, reminderWorld } from './reminder-world.ts'
import { refusalOf } from './world.ts'

const FRIDAY = '2026-06-26'
const MONDAY = '2026-06-29'

async function overdueGoal() {
  const world = await reminderWorld()
  world.goal('JX01', 1, '2026-06-23')
  return world
}

const sent = (outcomes: readonly Outcome[]) => outcomes.map((one) => (one.ok ? one.done : one.refusal))

describe('the day’s digests leave', () => {
  it('once, at the hour of the policy', async () => {
    const world = await overdueGoal()
    expect(await world.tick(FRIDAY, '08:59')).toEqual([])
    expect(sent(await world.tick(FRIDAY, '09:00'))).toEqual([{ code: 'digests-sent', people: 1, items: 1 }])
    expect(await world.tick(FRIDAY, '09:01')).toEqual([])
    expect(await world.tick(FRIDAY, '17:59')).toEqual([])
    expect(world.told(FRIDAY)).toEqual(['C-JX01'])
  })

  it.each([
    ['a Saturday', '2026-06-27'],
    ['a holiday in the week', '2026-06-19'],
    ['the Spring Festival', '2026-02-18'],
  ] as const)('not on %s', async (_, day) => {
    const world = await reminderWorld({ started: '2026-01-05' })
    world.goal('JX01', 1, '2026-01-31')
    expect(await world.tick(day)).toEqual([])
  })

  it.each([
    ['a Saturday that is worked for the Spring Festival', '2026-02-14'],
    ['a Saturday that is worked for the National Day', '2026-10-10'],
  ] as const)('on %s', async (_, day) => {
    const world = await reminderWorld({ started: '2026-01-05' })
    world.goal('JX01', 1, '2026-01-31')
    expect(await world.tick(day)).toHaveLength(1)
    expect(world.told(day)).toEqual(['C-JX01'])
  })

  it('later the same day where the clock was down at the hour, but not in the evening, and not twice on the next', async () => {
    const world = await overdueGoal()
    expect(await world.tick('2026-06-25', '18:00')).toEqual([])
    expect(sent(await world.tick(FRIDAY, '15:30'))).toMatchObject([{ people: 1 }])
    expect(sent(await world.tick(MONDAY))).toMatchObject([{ people: 1 }])
    expect(count(world.db, "outbox WHERE person = 'C-JX01'")).toBe(2)
  })

  it('to nobody who has nothing, and a day without anything sends nothing', async () => {
    const world = await reminderWorld()
    world.reported(world.goal('JX01', 1, '2026-12-20'), '2026-06-20')
    expect(sent(await world.tick(FRIDAY))).toEqual([{ code: 'digests-sent', people: 0, items: 0 }])
    expect(count(world.db, 'outbox')).toBe(0)
  })

  it('days that were missed are called skipped in the journal', async () => {
    const world = await overdueGoal()
    await world.tick('2026-06-23')
    await world.tick(MONDAY)
    const rows = world.db.raw(
      "SELECT body ->> '$.skipped' AS skipped FROM journal WHERE type = 'digests.sent'",
    )
    expect(rows).toEqual([{ skipped: '[]' }, { skipped: '["2026-06-24","2026-06-25","2026-06-26"]' }])
    expect([...(await journalEqualsState(world.db))]).toEqual(['reminders', 'year'])
  })

  it('never on a person’s word', async () => {
    const world = await overdueGoal()
    const payload = { year: 2026, day: FRIDAY }
    expect(refusalOf(await world.do('OF1', 'digest.send', payload, FRIDAY))).toEqual({ code: 'clock-only' })
    expect(world.told(FRIDAY)).toEqual([])
  })

  it('neither before a year is opened nor after it is closed', async () => {
    const world = await overdueGoal()
    world.db.exec("UPDATE subject SET state = json_set(state, '$.phase', 'closed') WHERE id = 'year:2026'")
    expect(await world.tick(FRIDAY)).toEqual([])
    world.db.exec('UPDATE year SET current = 0')
    expect(await world.tick(FRIDAY)).toEqual([])
  })
})

describe('clocks that run at least once', () => {
  it('two sweeps at the same time send one digest each', async () => {
    const world = await overdueGoal()
    world.goal('XZ01', 1, '2026-06-25')
    const outcomes = await Promise.all([world.tick(FRIDAY), world.tick(FRIDAY), world.tick(FRIDAY)])
    expect(outcomes.flat().every((one) => one.ok)).toBe(true)
    expect(world.told(FRIDAY)).toEqual(['C-JX01', 'C-XZ01'])
    expect(count(world.db, 'outbox')).toBe(2)
    expect(count(world.db, "journal WHERE type = 'digests.sent'")).toBe(1)
    expect(world.escalations()).toHaveLength(2)
  })

  it('two machines on one database send one digest each', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'reminders-')), 'db.sqlite')
    const world = await reminderWorld({ path })
    world.goal('JX01', 1, '2026-06-23')
    const other = openSqlite(path)
    const outcomes = await Promise.all([world.tick(FRIDAY), world.tick(FRIDAY, '09:00', other)])
    expect(sent(outcomes.flat())).toEqual([
      { code: 'digests-sent', people: 1, items: 1 },
      { code: 'digests-sent', people: 1, items: 1 },
    ])
    expect(count(world.db, 'outbox')).toBe(1)
    expect(count(world.db, "journal WHERE type = 'digests.sent'")).toBe(1)
    other.close()
  })

  it('a machine that decided on old tables is refused and decides again', async () => {
    const world = await overdueGoal()
    let first = true
    const slow: Database = {
      all: (statement) => world.db.all(statement),
      async commit(statements) {
        if (first) {
          first = false
          await world.tick(FRIDAY)
        }
        await world.db.commit(statements)
      },
    }
    expect(sent(await world.tick(FRIDAY, '09:00', slow))).toEqual([
      { code: 'digests-sent', people: 1, items: 1 },
    ])
    expect(count(world.db, 'outbox')).toBe(1)
  })

  it.each(['before', 'after'] as const)(
    'one that is killed %s the commit leaves all or nothing, and the next minute goes on',
    async (point) => {
      const world = await overdueGoal()
      for (const unit of ['JX02', 'XZ01', 'XZ02']) world.goal(unit, 1, '2026-06-23')
      const dying: Database = {
        all: (statement) => world.db.all(statement),
        async commit(statements) {
          if (point === 'after') await world.db.commit(statements)
          throw new Error('killed')
        },
      }
      const dead = world.tick(FRIDAY, '09:00', dying)
      if (point === 'before') await expect(dead).rejects.toThrow('killed')
      else await dead
      expect(count(world.db, 'outbox')).toBe(point === 'before' ? 0 : 4)
      await world.tick(FRIDAY, '09:01')
      expect(world.told(FRIDAY)).toHaveLength(4)
      expect(count(world.db, 'outbox')).toBe(4)
    },
  )

  it('the database lets no escalation skip a step, come on the day of the last, change, or vanish', async () => {
    const world = await overdueGoal()
    await world.tick('2026-06-24')
    const step = (place: number, day: string) =>
      world.db.exec(`INSERT INTO escalation (matter, due_on, step, level, year, people, on_day)
        VALUES ('goal:2026-JX01-1', '2026-06-23', ${place}, 'head', 2026, '[]', '${day}')`)
    expect(() => step(2, '2026-06-26')).toThrow('an escalation skips no step')
    expect(() => step(1, '2026-06-24')).toThrow('an escalation skips no step')
    expect(() => step(0, '2026-06-26')).toThrow('UNIQUE')
    expect(() => world.db.exec("UPDATE escalation SET on_day = '2026-06-30'")).toThrow('never changed')
    expect(() => world.db.exec('DELETE FROM escalation')).toThrow('never deleted')
  })
})

it('a thousand digests leave in turns, so that what people say meanwhile is answered', async () => {
  const world = await reminderWorld()
  const goal = world.goal('JX01', 1, '2026-12-20')
  world.db.exec(`WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 1000)
    INSERT INTO person (id, name, unit, title) SELECT 'P' || n, '教师' || n, 'JX01', '教师' FROM n`)
  world.db.exec(`INSERT INTO task (id, goal, year, unit, number, title, owner, due_on, share, percent, status)
    SELECT '${goal}:' || substr(id, 2), '${goal}', 2026, 'JX01', substr(id, 2) + 0, '编写教材', id, '2026-06-23', 1, 0, 'open'
    FROM person WHERE id LIKE 'P%'`)
  await world.tick(FRIDAY)
  const turns = world.db.raw(
    "SELECT due_at, count(*) AS n FROM outbox WHERE key LIKE 'send:digest:%' GROUP BY due_at ORDER BY due_at",
  ) as { due_at: string; n: number }[]
  expect(turns.every(({ n }) => n <= 100)).toBe(true)
  expect(turns[0]?.due_at).toBe(momentOf(FRIDAY))
  expect(turns[1]?.due_at).toBe('2026-06-26T01:00:10.000Z')
  expect(turns.reduce((sum, { n }) => sum + n, 0)).toBe(1001)
})
