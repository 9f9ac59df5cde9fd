/** Rulebook 7: who fills a sheet in another's name, and who never does. */
import { describe, expect, it } from 'vitest'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { accountTime, act, codeOf, JX, read, seedDelegation, seedPerson, todos } from './account-world.ts'
import { clean } from './world.ts'

describe('rulebook 7: a seat in another’s name', () => {
  const seats = () => {
    const fresh = accountTime()
    seedPerson(fresh, 'T1')
    seedPerson(fresh, 'T2', 'JX01')
    return fresh
  }
  const fill = (on: SqliteDatabase, who: string, unit = 'JX01') =>
    act(on, who, 'sheet.fill', { year: 2026, unit, marks: clean(unit) as never, seal: true })

  it('is filled by a delegate on the principal’s sheet, and the journal has both', async () => {
    const on = seats()
    seedDelegation(on, 'WG2', 'T1', { role: 'working-member', scope: 'WG' })
    expect(codeOf(await fill(on, 'T1'))).toBe('outside-panel')
    expect(codeOf(await fill(on, 'T1 for WG2'))).toBe('sheet-sent')
    expect(on.raw('SELECT member FROM sheet')).toEqual([{ member: 'WG2' }])
    expect(on.raw("SELECT DISTINCT by_person, in_name_of FROM journal WHERE subject LIKE 'sheet:%'")).toEqual(
      [{ by_person: 'T1', in_name_of: 'WG2' }],
    )
    expect(await todos(on, 'T1 for WG2')).not.toContain('给药学院考核打分')
    expect(await todos(on, 'T1 for WG2')).toContain('给护理学院考核打分')
  })

  it('is barred on the delegate’s own unit, and on the unit whose leader in charge the delegate is', async () => {
    const on = seats()
    seedDelegation(on, 'WG2', 'T2')
    expect(await fill(on, 'T2 for WG2')).toMatchObject({
      refusal: { code: 'recused-delegate', bar: 'own-unit' },
    })
    expect(codeOf(await fill(on, 'T2 for WG2', 'JX02'))).toBe('sheet-sent')
    expect(await read(on, 'T2 for WG2', 'score-sheet', { ...JX, member: 'WG2', page: 1 })).toContain(
      '您所在的单位',
    )
    expect(await read(on, 'T2 for WG2', 'deliberation', JX)).toContain('您所在的单位')
    expect(await todos(on, 'T2 for WG2')).not.toContain('给药学院考核打分')
    seedDelegation(on, 'WG3', 'LD1')
    expect(await fill(on, 'LD1 for WG3')).toMatchObject({
      refusal: { code: 'recused-delegate', bar: 'leader-in-charge' },
    })
  })

  it('is not filled by another member of the panel: nobody knows two sheets', async () => {
    const on = seats()
    seedDelegation(on, 'WG2', 'WG3')
    await fill(on, 'WG2')
    expect(codeOf(await fill(on, 'WG3 for WG2'))).toBe('double-seat')
    expect(await read(on, 'WG3 for WG2', 'score-sheet', { ...JX, member: 'WG2', page: 1 })).toContain(
      '一人只填一份评分表',
    )
  })

  it('is not filled by one who acts for two members', async () => {
    const on = seats()
    seedDelegation(on, 'WG2', 'T1')
    seedDelegation(on, 'WG3', 'T1')
    for (const who of ['T1 for WG2', 'T1 for WG3']) expect(codeOf(await fill(on, who))).toBe('double-seat')
    seedDelegation(on, 'AG2', 'T1')
    expect(codeOf(await fill(on, 'T1 for AG2', 'XZ01'))).not.toBe('double-seat')
  })

  it('is not given with other duties, and never frees a principal who is barred', async () => {
    const on = seats()
    on.exec(
      `INSERT INTO role_held (person, role, scope, from_on) VALUES ('WG2', 'head', 'XZ01', '2026-01-01')`,
    )
    seedDelegation(on, 'WG2', 'T1', { role: 'head', scope: 'XZ01' })
    expect(codeOf(await fill(on, 'T1 for WG2'))).toBe('outside-panel')
    expect(await read(on, 'T1 for WG2', 'assess')).toContain('不在考核工作组')
    on.exec(`UPDATE person SET unit = 'JX01' WHERE id = 'WG3'`)
    seedDelegation(on, 'WG3', 'T1')
    expect(await fill(on, 'T1 for WG3')).toMatchObject({
      refusal: { code: 'recused-member', bar: 'own-unit' },
    })
  })
})
