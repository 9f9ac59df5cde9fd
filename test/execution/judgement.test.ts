import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ExecutionState, evolveExecution, UNREPORTED } from '../../src/execution/rules/execution.ts'
import {
  type JudgedUnit,
  type Judgement,
  type JudgementContext,
  judgementOfLast,
  judgeReport,
} from '../../src/execution/rules/judgement.ts'
import { reportProgress } from '../../src/execution/rules/progress.ts'
import { actor, at, contact, goal, measure, said } from './people.ts'

const unit: JudgedUnit = { unit: 'JX01', kind: 'teaching', group: 'WG', inspectors: 'IT' }
const member = actor('WG1', 'working-member', 'WG', null)
const context: JudgementContext = { goal, unit, by: member, at }
const accept: Judgement = { report: 1, verdict: 'accepted', percent: null, value: null, words: '' }
const query: Judgement = { ...accept, verdict: 'queried', words: '请补充招生名册' }

const judging = (
  state: ExecutionState,
  judgement: Judgement,
  more: Partial<JudgementContext> = {},
): ExecutionState => {
  const decision = judgeReport(state, judgement, { ...context, ...more })
  if ('refusal' in decision) throw new Error(decision.refusal.code)
  return decision.events.reduce(evolveExecution, state)
}
const refusal = (state: ExecutionState, judgement: Judgement, more: Partial<JudgementContext> = {}) => {
  const decision = judgeReport(state, judgement, { ...context, ...more })
  return 'refusal' in decision ? decision.refusal : undefined
}
const reporting = (state: ExecutionState, percent: number, value: number | null = null): ExecutionState => {
  const report = { ...said, percent, value, reason: '核对', done: `第 ${state.reports + 1} 次` }
  const decision = reportProgress(state, report, {
    ...{ goal: { ...goal, measure }, by: contact, at, seen: undefined },
  })
  if ('refusal' in decision) throw new Error(decision.refusal.code)
  return decision.events.reduce(evolveExecution, state)
}
const reported = reporting(UNREPORTED, 60)

describe('Article 20: who accepts what a unit reports', () => {
  const judges = (kind: JudgedUnit['kind'], more: Partial<JudgedUnit> = {}) =>
    [
      actor('WC', 'working-convenor', 'WG', null),
      member,
      actor('IM', 'inspection-member', 'IT', null),
      { ...actor('LD', undefined, '', null), leads: ['JX01'] },
      actor('OF', 'office', '', null),
      actor('CH', 'chair', '', null),
      actor('WX', 'working-member', 'OTHER', null),
      contact,
    ]
      .filter((by) => refusal(reported, accept, { by, unit: { ...unit, kind, ...more } }) === undefined)
      .map(({ id }) => id)

  it('is the working group for teaching units and hospitals', () => {
    expect(judges('teaching')).toEqual(['WC', 'WG1'])
    expect(judges('hospital')).toEqual(['WC', 'WG1'])
    expect(judges('teaching', { group: null })).toEqual([])
  })

  it('is the inspection team or the leader in charge for the others', () => {
    expect(judges('administrative')).toEqual(['IM', 'LD'])
    expect(judges('administrative', { inspectors: null })).toEqual(['LD'])
  })

  it('is nobody of the own unit, in the own name or another’s', () => {
    const own = actor('WG1', 'working-member', 'WG', 'JX01')
    expect(refusal(reported, accept, { by: own })?.code).toBe('own-unit-judge')
    const doubled = { ...member, roles: [...member.roles, { role: 'contact', scope: 'JX01' } as const] }
    expect(refusal(reported, accept, { by: doubled })?.code).toBe('own-unit-judge')
    const delegate = { ...member, delegate: { id: 'T', name: '', unit: 'JX01', own: ['JX01'] } }
    expect(refusal(reported, accept, { by: delegate })?.code).toBe('own-unit-judge')
  })

  it('accepts while goals are realised or assessed, and not before or after', () => {
    const inPhase = (phase: typeof goal.phase) =>
      refusal(reported, accept, { goal: { ...goal, phase } })?.code
    expect(inPhase('execution')).toBeUndefined()
    expect(inPhase('assessment')).toBeUndefined()
    expect([inPhase('setting'), inPhase('results'), inPhase('closed')]).toEqual([
      'late-judge',
      'late-judge',
      'late-judge',
    ])
  })
})

describe('a reported and an accepted value are two figures', () => {
  it('accepts what was reported, or another figure with words', () => {
    expect(judging(reported, accept).judged).toMatchObject({ verdict: 'accepted', percent: 60 })
    expect(refusal(reported, { ...accept, percent: 55 })).toEqual({ code: 'unexplained-figure' })
    const other = judging(reported, { ...accept, percent: 55, words: '未通过评审' })
    expect(other).toMatchObject({ judged: { percent: 55 }, last: { percent: 60 } })
  })

  it('keeps the value that was reported beside the one that is accepted', () => {
    const counted = reporting(UNREPORTED, 60, 18_000)
    const measured = { goal: { ...goal, measure } }
    expect(judging(counted, accept, measured).judged?.value).toBe(18_000)
    const other = judging(counted, { ...accept, value: 17_000, words: '扣除退学' }, measured)
    expect(other).toMatchObject({ value: 18_000, last: { value: 18_000 }, judged: { value: 17_000 } })
    expect(refusal(reported, { ...accept, value: 1, words: '多' })?.code).toBe('unmeasured-goal')
  })

  it('whatever is reported and judged in whatever order, no judgement changes a report and no report a judgement', () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('report' as const), percent: fc.integer({ min: 0, max: 100 }) }),
      fc.record({
        do: fc.constantFrom('accept' as const, 'query' as const),
        percent: fc.integer({ min: 0, max: 100 }),
      }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let state = UNREPORTED
        for (const { do: what, percent } of steps) {
          const before = state
          if (what === 'report') {
            state = reporting(state, percent)
            expect(state.judged).toEqual(before.judged)
            expect(judgementOfLast(state)).toBeNull()
            continue
          }
          const verdict = what === 'accept' ? ('accepted' as const) : ('queried' as const)
          const judgement = { ...accept, report: state.reports, verdict, percent, words: '理由' }
          const refused = refusal(state, judgement)?.code
          if (refused) {
            expect(refused).toBe(before.last ? 'already-judged' : 'unreported-goal')
            continue
          }
          state = judging(state, judgement)
          expect(state.last).toEqual(before.last)
          expect(judgementOfLast(state)?.percent).toBe(verdict === 'accepted' ? percent : null)
        }
      }),
    )
  })
})

describe('a query', () => {
  it('says why, and is answered by another report', () => {
    expect(refusal(reported, { ...query, words: ' ' })).toEqual({ code: 'wordless-query' })
    const queried = judging(reported, query)
    expect(judgementOfLast(queried)).toMatchObject({ verdict: 'queried', percent: null })
    expect(judgementOfLast(reporting(queried, 60))).toBeNull()
  })
})

describe('one report is judged once', () => {
  it('and who is later is told who was first', () => {
    const judged = judging(reported, accept)
    expect(refusal(judged, query)).toEqual({
      ...{ code: 'already-judged', number: 2, verdict: 'accepted', name: 'WG1', at },
    })
  })

  it('of a card that has not seen the last report it is refused', () => {
    const followed = reporting(reported, 70)
    expect(refusal(followed, accept)).toEqual({ code: 'outdated-judgement', number: 2, name: 'C', at })
    expect(refusal(UNREPORTED, accept)).toEqual({ code: 'unreported-goal', number: 2 })
  })
})
