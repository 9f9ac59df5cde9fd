import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ExecutionEvent,
  type ExecutionState,
  evolveExecution,
  percentOf,
  UNREPORTED,
} from '../../src/execution/rules/execution.ts'
import { reportProgress } from '../../src/execution/rules/progress.ts'
import {
  addTasks,
  changeTask,
  endTask,
  MOST_TASKS,
  type TaskContext,
} from '../../src/execution/tasks/rules/decide.ts'
import { draftList } from '../../src/execution/tasks/rules/draft-list.ts'
import { plansIn } from '../../src/execution/tasks/rules/list.ts'
import { findOpen, meanOf, partsOf, type Task, type TaskPlan } from '../../src/execution/tasks/rules/task.ts'
import type { Decision } from '../../src/kernel/decision.ts'
import { actor, at, contact, goal, head, said, tasked } from './people.ts'

const today = '2026-03-02'
const desk: TaskContext = { goal, by: contact, at, today, seen: undefined }
const plan = (title: string, more: Partial<TaskPlan> = {}): TaskPlan => ({
  ...{ title, owner: 'O1', ownerName: '张三', dueOn: '2026-06-30', share: 1 },
  ...more,
})

const folded = (state: ExecutionState, decision: Decision<ExecutionEvent, { readonly code: string }>) => {
  if ('refusal' in decision) throw new Error(decision.refusal.code)
  return decision.events.reduce(evolveExecution, state)
}
const codeOf = (decision: Decision<ExecutionEvent, { readonly code: string }>) =>
  'refusal' in decision ? decision.refusal.code : undefined
const ofTask = (task: number, percent: number) => ({ ...said, task, percent, reason: '如实' })
const reporting = (by = contact) => ({ goal, by, at, seen: undefined }) as const

describe('Article 18: a goal in force is split into tasks', () => {
  const two = folded(UNREPORTED, addTasks(UNREPORTED, [plan('甲'), plan('乙')], desk))

  it('by the contact or the head, and by nobody else', () => {
    expect(codeOf(addTasks(UNREPORTED, [plan('甲')], { ...desk, by: head }))).toBeUndefined()
    expect(codeOf(addTasks(UNREPORTED, [plan('甲')], { ...desk, by: actor('O1') }))).toBe('foreign-goal')
    expect(codeOf(changeTask(two, 1, { ...plan('丙'), reason: '' }, { ...desk, by: actor('O1') }))).toBe(
      'foreign-goal',
    )
    expect(codeOf(endTask(two, 1, '合并', { ...desk, by: actor('O1') }))).toBe('foreign-goal')
  })

  it('only while the year is in execution and the goal in force', () => {
    const late = { ...desk, goal: { ...goal, phase: 'assessment' as const } }
    const gone = { ...desk, goal: { ...goal, inForce: false } }
    expect(codeOf(addTasks(UNREPORTED, [plan('甲')], late))).toBe('closed-execution')
    expect(codeOf(addTasks(UNREPORTED, [plan('甲')], gone))).toBe('unratified-goal')
    expect(codeOf(addTasks(UNREPORTED, [plan('甲')], { ...desk, goal: undefined }))).toBe('unknown-goal')
  })

  it('with different titles, days from today to the end of the goal’s year, and twenty at most', () => {
    expect(codeOf(addTasks(two, [plan('甲')], desk))).toBe('repeated-task')
    expect(codeOf(addTasks(two, [plan('丙'), plan('丙')], desk))).toBe('repeated-task')
    expect(codeOf(addTasks(two, [plan('丙', { dueOn: '2026-03-01' })], desk))).toBe('misdated-task')
    expect(codeOf(addTasks(two, [plan('丙', { dueOn: '2027-01-01' })], desk))).toBe('misdated-task')
    expect(codeOf(addTasks(two, [plan('丙', { dueOn: today })], desk))).toBeUndefined()
    const many = Array.from({ length: MOST_TASKS - 1 }, (_, place) => plan(`任务${place}`))
    expect(codeOf(addTasks(two, many, desk))).toBe('excessive-tasks')
    expect(codeOf(addTasks(two, many.slice(1), desk))).toBeUndefined()
  })

  it('on a card that is stale nothing is added', () => {
    expect(codeOf(addTasks(two, [plan('丙')], { ...desk, seen: 0 }))).toBe('changed-tasks')
    expect(codeOf(addTasks(two, [plan('丙')], { ...desk, seen: 2 }))).toBeUndefined()
  })

  it('numbers are never given again, and an ended title may be used again', () => {
    const ended = folded(two, endTask(two, 2, '与甲合并', desk))
    const more = folded(ended, addTasks(ended, [plan('乙')], desk))
    expect(more.tasks.map(({ number, title, status }) => [number, title, status])).toEqual([
      [1, '甲', 'open'],
      [2, '乙', 'ended'],
      [3, '乙', 'open'],
    ])
    expect(more.tasks[1]?.endedFor).toBe('与甲合并')
  })

  it('a task ends once, with a reason, and then is neither changed nor reported', () => {
    expect(codeOf(endTask(two, 2, ' ', desk))).toBe('unreasoned-end')
    const ended = folded(two, endTask(two, 2, '合并', desk))
    expect(codeOf(endTask(ended, 2, '合并', desk))).toBe('unknown-task')
    expect(codeOf(changeTask(ended, 2, { ...plan('丙'), reason: '' }, desk))).toBe('unknown-task')
    expect(codeOf(reportProgress(ended, ofTask(2, 50), reporting()))).toBe('unknown-task')
  })

  it('a change keeps the percent, and a due date that has passed may stay', () => {
    const half = folded(two, reportProgress(two, ofTask(1, 50), reporting()))
    const later = { ...desk, today: '2026-07-15' as const }
    const changed = folded(half, changeTask(half, 1, { ...plan('甲二', { share: 3 }), reason: '' }, later))
    expect(findOpen(changed.tasks, 1)).toMatchObject({ title: '甲二', share: 3, percent: 50 })
    expect(codeOf(changeTask(half, 1, { ...plan('甲'), reason: '' }, later))).toBe('unchanged-task')
    const past = { ...plan('甲', { dueOn: '2026-07-01' }), reason: '' }
    expect(codeOf(changeTask(half, 1, past, later))).toBe('misdated-task')
  })
})

