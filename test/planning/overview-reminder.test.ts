import { describe, expect, it } from 'vitest'
import { execute } from '../../src/kernel/execute.ts'
import { firstBroken } from '../../src/kernel/journal.ts'
import { remindCommand } from '../../src/planning/overview/remind.ts'
import {
  evolveReminder,
  NOT_REMINDED,
  type ReminderEvent,
} from '../../src/planning/overview/rules/reminder.ts'
import type { Database } from '../../src/store/database.ts'
import { listJournal } from '../../src/store/journal.ts'
import { findSubject } from '../../src/store/subjects.ts'
import { textOf } from './overview-cards.ts'
import { instantOn, type OverviewWorld, overviewWorld } from './overview-world.ts'
import { doneOf, entry, passWholePlan, refusalOf } from './world.ts'

const EVERYONE = [
  ...['C-FY01', 'C-JX01', 'C-JX02', 'C-XZ01', 'C-XZ02'],
  ...['H-FY01', 'H-JX01', 'H-JX02', 'H-XZ01', 'H-XZ02'],
  ...['LD2', 'WG1', 'WG2', 'WG3'],
]

async function foldedJournal(world: OverviewWorld): Promise<void> {
  const id = 'plan-reminder:2026'
  const [row, journal] = await Promise.all([findSubject(world.db, id), listJournal(world.db, id)])
  if (!row) throw new Error('no reminder')
  expect(firstBroken(journal, row)).toBeUndefined()
  const events = journal.map((one) => JSON.parse(one.body) as ReminderEvent)
  expect(JSON.parse(row.state)).toEqual(events.reduce(evolveReminder, NOT_REMINDED))
}

describe('reminding', () => {
  it('sends one message a person, however many things wait', async () => {
    const world = overviewWorld()
    expect(doneOf(await world.remind('OF1'))).toEqual({
      code: 'people-reminded',
      people: 14,
      // Five units and two parts each, drafted by a pair, by three of a group or by one leader.
      items: 10 + 9 + 2,
      skipped: 0,
    })
    expect(world.reminded().toSorted()).toEqual(EVERYONE)
    const digest = textOf(await world.show('WG1', 'planning-digest', { year: 2026 }))
    expect(digest).toContain('以下3件事项')
    expect(digest).toContain('药学院：填报重点、常规目标')
    await foldedJournal(world)
  })

  it('reminds a person once a day; the office sees who was skipped', async () => {
    const world = overviewWorld()
    await world.remind('OF1')
    expect(refusalOf(await world.remind('OF1'))).toMatchObject({ code: 'reminded-today', people: 14 })
    await passWholePlan(world)
    expect(doneOf(await world.remind('OF1'))).toMatchObject({ people: 1, items: 1, skipped: 12 })
    expect(world.reminded().filter((one) => one === 'CH')).toHaveLength(1)
    const card = textOf(await world.show('OF1', 'planning-reminder'))
    expect(card).toContain('今天已催办15人')
    expect(card).toContain('当天已提醒过、没有重复提醒的：附属医院 联络员、护理学院 联络员')
    expect(doneOf(await world.remind('OF1', 0, '2026-03-06'))).toMatchObject({ people: 13, skipped: 0 })
    expect(world.reminded()).toHaveLength(28)
    await foldedJournal(world)
  })

  it('reaches only those for whom something has waited so long', async () => {
    const world = overviewWorld()
    await passWholePlan(world)
    expect(refusalOf(await world.remind('OF1', 7, '2026-03-05'))).toEqual({ code: 'nobody-late', days: 7 })
    expect(doneOf(await world.remind('OF1', 4, '2026-03-05'))).toMatchObject({ people: 13 })
  })

  it('belongs to the office', async () => {
    const world = overviewWorld()
    for (const person of ['CH', 'LD1', 'WG1', 'H-JX01'])
      expect(refusalOf(await world.remind(person))).toEqual({ code: 'office-reminds' })
    expect(world.reminded()).toEqual([])
  })

  it('of two who remind at the same time, one is told that it is done', async () => {
    const world = overviewWorld()
    let waits = true
    const late: Database = {
      all: (statement) => world.db.all(statement),
      async commit(statements) {
        if (waits) {
          waits = false
          doneOf(await world.remind('OF1'))
        }
        await world.db.commit(statements)
      },
    }
    const meta = { by: 'OF1', inNameOf: 'OF1', causes: ['other'], at: instantOn('2026-03-05') } as const
    const outcome = await execute(
      late,
      remindCommand,
      { year: 2026, days: 0 },
      { ...meta, today: '2026-03-05' },
    )
    expect(refusalOf(outcome)).toMatchObject({ code: 'reminded-today' })
    expect(world.reminded()).toHaveLength(14)
  })

  it('shows each person what waits now, not what waited when it was sent', async () => {
    const world = overviewWorld()
    await world.remind('OF1')
    await world.draft('WG2', 'JX01', entry('key'))
    await world.send('H-JX01', 'JX01', 'unit')
    await world.send('WG1', 'JX01', 'group')
    expect(textOf(await world.show('H-JX01', 'planning-digest', { year: 2026 }))).toContain('都已办完')
    expect(textOf(await world.show('LD1', 'planning-digest', { year: 2026 }))).toContain('药学院：审核1项')
    world.enter('execution')
    expect(textOf(await world.show('LD1', 'planning-digest', { year: 2026 }))).toContain('都已办完')
  })
})

describe('rulebook 7: reminding', () => {
  it('reaches the delegate of somebody who is late too, in the person’s name', async () => {
    const world = overviewWorld()
    world.db.exec(
      `INSERT INTO delegation (principal, number, delegate, duties, from_on, to_on, given_by, given_at) VALUES
        ('LD2', 1, 'LM1', '[{"role":"all","scope":""}]', '2026-01-01', '2026-12-31', 'LD2', '2026-01-01T00:00:00.000Z'),
        ('H-JX01', 1, 'CH', '[{"role":"office","scope":""}]', '2026-01-01', '2026-12-31', 'H-JX01', '2026-01-01T00:00:00.000Z')`,
    )
    await world.remind('OF1')
    const told = world.db.raw(
      "SELECT person, params ->> '$.for' AS principal FROM outbox WHERE view = 'in-name'",
    )
    expect(told).toEqual([{ person: 'LM1', principal: 'LD2' }])
  })
})
