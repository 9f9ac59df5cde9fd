import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { examineHealth } from '../../src/organization/health/rules/examine.ts'
import type { SchoolFacts } from '../../src/organization/health/rules/facts.ts'
import { type Finding, type FindingCode, WEIGHT } from '../../src/organization/health/rules/finding.ts'
import { sayFinding } from '../../src/organization/health/wording.ts'
import { healthySchool, reseated, seat, withPerson } from './health-world.ts'

const units = (change: (id: string) => object): SchoolFacts => {
  const school = healthySchool()
  return { ...school, units: school.units.map((unit) => ({ ...unit, ...change(unit.id) })) }
}
const groups = (change: (id: string) => object): SchoolFacts => {
  const school = healthySchool()
  return { ...school, groups: school.groups.map((group) => ({ ...group, ...change(group.id) })) }
}

/** What is wrong, and what must be found for it: all of it, nothing else. */
const CASES: readonly (readonly [
  sentence: string,
  school: SchoolFacts,
  found: readonly Partial<Finding>[],
])[] = [
  ['Article 4: no chair', reseated(({ role }) => role === 'chair'), [{ code: 'missing-chair' }]],
  [
    'two chairs',
    reseated(() => false, seat('H1', 'chair', '')),
    [{ code: 'several-chairs', names: ['CH的姓名', 'H1的姓名'] }],
  ],
  ['one person alone in the office', reseated(({ person }) => person === 'OF2'), [{ code: 'single-office' }]],
  [
    'Article 13: a unit without a leader in charge',
    units((id) => (id === 'JX01' ? { leader: null } : {})),
    [{ code: 'missing-leader', unit: 'JX01' }],
  ],
  [
    'a leader in charge who is head of the unit',
    units((id) => (id === 'JX01' ? { leader: 'H1' } : {})),
    [{ code: 'own-leader', unit: 'JX01' }],
  ],
  [
    'Article 6: a unit without a head',
    reseated(({ person }) => person === 'H1'),
    [{ code: 'missing-head', unit: 'JX01' }],
  ],
  [
    'a unit without a contact',
    reseated(({ person }) => person === 'C2'),
    [{ code: 'missing-contact', unit: 'XZ01' }],
  ],
  [
    'two heads',
    reseated(() => false, seat('H3', 'head', 'JX01')),
    [{ code: 'several-heads', names: ['H1的姓名', 'H3的姓名'] }],
  ],
  [
    'two contacts',
    reseated(() => false, seat('C3', 'contact', 'JX01')),
    [{ code: 'several-contacts', unit: 'JX01' }],
  ],
  [
    'Article 5: a college without a working group',
    groups((id) => (id === 'W1' ? { units: [] } : {})),
    [
      { code: 'missing-group', kind: 'working', units: [{ unit: 'JX01', name: '药学院' }] },
      { code: 'idle-group', group: 'W1' },
    ],
  ],
  [
    'Article 20: an office without an inspection team',
    groups((id) => (id === 'I1' ? { units: [] } : {})),
    [
      { code: 'missing-group', kind: 'inspection', units: [{ unit: 'XZ01', name: '教务处' }] },
      { code: 'idle-group' },
    ],
  ],
  [
    'Article 22: an office without an assessment group',
    groups((id) => (id === 'A1' ? { units: [] } : {})),
    [{ code: 'missing-group', kind: 'assessment' }, { code: 'idle-group' }],
  ],
  [
    'a group without a convenor',
    reseated(({ role }) => role === 'working-convenor', seat('W3', 'working-member', 'W1')),
    [{ code: 'missing-convenor', group: 'W1' }],
  ],
  [
    'Article 22: one assessor alone',
    reseated(({ person }) => person === 'A2'),
    [{ code: 'small-group', group: 'A1', members: 1 }],
  ],
  [
    'a member who must give way on the own unit',
    reseated(() => false, seat('H2', 'assessment-member', 'A1')),
    [{ code: 'own-unit', person: 'H2', unit: '教务处' }],
  ],
  [
    'too few, once the own unit’s people give way',
    reseated(({ person }) => person === 'A2', seat('H2', 'assessment-member', 'A1')),
    [
      { code: 'small-group', members: 1 },
      { code: 'own-unit', person: 'H2' },
    ],
  ],
  [
    'Article 31: an area that nobody reports on',
    reseated(({ role }) => role === 'lead-unit'),
    [{ code: 'missing-reporter', area: 'integrity' }],
  ],
  [
    'a holder whom no message reaches',
    withPerson('C1', { reachable: false }),
    [{ code: 'unreachable-holders', people: [{ person: 'C1', name: 'C1的姓名' }] }],
  ],
  [
    'a leader in charge whom no message reaches',
    withPerson('LD1', { reachable: false }),
    [{ code: 'unreachable-holders', people: [{ person: 'LD1', name: 'LD1的姓名' }] }],
  ],
  [
    'a leader in charge who has left',
    withPerson('LD1', { ended: true }),
    [{ code: 'missing-leader' }, { code: 'missing-leader' }],
  ],
  [
    'open work of one who has left',
    { ...withPerson('X', { ended: true }), leftOpen: [{ person: 'X', count: 3 }] },
    [{ code: 'left-open', person: 'X', count: 3 }],
  ],
  ['a contact of another unit', withPerson('C1', { unit: 'XZ01' }), [{ code: 'other-unit', person: 'C1' }]],
  [
    'a role that ends soon, with nobody after it',
    reseated(({ person }) => person === 'C1', seat('C1', 'contact', 'JX01', { to: '2026-03-16' })),
    [{ code: 'ending-role', person: 'C1', to: '2026-03-16' }],
  ],
  [
    'a role that ends later',
    reseated(({ person }) => person === 'C1', seat('C1', 'contact', 'JX01', { to: '2026-03-17' })),
    [],
  ],
  [
    'a role that ends soon, with a successor',
    reseated(
      ({ person }) => person === 'C1',
      seat('C1', 'contact', 'JX01', { to: '2026-03-16' }),
      seat('C3', 'contact', 'JX01', { from: '2026-03-17' }),
    ),
    [],
  ],
  [
    'a delegate who has left',
    {
      ...withPerson('D', { ended: true }),
      delegations: [{ principal: 'CH', delegate: 'D', to: '2026-03-05' }],
    },
    [{ code: 'departed-delegate', person: 'D', principal: 'CH' }],
  ],
]

