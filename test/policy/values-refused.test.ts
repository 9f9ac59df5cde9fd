import { describe, expect, it } from 'vitest'
import { getCurrentYear } from '../../src/policy/queries.ts'
import type { ChosenValues } from '../../src/policy/rules/policy.ts'
import { markOfValues } from '../../src/policy/rules/values.ts'
import { chooses, confirmedCampus } from './campus.ts'

describe('two of the office', () => {
  it('change the same value at once: one is done, the other sees the present card', async () => {
    const db = await confirmedCampus()
    const codes = await Promise.all([
      chooses(db, 'OF1', 'setting', { specialLimit: 4 }),
      chooses(db, 'OF2', 'setting', { specialLimit: 5 }),
    ])
    expect(codes.toSorted()).toEqual(['refused: stale-values', 'values-chosen'])
    expect((await getCurrentYear(db)).edition).toBe(2)
  })

  it('change different subjects at once: both are done', async () => {
    const db = await confirmedCampus()
    const codes = await Promise.all([
      chooses(db, 'OF1', 'setting', { specialLimit: 4 }),
      chooses(db, 'OF2', 'execution', { silentDays: 45 }),
    ])
    expect(codes).toEqual(['values-chosen', 'values-chosen'])
    expect((await getCurrentYear(db)).edition).toBe(3)
  })

  it('no form undoes what another changed meanwhile', async () => {
    const db = await confirmedCampus()
    const seen = markOfValues((await getCurrentYear(db)).policy, 'grading')
    await chooses(db, 'OF2', 'grading', { bands: 'integer' })
    expect(await chooses(db, 'OF1', 'grading', { quotaRounding: 'ceil' }, seen)).toBe('refused: stale-values')
  })
})

describe('values that contradict each other', () => {
  it.each<[string, ChosenValues]>([
    ['setting', { ratios: { key: 25, special: 15, routine: 61 } }],
    ['execution', { orangeAt: 30 }],
    ['execution', { digestHour: 18 }],
    ['execution', { escalateAfter: { head: 8, office: 7, leader: 14 } }],
    ['scoring', { levels: { first: 70_00, second: 70_00 } }],
    ['scoring', { cap: 90_00 }],
    ['grading', { qualifiedFrom: 95_00 }],
  ])('are refused, whichever form they came by: %s %j', async (subject, values) => {
    const db = await confirmedCampus()
    // 92 points for excellent, so that a cap of 90 leaves nobody excellent.
    await chooses(db, 'OF1', 'grading', { excellentFrom: 92_00 })
    expect(await chooses(db, 'OF1', subject as 'pay', values)).toBe('refused: contradicting-values')
  })

  it.each([
    { missingType: 'half' },
    { cap: 89_99 },
    { cap: 999_01 },
    { rounding: 3 },
    { adjustUntil: '02-29' },
    { adjustUntil: '13-01' },
    { remindDaysBefore: [] },
    { evidenceKinds: ['program'] },
    { ratification: { mode: 'quorum', agree: 0 } },
    { gateAreas: [] },
    { unheardOf: 1 },
  ])('no value is taken that the policy does not know: %j', async (values) => {
    const db = await confirmedCampus()
    await expect(chooses(db, 'OF1', 'scoring', values as never)).rejects.toThrow()
    expect((await getCurrentYear(db)).notice).toBe('校发〔2026〕1号')
  })
})
