import { describe, expect, it } from 'vitest'
import { findAssessment, listScores } from '../../src/assessment/queries.ts'
import { evolveAssessment, OPEN } from '../../src/assessment/rules/assessment.ts'
import { listJournal } from '../../src/store/journal.ts'
import {
  AT,
  act,
  assessmentTime,
  clean,
  deliberate,
  graded,
  noticed,
  putYear,
  see,
  standard,
} from './world.ts'

const JX = { year: 2026, unit: 'JX01' }
const XZ = { year: 2026, unit: 'XZ01' }
const K = { XZ01: { key: 1_0500, special: 1_0000, routine: 9800 } }
const WG = ['WG1', 'WG2', 'WG3'] as const
const AG = ['AG1', 'AG2', 'AG3'] as const

describe('the deliberation', () => {
  it('Article 23: decides the score of a teaching unit, and feeds every deduction back at once', async () => {
    const db = assessmentTime()
    await deliberate(db, 'JX01', WG, standard)
    await act(db, 'WG1', 'deliberation.propose', { ...JX, round: 0, marks: [], seal: true })
    expect(await act(db, 'WG2', 'deliberation.agree', { ...JX, round: 1 })).toMatchObject({
      done: { code: 'proposal-agreed', waiting: 1 },
    })
    expect(await act(db, 'WG3', 'deliberation.agree', { ...JX, round: 1 })).toMatchObject({
      done: { code: 'assessment-decided' },
    })
    expect(await listScores(db, 2026)).toEqual([
      {
        year: 2026,
        unit: 'JX01',
        assessment: 'assessment:2026:JX01',
        status: 'decided',
        final: 89_05,
        answer: 'unanswered',
      },
    ])
    expect(noticed(db).filter((one) => !one.endsWith(' deliberation'))).toEqual([
      'C-JX01 feedback',
      'H-JX01 feedback',
      'LD1 feedback',
      'OF1 score-decided',
    ])
    const card = await see(db, 'C-JX01', 'feedback', JX)
    for (const words of ['89.05', '第2项不足', '按期完成', '确认收到不等于认可'])
      expect(card).toContain(words)
  })

  it('Article 24: decides the score of a graded unit with its coefficients', async () => {
    const db = assessmentTime({ coefficients: K })
    await deliberate(db, 'XZ01', AG, graded())
    await act(db, 'AG1', 'deliberation.propose', { ...XZ, round: 0, marks: [], seal: true })
    await act(db, 'AG2', 'deliberation.agree', { ...XZ, round: 1 })
    await act(db, 'AG3', 'deliberation.agree', { ...XZ, round: 1 })
    expect((await listScores(db, 2026))[0]).toMatchObject({ status: 'decided', final: 89_09 })
  })

  it('Article 24: without a coefficient the decision stands and the final score is missing, until the notice comes', async () => {
    const db = assessmentTime()
    await deliberate(db, 'XZ01', AG, graded())
    await act(db, 'AG1', 'deliberation.propose', { ...XZ, round: 0, marks: [], seal: true })
    await act(db, 'AG2', 'deliberation.agree', { ...XZ, round: 1 })
    await act(db, 'AG3', 'deliberation.agree', { ...XZ, round: 1 })
    expect((await listScores(db, 2026))[0]).toMatchObject({ status: 'decided', final: null })
    expect(await see(db, 'OF1', 'score-decided', XZ)).toContain('权重系数')
    putYear(db, { coefficients: K })
    expect((await listScores(db, 2026))[0]).toMatchObject({ final: 89_09 })
  })

  it('Article 22: the proposal is put only when every goal on which the sheets differ is settled', async () => {
    const db = assessmentTime()
    for (const member of WG) {
      const marks =
        member === 'WG2' ? standard : clean('JX01').with(0, { goal: 1, deductions: '8 第1项不足' })
      await act(db, member, 'sheet.fill', { ...JX, marks, seal: true })
    }
    await act(db, 'WG1', 'deliberation.open', JX)
    const some = { ...JX, round: 0, marks: standard.slice(1, 3), seal: true }
    expect(await act(db, 'WG1', 'deliberation.propose', some)).toMatchObject({
      done: { code: 'proposal-saved', missing: [4, 5, 6] },
    })
    const rest = { ...JX, round: 0, marks: standard.slice(3), seal: true }
    expect(await act(db, 'WG1', 'deliberation.propose', rest)).toMatchObject({
      done: { code: 'proposal-made' },
    })
  })

  it('Article 22: an objection, in words, asks for another proposal, and both are kept', async () => {
    const db = assessmentTime()
    await deliberate(db, 'JX01', WG, standard)
    await act(db, 'WG1', 'deliberation.propose', { ...JX, round: 0, marks: [], seal: true })
    await act(db, 'WG2', 'deliberation.agree', { ...JX, round: 1 })
    expect(await act(db, 'WG3', 'deliberation.object', { ...JX, round: 1, words: ' ' })).toMatchObject({
      refusal: { code: 'missing-words' },
    })
    await act(db, 'WG3', 'deliberation.object', { ...JX, round: 1, words: '目标1扣分过重' })
    expect(await act(db, 'WG3', 'deliberation.agree', { ...JX, round: 1 })).toMatchObject({
      refusal: { code: 'objected-proposal', by: '第一工作组 成员乙' },
    })
    const again = { ...JX, round: 1, marks: [{ goal: 1, deductions: '4 第1项不足' }], seal: true }
    await act(db, 'WG1', 'deliberation.propose', again)
    expect(await act(db, 'WG2', 'deliberation.agree', { ...JX, round: 1 })).toMatchObject({
      refusal: { code: 'stale-proposal' },
      show: { name: 'deliberation' },
    })
    await act(db, 'WG2', 'deliberation.agree', { ...JX, round: 2 })
    await act(db, 'WG3', 'deliberation.agree', { ...JX, round: 2 })
    const state = await findAssessment(db, 2026, 'JX01')
    expect(state).toMatchObject({
      status: 'decided',
      rounds: [{ objections: [{ words: '目标1扣分过重' }] }, {}],
    })
    expect(await see(db, 'WG2', 'deliberation', JX)).toContain('目标1扣分过重')
  })

  it('Article 22: is not decided before the quorum, and only by those who are present', async () => {
    const db = assessmentTime()
    await act(db, 'WG1', 'sheet.fill', { ...JX, marks: standard, seal: true })
    await act(db, 'WG2', 'sheet.fill', { ...JX, marks: standard, seal: true })
    await act(db, 'WG1', 'sheet.excuse', { ...JX, member: 'WG3', reason: '出差' })
    await act(db, 'WG1', 'deliberation.open', JX)
    await act(db, 'WG1', 'deliberation.propose', { ...JX, round: 0, marks: [], seal: true })
    expect(await act(db, 'WG3', 'deliberation.agree', { ...JX, round: 1 })).toMatchObject({
      refusal: { code: 'absent-member' },
    })
    expect((await findAssessment(db, 2026, 'JX01')).status).toBe('deliberating')
    await act(db, 'WG2', 'deliberation.agree', { ...JX, round: 1 })
    expect((await findAssessment(db, 2026, 'JX01')).status).toBe('decided')
  })

  it('Article 22: a member who lost the seat has no word, and is not waited for', async () => {
    const db = assessmentTime()
    await deliberate(db, 'JX01', WG, standard)
    await act(db, 'WG1', 'deliberation.propose', { ...JX, round: 0, marks: [], seal: true })
    db.exec(`UPDATE role_held SET to_on = '2026-11-30' WHERE person = 'WG3'`)
    expect(await act(db, 'WG3', 'deliberation.agree', { ...JX, round: 1 })).toMatchObject({
      refusal: { code: 'outside-panel' },
    })
    expect(await act(db, 'WG2', 'deliberation.agree', { ...JX, round: 1 })).toMatchObject({
      done: { code: 'assessment-decided' },
    })
  })

  it('Article 22: where nobody is left to agree, the convenor proposes again and those who are there decide', async () => {
    const db = assessmentTime()
    await deliberate(db, 'JX01', WG, standard)
    await act(db, 'WG1', 'deliberation.propose', { ...JX, round: 0, marks: [], seal: true })
    await act(db, 'WG2', 'deliberation.agree', { ...JX, round: 1 })
    expect(await see(db, 'WG1', 'deliberation', JX)).not.toContain('到会成员有变动')
    db.exec(`UPDATE role_held SET to_on = '2026-11-30' WHERE person = 'WG3'`)
    const card = await see(db, 'WG1', 'deliberation', JX)
    expect(card).toContain('到会成员有变动')
    expect(card).toContain('修改意见')
    await act(db, 'WG1', 'deliberation.propose', { ...JX, round: 1, marks: [], seal: true })
    expect(await act(db, 'WG2', 'deliberation.agree', { ...JX, round: 2 })).toMatchObject({
      done: { code: 'assessment-decided' },
    })
  })

  it('Article 22: only the convenor opens and proposes', async () => {
    const db = assessmentTime()
    for (const member of WG) await act(db, member, 'sheet.fill', { ...JX, marks: standard, seal: true })
    expect(await act(db, 'WG2', 'deliberation.open', JX)).toMatchObject({
      refusal: { code: 'convenor-only' },
    })
    const propose = { ...JX, round: 0, marks: [], seal: true }
    expect(await act(db, 'WG2', 'deliberation.propose', propose)).toMatchObject({
      refusal: { code: 'convenor-only' },
    })
    expect(await act(db, 'WG1', 'deliberation.propose', propose)).toMatchObject({
      refusal: { code: 'unopened-deliberation' },
    })
  })

  it('counts two members who agree at the same time, and decides once', async () => {
    const db = assessmentTime()
    await deliberate(db, 'JX01', WG, standard)
    await act(db, 'WG1', 'deliberation.propose', { ...JX, round: 0, marks: [], seal: true })
    const outcomes = await Promise.all(
      ['WG2', 'WG3', 'WG2'].map((member) => act(db, member, 'deliberation.agree', { ...JX, round: 1 })),
    )
    expect(outcomes.filter((one) => one.ok)).toHaveLength(2)
    const decided = db.raw(`SELECT count(*) AS n FROM journal WHERE type = 'assessment.decided'`)
    expect(decided).toEqual([{ n: 1 }])
  })

  it('says who decided and when to one who comes late', async () => {
    const db = assessmentTime()
    await deliberate(db, 'JX01', WG, standard)
    await act(db, 'WG1', 'deliberation.propose', { ...JX, round: 0, marks: [], seal: true })
    for (const member of ['WG2', 'WG3']) await act(db, member, 'deliberation.agree', { ...JX, round: 1 })
    expect(await act(db, 'WG2', 'deliberation.object', { ...JX, round: 1, words: '太迟' })).toMatchObject({
      refusal: { code: 'already-decided', at: AT },
      show: { name: 'deliberation' },
    })
  })

  it('keeps a journal that folds into the state', async () => {
    const db = assessmentTime()
    await deliberate(db, 'JX01', WG, standard)
    await act(db, 'WG1', 'deliberation.propose', { ...JX, round: 0, marks: [], seal: true })
    await act(db, 'WG2', 'deliberation.object', { ...JX, round: 1, words: '过重' })
    await act(db, 'WG1', 'deliberation.propose', { ...JX, round: 1, marks: [], seal: true })
    for (const member of ['WG2', 'WG3']) await act(db, member, 'deliberation.agree', { ...JX, round: 2 })
    await act(db, 'C-JX01', 'feedback.receive', JX)
    const journal = await listJournal(db, 'assessment:2026:JX01')
    const folded = journal.reduce((state, entry) => evolveAssessment(state, JSON.parse(entry.body)), OPEN)
    expect(folded).toEqual(await findAssessment(db, 2026, 'JX01'))
  })
})
