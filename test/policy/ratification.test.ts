import { describe, expect, it } from 'vitest'
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'
import { policy } from '../../src/policy/chapter.ts'
import { chooseRatificationCommand, ratificationForm } from '../../src/policy/choose-ratification.ts'
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

const byQuorum = ratificationForm.payload({ mode: 'quorum', agree: 4 }, { year: 2026 })

describe('the mode of ratification', () => {
  it('Article 16: is chosen by the office, and asks for the chair’s confirmation again', async () => {
    const db = await confirmedCampus()
    expect(codeOf(await act(db, chooseRatificationCommand, 'CH', byQuorum))).toBe('refused: office-only')
    expect(codeOf(await act(db, chooseRatificationCommand, 'OF1', byQuorum))).toBe('ratification-chosen')
    const year = await getCurrentYear(db)
    expect(year.policy.ratification).toEqual({ mode: 'quorum', agree: 4 })
    expect(year.notice).toBeNull()
    const { fold, state } = await foldAndState(db, 'year:2026', evolveYear, UNOPENED)
    expect(fold).toEqual(state)
  })

  it('is not chosen twice', async () => {
    const db = await confirmedCampus()
    await act(db, chooseRatificationCommand, 'OF1', byQuorum)
    expect(codeOf(await act(db, chooseRatificationCommand, 'OF1', byQuorum))).toBe(
      'refused: unchanged-ratification',
    )
    const majority = ratificationForm.payload({ mode: 'quorum' }, { year: 2026 })
    expect(codeOf(await act(db, chooseRatificationCommand, 'OF1', majority))).toBe('ratification-chosen')
  })

  it('is said on the policy card, with the form for the office only', async () => {
    const db = await confirmedCampus()
    await act(db, chooseRatificationCommand, 'OF1', byQuorum)
    const view = policy.views.find((one) => one.name === 'policy')
    for (const person of ['OF1', 'CH']) {
      const message = await view?.render(db, {}, viewer(person))
      if (message?.kind !== 'card') throw new Error('no card')
      expect(validateCard(renderCard(message.card))).toEqual([])
      const text = JSON.stringify(message.card)
      expect(text).toContain('领导小组成员表决，4人同意即审定')
      expect(text.includes('保存方式')).toBe(person === 'OF1')
    }
  })
})
