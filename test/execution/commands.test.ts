import { describe, expect, it } from 'vitest'
import { seedGoal } from '../world/goals.ts'
import { journalEqualsState } from '../world/journal.ts'
import { count } from '../world/rows.ts'
import { executionWorld, refusalOf, shownAfter } from './world.ts'

const BYTES = new TextEncoder().encode('bytes')

async function universityWithGoals() {
  const w = await executionWorld()
  const first = seedGoal(w.db, 'JX01', 1)
  const second = seedGoal(w.db, 'JX01', 2)
  return { w, first, second }
}

describe('Article 18: progress is reported', () => {
  it('into the journal, the state and the table alike, evidence and all', async () => {
    const { w, first } = await universityWithGoals()
    await w.sends('C-JX01', 'e1', '初稿.pdf')
    await w.arrives('C-JX01', 'e1', BYTES)
    await w.report('C-JX01', first, { evidence: ['e1'], cost: 120_050 })
    w.pass(1000)
    await w.report('H-JX01', first, { percent: 40, reason: '返工' })
    expect(await journalEqualsState(w.db)).toEqual(new Set(['evidence', 'execution', 'year']))
    const rows = w.db.raw('SELECT id, percent, cost, evidence, by_person, at FROM progress ORDER BY id')
    expect(rows).toEqual([
      {
        id: `execution:${first}:000001`,
        percent: 60,
        cost: 120_050,
        evidence: '["e1"]',
        by_person: 'C-JX01',
        at: '2026-03-02T01:00:00.000Z',
      },
      {
        id: `execution:${first}:000002`,
        percent: 40,
        cost: null,
        evidence: '[]',
        by_person: 'H-JX01',
        at: '2026-03-02T01:00:01.000Z',
      },
    ])
    expect(w.db.raw('SELECT * FROM evidence')).toEqual([
      {
        id: 'e1',
        person: 'C-JX01',
        message_id: 'om',
        kind: 'file',
        name: '初稿.pdf',
        state: 'kept',
        size: 5,
        sha256: '277089d91c0bdf4f2e6862ba7e4a07605119431f5d13f726dd352b06f1b206a9',
        goal: first,
        batch: 'C-JX01:29540220:',
        at: '2026-03-02T01:00:00.000Z',
      },
    ])
  })

  it('never changes a report that stands', async () => {
    const { w, first } = await universityWithGoals()
    await w.report('C-JX01', first)
    expect(() => w.db.exec('UPDATE progress SET percent = 99')).toThrow('never changed')
    expect(() => w.db.exec('DELETE FROM progress')).toThrow('never deleted')
  })

  it('is refused for what is not there, not in force, not of this year, not of the own unit', async () => {
    const { w } = await universityWithGoals()
    const sent = seedGoal(w.db, 'JX01', 3, { status: 'sent' })
    await w.enter('closed', 2025)
    await w.enter('execution', 2026)
    const old = seedGoal(w.db, 'JX01', 4, { year: 2025 })
    const foreign = seedGoal(w.db, 'JX02', 1)
    const codes = []
    for (const goal of ['nothing', sent, old, foreign])
      codes.push(refusalOf(await w.report('C-JX01', goal)).code)
    expect(codes).toEqual(['unknown-goal', 'unratified-goal', 'closed-execution', 'foreign-goal'])
    expect(count(w.db, 'progress')).toBe(0)
  })

  it('takes a thousand characters of any kind', async () => {
    const { w, first } = await universityWithGoals()
    shownAfter(await w.report('C-JX01', first, { done: '🌸'.repeat(1000) }))
    await expect(w.report('C-JX01', first, { done: 'x'.repeat(1001) })).rejects.toThrow()
  })

  it('is saved once, however fast a button is tapped', async () => {
    const { w, first } = await universityWithGoals()
    await w.sends('C-JX01', 'e1')
    const more = { evidence: ['e1'], seen: 0 }
    const [one, two] = await Promise.all([w.report('C-JX01', first, more), w.report('C-JX01', first, more)])
    const refused = [one, two].filter((outcome) => !outcome.ok)
    expect(refused).toMatchObject([
      {
        refusal: { code: 'repeated-report', number: 1 },
        show: { name: 'progress-reported', params: { goal: first, report: `execution:${first}:000001` } },
      },
    ])
    expect(count(w.db, 'progress')).toBe(1)
  })

  it('from a card that has not seen the last report is answered with that report', async () => {
    const { w, first } = await universityWithGoals()
    await w.report('C-JX01', first)
    const late = await w.report('H-JX01', first, { percent: 70, seen: 0 })
    expect(late).toMatchObject({
      refusal: { code: 'followed-report', name: '药学院 联络员', percent: 60 },
      show: { params: { report: `execution:${first}:000001` } },
    })
  })
})

