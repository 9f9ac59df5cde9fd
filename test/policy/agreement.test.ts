import { describe, expect, it } from 'vitest'
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'
import { policy } from '../../src/policy/chapter.ts'
import { agreementForm, chooseAgreementCommand } from '../../src/policy/choose-agreement.ts'
import { confirmPolicyCommand, openYearCommand } from '../../src/policy/commands.ts'
import { getCurrentYear } from '../../src/policy/queries.ts'
import { evolveYear, markOfPolicy, UNOPENED } from '../../src/policy/rules/year.ts'
import { act, campus, codeOf, foldAndState, viewer } from './campus.ts'

async function confirmedCampus() {
  const db = campus()
  await act(db, openYearCommand, 'OF1', { year: 2026 })
  const seen = markOfPolicy(await getCurrentYear(db))
  await act(db, confirmPolicyCommand, 'CH', { year: 2026, seen, notice: '校发〔2026〕1号' })
  return db
}

const averaged = agreementForm.payload({ way: 'averaged' }, { year: 2026 })

describe('where the agreed scores come from', () => {
  it('rulebook 5: is chosen by the office, and asks for the chair’s confirmation again', async () => {
    const db = await confirmedCampus()
    expect(codeOf(await act(db, chooseAgreementCommand, 'CH', averaged))).toBe('refused: office-only')
    expect(codeOf(await act(db, chooseAgreementCommand, 'OF1', averaged))).toBe('agreement-chosen')
    const year = await getCurrentYear(db)
    expect([year.policy.agreement, year.notice]).toEqual(['averaged', null])
    expect(codeOf(await act(db, chooseAgreementCommand, 'OF1', averaged))).toBe(
      'refused: unchanged-agreement',
    )
    const { fold, state } = await foldAndState(db, 'year:2026', evolveYear, UNOPENED)
    expect(fold).toEqual(state)
  })

  it('Article 21: stands from the first deliberation on, so that all units are scored in one way', async () => {
    const db = await confirmedCampus()
    const insert = (status: string) =>
      db.exec(
        `INSERT OR REPLACE INTO score (year, unit, assessment, status, final, answer)
         VALUES (2026, 'JX01', 'assessment:2026:JX01', '${status}', NULL, NULL)`,
      )
    insert('deliberation')
    expect(codeOf(await act(db, chooseAgreementCommand, 'OF1', averaged))).toBe(
      'refused: begun-deliberations',
    )
    const view = policy.views.find((one) => one.name === 'policy')
    expect(JSON.stringify(await view?.render(db, {}, viewer('OF1')))).not.toContain('保存得分方式')
  })

  it('is said on the policy card, with the form for the office only', async () => {
    const db = await confirmedCampus()
    await act(db, chooseAgreementCommand, 'OF1', averaged)
    const view = policy.views.find((one) => one.name === 'policy')
    for (const person of ['OF1', 'CH']) {
      const message = await view?.render(db, {}, viewer(person))
      if (message?.kind !== 'card') throw new Error('no card')
      expect(validateCard(renderCard(message.card))).toEqual([])
      const text = JSON.stringify(message.card)
      expect(text).toContain('以平均分为基础，由成员确认')
      expect(text.includes('保存得分方式')).toBe(person === 'OF1')
    }
  })
})
