import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stageOf } from '../../src/planning/overview/rules/unit-stage.ts'
import { type PlanStanding, type Wait, whoIsWaitedFor } from '../../src/planning/overview/rules/waited-for.ts'
import type { Drafter, GoalStatus, PlanStatus } from '../../src/store/schema/planning.ts'

const OPENED = '2026-03-01T01:00:00.000Z'
const day = (n: number) => `2026-03-0${n}T02:00:00.000Z` as const

type At = readonly [drafter: Drafter, status: GoalStatus, count: number, since?: `${string}T${string}Z`]

function standing(more: Partial<PlanStanding>, ...goals: readonly At[]): PlanStanding {
  return {
    ...{ kind: 'teaching', leader: 'LD1', group: 'WG', status: 'drafting', sent: [] },
    ...{ quorum: false, answered: [], opened: OPENED },
    goals: goals.map(([drafter, status, count, since]) => ({ drafter, status, count, since: since ?? null })),
    ...more,
  }
}

/** `task by roles since`, short enough for a table. */
const said = ({ task, roles, goals, since }: Wait): string =>
  `${task} ${goals} by ${roles.join('/')} since ${since?.slice(5, 10)}`

const GRADED = { kind: 'administrative' } as const
const BOTH = { sent: ['group', 'unit'] } as const
const OWN = { sent: ['leader', 'unit'] } as const

const TABLE: readonly (readonly [
  what: string,
  plan: Partial<PlanStanding>,
  goals: readonly At[],
  waits: string[],
])[] = [
  [
    'standard: nothing begun',
    {},
    [],
    ['draft 0 by working-convenor/working-member since 03-01', 'draft 0 by head/contact since 03-01'],
  ],
  [
    'standard: the group has drafted, the unit has sent nothing at all',
    { sent: ['unit'] },
    [['group', 'draft', 4]],
    ['send 4 by working-convenor since 03-01'],
  ],
  [
    'standard: one part under review, the other in drafts',
    { status: 'in-review', sent: ['group'] },
    [
      ['group', 'sent', 4, day(2)],
      ['unit', 'draft', 1],
    ],
    ['send 1 by head since 03-01', 'review 4 by leader since 03-02'],
  ],
  [
    'standard: all sent',
    { status: 'in-review', ...BOTH },
    [
      ['group', 'sent', 4, day(3)],
      ['unit', 'sent', 1, day(2)],
    ],
    ['review 5 by leader since 03-02'],
  ],
  [
    'standard: some returned, the rest still under review',
    { status: 'in-review', sent: ['unit'] },
    [
      ['group', 'returned', 2, day(4)],
      ['group', 'passed', 1, day(4)],
      ['unit', 'sent', 1, day(2)],
    ],
    ['revise 2 by working-convenor/working-member since 03-04', 'review 1 by leader since 03-02'],
  ],
  [
    'standard: passed, while the other part is unsent',
    { sent: ['group'] },
    [['group', 'passed', 4, day(4)]],
    ['draft 0 by head/contact since 03-01'],
  ],
  [
    'standard: the returned goal was removed, what passed is to be sent again',
    { sent: ['unit'] },
    [['group', 'passed', 4, day(4)]],
    ['send 0 by working-convenor since 03-01'],
  ],
  [
    'standard: all passed',
    { status: 'in-ratification', ...BOTH },
    [
      ['group', 'passed', 4, day(4)],
      ['unit', 'passed', 1, day(5)],
    ],
    ['ratify 5 by chair since 03-05'],
  ],
  [
    'standard: one returned by the leading group, the others with it',
    { status: 'in-ratification', sent: ['group'] },
    [
      ['group', 'passed', 4, day(4)],
      ['unit', 'returned', 1, day(6)],
    ],
    ['revise 1 by head/contact since 03-06', 'ratify 4 by chair since 03-04'],
  ],
  ['standard: in force', { status: 'in-force', ...BOTH }, [['group', 'in-force', 4, day(6)]], []],
  [
    'standard: no working group',
    { group: null, sent: ['unit'] },
    [],
    ['appoint-group 0 by office since 03-01'],
  ],
  [
    'standard: no leader in charge, so nobody can send or review',
    { leader: null, status: 'in-review', ...BOTH },
    [['group', 'sent', 2, day(2)]],
    ['appoint-leader 0 by office since 03-01'],
  ],
  [
    'graded: nothing begun',
    GRADED,
    [],
    ['draft 0 by leader since 03-01', 'draft 0 by head/contact since 03-01'],
  ],
  [
    'graded: the leader’s own drafts pass by being sent, the unit’s are under review',
    { ...GRADED, ...OWN, status: 'in-review' },
    [
      ['leader', 'passed', 1, day(2)],
      ['unit', 'sent', 3, day(3)],
    ],
    ['review 3 by leader since 03-03'],
  ],
  [
    'graded: the leader’s own goal was returned by the leading group',
    { ...GRADED, status: 'drafting', sent: ['unit'] },
    [
      ['leader', 'returned', 1, day(5)],
      ['unit', 'ratified', 3, day(5)],
    ],
    ['revise 1 by leader since 03-05'],
  ],
  [
    'graded: no leader in charge, who drafts the key goals',
    { ...GRADED, leader: null },
    [['unit', 'draft', 3]],
    ['send 3 by head since 03-01', 'appoint-leader 0 by office since 03-01'],
  ],
  [
    'graded: all passed, ratified by a quorum',
    { ...GRADED, ...OWN, status: 'in-ratification', quorum: true },
    [
      ['leader', 'passed', 1, day(2)],
      ['unit', 'passed', 3, day(3)],
    ],
    ['ratify 4 by chair/leading-member since 03-03'],
  ],
]

