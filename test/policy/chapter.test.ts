import { describe, expect, it } from 'vitest'
import { renderCard } from '../../src/chat/feishu/render-card.ts'
import { validateCard } from '../../src/chat/feishu/validate-card.ts'
import { policy } from '../../src/policy/chapter.ts'
import { setCoefficientsCommand } from '../../src/policy/coefficients/commands.ts'
import { coefficientsForm } from '../../src/policy/coefficients/forms.ts'
import { confirmPolicyCommand, enterPhaseCommand, openYearCommand } from '../../src/policy/commands.ts'
import { policyConfirmForm } from '../../src/policy/confirm-form.ts'
import { getCurrentYear } from '../../src/policy/queries.ts'
import { markOfPolicy } from '../../src/policy/rules/confirm.ts'
import { evolveYear, UNOPENED } from '../../src/policy/rules/year.ts'
import { act, campus, codeOf, foldAndState, viewer } from './campus.ts'

async function openedCampus() {
  const db = campus()
  await act(db, openYearCommand, 'OF1', { year: 2026 })
  return db
}
const setXz01 = {
  year: 2026,
  unit: 'XZ01',
  coefficients: { key: 10_500, special: 10_000, routine: 9_800 },
}
const enter = (phase: string, from: string) => ({ year: 2026, phase, from })

