import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { REGULATION_DEFAULTS } from '../../src/policy/rules/policy.ts'
import {
  isAnyIn,
  PHASE_ORDER,
  phaseFor,
  type ReopeningFacts,
  type ReopeningWish,
  reclosePhase,
  reopenPhase,
  UNIT_PHASES,
} from '../../src/policy/rules/reopening.ts'
import { evolveYear, UNOPENED, type YearEvent, type YearState } from '../../src/policy/rules/year.ts'
import type { Phase } from '../../src/store/schema/policy.ts'

const AT = '2026-05-06T01:00:00.000Z'
const TODAY = '2026-05-06'
const holding = (role: 'office' | 'head') => ({
  ...{ id: role, name: role === 'office' ? '王办' : '李院长', title: '', unit: null, leads: [] },
  roles: [{ role, scope: role === 'head' ? 'JX01' : '' }],
})
const office = holding('office')
const late: ReopeningFacts = {
  unit: { name: '药学院', active: 1 },
  planInForce: false,
  assessment: 'none',
  ratified: false,
}
const wish: ReopeningWish = { unit: 'JX01', phase: 'setting', reason: '新设单位', until: null }

const opened: YearEvent = { type: 'year.opened', year: 2026, policy: REGULATION_DEFAULTS }
const after = (...events: YearEvent[]): YearState => [opened, ...events].reduce(evolveYear, UNOPENED)
const inPhase = (phase: Phase, ...more: YearEvent[]) => {
  const state = after({ type: 'phase.entered', phase }, ...more)
  if (state.status !== 'open') throw new Error('not open')
  return state
}
const reopen = (
  phase: Phase,
  more: Partial<ReopeningWish> = {},
  facts: Partial<ReopeningFacts> = {},
  by = office,
) =>
  reopenPhase(inPhase(phase), { ...wish, ...more }, by, {
    facts: { ...late, ...facts },
    at: AT,
    today: TODAY,
  })
const reopenedSetting: YearEvent = {
  type: 'phase.reopened',
  ...wish,
  signed: { by: 'office', name: '王办', at: AT },
}