describe('Article 18: the owner, who may be neither contact nor head, reports the own task', () => {
  const state = tasked(UNREPORTED, [1, 3])

  it('and no other', () => {
    expect(codeOf(reportProgress(state, ofTask(1, 50), reporting(actor('O1'))))).toBeUndefined()
    expect(codeOf(reportProgress(state, ofTask(2, 50), reporting(actor('O1'))))).toBe('foreign-goal')
    expect(codeOf(reportProgress(state, said, reporting(actor('O1'))))).toBe('foreign-goal')
  })

  it('in person: no duty that is given away brings a task with it', () => {
    const delegate = { id: 'D', name: 'D', unit: null, own: [] }
    const stand = { ...actor('O1'), delegate }
    expect(codeOf(reportProgress(state, ofTask(1, 50), reporting(stand)))).toBe('foreign-goal')
  })

  it('and the goal’s percent is the weighted mean', () => {
    const next = folded(state, reportProgress(state, ofTask(2, 50), reporting(actor('O2'))))
    expect(percentOf(next)).toBe(37)
  })

  it('unless the contact states another with a reason, which stands until the tasks have reached it', () => {
    const wordless = { ...said, percent: 80, reason: '' }
    expect(codeOf(reportProgress(state, wordless, reporting()))).toBe('unreasoned-statement')
    const stated = folded(state, reportProgress(state, { ...wordless, reason: '已签约' }, reporting()))
    expect(percentOf(stated)).toBe(80)
    const half = folded(stated, reportProgress(stated, ofTask(2, 50), reporting()))
    expect(percentOf(half)).toBe(80)
    const done = folded(half, reportProgress(half, ofTask(2, 100), reporting()))
    const all = folded(done, reportProgress(done, ofTask(1, 100), reporting()))
    expect(percentOf(all)).toBe(100)
    expect(all.stated).toBeNull()
  })
})

const task = fc.record({
  share: fc.integer({ min: 1, max: 1000 }),
  percent: fc.integer({ min: 0, max: 100 }),
  status: fc.constantFrom('open' as const, 'ended' as const),
})
const list = fc
  .array(task, { minLength: 1, maxLength: 20 })
  .map((tasks) => tasks.map((one, place): Task => ({ ...plan(`任务${place}`), ...one, number: place + 1 })))

