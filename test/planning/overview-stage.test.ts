import { describe, expect, it } from 'vitest'
import { daysSince } from '../../src/planning/overview/rules/days.ts'
import { standingOf } from '../../src/planning/overview/rules/standing.ts'
import { stageOf } from '../../src/planning/overview/rules/unit-stage.ts'
import type { Goal, GoalContent } from '../../src/planning/rules/goal.ts'
import type { Drafter, GoalStatus } from '../../src/store/schema/planning.ts'

const BOTH: readonly Drafter[] = ['group', 'unit']
const day = (n: number) => `2026-03-0${n}T02:00:00.000Z` as const

describe('the stage of a unit', () => {
  it.each([
    ['in-force', 'in-force', BOTH, ['in-force']],
    ['returned', 'in-ratification', ['group'], ['returned', 'passed']],
    ['unsent', 'in-review', ['group'], ['sent']],
    ['unsent', 'drafting', [], []],
    ['in-review', 'in-review', BOTH, ['sent', 'passed']],
    ['in-ratification', 'in-ratification', BOTH, ['passed']],
  ] as const)('is %s where the plan is %s, sent by %j, with goals %j', (stage, status, sent, goals) => {
    const at = (one: GoalStatus) => ({ drafter: 'unit', status: one, count: 1, since: null }) as const
    expect(stageOf({ kind: 'teaching', status, sent, goals: goals.map(at) })).toBe(stage)
  })
})

describe('days of waiting', () => {
  it.each([
    ['2026-03-05T15:59:00.000Z', '2026-03-05', 0],
    ['2026-03-05T16:00:00.000Z', '2026-03-06', 0],
    ['2026-03-04T15:59:00.000Z', '2026-03-06', 2],
    ['2026-02-28T01:00:00.000Z', '2026-03-01', 1],
    ['2026-03-07T01:00:00.000Z', '2026-03-06', 0],
    [null, '2026-03-06', null],
  ] as const)('are those of the calendar in Shanghai: since %s on %s %j', (since, today, days) => {
    expect(daysSince(since, today)).toBe(days)
  })
})

const CONTENT: GoalContent = {
  ...{ type: 'key', title: '目标', content: '做成一件事', measure: null, weight: 100, owner: '' },
  ...{ budget: null, dueOn: null, criterion: '', priority: null },
}

describe('the standing of a plan’s goals', () => {
  const act = (n: number) => ({ by: 'X', name: '甲', at: day(n) })
  const base = { number: 1, revision: 1, content: CONTENT, returns: [] }

  it('counts them by drafter and status: the first sent or returned, the last passed', () => {
    const goals: Goal[] = [
      { ...base, id: '1', drafter: 'unit', status: 'sent', sent: act(3) },
      { ...base, id: '2', drafter: 'unit', status: 'sent', sent: act(2) },
      { ...base, id: '3', drafter: 'group', status: 'passed', passed: act(4) },
      { ...base, id: '4', drafter: 'group', status: 'passed', passed: act(5) },
      { ...base, id: '5', drafter: 'group', status: 'draft' },
      {
        ...base,
        ...{ id: '6', drafter: 'group', status: 'returned' },
        returns: [
          { stage: 'review', comment: '改', act: act(6) },
          { stage: 'review', comment: '再改', act: act(8) },
        ],
      },
    ]
    expect(standingOf(goals)).toEqual([
      { drafter: 'unit', status: 'sent', count: 2, since: day(2) },
      { drafter: 'group', status: 'passed', count: 2, since: day(5) },
      { drafter: 'group', status: 'draft', count: 1, since: null },
      { drafter: 'group', status: 'returned', count: 1, since: day(8) },
    ])
  })
})
