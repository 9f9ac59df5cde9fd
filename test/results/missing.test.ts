import { describe, expect, it } from 'vitest'
import { REGULATION_DEFAULTS } from '../../src/policy/rules/policy.ts'
import { missingAfter, type UnitStanding, whatIsMissing } from '../../src/results/rules/missing.ts'

const [integrity, security] = REGULATION_DEFAULTS.gateAreas
const policy = { gateAreas: [integrity, security].flatMap((area) => area ?? []) }
const standing = (unit: string, more: Partial<UnitStanding> = {}): UnitStanding => ({
  unit,
  name: `单位${unit}`,
  cohort: 'standard',
  final: 90_00,
  stage: 'decided',
  appealed: false,
  appeal: null,
  gates: { integrity: 'pass', security: 'fail' },
  ...more,
})
const coefficients = { g: { key: 10_000, special: 10_000, routine: 10_000 } }
const complete = {
  policy,
  policyConfirmed: true,
  coefficients,
  units: [standing('s'), standing('g', { cohort: 'graded' })],
  quotaDecided: true,
}

describe('the gate to publication', () => {
  it('opens when nothing is missing; a failed gate is an answer', () => {
    expect(whatIsMissing(complete)).toEqual([])
  })

  it('lists everything that is missing at once', () => {
    const facts = {
      ...complete,
      policyConfirmed: false,
      coefficients: {},
      units: [
        standing('s', { final: null, stage: 'sheets', gates: { integrity: 'pass' } }),
        standing('g', { cohort: 'graded', appealed: true, appeal: 2, gates: {} }),
      ],
      quotaDecided: false,
    }
    expect(whatIsMissing(facts)).toEqual([
      { what: 'policy' },
      { what: 'coefficient', unit: 'g', name: '单位g' },
      { what: 'score', unit: 's', name: '单位s', stage: 'sheets' },
      {
        what: 'gate',
        area: { key: 'integrity', name: '党风廉政建设' },
        leadUnit: '纪检监察审计处',
        units: ['单位g'],
      },
      {
        what: 'gate',
        area: { key: 'security', name: '维护稳定社会治安综合治理' },
        leadUnit: '保卫处',
        units: ['单位s', '单位g'],
      },
      { what: 'appeal', unit: 'g', name: '单位g', number: 2 },
      { what: 'quota' },
    ])
  })

  it('after the ratification only scores and appeals of the graded units hold anything up', () => {
    const missing = whatIsMissing({
      ...complete,
      policyConfirmed: false,
      units: [standing('s', { appealed: true }), standing('new', { final: null, appealed: true, gates: {} })],
    })
    expect(missingAfter(missing, new Set(['s']))).toEqual([
      { what: 'appeal', unit: 's', name: '单位s', number: null },
    ])
  })

  it('Article 24: asks a coefficient of no unit under the standard regime', () => {
    expect(whatIsMissing({ ...complete, units: [standing('s')], coefficients: {} })).toEqual([])
  })
})
