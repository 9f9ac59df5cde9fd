import { describe, expect, it } from 'vitest'
import { code, decidedTime, does, JX, sees } from './appeal-world.ts'

describe('the feedback card', () => {
  it('Article 22: stands against the unit’s last year, by that year’s policy, where there is one', async () => {
    const db = await decidedTime()
    expect(await sees(db, 'C-JX01', 'feedback', JX)).not.toContain('2025年度得分')
    db.exec(
      `INSERT INTO subject (id, version, hash, state) SELECT 'assessment:2025:JX01', 1, '', replace(state, '"points":2000', '"points":3500') FROM subject WHERE id = 'assessment:2026:JX01'`,
    )
    expect(await sees(db, 'C-JX01', 'feedback', JX)).not.toContain('2025年度得分')
    db.exec(
      `INSERT INTO subject (id, version, hash, state) SELECT 'year:2025', 1, '', replace(state, '2026', '2025') FROM subject WHERE id = 'year:2026'`,
    )
    // Key: (2 × 92 + 65) / 3 = 83; 25 % of it + 15 % of 95 + 60 % of 88 = 87.80.
    expect(await sees(db, 'C-JX01', 'feedback', JX)).toContain(
      '2025年度得分87.80（重点83.00，专项95.00，常规88.00）',
    )
  })

  it('Article 22: is private: contact, head, leader in charge, office and chair see it, and nobody else', async () => {
    const db = await decidedTime()
    for (const person of ['C-JX01', 'H-JX01', 'LD1', 'OF1', 'CH'])
      expect(await sees(db, person, 'feedback', JX), person).toContain('89.05')
    for (const person of ['C-JX02', 'LD2', 'WG2', 'AG1', 'LM1', 'GA-energy'])
      for (const view of ['feedback', 'score-record'])
        expect(await sees(db, person, view, JX), person).not.toContain('89.05')
  })

  it('offers both answers to the unit’s contact and head alone, and says that confirming is not agreeing', async () => {
    const db = await decidedTime()
    for (const person of ['C-JX01', 'H-JX01']) {
      const card = await sees(db, person, 'feedback', JX)
      for (const words of ['确认收到不等于认可', '"feedback.receive"', '"appeal-pick"'])
        expect(card).toContain(words)
    }
    for (const person of ['LD1', 'OF1', 'CH'])
      expect(await sees(db, person, 'feedback', JX), person).not.toMatch(/"feedback\.receive"|"appeal-pick"/)
  })

  it('a late confirmation is kept beside the silence', async () => {
    const db = await decidedTime()
    await does(db, 'clock', 'feedback.lapse', JX, { on: '2026-12-09' })
    expect(code(await does(db, 'C-JX01', 'feedback.receive', JX, { on: '2026-12-10' }))).toBe(
      'feedback-received',
    )
    const record = await sees(db, 'OF1', 'score-record', JX, { on: '2026-12-11' })
    for (const words of ['到期未答复', '药学院 联络员于12月10日']) expect(record).toContain(words)
  })
})
