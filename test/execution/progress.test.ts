import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ExecutionEvent,
  type ExecutionState,
  evolveExecution,
  UNREPORTED,
} from '../../src/execution/rules/execution.ts'
import { barOf, type ReportContext, reportProgress, type Said } from '../../src/execution/rules/progress.ts'
import { actor, at, contact, goal, head, measure, said, tasked } from './people.ts'

const context: ReportContext = { goal, by: contact, at, seen: undefined }

function following(state: ExecutionState, one: Said, more: Partial<ReportContext> = {}): ExecutionState {
  const decision = reportProgress(state, one, { ...context, ...more })
  if ('refusal' in decision) throw new Error(decision.refusal.code)
  return decision.events.reduce(evolveExecution, state)
}
const refusal = (state: ExecutionState, one: Said, more: Partial<ReportContext> = {}) => {
  const decision = reportProgress(state, one, { ...context, ...more })
  return 'refusal' in decision ? decision.refusal : undefined
}
const reported = following(UNREPORTED, said)
const counted = { goal: { ...goal, measure } }

describe('Article 18: progress of a goal', () => {
  it('is reported by the contact or the head of its unit', () => {
    expect(reported).toEqual({ ...UNREPORTED, reports: 1, last: { ...said, by: 'C', name: 'C', at } })
    expect(following(UNREPORTED, said, { by: head }).last?.by).toBe('H')
  })

  it('is refused from anyone else: a member of the unit, its leader in charge, the office, another unit', () => {
    const others = [
      actor('T'),
      { ...actor('LD1'), leads: ['JX01'] },
      actor('OF1', 'office', ''),
      actor('C-JX02', 'contact', 'JX02'),
    ]
    for (const by of others)
      expect(refusal(UNREPORTED, said, { by })).toEqual({ code: 'foreign-goal', unit: '药学院' })
  })

  it('is reported in the execution phase of its own year only', () => {
    for (const phase of ['setting', 'assessment', 'results', 'closed'] as const) {
      const closed = { goal: { ...goal, phase } }
      expect(refusal(UNREPORTED, said, closed)).toEqual({ code: 'closed-execution', phase })
    }
  })

  it('is reported of a goal in force only', () => {
    expect(refusal(UNREPORTED, said, { goal: { ...goal, inForce: false } })).toEqual({
      code: 'unratified-goal',
      number: 2,
    })
    expect(barOf(undefined, contact)).toEqual({ code: 'unknown-goal' })
  })

  it('says what was done', () => {
    expect(refusal(UNREPORTED, { ...said, done: ' \n' })).toEqual({ code: 'empty-report' })
  })

  it('falls only with a reason', () => {
    const lower = { ...said, percent: 59 }
    expect(refusal(reported, lower)).toEqual({ code: 'unreasoned-fall', from: 60, to: 59 })
    expect(refusal(reported, { ...lower, reason: '  ' })).toMatchObject({ code: 'unreasoned-fall' })
    expect(following(reported, { ...lower, reason: '返工' }).last?.percent).toBe(59)
    expect(following(reported, { ...said, done: '同样进度，又审读一遍' }).reports).toBe(2)
  })

  it('never falls without a reason, whatever is reported in whatever order, of the goal or of its tasks', () => {
    const one = fc.record({
      percent: fc.integer({ min: 0, max: 100 }),
      value: fc.option(fc.integer({ min: 0, max: 1000 }), { nil: null }),
      reason: fc.constantFrom('', ' ', '返工'),
      task: fc.constantFrom(null, null, 1, 2),
      done: fc.string({ minLength: 1, maxLength: 3 }),
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), fc.boolean(), (reports, hasTasks) => {
        let state: ExecutionState = hasTasks ? tasked(UNREPORTED, [30, 70]) : UNREPORTED
        for (const each of reports) {
          const value = each.task === null ? each.value : null
          const decision = reportProgress(state, { ...said, ...each, value }, { ...context, ...counted })
          if ('refusal' in decision) continue
          const next = decision.events.reduce(evolveExecution, state)
          if (each.reason.trim() === '') {
            expect(next.last?.percent ?? 0).toBeGreaterThanOrEqual(state.last?.percent ?? 0)
            expect(next.value ?? 0).toBeGreaterThanOrEqual(state.value ?? 0)
            for (const [place, task] of next.tasks.entries())
              expect(task.percent).toBeGreaterThanOrEqual(state.tasks[place]?.percent ?? 0)
          }
          expect(next.reports).toBe(state.reports + 1)
          state = next
        }
      }),
    )
  })
})