describe('who is waited for', () => {
  it.each(TABLE)('Articles 13-16: %s', (_, plan, goals, waits) => {
    const found = whoIsWaitedFor(standing(plan, ...goals)).map(said)
    expect(found.toSorted()).toEqual(waits.toSorted())
  })

  it('Article 14: a part of special goals alone may be sent without any', () => {
    const [group, unit] = whoIsWaitedFor(standing({}))
    expect(group).toMatchObject({ types: ['key', 'routine'], optional: false })
    expect(unit).toMatchObject({ types: ['special'], optional: true })
    expect(whoIsWaitedFor(standing(GRADED)).map((wait) => wait.optional)).toEqual([false, false])
  })

  it('Article 16: in a quorum, names those who have answered', () => {
    const plan = standing({ ...OWN, ...GRADED, status: 'in-ratification', quorum: true, answered: ['LM1'] }, [
      'unit',
      'passed',
      3,
      day(3),
    ])
    expect(whoIsWaitedFor(plan)).toMatchObject([{ answered: ['LM1'] }])
    expect(whoIsWaitedFor({ ...plan, quorum: false })).toMatchObject([{ answered: [] }])
  })

  it('is somebody for every plan that is not in force, whatever its goals, and nobody for one in force', () => {
    const goal = fc.record({
      drafter: fc.constantFrom<Drafter>('unit', 'group', 'leader'),
      status: fc.constantFrom<GoalStatus>('draft', 'sent', 'passed', 'returned', 'ratified'),
      count: fc.integer({ min: 1, max: 30 }),
      since: fc.constantFrom(null, day(1), day(9)),
    })
    const plan = fc.record({
      kind: fc.constantFrom('teaching', 'hospital', 'party', 'administrative', 'support'),
      leader: fc.constantFrom(null, 'LD1'),
      group: fc.constantFrom(null, 'WG'),
      goals: fc.array(goal, { minLength: 1, maxLength: 6 }),
      quorum: fc.boolean(),
      answered: fc.constantFrom([], ['CH']),
      opened: fc.constantFrom(null, OPENED),
      sent: fc.subarray<Drafter>(['unit', 'group', 'leader']),
      begun: fc.boolean(),
    })
    fc.assert(
      fc.property(plan, (facts) => {
        const status = statusOf(facts)
        fc.pre(status !== undefined)
        const waits = whoIsWaitedFor({ ...facts, status })
        expect(waits.length).toBeGreaterThan(0)
        expect(waits.every((wait) => wait.roles.length > 0)).toBe(true)
        expect(whoIsWaitedFor({ ...facts, status: 'in-force' })).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })
})

/** The status that the plan's rule would give; undefined for what it never makes: a whole plan with open goals, or all ratified. */
function statusOf(
  facts: Pick<PlanStanding, 'kind' | 'sent' | 'goals'> & { begun: boolean },
): PlanStatus | undefined {
  const has = (status: GoalStatus): boolean => facts.goals.some((one) => one.status === status)
  const complete = stageOf({ ...facts, goals: [], status: 'drafting' }) !== 'unsent'
  if (complete && (has('draft') || has('returned'))) return undefined
  if (complete && !has('sent') && !has('passed')) return undefined
  if (has('passed') && (facts.begun || (complete && !has('sent')))) return 'in-ratification'
  return has('sent') ? 'in-review' : 'drafting'
}
