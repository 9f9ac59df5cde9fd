import { describe, expect, it } from 'vitest'
import { assessment } from '../../src/assessment/chapter.ts'
import { findSheet } from '../../src/assessment/queries.ts'
import { EMPTY_SHEET, evolveSheet } from '../../src/assessment/rules/sheet.ts'
import { listJournal } from '../../src/store/journal.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { viewerOf } from '../world/viewer.ts'
import { AT, act, assessmentTime, clean, deliberate, standard, TODAY } from './world.ts'

const JX = { year: 2026, unit: 'JX01' }

const waits = async (db: SqliteDatabase, person: string): Promise<string[]> => {
  const list = await assessment.todo(db, viewerOf(person, { at: AT, today: TODAY }))
  return list.map((one) => one.text).filter((text) => text.includes('药学院') || text.includes('反馈'))
}

describe('what waits for whom', () => {
  it('follows the assessment from the sheet to the receipt', async () => {
    const db = assessmentTime()
    expect(await waits(db, 'WG2')).toEqual(['给药学院考核打分'])
    for (const member of ['WG2', 'WG3', 'WG1']) {
      await act(db, member, 'sheet.fill', { ...JX, marks: standard, seal: true })
    }
    expect(await waits(db, 'WG2')).toEqual([])
    expect(await waits(db, 'WG1')).toEqual(['药学院评分表已交齐，待开启合议'])
    await act(db, 'WG1', 'deliberation.open', JX)
    expect(await waits(db, 'WG1')).toEqual(['待提出药学院的合议意见'])
    await act(db, 'WG1', 'deliberation.propose', { ...JX, round: 0, marks: [], seal: true })
    expect(await waits(db, 'WG1')).toEqual([])
    expect(await waits(db, 'WG2')).toEqual(['药学院合议意见待您表态'])
    for (const member of ['WG2', 'WG3']) await act(db, member, 'deliberation.agree', { ...JX, round: 1 })
    expect(await waits(db, 'C-JX01')).toEqual(['考核反馈待确认收到'])
    await act(db, 'H-JX01', 'feedback.receive', JX)
    expect(await waits(db, 'C-JX01')).toEqual([])
  })

  it('Article 22: asks no barred member for a sheet', async () => {
    const db = assessmentTime()
    db.exec(`UPDATE person SET unit = 'JX01' WHERE id = 'WG2'`)
    expect(await waits(db, 'WG2')).toEqual([])
  })

  it('keeps sheets whose journals fold into their states', async () => {
    const db = assessmentTime()
    await act(db, 'WG1', 'sheet.fill', { ...JX, marks: clean('JX01').slice(0, 2), seal: false })
    await deliberate(db, 'JX01', ['WG1', 'WG2', 'WG3'], standard)
    for (const member of ['WG1', 'WG2', 'WG3']) {
      const journal = await listJournal(db, `sheet:2026:JX01:${member}`)
      const folded = journal.reduce((state, entry) => evolveSheet(state, JSON.parse(entry.body)), EMPTY_SHEET)
      expect(folded).toEqual(await findSheet(db, 2026, 'JX01', member))
      expect(folded.status).toBe('closed')
    }
  })
})

describe('the forms', () => {
  const form = (name: string) => {
    const found = assessment.forms.find((one) => one.name === name)
    if (!found) throw new Error(`no form ${name}`)
    return found
  }

  it('Article 23: a page saved with empty inputs says that nothing is deducted on its goals', () => {
    const params = { ...JX, asking: 'standard', goals: [1, 2], seal: false }
    expect(form('sheet').payload({ deductions_1: '2 迟报' }, params)).toEqual({
      ...JX,
      seal: false,
      account: null,
      findings: [],
      marks: [
        { goal: 1, deductions: '2 迟报' },
        { goal: 2, deductions: '' },
      ],
    })
  })

  it('Article 24: a graded page brings level, score in hundredths, and reason', () => {
    const params = { year: 2026, unit: 'XZ01', asking: 'graded', goals: [1, 2], seal: true }
    expect(form('sheet').payload({ level_1: '2', score_1: 80, reason_1: '延期' }, params)).toMatchObject({
      marks: [
        { goal: 1, level: 2, score: 80_00, reason: '延期' },
        { goal: 2, level: null, score: null, reason: '' },
      ],
    })
  })

  it('ask what the member has already given, and refuse a stranger', async () => {
    const db = assessmentTime()
    await act(db, 'WG2', 'sheet.fill', { ...JX, marks: standard.slice(0, 1), seal: false })
    const params = { ...JX, asking: 'standard', goals: [1], seal: false }
    const viewer = (person: string) => viewerOf(person, { at: AT, today: TODAY })
    expect(await form('sheet').spec(db, params, viewer('WG2'))).toMatchObject({
      fields: [{ name: 'deductions_1', initial: '8 第1项不足' }],
    })
    expect(await form('sheet').spec(db, params, viewer('AG1'))).toMatchObject({
      refusal: { code: 'outside-panel' },
    })
  })
})
