import { describe, expect, it } from 'vitest'
import { listScores } from '../../src/assessment/queries.ts'
import { AT, act, assessmentTime, deliberate, see, standard } from './world.ts'

const JX = { year: 2026, unit: 'JX01' }
const WG = ['WG1', 'WG2', 'WG3'] as const

describe('the feedback', () => {
  it('Article 22: is confirmed by the unit’s contact or head, once, and by nobody else', async () => {
    const db = assessmentTime()
    expect(await act(db, 'C-JX01', 'feedback.receive', JX)).toMatchObject({
      refusal: { code: 'undecided-assessment' },
    })
    await deliberate(db, 'JX01', WG, standard)
    await act(db, 'WG1', 'deliberation.propose', { ...JX, round: 0, marks: [], seal: true })
    for (const member of ['WG2', 'WG3']) await act(db, member, 'deliberation.agree', { ...JX, round: 1 })
    for (const other of ['LD1', 'C-JX02', 'OF1', 'nobody']) {
      expect(await act(db, other, 'feedback.receive', JX)).toMatchObject({ refusal: { code: 'unit-only' } })
    }
    expect(await act(db, 'H-JX01', 'feedback.receive', JX)).toMatchObject({
      done: { code: 'feedback-received' },
    })
    expect(await act(db, 'C-JX01', 'feedback.receive', JX)).toMatchObject({
      refusal: { code: 'already-received', by: '药学院 负责人', at: AT },
    })
    expect((await listScores(db, 2026))[0]).toMatchObject({ answer: 'received' })
  })

  it('Article 22: is not shown to another unit, nor to someone without a role', async () => {
    const db = assessmentTime()
    await deliberate(db, 'JX01', WG, standard)
    await act(db, 'WG1', 'deliberation.propose', { ...JX, round: 0, marks: [], seal: true })
    for (const member of ['WG2', 'WG3']) await act(db, member, 'deliberation.agree', { ...JX, round: 1 })
    for (const other of ['C-JX02', 'LD2', 'AG1']) {
      expect(await see(db, other, 'feedback', JX)).not.toContain('89.05')
      expect(await see(db, other, 'my-score', {})).not.toContain('89.05')
    }
    expect(await see(db, 'H-JX01', 'my-score', {})).toContain('89.05')
    expect(await see(db, 'LD1', 'my-score', {})).toContain('89.05')
  })
})
