import { describe, expect, it } from 'vitest'
import { quorumOf } from '../../src/assessment/rules/panel.ts'
import { AT, act, assessmentTime, clean, deliberate, graded, noticed, putYear, see } from './world.ts'

const at = { year: 2026, unit: 'JX01' }

describe('a member’s sheet', () => {
  it('Article 22: is for the assessors of the unit’s own group only', async () => {
    const db = assessmentTime()
    for (const stranger of ['AG1', 'OF1', 'C-JX02', 'CH']) {
      const outcome = await act(db, stranger, 'sheet.fill', { ...at, marks: clean('JX01'), seal: true })
      expect(outcome).toMatchObject({ ok: false, refusal: { code: 'outside-panel' } })
    }
  })

  it('Article 22: a member of the own unit and the leader in charge are barred', async () => {
    const db = assessmentTime()
    db.exec(`UPDATE person SET unit = 'JX01' WHERE id = 'WG2'`)
    db.exec(
      `INSERT INTO role_held (person, role, scope, from_on) VALUES ('LD1', 'working-member', 'WG', '2026-01-01')`,
    )
    const send = (person: string) =>
      act(db, person, 'sheet.fill', { ...at, marks: clean('JX01'), seal: true })
    expect(await send('WG2')).toMatchObject({ refusal: { code: 'recused-member', bar: 'own-unit' } })
    expect(await send('LD1')).toMatchObject({ refusal: { code: 'recused-member', bar: 'leader-in-charge' } })
    expect(await see(db, 'WG2', 'deliberation', at)).toContain('回避')
  })

  it('Article 22: nobody scores outside the phase of assessment', async () => {
    const db = assessmentTime()
    putYear(db, {}, 'results')
    const outcome = await act(db, 'WG1', 'sheet.fill', { ...at, marks: clean('JX01'), seal: false })
    expect(outcome).toMatchObject({ refusal: { code: 'closed-phase', phase: 'results' } })
  })

  it('is kept page by page, and refused with every goal that has no score yet', async () => {
    const db = assessmentTime()
    const page = clean('JX01').slice(0, 4)
    const kept = await act(db, 'WG1', 'sheet.fill', { ...at, marks: page, seal: true })
    expect(kept).toMatchObject({ ok: true, done: { code: 'page-saved', goals: [5, 6] } })
    expect(await act(db, 'WG1', 'sheet.send', at)).toMatchObject({
      ok: false,
      refusal: { code: 'incomplete-sheet', goals: [5, 6] },
    })
    const rest = await act(db, 'WG1', 'sheet.fill', { ...at, marks: clean('JX01').slice(4), seal: true })
    expect(rest).toMatchObject({ ok: true, done: { code: 'sheet-sent' } })
  })

  it('Article 23: every faulty line is named, and nothing of the page is kept', async () => {
    const db = assessmentTime()
    const marks = [
      { goal: 1, deductions: '迟报' },
      { goal: 2, deductions: '2 迟报' },
    ]
    const outcome = await act(db, 'WG1', 'sheet.fill', { ...at, marks, seal: false })
    expect(outcome).toMatchObject({ refusal: { code: 'faulty-marks', faults: [{ goal: 1, line: 1 }] } })
    expect(db.raw(`SELECT count(*) AS n FROM journal`)).toEqual([{ n: 0 }])
  })

  it('Article 22: can be changed until the deliberation opens, and not after', async () => {
    const db = assessmentTime()
    await act(db, 'WG1', 'sheet.fill', { ...at, marks: clean('JX01'), seal: true })
    const change = { ...at, marks: [{ goal: 1, deductions: '2 迟报' }], seal: false }
    expect(await act(db, 'WG1', 'sheet.fill', change)).toMatchObject({ done: { code: 'sheet-changed' } })
    for (const member of ['WG2', 'WG3']) {
      await act(db, member, 'sheet.fill', { ...at, marks: clean('JX01'), seal: true })
    }
    await act(db, 'WG1', 'deliberation.open', at)
    expect(await act(db, 'WG2', 'sheet.fill', change)).toEqual({
      ok: false,
      refusal: { code: 'opened-deliberation', by: '第一工作组 组长', at: AT },
      show: { name: 'deliberation', params: at },
    })
  })

  it('Article 22: is seen by nobody else before the deliberation', async () => {
    const db = assessmentTime()
    await act(db, 'WG2', 'sheet.fill', {
      ...at,
      marks: [{ goal: 1, deductions: '7.77 秘密理由' }],
      seal: false,
    })
    const mine = { ...at, member: 'WG2', page: 1 }
    expect(await see(db, 'WG2', 'score-sheet', mine)).toContain('秘密理由')
    const others = [
      await see(db, 'WG1', 'score-sheet', mine),
      await see(db, 'WG1', 'score-sheet', { ...mine, member: 'WG1' }),
      await see(db, 'WG1', 'deliberation', at),
      await see(db, 'WG1', 'assess', {}),
      await see(db, 'WG1', 'my-score', {}),
      await see(db, 'WG1', 'proposal-page', { ...at, page: 1 }),
      await see(db, 'C-JX01', 'feedback', at),
      await see(db, 'OF1', 'feedback', at),
    ].join()
    expect(others).not.toContain('秘密理由')
    expect(others).not.toContain('7.77')
  })

  it('Article 24: holds levels and scores under the graded regime, and deductions are refused there', async () => {
    const db = assessmentTime()
    const where = { year: 2026, unit: 'XZ01' }
    const wrong = await act(db, 'AG1', 'sheet.fill', { ...where, marks: clean('XZ01'), seal: true })
    expect(wrong).toMatchObject({ refusal: { code: 'faulty-marks' } })
    const right = await act(db, 'AG1', 'sheet.fill', { ...where, marks: graded(), seal: true })
    expect(right).toMatchObject({ done: { code: 'sheet-sent' } })
  })

  it('tells the convenor with the last sheet, and an excuse counts as one', async () => {
    const db = assessmentTime()
    await act(db, 'WG1', 'sheet.fill', { ...at, marks: clean('JX01'), seal: true })
    await act(db, 'WG2', 'sheet.fill', { ...at, marks: clean('JX01'), seal: true })
    expect(noticed(db)).toEqual([])
    const missing = await act(db, 'WG1', 'deliberation.open', at)
    expect(missing).toMatchObject({ refusal: { code: 'missing-sheets', names: ['第一工作组 成员乙'] } })
    const notHis = await act(db, 'WG2', 'sheet.excuse', { ...at, member: 'WG3', reason: '出差' })
    expect(notHis).toMatchObject({ refusal: { code: 'convenor-only' } })
    await act(db, 'WG1', 'sheet.excuse', { ...at, member: 'WG3', reason: '出差' })
    expect(noticed(db)).toEqual(['WG1 deliberation'])
    expect(await act(db, 'WG1', 'deliberation.open', at)).toMatchObject({ ok: true })
  })

  it('Article 22: no deliberation opens with fewer than two sheets', async () => {
    const db = assessmentTime()
    await act(db, 'WG1', 'sheet.fill', { ...at, marks: clean('JX01'), seal: true })
    for (const member of ['WG2', 'WG3']) {
      await act(db, 'WG1', 'sheet.excuse', { ...at, member, reason: '出差' })
    }
    const outcome = await act(db, 'WG1', 'deliberation.open', at)
    expect(outcome).toMatchObject({ refusal: { code: 'small-attendance', present: 1, quorum: 2 } })
  })

  it('Article 22: a sheet that changes while the deliberation opens is in it as changed, or is refused', async () => {
    const db = assessmentTime()
    for (const member of ['WG1', 'WG2', 'WG3']) {
      await act(db, member, 'sheet.fill', { ...at, marks: clean('JX01'), seal: true })
    }
    const [opened, changed] = await Promise.all([
      act(db, 'WG1', 'deliberation.open', at),
      act(db, 'WG2', 'sheet.fill', { ...at, marks: [{ goal: 1, deductions: '2 迟报' }], seal: false }),
    ])
    expect(opened.ok).toBe(true)
    const [row] = db.raw(
      `SELECT json_array_length(state, '$.sheets.WG2.JX01-1.deductions') AS n FROM subject WHERE id = 'assessment:2026:JX01'`,
    ) as { n: number }[]
    expect(row?.n).toBe(changed.ok ? 1 : 0)
  })

  it('is refused for a unit without goals in force', async () => {
    const db = assessmentTime()
    db.exec(`DELETE FROM goal WHERE unit = 'JX01'`)
    expect(await deliberate(db, 'JX01', ['WG1', 'WG2'], [])).toMatchObject({
      refusal: { code: 'absent-goals' },
    })
  })

  it('Article 22: the quorum is half of those who may score, and never fewer than two', () => {
    const quorum = (n: number) =>
      quorumOf({
        group: 'WG',
        name: '',
        assessors: Array.from({ length: n }, (_, i) => ({ id: `${i}`, name: '' })),
        convenors: [],
        recused: [],
      })
    expect([1, 2, 3, 4, 5, 8].map(quorum)).toEqual([2, 2, 2, 2, 3, 4])
  })
})