describe('the indicator’s value', () => {
  it('is kept beside the percent, and stands until another is said', () => {
    const with180 = following(UNREPORTED, { ...said, value: 18_000 }, counted)
    expect(with180).toMatchObject({ value: 18_000, last: { value: 18_000, percent: 60 } })
    expect(following(with180, { ...said, done: '再审', value: null }, counted).value).toBe(18_000)
  })

  it('falls only with a reason, as the percent does', () => {
    const with180 = following(UNREPORTED, { ...said, value: 18_000 }, counted)
    const lower = { ...said, value: 17_900 }
    const fall = { code: 'unreasoned-value-fall', from: 18_000, to: 17_900 }
    expect(refusal(with180, lower, counted)).toEqual(fall)
    expect(following(with180, { ...lower, reason: '核减重复计数' }, counted).value).toBe(17_900)
  })

  it('is none of a goal that is described and not counted', () => {
    expect(refusal(UNREPORTED, { ...said, value: 100 })).toEqual({ code: 'unmeasured-goal', number: 2 })
  })
})

describe('a goal with tasks', () => {
  const two = tasked(UNREPORTED, [30, 70])

  it('follows the weighted mean of its tasks, which their owners report', () => {
    const owner = actor('O1')
    const once = following(two, { ...said, task: 1, percent: 100 }, { by: owner })
    expect(once.last).toMatchObject({ percent: 30, task: { number: 1, percent: 100 } })
    const twice = following(once, { ...said, task: 2, percent: 50 }, { by: contact })
    expect(twice.last?.percent).toBe(65)
    expect(refusal(two, { ...said, task: 2 }, { by: owner })?.code).toBe('foreign-goal')
    expect(refusal(two, { ...said, task: 3 })).toEqual({ code: 'unknown-task', number: 3 })
  })

  it('may be stated otherwise with a reason only', () => {
    expect(refusal(two, said)).toEqual({ code: 'unreasoned-statement', mean: 0, to: 60 })
    expect(following(two, { ...said, reason: '任务外另有成果' }).last?.percent).toBe(60)
  })
})

describe('a report is followed by another, never doubled', () => {
  it('refuses the same words from the same person within a day, and says when they were reported', () => {
    const later = '2026-03-02T23:59:59.000Z'
    expect(refusal(reported, said, { at: later })).toEqual({ code: 'repeated-report', number: 2, at })
    expect(following(reported, said, { at: '2026-03-03T01:00:00.000Z' }).reports).toBe(2)
    expect(following(reported, said, { by: head }).reports).toBe(2)
    expect(following(reported, { ...said, evidence: ['a'] }).reports).toBe(2)
  })

  it('refuses a card that had not seen the last report, and says whose that is', () => {
    const other = { ...said, done: '二稿完成', percent: 80 }
    expect(refusal(reported, other, { seen: 0, by: head })).toEqual({
      code: 'followed-report',
      number: 2,
      percent: 60,
      name: 'C',
      at,
    })
    expect(following(reported, other, { seen: 1, by: head }).reports).toBe(2)
  })

  it('asks for the right before it tells anything of the state', () => {
    expect(refusal(reported, said, { by: actor('T'), seen: 0 })?.code).toBe('foreign-goal')
  })

  it('reads reports of before values and tasks were kept', () => {
    const { value: _, task: __, ...old } = said
    const event = {
      type: 'progress.reported',
      ...{ goal: goal.id, unit: 'JX01', year: 2026, report: old, by: 'C', name: 'C', at },
    } as unknown as ExecutionEvent
    expect(evolveExecution(UNREPORTED, event).last).toMatchObject({ value: null, task: null, percent: 60 })
  })
})
