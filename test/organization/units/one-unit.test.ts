/** A unit is added, renamed, exempted, restored, given another leader or kind, each by a document (rulebook 1). */
import { beforeEach, describe, expect, it } from 'vitest'
import { listUnits } from '../../../src/organization/queries.ts'
import { foldsEqual } from '../folded.ts'
import { barsOf, givePlan, type UnitsWorld, unitsWorld } from './world.ts'

describe('one unit is changed by a document', () => {
  let w: UnitsWorld
  beforeEach(async () => {
    w = await unitsWorld()
  })
  const prepare = (
    wish: Parameters<UnitsWorld['prepares']>[0],
    document = '校发〔2026〕2号',
    on = '2026-06-10',
  ) => w.do('OF1', 'unit.prepare', { wish, document, on })
  const refusals = async (wish: Parameters<UnitsWorld['prepares']>[0]) => {
    const outcome = await prepare(wish)
    return outcome.ok ? 'ok' : outcome.refusal.code
  }
  const ADD = { kind: 'add', id: 'JX05', name: '公共卫生学院', unitKind: 'teaching', leader: 'LD1' }

  it('only the office does, and only with a document, from today or an earlier day of the year', async () => {
    expect(await w.do('LD1', 'unit.prepare', { wish: ADD, document: '1号', on: '2026-06-10' })).toMatchObject(
      {
        refusal: { code: 'office-units' },
      },
    )
    expect(await prepare(ADD, ' ')).toMatchObject({ refusal: { code: 'undocumented-reform' } })
    expect(await prepare(ADD, '1号', '2026-06-11')).toMatchObject({ refusal: { code: 'future-reform' } })
    expect(await prepare(ADD, '1号', '2025-12-31')).toMatchObject({ refusal: { code: 'outside-reform' } })
    expect(await prepare(ADD, '1号', '2026-01-01')).toMatchObject({ ok: true })
  })

  it('nothing happens before the confirming tap, and nothing after it was put away', async () => {
    const reform = await w.prepares(ADD)
    expect((await listUnits(w.db)).map(({ id }) => id)).not.toContain('JX05')
    expect(await w.do('OF1', 'unit.drop', { reform })).toMatchObject({ ok: true })
    expect(await w.confirms(reform, 'add')).toMatchObject({ refusal: { code: 'dropped-reform' } })
    expect((await listUnits(w.db)).map(({ id }) => id)).not.toContain('JX05')
  })

  it('a confirmation is for the kind of reform that was prepared, and for the office', async () => {
    const reform = await w.prepares(ADD)
    expect(await w.do('OF1', 'unit.exempt', { reform, seen: 'x' })).toMatchObject({ ok: false })
    expect(await w.do('C-JX01', 'unit.add', { reform, seen: 'x' })).toMatchObject({
      refusal: { code: 'office-units' },
    })
    expect(await w.confirms(reform, 'add')).toMatchObject({ ok: true })
    expect((await listUnits(w.db)).find(({ id }) => id === 'JX05')).toMatchObject({
      leader: 'LD1',
      active: 1,
    })
    await foldsEqual(w.db)
  })

  it('numbers and names are not taken twice, leaders are of the roster and of another unit', async () => {
    expect(await refusals({ ...ADD, id: 'JX01' })).toBe('taken-number')
    expect(await refusals({ ...ADD, id: 'a:b' })).toBe('malformed-number')
    expect(await refusals({ ...ADD, name: '药学院' })).toBe('taken-name')
    expect(await refusals({ ...ADD, leader: 'NOBODY' })).toBe('unknown-leader')
    expect(await refusals({ kind: 'lead', unit: 'JX01', leader: 'H-JX01' })).toBe('own-leader')
    expect(await refusals({ kind: 'rename', unit: '没有的单位', name: '新名' })).toBe('unknown-unit-named')
    expect(await refusals({ kind: 'rename', unit: '药学院', name: '药学院' })).toBe('unchanged-unit')
    expect(await refusals({ kind: 'restore', unit: 'JX01' })).toBe('present-unit')
    expect(await refusals({ kind: 'merge', units: ['JX01'], into: 'JX01', ...NOTHING_NEW })).toBe(
      'lone-merge',
    )
    expect(await refusals({ kind: 'split', unit: 'JX01', lines: 'JX11 甲' })).toBe('lone-split')
    expect(await refusals({ kind: 'split', unit: 'JX01', lines: '甲' })).toBe('unread-line')
  })

  it('a name taken since the preview is said in the preview', async () => {
    const reform = await w.prepares(ADD)
    expect(await w.reforms({ ...ADD, id: 'JX06' })).toMatchObject({ ok: true })
    expect(await barsOf(w, reform)).toMatchObject([{ bar: 'untrue-wish', why: { code: 'taken-name' } }])
    expect(await w.confirms(reform, 'add')).toMatchObject({ refusal: { code: 'barred-reform' } })
  })

  it('a renamed unit keeps number and goals', async () => {
    await givePlan(w, 'JX01', 'teaching')
    expect(await w.reforms({ kind: 'rename', unit: '药学院', name: '药学与健康学院' })).toMatchObject({
      ok: true,
    })
    expect(w.db.raw(`SELECT name, active FROM unit WHERE id = 'JX01'`)).toEqual([
      { name: '药学与健康学院', active: 1 },
    ])
    expect(w.db.raw(`SELECT count(*) AS n FROM goal WHERE unit = 'JX01'`)).toEqual([{ n: 3 }])
    await foldsEqual(w.db)
  })

  it('an exempt unit takes no part and cannot report; restored, it goes on where it was', async () => {
    const [goal = ''] = await givePlan(w, 'JX01', 'teaching')
    await w.enters('execution')
    expect(await w.reforms({ kind: 'exempt', unit: 'JX01', reason: '筹建期' })).toMatchObject({ ok: true })
    expect((await listUnits(w.db)).map(({ id }) => id)).not.toContain('JX01')
    const report = {
      ...{ goal, percent: 40, value: null, state: 'on-track', done: '完成四成', next: '', difficulty: '' },
      ...{ reason: '', cost: null, evidence: [], task: null },
    }
    expect(await w.do('C-JX01', 'progress.report', report)).toMatchObject({
      refusal: { code: 'absent-goal-unit' },
    })
    expect(await w.reforms({ kind: 'restore', unit: 'JX01' })).toMatchObject({ ok: true })
    expect(await w.do('C-JX01', 'progress.report', report)).toMatchObject({ ok: true })
    await foldsEqual(w.db)
  })

  it('another leader in charge is told what waits for review', async () => {
    await givePlan(w, 'JX01', 'teaching', ['key', 'routine'], 'sent')
    expect(await w.reforms({ kind: 'lead', unit: 'JX01', leader: 'LD2' })).toMatchObject({ ok: true })
    expect(w.db.raw(`SELECT leader FROM unit WHERE id = 'JX01'`)).toEqual([{ leader: 'LD2' }])
    expect(
      w.db.raw(`SELECT person FROM outbox WHERE view = 'plans-to-review' AND person = 'LD2'`),
    ).toHaveLength(1)
  })

  it('another kind of the same regime is taken at once; another regime only while there are no goals', async () => {
    await givePlan(w, 'XZ01', 'administrative')
    expect(await w.reforms({ kind: 'kind', unit: 'XZ01', unitKind: 'support' })).toMatchObject({ ok: true })
    const reform = await w.prepares({ kind: 'kind', unit: 'XZ01', unitKind: 'teaching' })
    expect(await barsOf(w, reform)).toEqual([{ bar: 'set-goals' }])
    expect(await w.reforms({ kind: 'kind', unit: 'XZ02', unitKind: 'teaching' })).toMatchObject({ ok: true })
  })
})

const NOTHING_NEW = { id: '', unitKind: 'teaching', leader: '' }
