import { describe, expect, it } from 'vitest'
import { AT, act, assessmentTime, deliberate, standard } from './world.ts'

const JX = { year: 2026, unit: 'JX01' }
const WG = ['WG1', 'WG2', 'WG3'] as const

describe('a card that has become old', () => {
  it('takes no proposal that was written before another was made, and says who made it', async () => {
    const db = assessmentTime()
    await deliberate(db, 'JX01', WG, standard)
    const first = { ...JX, round: 0, marks: [], seal: true }
    await act(db, 'WG1', 'deliberation.propose', first)
    expect(await act(db, 'WG1', 'deliberation.propose', first)).toEqual({
      ok: false,
      refusal: { code: 'stale-proposal', by: '第一工作组 组长', at: AT },
      show: { name: 'deliberation', params: JX },
    })
  })

  it('counts an agreement once, and says when it was given', async () => {
    const db = assessmentTime()
    await deliberate(db, 'JX01', WG, standard)
    await act(db, 'WG1', 'deliberation.propose', { ...JX, round: 0, marks: [], seal: true })
    const agree = { ...JX, round: 1 }
    await act(db, 'WG2', 'deliberation.agree', agree)
    for (const member of ['WG1', 'WG2']) {
      expect(await act(db, member, 'deliberation.agree', agree)).toMatchObject({
        refusal: { code: 'already-agreed', at: AT },
      })
    }
  })

  it('opens no deliberation twice', async () => {
    const db = assessmentTime()
    await deliberate(db, 'JX01', WG, standard)
    expect(await act(db, 'WG1', 'deliberation.open', JX)).toMatchObject({
      refusal: { code: 'opened-deliberation', by: '第一工作组 组长', at: AT },
    })
    expect(await act(db, 'WG1', 'sheet.excuse', { ...JX, member: 'WG2', reason: '出差' })).toMatchObject({
      refusal: { code: 'opened-deliberation' },
    })
  })
})