describe('evidence', () => {
  it('of another person, or already used for another goal, is refused and nothing is saved', async () => {
    const { w, first, second } = await universityWithGoals()
    await w.sends('H-JX01', 'head', '一.pdf')
    await w.sends('C-JX01', 'own', '二.pdf')
    const foreign = await w.report('C-JX01', first, { evidence: ['own', 'head'] })
    expect(refusalOf(foreign).code).toBe('foreign-evidence')
    expect(refusalOf(await w.report('C-JX01', first, { evidence: ['none'] })).code).toBe('foreign-evidence')
    expect(count(w.db, 'progress')).toBe(0)
    expect(count(w.db, 'evidence WHERE goal IS NOT NULL')).toBe(0)
    shownAfter(await w.report('C-JX01', first, { evidence: ['own'] }))
    expect(refusalOf(await w.report('C-JX01', second, { evidence: ['own'] }))).toEqual({
      code: 'used-evidence',
      name: '二.pdf',
    })
  })

  it('serves one goal only when two reports want it at the same moment', async () => {
    const { w, first, second } = await universityWithGoals()
    await w.sends('C-JX01', 'own', '二.pdf')
    const outcomes = await Promise.all(
      [first, second].map((goal) => w.report('C-JX01', goal, { evidence: ['own'] })),
    )
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1)
    expect(count(w.db, 'progress')).toBe(1)
    await journalEqualsState(w.db)
  })

  it('is kept by the outbox only, once, and asks for its bytes once', async () => {
    const { w } = await universityWithGoals()
    await w.sends('C-JX01', 'e1')
    await w.sends('C-JX01', 'e1')
    expect(w.db.raw("SELECT key, view, message_id FROM outbox WHERE kind = 'fetch'")).toEqual([
      { key: 'fetch:e1', view: 'evidence.keep', message_id: 'om' },
    ])
    const forged = { id: 'e1', sha256: 'f'.repeat(64), size: 1 }
    expect(refusalOf(await w.do('C-JX01', 'evidence.keep', forged)).code).toBe('unknown-evidence')
    await w.arrives('C-JX01', 'e1', BYTES)
    await w.do('C-JX01', 'evidence.keep', forged, 'fetch:e1')
    expect(w.db.raw('SELECT size FROM evidence')).toEqual([{ size: 5 }])
    expect(count(w.db, "journal WHERE type = 'evidence.kept'")).toBe(1)
  })

  it('that is too large tells its sender, and is offered no more', async () => {
    const { w, first } = await universityWithGoals()
    await w.sends('C-JX01', 'big', '大.zip')
    await w.do(
      'C-JX01',
      'evidence.keep',
      { id: 'big', sha256: 'f'.repeat(64), size: 50_000_000 },
      'fetch:big',
    )
    expect(w.db.raw("SELECT person, view FROM outbox WHERE key = 'send:evidence-refused:big'")).toEqual([
      { person: 'C-JX01', view: 'evidence-received' },
    ])
    expect(await w.read('C-JX01', 'evidence-received', { id: 'big' })).toContain(
      '有 47.7 MB，超过 30 MB，没有保存',
    )
    expect(count(w.db, 'evidence')).toBe(0)
    const refused = await w.report('C-JX01', first, { evidence: ['big'] })
    expect(refusalOf(refused).code).toBe('refused-evidence')
    await journalEqualsState(w.db)
  })

  it('that turns out too large after its report is said to be missing there', async () => {
    const { w, first } = await universityWithGoals()
    await w.sends('C-JX01', 'big', '大.zip')
    await w.report('C-JX01', first, { evidence: ['big'] })
    await w.do(
      'C-JX01',
      'evidence.keep',
      { id: 'big', sha256: 'f'.repeat(64), size: 50_000_000 },
      'fetch:big',
    )
    expect(await w.read('C-JX01', 'progress-reported', { goal: first })).toContain('有 1 份材料没有保存成功')
    await journalEqualsState(w.db)
  })

  it('comes twenty files in a row, and all go into one report', async () => {
    const { w, first } = await universityWithGoals()
    const ids = Array.from({ length: 20 }, (_, n) => `e${n}`)
    for (const id of ids) await w.sends('C-JX01', id)
    await Promise.all(ids.map((id) => w.arrives('C-JX01', id, new TextEncoder().encode(id))))
    const text = await w.read('C-JX01', 'progress-understood', { text: '1 60% 初稿' })
    expect(text).toContain('20. 图片 3月2日 09:00（20）')
    shownAfter(await w.report('C-JX01', first, { evidence: ids }))
    expect(count(w.db, `evidence WHERE goal = '${first}' AND state = 'kept'`)).toBe(20)
    expect(await w.read('C-JX01', 'progress-reported', { goal: first })).toContain('取回材料20')
    await journalEqualsState(w.db)
  })
})