describe('体检', () => {
  it('of a healthy school finds nothing', () => {
    expect(examineHealth(healthySchool())).toEqual([])
  })

  it.each(CASES)('finds %s, and nothing else', (_sentence, school, found) => {
    const codes = examineHealth(school)
    expect(codes).toHaveLength(found.length)
    expect(codes).toEqual(found.map((one) => expect.objectContaining(one)))
  })

  it('every kind of finding has a case', () => {
    const tried = new Set(CASES.flatMap(([, , found]) => found.map(({ code }) => code)))
    expect((Object.keys(WEIGHT) as FindingCode[]).filter((code) => !tried.has(code))).toEqual([])
  })

  it('every finding has a sentence and a button of at most eight characters', () => {
    for (const finding of CASES.flatMap(([, school]) => examineHealth(school))) {
      const { text, button } = sayFinding(finding)
      expect(text).toMatch(/。$/)
      expect(text).not.toMatch(/undefined|null|NaN/)
      expect([...button].length).toBeLessThanOrEqual(8)
    }
  })

  it('what stops the year comes before what harms it, before what is only to be known', async () => {
    const order = ['stops', 'harms', 'note']
    const seats = healthySchool().seats
    await fc.assert(
      fc.property(fc.subarray([...seats]), fc.subarray([...seats]), (kept, added) => {
        const school = healthySchool({
          seats: [...kept, ...added.map((one) => ({ ...one, person: `${one.person}2` }))],
        })
        const weights = examineHealth(school).map(({ code }) => order.indexOf(WEIGHT[code]))
        expect(weights).toEqual(weights.toSorted((left, right) => left - right))
      }),
    )
  })
})
