import { describe, expect, it } from 'vitest'
import { journalEqualsState } from '../world/journal.ts'
import { count } from '../world/rows.ts'
import { reminderWorld, textOf } from './reminder-world.ts'
import { refusalOf } from './world.ts'

const FRIDAY = '2026-06-26'
const MATTER = 'goal:2026-JX01-1'

/** Due in a week from Friday, and reported on a while ago. */
async function dueSoon() {
  const w = await reminderWorld()
  w.reported(w.goal('JX01', 1, '2026-07-03'), '2026-06-12')
  await w.tick(FRIDAY)
  return w
}

describe('a reminder is put off', () => {
  it('for some days, for the own digest only, and comes back on its day', async () => {
    const w = await dueSoon()
    const put = await w.do('C-JX01', 'reminder.snooze', { matter: MATTER, until: '2026-06-30' }, FRIDAY)
    expect(put).toMatchObject({ ok: true, done: { code: 'reminder-snoozed' }, show: { name: 'digest' } })
    expect(textOf(await w.digest('C-JX01', FRIDAY))).toContain('已延后 1 项')
    expect(textOf(await w.digest('C-JX01', FRIDAY))).not.toContain('建设精品教材')
    expect(textOf(await w.see('C-JX01', 'snoozed', {}, FRIDAY))).toContain('延后至6月30日')
    expect(textOf(await w.see('C-JX01', 'digest', {}, FRIDAY))).toContain('已延后至6月30日')
    await w.tick('2026-06-29')
    expect(w.told('2026-06-29')).toEqual([])
    await w.tick('2026-06-30')
    expect(w.told('2026-06-30')).toEqual(['C-JX01'])
    await w.tick('2026-07-01')
    expect(w.told('2026-07-01')).toEqual([])
    expect([...(await journalEqualsState(w.db))]).toContain('snooze')
  })

  it('and its silence with it', async () => {
    const w = await reminderWorld()
    w.goal('JX01', 1, '2026-07-03')
    await w.tick(FRIDAY)
    await w.do('C-JX01', 'reminder.snooze', { matter: MATTER, until: '2026-06-30' }, FRIDAY)
    expect(textOf(await w.digest('C-JX01', FRIDAY))).toContain('没有需要提醒您的事项')
    await w.tick('2026-06-29')
    expect(w.told('2026-06-29')).toEqual([])
  })

  it('and taken back', async () => {
    const w = await dueSoon()
    await w.do('C-JX01', 'reminder.snooze', { matter: MATTER, until: '2026-06-30' }, FRIDAY)
    expect((await w.do('C-JX01', 'reminder.resume', { matter: MATTER }, FRIDAY)).ok).toBe(true)
    expect(textOf(await w.digest('C-JX01', FRIDAY))).toContain('建设精品教材')
    expect(count(w.db, 'snooze')).toBe(0)
    expect(refusalOf(await w.do('C-JX01', 'reminder.resume', { matter: MATTER }, FRIDAY)).code).toBe(
      'unsnoozed-reminder',
    )
    expect([...(await journalEqualsState(w.db))]).toContain('snooze')
  })

  it.each([
    ['past its due date', '2026-07-04', 'long-snooze'],
    ['to a day that is over', '2026-06-26', 'past-snooze'],
  ] as const)('not %s', async (_, until, code) => {
    const w = await dueSoon()
    expect(refusalOf(await w.do('C-JX01', 'reminder.snooze', { matter: MATTER, until }, FRIDAY)).code).toBe(
      code,
    )
    expect(count(w.db, 'snooze')).toBe(0)
  })

  it('not past the day on which it goes up, so that whoever is passed over sees it that day', async () => {
    const w = await reminderWorld()
    w.goal('JX01', 1, '2026-06-25')
    await w.tick(FRIDAY)
    const snooze = (until: string) => w.do('C-JX01', 'reminder.snooze', { matter: MATTER, until }, FRIDAY)
    expect(refusalOf(await snooze('2026-07-01'))).toEqual({ code: 'long-snooze', limit: '2026-06-30' })
    expect((await snooze('2026-06-30')).ok).toBe(true)
    await w.tick('2026-06-29')
    expect(w.told('2026-06-29')).toEqual([])
    await w.tick('2026-06-30')
    expect(w.told('2026-06-30')).toEqual(['C-JX01', 'H-JX01'])
    expect(textOf(await w.digest('C-JX01', '2026-06-30'))).toContain('6月30日已上报负责人药学院 负责人')
  })

  it('not on the eve of going up', async () => {
    const w = await reminderWorld()
    w.goal('JX01', 1, '2026-06-25')
    await w.tick(FRIDAY)
    await w.tick('2026-06-29')
    const late = await w.do(
      'C-JX01',
      'reminder.snooze',
      { matter: MATTER, until: '2026-06-30' },
      '2026-06-29',
    )
    expect(refusalOf(late).code).toBe('urgent-reminder')
    expect(textOf(await w.digest('C-JX01', '2026-06-29'))).not.toContain('延后')
  })

  it('by nobody else, nor once it is done: the button of an old card says so', async () => {
    const w = await dueSoon()
    const wish = { matter: MATTER, until: '2026-06-30' }
    expect(refusalOf(await w.do('C-JX02', 'reminder.snooze', wish, FRIDAY)).code).toBe('ended-reminder')
    w.reported('2026-JX01-1', FRIDAY, 100)
    const late = await w.do('C-JX01', 'reminder.snooze', wish, FRIDAY)
    expect(refusalOf(late).code).toBe('ended-reminder')
    expect(late.show).toMatchObject({ name: 'digest' })
  })

  it('once for two taps at the same time, and for a redelivered one', async () => {
    const w = await dueSoon()
    const wish = { matter: MATTER, until: '2026-06-30' }
    const both = await Promise.all([
      w.do('C-JX01', 'reminder.snooze', wish, FRIDAY, 'a'),
      w.do('C-JX01', 'reminder.snooze', wish, FRIDAY, 'b'),
      w.do('C-JX01', 'reminder.snooze', wish, FRIDAY, 'a'),
    ])
    expect(both.filter((one) => one.ok).length).toBeGreaterThanOrEqual(1)
    expect(count(w.db, "journal WHERE type = 'reminder.snoozed'")).toBe(1)
    expect(count(w.db, 'snooze')).toBe(1)
  })

  it('with a payload that makes no sense: nothing happens', async () => {
    const w = await dueSoon()
    for (const until of ['', '2026-02-30', 'morgen'])
      await expect(w.do('C-JX01', 'reminder.snooze', { matter: MATTER, until }, FRIDAY)).rejects.toThrow()
    expect(count(w.db, 'snooze')).toBe(0)
  })
})
