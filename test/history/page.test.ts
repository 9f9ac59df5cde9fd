import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeFiles } from '../../src/history/export/for-chat.ts'
import { historyPage, PAGE_SIZE } from '../../src/history/page.ts'
import type { Sight } from '../../src/history/rules/sight.ts'
import { partsOf } from '../../src/history/rules/subject-parts.ts'
import { journalEntries } from '../../src/kernel/journal.ts'
import { insertJournal, upsertSubject } from '../../src/store/journal.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { findSubject } from '../../src/store/subjects.ts'
import { seedDelegation } from '../execution/inspection-world.ts'
import { memoryBlobs } from '../organization/world.ts'
import { append, historyWorld, NOW } from './world.ts'

const UNIT = (leader: string, name = '教务处') => ({
  type: 'unit.recorded',
  record: { name, kind: 'administrative', leader },
})
const DRAFTED = {
  type: 'goal.drafted',
  ...{ goal: '2026-XZ01-1', number: 1, drafter: 'unit' },
  content: {
    type: 'special',
    title: '旧名',
    content: '',
    measure: null,
    weight: 100,
    owner: '',
    budget: null,
    dueOn: null,
    criterion: '',
    aim: null,
    justification: '',
  },
}

let db: SqliteDatabase
beforeEach(() => {
  db = historyWorld()
})
afterEach(() => db.close())

async function pageOf(subject: string, page = 0, sight: Exclude<Sight, 'none'> = 'all') {
  const [parts, row] = [partsOf(subject), await findSubject(db, subject)]
  if (!parts || !row) throw new Error(`no ${subject}`)
  return historyPage(db, parts, row, sight, page)
}

describe('a page of history', () => {
  it('the newest stands first, with what changed from what to what', async () => {
    await append(db, 'unit:XZ01', [UNIT('LD1'), UNIT('LD2'), { type: 'unit.ended', on: '2026-06-30' }])
    const { entries, total, broken } = await pageOf('unit:XZ01')
    expect([total, broken]).toEqual([3, undefined])
    expect(entries.map(({ version, text }) => [version, text])).toEqual([
      [3, '单位不再参加目标管理，最后一天2026年6月30日'],
      [2, '更改单位「教务处」'],
      [1, '设立单位「教务处」'],
    ])
    expect(entries[1]?.changes).toEqual([
      { what: '分管校领导', from: '分管教学副校长', to: '分管行政副校长' },
    ])
    expect(entries[1]).toMatchObject({ who: '办公室 工作人员', when: '2026年6月1日 09:00' })
  })

  it('rulebook 7: who acted in whose name stands with both', async () => {
    seedDelegation(db, 'LD2', 'WG1')
    const meta = { by: 'WG1', inNameOf: 'LD2', causes: ['x'] as const, ...NOW }
    const [entry] = journalEntries('unit:XZ01', { version: 0, hash: '' }, [UNIT('LD1')], meta)
    if (!entry) throw new Error('no entry')
    await db.commit([insertJournal(entry), upsertSubject('unit:XZ01', 1, entry.hash, {})])
    const { entries } = await pageOf('unit:XZ01')
    expect(entries[0]).toMatchObject({
      who: '分管行政副校长（第一工作组 组长代）',
      hash: entry.hash.slice(0, 8),
    })
  })

  it('pages are turned by six, and one that is gone becomes the last', async () => {
    await append(
      db,
      'unit:XZ01',
      Array.from({ length: 14 }, (_, at) => UNIT('LD1', `名${at}`)),
    )
    expect((await pageOf('unit:XZ01', 1)).entries.map(({ version }) => version)).toEqual([8, 7, 6, 5, 4, 3])
    const last = await pageOf('unit:XZ01', 99)
    expect([last.page, last.last, last.entries.length]).toEqual([2, 2, 14 - 2 * PAGE_SIZE])
    expect(last.entries.at(-1)?.text).toBe('设立单位「名0」')
  })

  it('a goal that was revised says its fields old and new', async () => {
    const content = { ...DRAFTED.content, title: '新名', dueOn: '2026-11-30', weight: 250 }
    await append(db, 'plan:2026:XZ01', [DRAFTED, { type: 'goal.revised', goal: '2026-XZ01-1', content }])
    const [{ text, changes } = { text: '', changes: [] }] = (await pageOf('plan:2026:XZ01')).entries
    expect(text).toBe('修改目标1「新名」')
    expect(changes).toEqual([
      { what: '目标名称', from: '旧名', to: '新名' },
      { what: '完成时限', from: '（空）', to: '2026年11月30日' },
      { what: '权重', from: '1', to: '2.5' },
    ])
  })

  it('what was tampered with is named, and the rest is told all the same', async () => {
    await append(db, 'unit:XZ01', [UNIT('LD1'), UNIT('LD2'), UNIT('LD1', '新名')])
    db.exec(
      'DROP TRIGGER journal_is_never_updated; UPDATE journal SET body = \'{"type":"unit.recorded"}\' WHERE version = 2',
    )
    const { entries, broken } = await pageOf('unit:XZ01')
    expect(broken).toMatchObject({ version: 2, what: 'altered' })
    expect(entries).toHaveLength(3)
    expect(entries[2]?.text).toBe('设立单位「教务处」')
  })

  it('Article 22: a deliberation is told by its attendance; nothing of anybody’s sheet', async () => {
    const sitting = {
      ...{ type: 'deliberation.opened', regime: 'graded', goals: [], quorum: 2, recused: [], excused: [] },
      present: [{ id: 'AG1', name: '考核组 组长' }],
      sheets: { AG2: { g: { kind: 'level', level: 3, score: 4200, reason: '只在打分表里' } } },
    }
    await append(db, 'assessment:2026:XZ01', [sitting])
    const { entries } = await pageOf('assessment:2026:XZ01')
    expect(entries[0]?.text).toBe('开启合议：目标0项，出席考核组 组长；至少2人同意')
    expect(JSON.stringify(entries)).not.toContain('打分表')
    expect((await pageOf('assessment:2026:XZ01', 0, 'told')).total).toBe(0)
  })
})

describe('files for the chat', () => {
  it('one larger than the platform takes is not made', async () => {
    expect(await makeFiles(db, memoryBlobs(), 2026, NOW.at, 100)).toEqual({ how: 'too-large' })
    expect(await makeFiles(db, memoryBlobs(), 2026, NOW.at)).toMatchObject({ how: 'files' })
  })
})
