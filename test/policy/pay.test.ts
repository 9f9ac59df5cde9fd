import { describe, expect, it } from 'vitest'
import { policy } from '../../src/policy/chapter.ts'
import { choosePayCommand, payForm } from '../../src/policy/choose-pay.ts'
import { confirmPolicyCommand, openYearCommand } from '../../src/policy/commands.ts'
import { getCurrentYear } from '../../src/policy/queries.ts'
import { evolveYear, markOfPolicy, UNOPENED } from '../../src/policy/rules/year.ts'
import { act, campus, codeOf, foldAndState, viewer } from './campus.ts'

const FORM = { excellentUp: 12_50, qualifiedUp: 3_00, unqualifiedDown: 15_00 }
const chosen = payForm.payload(FORM, { year: 2026 })

async function openedCampus() {
  const db = campus()
  await act(db, openYearCommand, 'OF1', { year: 2026 })
  return db
}

describe('the ratios of performance pay', () => {
  it('Article 26: are the office’s to enter, unknown until it does, and confirmed by the chair again', async () => {
    const db = await openedCampus()
    expect((await getCurrentYear(db)).policy.pay).toEqual({
      ...{ excellentUp: null, qualifiedUp: null, unqualifiedDown: null, base: null },
    })
    const seen = markOfPolicy(await getCurrentYear(db))
    await act(db, confirmPolicyCommand, 'CH', { year: 2026, notice: '校发1号', seen })
    expect(codeOf(await act(db, choosePayCommand, 'CH', chosen))).toBe('refused: office-only')
    expect(codeOf(await act(db, choosePayCommand, 'OF1', chosen))).toBe('pay-chosen')
    expect(codeOf(await act(db, choosePayCommand, 'OF1', chosen))).toBe('refused: unchanged-pay')
    expect(await getCurrentYear(db)).toMatchObject({ notice: null, policy: { pay: { ...FORM, base: null } } })
    const view = policy.views.find((one) => one.name === 'policy')
    const shown = JSON.stringify(await view?.render(db, { year: 2026 }, viewer('CH')))
    expect(shown).toContain('优秀增12.5%、合格增3%、不合格减15%；基数由办公室在表中填写')
    const { fold, state } = await foldAndState(db, 'year:2026', evolveYear, UNOPENED)
    expect(fold).toEqual(state)
  })

  it('stand once the results are ratified', async () => {
    const db = await openedCampus()
    db.exec(
      "INSERT INTO result (year, unit, name, cohort, final, grade, rank, announced) VALUES (2026, 'JX01', '药学院', 'standard', 9000, 'qualified', 1, 0)",
    )
    expect(codeOf(await act(db, choosePayCommand, 'OF1', chosen))).toBe('refused: frozen-year')
  })

  it('a year that was opened before pay was known to the policy can still be confirmed', async () => {
    const db = await openedCampus()
    db.exec("UPDATE subject SET state = json_remove(state, '$.policy.pay') WHERE id = 'year:2026'")
    const seen = markOfPolicy(await getCurrentYear(db))
    const confirmed = await act(db, confirmPolicyCommand, 'CH', { year: 2026, notice: '校发1号', seen })
    expect(codeOf(confirmed)).toBe('policy-confirmed')
  })
})
