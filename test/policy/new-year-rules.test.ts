import { describe, expect, it } from 'vitest'
import { beginYear, carriedPolicy, type LastYear, markOfCarried } from '../../src/policy/rules/new-year.ts'
import { REGULATION_DEFAULTS } from '../../src/policy/rules/policy.ts'
import { evolveYear, UNOPENED, type YearState } from '../../src/policy/rules/year.ts'

const office = {
  ...{ id: 'OF1', name: '王办', title: '', unit: null, leads: [] },
  roles: [{ role: 'office' as const, scope: '' }],
}
const coefficients = { key: 10_500, special: 10_000, routine: 9_800 }
const last: LastYear = {
  year: 2026,
  phase: 'closed',
  policy: {
    ...REGULATION_DEFAULTS,
    specialLimit: 4,
    pay: { excellentUp: 2000, qualifiedUp: 500, unqualifiedDown: 1000, base: 100_000 },
  },
  coefficients: { XZ01: coefficients, GONE: coefficients },
  appeals: 0,
  answers: 0,
  graded: ['XZ01', 'XZ02'],
}
const begin = (more: Partial<LastYear> = {}, year = 2027, by = office, state: YearState = UNOPENED) => {
  const from = { ...last, ...more }
  return beginYear(state, { year, seen: markOfCarried(from) }, by, from)
}

describe('a new year starts from the last one (rulebook 2)', () => {
  it('with its policy, but for what only the notice says; and unconfirmed', () => {
    const decision = begin()
    if (!('events' in decision)) throw new Error('refused')
    const state = decision.events.reduce<YearState>(evolveYear, UNOPENED)
    expect(state).toMatchObject({
      ...{ status: 'open', year: 2027, phase: 'setting', notice: null },
      policy: { specialLimit: 4, pay: REGULATION_DEFAULTS.pay },
    })
    expect(carriedPolicy(last.policy)).toEqual({ ...last.policy, pay: REGULATION_DEFAULTS.pay })
  })

  it('Article 24: coefficients come over as a suggestion, in force for nobody, and only of units that still need some', () => {
    const decision = begin()
    if (!('events' in decision)) throw new Error('refused')
    expect(decision.events.at(-1)).toEqual({
      ...{ type: 'coefficients.suggested', coefficients: { XZ01: coefficients } },
    })
    expect(decision.events.reduce<YearState>(evolveYear, UNOPENED)).toMatchObject({
      ...{ coefficients: {}, suggested: { XZ01: coefficients } },
    })
    expect(begin({ coefficients: {} })).toMatchObject({ events: [{ type: 'year.opened' }] })
  })

  it('is begun by the office alone, once, and only as the year after the last', () => {
    expect(begin({}, 2027, { ...office, roles: [] })).toEqual({ refusal: { code: 'office-only' } })
    expect(begin({}, 2028)).toEqual({ refusal: { code: 'other-year', year: 2027 } })
    const opened = evolveYear(UNOPENED, { type: 'year.opened', year: 2027, policy: REGULATION_DEFAULTS })
    expect(begin({}, 2027, office, opened)).toEqual({ refusal: { code: 'begun-year', year: 2027 } })
    expect(beginYear(UNOPENED, { year: 2027, seen: '' }, office, undefined)).toEqual({
      refusal: { code: 'first-year' },
    })
  })

  it('waits until nobody waits for an answer of the old year; all that hinders is named at once', () => {
    expect(begin({ phase: 'results', appeals: 2, answers: 1 })).toEqual({
      refusal: {
        ...{ code: 'hindered-year', year: 2026 },
        hindrances: [
          { what: 'phase', phase: 'results' },
          { what: 'appeals', count: 2 },
          { what: 'answers', count: 1 },
        ],
      },
    })
  })

  it('is not begun by a preview that is no longer so', () => {
    const seen = markOfCarried({ ...last, graded: ['XZ01'] })
    const changed = { ...last, policy: { ...last.policy, specialLimit: 5 } }
    expect(beginYear(UNOPENED, { year: 2027, seen }, office, changed)).toEqual({
      refusal: { code: 'stale-preview' },
    })
  })
})
