/** Article 32: petitions are written: numbers, repeats, races, names. */
import { beforeEach, describe, expect, it } from 'vitest'
import { count } from '../world/rows.ts'
import { codeOf, type PetitionWorld, petitionWorld, rowsOf } from './petition-world.ts'

let w: PetitionWorld
beforeEach(async () => {
  w = await petitionWorld()
})

describe('writing', () => {
  it('numbers run through the year without a gap, and begin again with the next', async () => {
    const first = await w.write('T1')
    const second = await w.write('OF1', { hidden: true })
    expect([first.number, second.number]).toEqual(['2026-001', '2026-002'])
    await w.enter('closed')
    await w.enter('execution', 2027)
    w.db.exec('UPDATE year SET current = CASE year WHEN 2027 THEN 1 ELSE 0 END')
    expect((await w.write('T1')).number).toBe('2027-001')
  })

  it('four who write at once get four numbers', async () => {
    const written = await Promise.all(['T1', 'T2', 'OF1', 'H-JX01'].map((who) => w.write(who)))
    expect(written.map(({ number }) => number).toSorted()).toEqual([
      ...['2026-001', '2026-002', '2026-003', '2026-004'],
    ])
  })

  it('an opened form makes one petition, tapped twice at once or again later', async () => {
    const form = { text: '食堂', hidden: true, opened: 'a' }
    const both = await Promise.all([w.do('T1', 'petition.write', form), w.do('T1', 'petition.write', form)])
    expect(both.map(codeOf).toSorted()).toEqual(['petition-written', 'written-petition'])
    expect(both[0]?.show).toEqual(both[1]?.show)
    expect(codeOf(await w.do('T1', 'petition.write', { ...form, text: '别的' }))).toBe('written-petition')
    expect(count(w.db, 'petition')).toBe(1)
    expect(codeOf(await w.do('T2', 'petition.write', form))).toBe('petition-written')
  })

  it('a delivery that comes twice is answered as the first', async () => {
    const form = { text: '食堂', hidden: true, opened: 'a' }
    const first = await w.do('T1', 'petition.write', form, { cause: 'event:1' })
    expect(await w.do('T1', 'petition.write', form, { cause: 'event:1' })).toEqual(first)
    expect(count(w.db, 'petition_paper')).toBe(1)
  })

  it('is refused outside its time and its policy, and where nobody could read it', async () => {
    const write = (more = {}) =>
      w.do('T1', 'petition.write', { text: '好', hidden: false, opened: 'x', ...more })
    const all = '领导小组 组长、领导小组成员、领导小组 成员乙'
    expect(codeOf(await write({ concerned: all }))).toBe('unreadable-petition')
    expect(await write({ concerned: '王芳、赵无名' })).toMatchObject({
      refusal: { code: 'unknown-concerned', position: 2 },
    })
    expect(codeOf(await write({ text: '字'.repeat(1001) }))).toBe('wrong-payload')
    expect(codeOf(await write({ text: ' ' }))).toBe('wrong-payload')
    await w.enter('closed')
    expect(codeOf(await write())).toBe('closed-petitions')
    await w.enter('results')
    expect(codeOf(await write())).toBe('petition-written')
  })

  it('names are read as people write them; of two with one name both are kept away', async () => {
    const { number } = await w.write('T1', { concerned: '刘洋 OF1；领导小组成员' })
    const rows = rowsOf(
      w.db,
      `SELECT person FROM petition_concerned WHERE petition = '${number}' ORDER BY person`,
    )
    expect(rows.map(({ person }) => person)).toEqual(['LM1', 'OF1', 'T2', 'T3'])
  })

  it('the chair and the entrusted are told, never the writer as one of them, nor whom it concerns', async () => {
    const told = () =>
      rowsOf(w.db, "SELECT person FROM outbox WHERE view = 'petition' ORDER BY person").map(
        ({ person }) => person,
      )
    await w.write('T1')
    expect(told()).toEqual(['CH'])
    await w.write('LM1', { concerned: 'CH' })
    expect(told()).toEqual(['CH', 'LM2'])
    await w.write('CH')
    expect(told()).toEqual(['CH', 'LM2'])
  })

  it('words are added by the writer alone, and the same words once', async () => {
    const { handle } = await w.write('T1')
    const add = (by: string, text: string) => w.do(by, 'petition.add', { handle, text })
    expect(codeOf(await add('T2', '补充'))).toBe('foreign-petition')
    expect(codeOf(await add('T1', '补充'))).toBe('petition-added')
    expect(codeOf(await add('T1', '补充'))).toBe('repeated-words')
    expect(codeOf(await add('T1', '再补充'))).toBe('petition-added')
  })

  it('whom added words concern, sees it no longer', async () => {
    const { number, handle } = await w.write('T1')
    expect(await w.read('LM1', 'petition', { petition: number })).toContain('实验楼采购')
    await w.do('T1', 'petition.add', { handle, text: '与他有关', concerned: 'LM1' })
    expect(await w.read('LM1', 'petition', { petition: number })).not.toContain('实验楼采购')
  })
})