describe('the policy chapter', () => {
  it('keeps tables and journal equal to the state', async () => {
    const db = await openedCampus()
    await act(db, enterPhaseCommand, 'OF1', enter('execution', 'setting'))
    await act(db, setCoefficientsCommand, 'OF1', setXz01)
    await act(db, setCoefficientsCommand, 'OF1', {
      ...setXz01,
      coefficients: { key: 11_000, special: 10_000, routine: 9_800 },
    })
    expect(db.raw('SELECT year, phase, "current" AS current FROM year')).toEqual([
      { year: 2026, phase: 'execution', current: 1 },
    ])
    expect(db.raw('SELECT * FROM coefficient')).toEqual([
      { year: 2026, unit: 'XZ01', key: 11_000, special: 10_000, routine: 9_800 },
    ])
    const { fold, state } = await foldAndState(db, 'year:2026', evolveYear, UNOPENED)
    expect(fold).toEqual(state)
  })

  it('tells everyone in the scheme once when a phase is entered, but not the one who entered it', async () => {
    const db = await openedCampus()
    const outcome = await act(db, enterPhaseCommand, 'OF1', enter('execution', 'setting'))
    const told = db.raw("SELECT person, count(*) AS n FROM outbox WHERE kind = 'send' GROUP BY person") as {
      person: string
      n: number
    }[]
    expect(told.every((row) => row.n === 1)).toBe(true)
    const people = told.map((row) => row.person)
    expect(people).toEqual(
      expect.arrayContaining(['C-JX01', 'H-XZ02', 'LD1', 'WG2', 'AG3', 'GA-energy', 'CH']),
    )
    expect(people).not.toContain('OF1')
    expect(outcome).toMatchObject({ done: { code: 'phase-entered', told: people.length } })
  })

  it('opens no later year without its preview', async () => {
    const db = await openedCampus()
    expect(codeOf(await act(db, openYearCommand, 'OF1', { year: 2027 }))).toBe('refused: unclosed-year')
    db.exec(
      "INSERT INTO result (year, unit, name, cohort, final, grade, rank, announced) VALUES (2026, 'JX01', '药学院', 'standard', 9000, 'qualified', 1, 1)",
    )
    await act(db, enterPhaseCommand, 'OF1', enter('closed', 'setting'))
    expect(codeOf(await act(db, openYearCommand, 'OF1', { year: 2027 }))).toBe('refused: unpreviewed-year')
  })

  it('lets one of two confirmations at the same time through, and tells the other who was first', async () => {
    const db = await openedCampus()
    const seen = markOfPolicy(await getCurrentYear(db))
    const outcomes = await Promise.all(
      ['校发1号', '校发2号'].map((notice) =>
        act(db, confirmPolicyCommand, 'CH', { year: 2026, notice, seen }),
      ),
    )
    expect(outcomes.map(codeOf).sort()).toEqual(['policy-confirmed', 'refused: confirmed-policy'])
    expect(outcomes.find((one) => !one.ok)).toMatchObject({ show: { name: 'policy' } })
  })

  it('turns the filled forms into commands that are done', async () => {
    const db = await openedCampus()
    const payload = coefficientsForm.payload(
      { unit: 'XZ02', key: 10_000, special: 9_000, routine: 12_345 },
      { year: 2026 },
    )
    expect(codeOf(await act(db, setCoefficientsCommand, 'OF1', payload))).toBe('coefficients-set')
    const seen = markOfPolicy(await getCurrentYear(db))
    const confirmation = policyConfirmForm.payload({ notice: '校发〔2026〕12号' }, { year: 2026, seen })
    expect(codeOf(await act(db, confirmPolicyCommand, 'CH', confirmation))).toBe('policy-confirmed')
  })

  it('offers the coefficient form to the office only, with the graded units', async () => {
    const db = await openedCampus()
    expect(await coefficientsForm.spec(db, { year: 2026 }, viewer('C-XZ01'))).toEqual({
      refusal: { code: 'office-only' },
    })
    expect(await coefficientsForm.spec(db, { year: 2026 }, viewer('OF1'))).toMatchObject({
      fields: [
        {
          choices: [
            { value: 'XZ01', text: '教务处' },
            { value: 'XZ02', text: '科技处' },
          ],
        },
        { name: 'key', decimals: 4 },
        { name: 'special' },
        { name: 'routine' },
      ],
    })
  })

  it('reminds the chair of an unconfirmed policy and the office of missing coefficients', async () => {
    const db = await openedCampus()
    expect(await policy.todo(db, viewer('CH'))).toMatchObject([{ text: '2026年度政策待确认' }])
    expect(await policy.todo(db, viewer('OF1'))).toMatchObject([{ text: '2个单位没有权重系数' }])
    expect(await policy.todo(db, viewer('C-JX01'))).toEqual([])
  })

  it('draws every card for everyone as Feishu takes it, before and after', async () => {
    const db = campus()
    for (const step of ['unopened', 'opened', 'confirmed'] as const) {
      if (step === 'opened') await act(db, openYearCommand, 'OF1', { year: 2026 })
      if (step === 'confirmed') {
        const seen = markOfPolicy(await getCurrentYear(db))
        await act(db, confirmPolicyCommand, 'CH', { year: 2026, notice: '校发1号', seen })
      }
      for (const person of ['OF1', 'CH', 'C-JX01', 'LD1', 'GA-energy', 'WG1']) {
        for (const view of policy.views) {
          const params = {
            ...(view.name === 'phase-notice' && { year: 2026, phase: 'results' }),
            ...(view.name === 'policy-subject' && { subject: 'scoring' }),
          }
          const message = await view.render(db, params, viewer(person))
          expect(message.kind).toBe('card')
          if (message.kind === 'card') expect(validateCard(renderCard(message.card))).toEqual([])
        }
      }
    }
  })

  it('gives the confirmation form to the chair until it is confirmed, and then says by whom and when', async () => {
    const db = await openedCampus()
    const view = policy.views.find((one) => one.name === 'policy')
    const before = JSON.stringify(await view?.render(db, { year: 2026 }, viewer('CH')))
    expect(before).toContain('policy_confirm')
    expect(JSON.stringify(await view?.render(db, { year: 2026 }, viewer('OF1')))).not.toContain(
      'policy_confirm',
    )
    const seen = markOfPolicy(await getCurrentYear(db))
    await act(db, confirmPolicyCommand, 'CH', { year: 2026, notice: '校发1号', seen })
    const after = JSON.stringify(await view?.render(db, { year: 2026 }, viewer('CH')))
    expect(after).not.toContain('policy_confirm')
    expect(after).toContain('领导小组 组长 于 12月1日 10:00 确认')
  })
})