describe('a phase that is over, opened for one unit (rulebook 2)', () => {
  it('is opened by the office alone, with the reason, and counts for that unit only', () => {
    expect(reopen('execution')).toEqual({ events: [reopenedSetting] })
    expect(reopen('execution', {}, {}, holding('head'))).toEqual({ refusal: { code: 'office-only' } })
    const state = inPhase('execution', reopenedSetting)
    expect(phaseFor(state, 'JX01')).toBe('setting')
    expect(phaseFor(state, 'JX02')).toBe('execution')
    expect(isAnyIn(state, 'setting')).toBe(true)
    expect(isAnyIn(inPhase('execution'), 'setting')).toBe(false)
  })

  it('cannot be opened before it was on, while it is on, or for a year that is over', () => {
    expect(reopen('setting')).toEqual({
      refusal: { code: 'unpassed-phase', phase: 'setting', now: 'setting' },
    })
    expect(reopen('execution', { phase: 'assessment' })).toEqual({
      refusal: { code: 'unpassed-phase', phase: 'assessment', now: 'execution' },
    })
    expect(reopen('closed')).toEqual({ refusal: { code: 'frozen-year' } })
  })

  it('cannot be opened once the results are ratified', () => {
    expect(reopen('results', { phase: 'assessment' }, { ratified: true })).toEqual({
      refusal: { code: 'frozen-year' },
    })
  })

  it('Article 17: setting is not opened where the plan is in force, because then an adjustment changes it', () => {
    expect(reopen('execution', {}, { planInForce: true })).toEqual({
      refusal: { code: 'settled-plan', unit: '药学院' },
    })
  })

  it('nothing before the assessment is opened once a sheet was sent, and no assessment once its score is decided', () => {
    for (const phase of ['setting', 'execution'] as const) {
      expect(reopen('results', { phase }, { assessment: 'begun' })).toEqual({
        refusal: { code: 'begun-assessment', unit: '药学院', phase },
      })
    }
    expect(reopen('results', { phase: 'assessment' }, { assessment: 'begun' })).toMatchObject({
      events: [{ phase: 'assessment' }],
    })
    expect(reopen('results', { phase: 'assessment' }, { assessment: 'decided' })).toEqual({
      refusal: { code: 'decided-assessment', unit: '药学院' },
    })
  })

  it('has one reopening a unit at a time; whoever comes second learns who was first', () => {
    const state = inPhase('assessment', reopenedSetting)
    const facts = { facts: late, at: AT, today: TODAY } as const
    expect(reopenPhase(state, { ...wish, phase: 'execution' }, office, facts)).toEqual({
      refusal: {
        code: 'reopened-unit',
        unit: '药学院',
        phase: 'setting',
        signed: reopenedSetting.type === 'phase.reopened' ? reopenedSetting.signed : null,
      },
    })
  })

  it('takes a day to be done by within half a year from today', () => {
    const wrong = { refusal: { code: 'wrong-until', last: '2026-11-02' } }
    expect(reopen('execution', { until: '2026-05-05' })).toEqual(wrong)
    expect(reopen('execution', { until: '2026-11-03' })).toEqual(wrong)
    expect(reopen('execution', { until: TODAY })).toHaveProperty('events')
  })

  it('is not opened for a unit that takes no part', () => {
    expect(reopen('execution', {}, { unit: undefined })).toEqual({ refusal: { code: 'unknown-unit' } })
    expect(reopen('execution', {}, { unit: { name: '药学院', active: 0 } })).toEqual({
      refusal: { code: 'unknown-unit' },
    })
  })

  it('is closed by the office, once; time closes nothing', () => {
    const state = inPhase('execution', { ...reopenedSetting, until: '2026-05-07' } as YearEvent)
    const on = { name: '药学院', at: AT } as const
    const decision = reclosePhase(state, { unit: 'JX01', phase: 'setting' }, office, on)
    expect(decision).toMatchObject({ events: [{ type: 'phase.reclosed', unit: 'JX01' }] })
    if (!('events' in decision)) throw new Error('refused')
    const closed = decision.events.reduce<YearState>(evolveYear, state)
    if (closed.status !== 'open') throw new Error('not open')
    expect(phaseFor(closed, 'JX01')).toBe('execution')
    expect(reclosePhase(closed, { unit: 'JX01', phase: 'setting' }, office, on)).toEqual({
      refusal: { code: 'reclosed-unit', unit: '药学院' },
    })
  })

  it('stays open while the year moves on, and ends where the year itself comes back to it, or is closed', () => {
    const enter = (phase: Phase): YearEvent => ({ type: 'phase.entered', phase })
    const phaseAfter = (...events: YearEvent[]) => phaseFor(inPhase('execution', ...events), 'JX01')
    expect(phaseAfter(reopenedSetting, enter('assessment'))).toBe('setting')
    expect(phaseAfter(reopenedSetting, enter('setting'), enter('execution'))).toBe('execution')
    expect(phaseAfter(reopenedSetting, enter('closed'))).toBe('closed')
  })

  it('whatever happens, a unit is never in a later phase than the year, and in no closed year in another', () => {
    const aStep = fc.oneof(
      fc.record({ type: fc.constant('phase.entered' as const), phase: fc.constantFrom(...PHASE_ORDER) }),
      fc.record({
        type: fc.constant('phase.reopened' as const),
        unit: fc.constantFrom('JX01', 'JX02'),
        phase: fc.constantFrom(...UNIT_PHASES),
      }),
      fc.record({
        type: fc.constant('phase.reclosed' as const),
        unit: fc.constantFrom('JX01', 'JX02'),
        phase: fc.constantFrom(...UNIT_PHASES),
      }),
    )
    void fc.assert(
      fc.property(fc.array(aStep, { maxLength: 30 }), (steps) => {
        let state = after()
        for (const step of steps) {
          if (state.status !== 'open') throw new Error('not open')
          const decision =
            step.type === 'phase.entered'
              ? { events: [step] }
              : step.type === 'phase.reopened'
                ? reopenPhase(state, { ...wish, ...step }, office, { facts: late, at: AT, today: TODAY })
                : reclosePhase(state, step, office, { name: '', at: AT })
          if ('events' in decision) state = decision.events.reduce<YearState>(evolveYear, state)
          if (state.status !== 'open') throw new Error('not open')
          for (const unit of ['JX01', 'JX02', 'XZ01']) {
            const own = phaseFor(state, unit)
            expect(PHASE_ORDER.indexOf(own)).toBeLessThanOrEqual(PHASE_ORDER.indexOf(state.phase))
            if (state.phase === 'closed') expect(own).toBe('closed')
          }
        }
      }),
    )
  })
})
