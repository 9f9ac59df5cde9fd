/** A real university: 5,000 people, 110 units, 100 groups, one person with 300 tasks, a leader in charge of 110 units. */
import { performance } from 'node:perf_hooks'
import { beforeAll, describe, expect, it } from 'vitest'
import { renderCard, sizeOf } from '../../../src/chat/feishu/render-card.ts'
import { importRoster } from '../../../src/organization/import-roster.ts'
import { SHEETS } from '../../../src/organization/roster/layout.ts'
import { sheetOf } from '../../../src/organization/roster/sheets.ts'
import { freshDatabase } from '../../world/database.ts'
import { count } from '../../world/rows.ts'
import { foldsEqual } from '../folded.ts'
import { depsOf, metaOf } from '../world.ts'
import { doneOf, type PeopleWorld, peopleWorld } from './world.ts'

const UNITS = 110
const PEOPLE = 5000
const GROUPS = 100

const unitId = (n: number): string => `U${String(n).padStart(3, '0')}`
const range = (n: number): number[] => Array.from({ length: n }, (_, at) => at)

function bigRoster() {
  const rows = {
    units: range(UNITS).map((n) => [
      unitId(n),
      `第${n}学院（含附属研究所）`,
      n < 60 ? '教学单位' : '行政部门',
      'LD1',
    ]),
    people: [
      ['OF1', '办公室甲', '', '干部', 'ou_OF1', '', ''],
      ['CH', '组长', '', '校长', 'ou_CH', '', ''],
      ['LD1', '副校长甲', '', '副校长', 'ou_LD1', '', ''],
      ['LD2', '副校长乙', '', '副校长', 'ou_LD2', '', ''],
      ...range(PEOPLE).map((n) => [`P${n}`, `教师${n}`, unitId(n % UNITS), '教师', `ou_P${n}`, '', '']),
    ],
    roles: [
      ['OF1', '办公室', '', '2026-01-01', ''],
      ['CH', '领导小组组长', '', '2026-01-01', ''],
      ...range(UNITS).map((n) => [`P${n}`, '联络员', unitId(n), '2026-01-01', '']),
      ...range(UNITS).map((n) => [`P${n + UNITS}`, '单位负责人', unitId(n), '2026-01-01', '']),
      ...range(GROUPS).map((n) => [
        `P${1000 + n}`,
        n < 50 ? '工作组组长' : '考核组组长',
        `第${n}组`,
        '2026-01-01',
        '',
      ]),
      ...range(50).map((n) => ['P4000', n < 50 ? '工作组成员' : '考核组成员', `第${n}组`, '2026-01-01', '']),
    ],
    teams: range(GROUPS).map((n) => [
      `第${n}组`,
      n < 50 ? '目标管理工作组' : '考核工作组',
      unitId(n < 50 ? n : 60 + ((n - 50) % 50)),
    ]),
    priorities: [['YD1', '要点']],
    workItems: [['教学运行', '教学事故为零']],
  }
  return Object.fromEntries(SHEETS.map((sheet) => [sheet, sheetOf(sheet, rows[sheet])]))
}

async function timed<T>(act: () => Promise<T>): Promise<{ readonly value: T; readonly ms: number }> {
  const start = performance.now()
  const value = await act()
  return { value, ms: Math.round(performance.now() - start) }
}

describe('a real university', { timeout: 180_000 }, () => {
  let w: PeopleWorld
  beforeAll(async () => {
    const db = freshDatabase()
    const imported = await importRoster(
      db,
      depsOf(),
      { name: '大', sheets: bigRoster() },
      metaOf('system', 'big'),
    )
    if ('faults' in imported) throw new Error(JSON.stringify(imported.faults.slice(0, 3)))
    w = await peopleWorld({ db })
    for (const n of range(30)) await w.tasks('P0', 'U000', n + 1, 10, 'P0')
  }, 180_000)

  it('shows its cards within the platform’s limits', async () => {
    const views = [
      ...(['school', 'unit', 'group', 'area'] as const).map((kind) => ['roles', { kind }] as const),
      ...[0, 5, 13].map((page) => ['roles', { kind: 'unit', page }] as const),
      ['roles', { words: '学院' }],
      ['teams', {}],
      ['teams', { page: 12 }],
      ['team', { team: '第1组' }],
      ['team', { team: '第1组', ending: true }],
      ['person', { person: '教师' }],
      ['person', { person: 'P0' }],
      ['person', { person: 'P4000', page: 2 }],
      ['person', { person: 'LD1' }],
      ['replacement', { leaver: 'LD1', successor: 'LD2' }],
      ['replacement', { leaver: 'LD1', successor: 'LD2', page: 10 }],
      ['replacement', { leaver: 'P0', successor: 'P110', leaves: true }],
      ['replacement', { leaver: 'P4000', successor: 'P4001', page: 3 }],
      ['who-is', { words: '学院 联络员' }],
    ] as const
    for (const [name, params] of views) {
      const message = await w.see('OF1', name, params)
      if (message.kind !== 'card') throw new Error(name)
      await w.read('OF1', name, params)
      expect(sizeOf(renderCard(message.card)), `${name} ${JSON.stringify(params)}`).toBeLessThan(30 * 1024)
    }
  })

  it('gives a role, and replaces somebody with 300 tasks and a leader of 110 units, each in one commit', async () => {
    const given = await timed(() =>
      w.office('role.give', { person: 'P300', role: 'contact', scope: 'U080', from: '2026-03-02', to: null }),
    )
    expect(doneOf(given.value)).toBe('role-given')
    const replaced = await timed(() => w.replace('P0', 'P110'))
    expect(doneOf(replaced.value)).toBe('person-replaced')
    expect(count(w.db, "task WHERE owner = 'P110'")).toBe(300)
    const leader = await timed(() => w.replace('LD1', 'LD2', { leaves: true }))
    expect(doneOf(leader.value)).toBe('person-replaced')
    expect(count(w.db, "unit WHERE leader = 'LD2'")).toBe(UNITS)
    expect(Math.max(given.ms, replaced.ms, leader.ms)).toBeLessThan(2500)
    expect(given.ms).toBeLessThan(500)
    await foldsEqual(w.db)
  })
})
