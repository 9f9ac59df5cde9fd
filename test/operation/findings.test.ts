import { describe, expect, it } from 'vitest'
import { backupMadeCard } from '../../cards/backup-made.ts'
import { systemStatusCard } from '../../cards/system-status.ts'
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'
import { type Finding, findingsOf, isGrave, type StatusFacts } from '../../src/operation/rules/findings.ts'
import { sayFinding } from '../../src/operation/say-finding.ts'

const NOW = '2026-03-02T04:00:00.000Z'
const ago = (minutes: number) => new Date(Date.parse(NOW) - minutes * 60_000).toISOString() as typeof NOW
const GB = 1024 ** 3

const FINE: StatusFacts = {
  waiting: 3,
  oldest: ago(1),
  parked: 0,
  refused: 0,
  tickedAt: ago(1),
  tickFault: null,
  backup: { goodAt: ago(60), fault: null, since: ago(60 * 24 * 100) },
  freeBytes: 10 * GB,
  databaseBytes: GB,
}
const kinds = (changed: Partial<StatusFacts>): string[] =>
  findingsOf({ ...FINE, ...changed }, NOW).map(({ kind }) => kind)
const backup = (changed: Partial<NonNullable<StatusFacts['backup']>>) =>
  kinds({ backup: { goodAt: ago(60), fault: null, since: ago(60 * 24 * 100), ...changed } })

describe('what is wrong with the running of the program', () => {
  it('nothing, where all goes well, before the first tick, and where no backups are made', () => {
    expect(kinds({})).toEqual([])
    expect(
      kinds({ tickedAt: null, oldest: null, waiting: 0, backup: null, freeBytes: null, databaseBytes: null }),
    ).toEqual([])
  })

  it('a clock that has not come round for more than ten minutes', () => {
    expect(kinds({ tickedAt: ago(10) })).toEqual([])
    expect(kinds({ tickedAt: ago(10.1) })).toEqual(['clock-stopped'])
    expect(kinds({ tickFault: 'reminders' })).toEqual(['clock-failing'])
  })

  it('messages that wait for more than ten minutes, by why they wait', () => {
    expect(kinds({ oldest: ago(10) })).toEqual([])
    expect(kinds({ oldest: ago(11) })).toEqual(['outbox-stuck'])
    expect(kinds({ oldest: ago(11), refused: 2 })).toEqual(['credentials-refused'])
    expect(kinds({ parked: 1 })).toEqual(['messages-parked'])
  })

  it('a backup that failed, is older than 48 hours, or never was', () => {
    expect(backup({ fault: 'disk-full' })).toEqual(['backup-failed'])
    expect(backup({ goodAt: ago(60 * 48) })).toEqual([])
    expect(backup({ goodAt: ago(60 * 48 + 1) })).toEqual(['backup-old'])
    expect(backup({ goodAt: null })).toEqual(['backup-missing'])
    expect(backup({ goodAt: null, since: ago(60) })).toEqual([])
  })

  it('a disk without room for the database twice, or for half a gigabyte', () => {
    expect(kinds({ freeBytes: 2 * GB })).toEqual([])
    expect(kinds({ freeBytes: 2 * GB - 1 })).toEqual(['disk-short'])
    expect(kinds({ freeBytes: 0.4 * GB, databaseBytes: 1000 })).toEqual(['disk-short'])
  })

  it('everything at once is named, the gravest first, each in a word and with what to do', () => {
    const all = findingsOf(
      {
        ...FINE,
        tickedAt: ago(600),
        tickFault: 'x',
        oldest: ago(600),
        parked: 1200,
        backup: { goodAt: null, fault: 'folder-unwritable', since: null },
        freeBytes: 0,
      },
      NOW,
    )
    expect(all.map(isGrave)).toEqual([true, true, true, true, false, false])
    for (const { word, sentence } of all.map(sayFinding)) {
      expect([...word].length).toBeLessThanOrEqual(12)
      expect(sentence).toMatch(/请|自动再试/)
    }
  })
})

const EVERY: readonly Finding[] = [
  { kind: 'clock-stopped', since: NOW },
  { kind: 'clock-failing' },
  { kind: 'outbox-stuck', since: NOW, waiting: 99_999 },
  { kind: 'credentials-refused', waiting: 99_999 },
  { kind: 'messages-parked', count: 99_999 },
  { kind: 'backup-failed', fault: 'journal-broken' },
  { kind: 'backup-old', since: NOW },
  { kind: 'backup-missing' },
  { kind: 'disk-short', freeBytes: 0 },
]

describe('the cards', () => {
  it('of the status holds at its largest, and says the worst in its state', () => {
    const facts = {
      at: NOW,
      version: '10.20.30-rc.1',
      waiting: 99_999,
      oldest: NOW,
      parked: 99_999,
      refused: true,
      sentAt: NOW,
      tickedAt: NOW,
      entries: 99_999_999,
      databaseBytes: 900 * GB,
      freeBytes: 9000 * GB,
      checked: { at: NOW, whole: false },
      backup: { goodAt: NOW, bytes: 900 * GB, wanted: false, hour: 23 },
    } as const
    const card = systemStatusCard({ ...facts, findings: EVERY.map(sayFinding) })
    expect(validateCard(renderCard(card))).toEqual([])
    expect(card.status).toEqual({ text: '有故障', tone: 'red' })
    const mild = systemStatusCard({ ...facts, findings: [sayFinding({ kind: 'backup-missing' })] })
    expect(mild.status).toEqual({ text: '需处理', tone: 'orange' })
    const fine = systemStatusCard({
      ...facts,
      parked: 0,
      refused: false,
      findings: [],
      backup: null,
      checked: null,
    })
    expect(fine.status).toEqual({ text: '正常', tone: 'green' })
    expect(validateCard(renderCard(fine))).toEqual([])
    expect(JSON.stringify(fine)).toContain('Time Travel')
  })

  it.each(['disk-full', 'folder-unwritable', 'copy-damaged', 'journal-broken', 'backup-failed'])(
    'of a backup that failed (%s) says why and what to do',
    (fault) => {
      const card = backupMadeCard({ fault })
      expect(validateCard(renderCard(card))).toEqual([])
      expect(JSON.stringify(card)).toMatch(/请|自动再试/)
    },
  )
})
