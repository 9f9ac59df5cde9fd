/** Actors, a goal and a report, for the rules of execution. */
import { type ExecutionState, evolveExecution } from '../../src/execution/rules/execution.ts'
import type { GoalMeasure, ReportedGoal, Said } from '../../src/execution/rules/progress.ts'
import type { Actor } from '../../src/organization/rules/actor.ts'
import type { Role } from '../../src/store/schema/organization.ts'

export const actor = (id: string, role?: Role, scope = 'JX01', unit: string | null = 'JX01'): Actor => ({
  ...{ id, name: id, title: '', unit, leads: [] },
  roles: role ? [{ role, scope }] : [],
})
export const contact = actor('C', 'contact')
export const head = actor('H', 'head')

export const at = '2026-03-02T01:00:00.000Z'

export const measure: GoalMeasure = { indicator: '招生人数', unit: '人', target: 30_000 }

export const goal: ReportedGoal = {
  ...{ id: '2026-JX01-2', number: 2, unit: 'JX01', unitName: '药学院', year: 2026 },
  ...{ inForce: true, phase: 'execution', measure: null },
}

export const said: Said = {
  ...{ percent: 60, value: null, state: 'on-track', done: '教材初稿完成', next: '', difficulty: '' },
  ...{ reason: '', cost: null, evidence: [], task: null },
}

/** The goal with tasks of these shares, owned by O1, O2 and so on. */
export const tasked = (state: ExecutionState, shares: readonly number[]): ExecutionState =>
  evolveExecution(state, {
    type: 'tasks.added',
    ...{ goal: goal.id, unit: 'JX01', year: 2026, by: 'C', name: 'C', at },
    tasks: shares.map((share, place) => ({
      ...{ number: place + 1, title: `任务${place + 1}`, owner: `O${place + 1}`, ownerName: '', share },
      ...{ dueOn: '2026-06-30', percent: 0, status: 'open' },
    })),
  })
