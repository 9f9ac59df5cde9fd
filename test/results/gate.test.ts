import { describe, expect, it } from 'vitest'
import {
  evolveGate,
  failNamed,
  type GateEvent,
  passRest,
  reportGate,
  type Said,
  UNREPORTED,
} from '../../src/results/rules/gate.ts'
import type { Phase } from '../../src/store/schema/policy.ts'

const AT = '2026-12-01T00:00:00.000Z'
const area = { key: 'ethics', name: '师德师风评价', leadUnit: '宣传部' }
const units = new Map([
  ['JX01', '药学院'],
  ['JX02', '护理学院'],
])
const lead = {
  id: 'GA',
  name: '宣传部 联络员',
  title: '',
  unit: null,
  roles: [{ role: 'lead-unit', scope: 'ethics' }],
  leads: [],
} as const
const otherLead = { ...lead, roles: [{ role: 'lead-unit', scope: 'energy' }] } as const
const signed = { by: 'GA', name: '宣传部 联络员', at: AT } as const
const facts = { area, phase: 'results' as Phase, units }

const pass = (unit: string): Said => ({ unit, verdict: 'pass', reason: '' })
const fail = (unit: string, reason: string): Said => ({ unit, verdict: 'fail', reason })
const report = (verdicts: readonly Said[], state = UNREPORTED, by = lead as typeof lead | typeof otherLead) =>
  reportGate(state, { year: 2026, verdicts }, by, AT, facts)
const stateAfter = (...events: GateEvent[]) => events.reduce(evolveGate, UNREPORTED)
const reported = (...verdicts: Said[]): GateEvent => ({
  type: 'gate.reported',
  year: 2026,
  area: 'ethics',
  verdicts: verdicts.flatMap((one) => (one.verdict === null ? [] : [{ ...one, verdict: one.verdict }])),
  signed,
})

describe('a gate report', () => {
  it('Article 31: is the lead unit’s, and no other’s', () => {
    expect(report([pass('JX01')])).toEqual({ events: [reported(pass('JX01'))] })
    expect(report([pass('JX01')], UNREPORTED, otherLead)).toEqual({
      refusal: { code: 'not-lead-unit', area: '师德师风评价', leadUnit: '宣传部' },
    })
  })

  it('Article 27: a fail needs a reason; all that lack one are named at once', () => {
    expect(report([fail('JX01', ' '), fail('JX02', '')])).toEqual({
      refusal: { code: 'missing-reasons', units: ['药学院', '护理学院'] },
    })
  })

  it('asks about a reason without a verdict instead of dropping it', () => {
    expect(report([{ unit: 'JX01', verdict: null, reason: '师德投诉' }])).toEqual({
      refusal: { code: 'missing-verdicts', units: ['药学院'] },
    })
  })

  it('leaves a unit that was not answered without an answer: silence is no pass', () => {
    expect(stateAfter(reported(pass('JX01'))).verdicts).not.toHaveProperty('JX02')
    expect(report([])).toEqual({ refusal: { code: 'empty-report' } })
  })

  it('refuses units that do not take part', () => {
    expect(report([pass('ZZ')])).toEqual({ refusal: { code: 'unknown-units', units: ['ZZ'] } })
  })

  it('may be corrected, and only what changed is recorded', () => {
    const state = stateAfter(reported(pass('JX01'), pass('JX02')))
    expect(report([fail('JX01', '师德投诉属实'), pass('JX02')], state)).toEqual({
      events: [reported(fail('JX01', '师德投诉属实'))],
    })
    expect(report([pass('JX01')], state)).toEqual({ refusal: { code: 'unchanged-report' } })
  })

  it('Article 27: a fail is taken back with a reason of its own only', () => {
    const state = stateAfter(reported(fail('JX01', '师德投诉属实')))
    const back = (reason: string) => report([{ unit: 'JX01', verdict: 'pass', reason }], state)
    expect(back('')).toEqual({ refusal: { code: 'unreasoned-changes', units: ['药学院'] } })
    expect(back('师德投诉属实')).toEqual({ refusal: { code: 'unreasoned-changes', units: ['药学院'] } })
    expect(back('复核后投诉不实')).toHaveProperty('events')
  })

  it('fails units by name, each with its reason, and nobody where a line is wrong', () => {
    const named = (text: string) => failNamed(UNREPORTED, { year: 2026, text }, lead, AT, facts)
    expect(named('药学院 师德投诉属实')).toEqual({ events: [reported(fail('JX01', '师德投诉属实'))] })
    expect(named('药学院 师德投诉属实\n护理学院')).toMatchObject({ refusal: { code: 'faulty-lines' } })
    expect(named('')).toEqual({ refusal: { code: 'empty-report' } })
    expect(failNamed(UNREPORTED, { year: 2026, text: '谁' }, otherLead, AT, facts)).toMatchObject({
      refusal: { code: 'not-lead-unit' },
    })
  })

  it('is closed by the ratification of the results', () => {
    const state = stateAfter(reported(pass('JX01')), { type: 'gate.closed', signed })
    expect(report([fail('JX01', '晚了')], state)).toEqual({ refusal: { code: 'closed-gate', signed } })
  })

  it('is taken in the phases assessment and results only', () => {
    const inPhase = (phase: Phase) =>
      reportGate(UNREPORTED, { year: 2026, verdicts: [pass('JX01')] }, lead, AT, { ...facts, phase })
    expect(inPhase('assessment')).toHaveProperty('events')
    expect(inPhase('execution')).toEqual({ refusal: { code: 'early-gate', phase: 'execution' } })
    expect(inPhase('closed')).toEqual({ refusal: { code: 'early-gate', phase: 'closed' } })
  })
})

describe('passing the rest', () => {
  it('passes the units seen that have no answer yet, and leaves a fail that came meanwhile', () => {
    const state = stateAfter(reported(fail('JX01', '师德投诉属实')))
    expect(passRest(state, { year: 2026, units: ['JX01', 'JX02'] }, lead, AT, facts)).toEqual({
      events: [reported(pass('JX02'))],
    })
    expect(passRest(state, { year: 2026, units: ['JX01'] }, lead, AT, facts)).toEqual({
      refusal: { code: 'empty-report' },
    })
  })
})
