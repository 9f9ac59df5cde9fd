import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LocalDate, plusDays } from '../../src/kernel/time.ts'
import { backupIsDue } from '../../src/operation/rules/backup-due.ts'
import { backupName, backupsToDelete } from '../../src/operation/rules/backups-kept.ts'

const DAY: LocalDate = '2026-03-02'
const nightly = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => backupName(plusDays(DAY, n), '030000'))
const kept = (names: readonly string[], days: number): string[] => {
  const gone = new Set(backupsToDelete(names, days))
  return names.filter((name) => !gone.has(name))
}

describe('which backups are kept', () => {
  it('of a year of nights: fourteen days, and beyond them one of each week, eight weeks in all', () => {
    const left = kept(nightly(365), 14)
    expect(left.slice(-14)).toEqual(nightly(365).slice(-14))
    // The fourteen lie in three of the eight weeks.
    expect(left).toHaveLength(14 + 5)
  })

  it('of several on one day the last', () => {
    const morning = backupName(DAY, '030000')
    const noon = backupName(DAY, '120000')
    expect(backupsToDelete([morning, noon], 14)).toEqual([morning])
  })

  it('nothing that is not named as a backup is deleted', () => {
    const strange = [
      'blobs',
      'mubiao-unverified.sqlite',
      'notes.txt',
      'mubiao-2026-13-40T000000.sqlite',
      `${backupName(DAY, '010000')}.partial`,
    ]
    expect(
      backupsToDelete([...strange, ...nightly(100)], 1).filter((name) => strange.includes(name)),
    ).toEqual([])
  })

  it('the newest is always kept, never more than days and weeks together, and asking again deletes no more', () => {
    const moments = fc.array(fc.record({ day: fc.nat(400), hour: fc.nat(23) }), {
      minLength: 1,
      maxLength: 60,
    })
    fc.assert(
      fc.property(moments, fc.integer({ min: 1, max: 30 }), (made, days) => {
        const names = [
          ...new Set(
            made.map(({ day, hour }) =>
              backupName(plusDays(DAY, day), `${String(hour).padStart(2, '0')}0000`),
            ),
          ),
        ]
        const left = kept(names, days)
        expect(left).toContain(names.toSorted().at(-1))
        expect(left.length).toBeLessThanOrEqual(days + 8)
        expect(backupsToDelete(left, days)).toEqual([])
      }),
    )
  })
})

describe('when a backup is due', () => {
  const at = (local: string) => new Date(`${local}+08:00`).toISOString() as `${string}T${string}Z`
  const good = (local: string) => ({ startedAt: at(local), goodAt: at(local), fault: null })

  it('once a day, from the hour on', () => {
    expect(backupIsDue(undefined, at('2026-03-02T02:59:00'), 3)).toBe(false)
    expect(backupIsDue(undefined, at('2026-03-02T03:00:00'), 3)).toBe(true)
    expect(backupIsDue(good('2026-03-02T03:00:10'), at('2026-03-02T03:01:00'), 3)).toBe(false)
    expect(backupIsDue(good('2026-03-02T03:00:10'), at('2026-03-03T02:59:00'), 3)).toBe(false)
    expect(backupIsDue(good('2026-03-02T03:00:10'), at('2026-03-03T03:00:00'), 3)).toBe(true)
  })

  it('what a stopped machine missed is made up when it runs again', () => {
    expect(backupIsDue(good('2026-03-02T03:00:10'), at('2026-03-05T16:20:00'), 3)).toBe(true)
  })

  it('after a failure not every minute, but after an hour', () => {
    const failed = {
      startedAt: at('2026-03-02T03:00:00'),
      goodAt: at('2026-03-01T03:00:00'),
      fault: 'disk-full',
    }
    expect(backupIsDue(failed, at('2026-03-02T03:59:00'), 3)).toBe(false)
    expect(backupIsDue(failed, at('2026-03-02T04:00:00'), 3)).toBe(true)
  })
})
