import { describe, expect, it } from 'vitest'
import {
  barOf,
  type ExecutionState,
  evolveExecution,
  type Report,
  type ReportContext,
  reportProgress,
  UNREPORTED,
} from '../../src/execution/rules/progress.ts'
import type { Actor } from '../../src/organization/rules/actor.ts'
import type { Role } from '../../src/store/schema/organization.ts'

const actor = (id: string, role?: Role, scope = 'JX01'): Actor => ({
  id,
  name: id,
  title: '',
  unit: 'JX01',
  roles: role ? [{ role, scope }] : [],
  leads: [],
})
const contact = actor('C', 'contact')
const head = actor('H', 'head')
const goal = {
  id: '2026-JX01-2',
  number: 2,
  unit: 'JX01',
  unitName: '药学院',
  year: 2026,
  inForce: true,
  phase: 'execution',
} as const
const report: Report = {
  percent: 60,
  state: 'on-track',
  done: '教材初稿完成',
  next: '',
  difficulty: '',
  reason: '',
  cost: null,
  evidence: [],
}
const at = '2026-03-02T01:00:00.000Z'
const context: ReportContext = { goal, by: contact, at, seen: undefined }

function following(state: ExecutionState, one: Report, more: Partial<ReportContext> = {}): ExecutionState {
  const decision = reportProgress(state, one, { ...context, ...more })
  if ('refusal' in decision) throw new Error(decision.refusal.code)
  return decision.events.reduce(evolveExecution, state)
}
const refusal = (state: ExecutionState, one: Report, more: Partial<ReportContext> = {}) => {
  const decision = reportProgress(state, one, { ...context, ...more })
  return 'refusal' in decision ? decision.refusal : undefined
}
const reported = following(UNREPORTED, report)

describe('Article 18: progress of a goal', () => {
  it('is reported by the contact or the head of its unit', () => {
    expect(reported).toEqual({ reports: 1, last: { ...report, by: 'C', name: 'C', at } })
    expect(following(UNREPORTED, report, { by: head }).last?.by).toBe('H')
  })

  it('is refused from anyone else: a member of the unit, its leader in charge, the office, another unit', () => {
    const others = [
      actor('T'),
      { ...actor('LD1'), leads: ['JX01'] },
      actor('OF1', 'office', ''),
      actor('C-JX02', 'contact', 'JX02'),
    ]
    for (const by of others)
      expect(refusal(UNREPORTED, report, { by })).toEqual({ code: 'foreign-goal', unit: '药学院' })
  })

  it('is reported in the execution phase of its own year only', () => {
    for (const phase of ['setting', 'assessment', 'results', 'closed'] as const) {
      const closed = { goal: { ...goal, phase } }
      expect(refusal(UNREPORTED, report, closed)).toEqual({ code: 'closed-execution', phase })
    }
  })

  it('is reported of a goal in force only', () => {
    expect(refusal(UNREPORTED, report, { goal: { ...goal, inForce: false } })).toEqual({
      code: 'unratified-goal',
      number: 2,
    })
    expect(barOf(undefined, contact)).toEqual({ code: 'unknown-goal' })
  })

  it('says what was done', () => {
    expect(refusal(UNREPORTED, { ...report, done: ' \n' })).toEqual({ code: 'empty-report' })
  })

  it('falls only with a reason', () => {
    const lower = { ...report, percent: 59 }
    expect(refusal(reported, lower)).toEqual({ code: 'unreasoned-fall', from: 60, to: 59 })
    expect(refusal(reported, { ...lower, reason: '  ' })).toMatchObject({ code: 'unreasoned-fall' })
    expect(following(reported, { ...lower, reason: '返工' }).last?.percent).toBe(59)
    expect(following(reported, { ...report, done: '同样进度，又审读一遍' }).reports).toBe(2)
  })
})

describe('a report is followed by another, never doubled', () => {
  it('refuses the same words from the same person within a day, and says when they were reported', () => {
    const later = '2026-03-02T23:59:59.000Z'
    expect(refusal(reported, report, { at: later })).toEqual({ code: 'repeated-report', number: 2, at })
    expect(following(reported, report, { at: '2026-03-03T01:00:00.000Z' }).reports).toBe(2)
    expect(following(reported, report, { by: head }).reports).toBe(2)
    expect(following(reported, { ...report, evidence: ['a'] }).reports).toBe(2)
  })

  it('refuses a card that had not seen the last report, and says whose that is', () => {
    const other = { ...report, done: '二稿完成', percent: 80 }
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
    expect(refusal(reported, report, { by: actor('T'), seen: 0 })?.code).toBe('foreign-goal')
  })
})
