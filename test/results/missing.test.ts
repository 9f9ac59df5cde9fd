import { describe, expect, it } from 'vitest'
import { REGULATION_DEFAULTS } from '../../src/policy/rules/policy.ts'
import { type UnitStanding, whatIsMissing } from '../../src/results/rules/missing.ts'

const [integrity, security] = REGULATION_DEFAULTS.gateAreas
const policy = { gateAreas: [integrity, security].flatMap((area) => area ?? []) }
const standing = (unit: string, more: Partial<UnitStanding> = {}): UnitStanding => ({
  unit,
  name: `单位${unit}`,
  cohort: 'standard',
  final: 90_00,
  appealed: false,
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
        standing('s', { final: null, gates: { integrity: 'pass' } }),
        standing('g', { cohort: 'graded', appealed: true, gates: {} }),
      ],
      quotaDecided: false,
    }
    expect(whatIsMissing(facts)).toEqual([
      { what: 'policy' },
      { what: 'coefficient', unit: '单位g' },
      { what: 'score', unit: '单位s' },
      { what: 'gate', area: '党风廉政建设', leadUnit: '纪检监察审计处', units: ['单位g'] },
      { what: 'gate', area: '维护稳定社会治安综合治理', leadUnit: '保卫处', units: ['单位s', '单位g'] },
      { what: 'appeal', unit: '单位g' },
      { what: 'quota' },
    ])
  })

  it('Article 24: asks a coefficient of no unit under the standard regime', () => {
    expect(whatIsMissing({ ...complete, units: [standing('s')], coefficients: {} })).toEqual([])
  })
})