describe('the weighted mean', () => {
  it('lies between the least and the most of the open tasks; ended ones do not count', () => {
    fc.assert(
      fc.property(list, (tasks) => {
        const open = tasks.filter(({ status }) => status === 'open')
        const mean = meanOf(tasks)
        expect(mean).toBe(meanOf(open))
        if (open.length === 0) {
          expect(mean).toBeNull()
          return
        }
        const percents = open.map(({ percent }) => percent)
        expect(mean).toBeGreaterThanOrEqual(Math.min(...percents))
        expect(mean).toBeLessThanOrEqual(Math.max(...percents))
        expect(mean === 100).toBe(percents.every((percent) => percent === 100))
      }),
    )
  })

  it('parts are whole percents that make up the goal, but for their rounding', () => {
    fc.assert(
      fc.property(list, (tasks) => {
        const parts = [...partsOf(tasks).values()]
        const sum = parts.reduce((all, part) => all + part, 0)
        if (parts.length > 0) expect(Math.abs(sum - 100)).toBeLessThanOrEqual(parts.length / 2)
      }),
    )
  })

  it('whatever is added, changed, ended and reported, no act on tasks moves the goal’s percent by itself', () => {
    const act = fc.oneof(
      fc.record({ kind: fc.constant('add' as const), share: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ kind: fc.constant('end' as const), number: fc.integer({ min: 1, max: 8 }) }),
      fc.record({
        kind: fc.constant('report' as const),
        number: fc.integer({ min: 1, max: 8 }),
        percent: fc.integer({ min: 0, max: 100 }),
      }),
    )
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        let state: ExecutionState = UNREPORTED
        for (const [place, one] of acts.entries()) {
          const decision =
            one.kind === 'add'
              ? addTasks(state, [plan(`任务${place}`, { share: one.share })], desk)
              : one.kind === 'end'
                ? endTask(state, one.number, '合并', desk)
                : reportProgress(state, ofTask(one.number, one.percent), reporting())
          if ('refusal' in decision) continue
          const next = folded(state, decision)
          if (one.kind !== 'report') expect(percentOf(next)).toBe(percentOf(state))
          expect(percentOf(next)).toBeGreaterThanOrEqual(0)
          expect(percentOf(next)).toBeLessThanOrEqual(100)
          state = next
        }
      }),
    )
  })
})

describe('owners in a list', () => {
  const people = [
    { id: 'T1', name: '张三', title: '教师' },
    { id: 'T2', name: '张三', title: '讲师' },
    { id: 'T3', name: 'John Smith', title: '' },
  ]
  const context = { year: 2026, unit: '药学院', people, usual: 1 }

  it('of several of one name it is asked which', () => {
    const draft = draftList('教材 张三 6月30日\n审校 李四 6月30日', context)
    expect(draft.namesakes.map(({ typed }) => typed)).toEqual(['张三'])
    expect(draft.faults).toEqual([{ code: 'unknown-owner', owner: '李四', unit: '药学院' }])
    const text = '教材 张三 6月30日'
    expect(plansIn(text, { ...context, chosen: {} })).toMatchObject({ refusal: { code: 'ambiguous-owner' } })
    expect(plansIn(text, { ...context, chosen: { 张三: 'T2' } })).toMatchObject({ plans: [{ owner: 'T2' }] })
    expect(plansIn(text, { ...context, chosen: { 张三: 'T3' } })).toMatchObject({
      refusal: { code: 'unknown-owner' },
    })
  })

  it('of more namesakes than a card can ask about the numbers must be typed', () => {
    const many = Array.from({ length: 80 }, (_, place) => ({
      id: `N${place}`,
      name: place < 20 ? '李四' : '王五',
      title: '',
    }))
    const draft = draftList('教材 李四 6月30日\n审校 王五 6月30日', { ...context, people: many })
    expect(draft.namesakes.map(({ typed }) => typed)).toEqual(['李四'])
    expect(draft.faults.map(({ code }) => code)).toEqual(['ambiguous-owner'])
  })

  it('a number outweighs a name, and a name may have a blank in it', () => {
    expect(plansIn('教材 张三（t1） 6月30日', { ...context, chosen: {} })).toMatchObject({
      plans: [{ owner: 'T1', title: '教材' }],
    })
    expect(plansIn('编写 教材 John Smith 6月30日', { ...context, chosen: {} })).toMatchObject({
      plans: [{ owner: 'T3', title: '编写 教材' }],
    })
  })
})
