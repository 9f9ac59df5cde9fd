import { describe, expect, it } from 'vitest'
import { confirmPolicy, markOfPolicy } from '../../src/policy/rules/confirm.ts'
import { REGULATION_DEFAULTS } from '../../src/policy/rules/policy.ts'
import { setCoefficients } from '../../src/policy/rules/set-coefficients.ts'
import {
  enterPhase,
  evolveYear,
  openYear,
  UNOPENED,
  type YearEvent,
  type YearState,
} from '../../src/policy/rules/year.ts'
import type { Role } from '../../src/store/schema/organization.ts'

const AT = '2026-03-01T00:00:00.000Z'
const holding = (role: Role, name: string) => ({
  id: role,
  name,
  title: '',
  unit: null,
  roles: [{ role, scope: '' }],
  leads: [],
})
const office = holding('office', '办公室')
const chair = holding('chair', '组长')
const opened: YearEvent = { type: 'year.opened', year: 2026, policy: REGULATION_DEFAULTS }
const stateAfter = (...events: YearEvent[]): YearState => events.reduce(evolveYear, UNOPENED)
const graded = {
  unit: { name: '教务处', kind: 'administrative', active: 1 },
  scored: false,
  ratified: false,
} as const
const coefficients = { key: 10_500, special: 10_000, routine: 9_800 }
const confirmed = (notice: string): YearEvent => ({
  type: 'policy.confirmed',
  notice,
  signed: { by: 'chair', name: '组长', at: AT },
})
const mark = (state: YearState): string => (state.status === 'open' ? markOfPolicy(state) : '')

describe('the year', () => {
  it('is opened by the office only, once, and after the last one is closed', () => {
    const command = { year: 2026, policy: REGULATION_DEFAULTS }
    expect(openYear(UNOPENED, command, chair, undefined)).toEqual({ refusal: { code: 'office-only' } })
    expect(openYear(UNOPENED, command, office, undefined)).toEqual({ events: [opened] })
    expect(openYear(stateAfter(opened), command, office, undefined)).toEqual({
      refusal: { code: 'opened-year' },
    })
    expect(openYear(UNOPENED, command, office, { year: 2025, phase: 'results' })).toEqual({
      refusal: { code: 'unclosed-year', year: 2025 },
    })
    expect(openYear(UNOPENED, command, office, { year: 2027, phase: 'closed' })).toEqual({
      refusal: { code: 'earlier-year', year: 2027 },
    })
  })

  it('moves between phases by the office, and a phase may be entered again', () => {
    const state = stateAfter(opened, { type: 'phase.entered', phase: 'execution' })
    expect(enterPhase(state, { phase: 'setting', from: 'execution' }, office, false)).toEqual({
      events: [{ type: 'phase.entered', phase: 'setting' }],
    })
    expect(enterPhase(state, { phase: 'setting', from: 'execution' }, chair, false)).toEqual({
      refusal: { code: 'office-only' },
    })
    expect(enterPhase(state, { phase: 'execution', from: 'setting' }, office, false)).toEqual({
      refusal: { code: 'same-phase', phase: 'execution' },
    })
  })

  it('does not move by a card that showed another phase', () => {
    const state = stateAfter(opened, { type: 'phase.entered', phase: 'assessment' })
    expect(enterPhase(state, { phase: 'execution', from: 'setting' }, office, false)).toEqual({
      refusal: { code: 'stale-phase', phase: 'assessment' },
    })
  })

  it('is frozen once results are announced: it can only be closed, and only then', () => {
    const state = stateAfter(opened, { type: 'phase.entered', phase: 'results' })
    expect(enterPhase(state, { phase: 'setting', from: 'results' }, office, true)).toEqual({
      refusal: { code: 'frozen-year' },
    })
    expect(enterPhase(state, { phase: 'closed', from: 'results' }, office, false)).toEqual({
      refusal: { code: 'unannounced-results' },
    })
    expect(enterPhase(state, { phase: 'closed', from: 'results' }, office, true)).toEqual({
      events: [{ type: 'phase.entered', phase: 'closed' }],
    })
  })
})

describe('coefficients', () => {
  const command = { unit: 'XZ01', coefficients }

  it('Article 24: are set by the office for units of the graded regime only', () => {
    const state = stateAfter(opened)
    expect(setCoefficients(state, command, office, graded)).toEqual({
      events: [{ type: 'coefficients.set', ...command }],
    })
    expect(setCoefficients(state, command, chair, graded)).toEqual({ refusal: { code: 'office-only' } })
    const teaching = { ...graded, unit: { name: '药学院', kind: 'teaching', active: 1 } } as const
    expect(setCoefficients(state, command, office, teaching)).toEqual({
      refusal: { code: 'ungraded-unit', unit: '药学院' },
    })
  })

  it('Article 24: stay as they are once the score that rests on them is decided', () => {
    const state = stateAfter(opened)
    expect(setCoefficients(state, command, office, { ...graded, scored: true })).toEqual({
      refusal: { code: 'scored-unit', unit: '教务处' },
    })
    expect(setCoefficients(state, command, office, { ...graded, ratified: true })).toEqual({
      refusal: { code: 'frozen-year' },
    })
  })

  it('ask for a new confirmation when they change, and for none when they do not', () => {
    const set: YearEvent = { type: 'coefficients.set', unit: 'XZ01', coefficients }
    const state = stateAfter(opened, confirmed('校发1号'), set)
    expect(state).toMatchObject({ notice: null })
    expect(state).not.toHaveProperty('confirmed')
    expect(setCoefficients(state, command, office, graded)).toEqual({
      refusal: { code: 'unchanged-coefficients' },
    })
  })
})

describe('the confirmation of the policy', () => {
  it('is the chair’s, with the notice’s number', () => {
    const state = stateAfter(opened)
    const command = { notice: '校发1号', seen: mark(state) }
    expect(confirmPolicy(state, command, office, AT)).toEqual({ refusal: { code: 'chair-only' } })
    expect(confirmPolicy(state, command, chair, AT)).toEqual({ events: [confirmed('校发1号')] })
  })

  it('is refused where the policy is no longer the one that the card showed', () => {
    const seen = mark(stateAfter(opened))
    const state = stateAfter(opened, { type: 'coefficients.set', unit: 'XZ01', coefficients })
    expect(confirmPolicy(state, { notice: '校发1号', seen }, chair, AT)).toEqual({
      refusal: { code: 'stale-policy' },
    })
  })

  it('says who confirmed and when, the second time', () => {
    const state = stateAfter(opened, confirmed('校发1号'))
    expect(confirmPolicy(state, { notice: '校发2号', seen: mark(state) }, chair, AT)).toEqual({
      refusal: {
        code: 'confirmed-policy',
        notice: '校发1号',
        signed: { by: 'chair', name: '组长', at: AT },
      },
    })
  })
})
