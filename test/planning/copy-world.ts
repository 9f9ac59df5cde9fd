/** A plan world with last year's plans in force. */
import type { Act, Goal, GoalContent } from '../../src/planning/rules/goal.ts'
import type { PlanState } from '../../src/planning/rules/plan.ts'
import { type PlanWorld, planWorld } from './world.ts'

const ACT: Act = { by: 'CH', name: '领导小组 组长', at: '2025-03-01T01:00:00.000Z' }

type Routine = Partial<Extract<GoalContent, { type: 'routine' }>>

export function routine(title: string, more: Routine = {}): GoalContent {
  return {
    type: 'routine',
    title,
    content: '做好日常工作',
    measure: null,
    weight: 100,
    owner: '教务干事',
    budget: null,
    dueOn: '2025-11-30',
    workItem: 'GX1',
    ...more,
  }
}

export const special = (title: string): GoalContent => ({
  ...routine(title),
  type: 'special',
  criterion: '按期建成',
  aim: 'level',
  justification: '',
})

const STANDARD = '教学事故为零，评教良好率不低于90%'

/** Puts a plan of 2025 in force, as its subject. */
export function lastYear(world: PlanWorld, unit: string, contents: readonly GoalContent[]): void {
  const goals = contents.map(
    (content, i): Goal => ({
      id: `2025-${unit}-${i + 1}`,
      number: i + 1,
      drafter: 'group',
      revision: 1,
      content,
      returns: [],
      status: 'in-force',
      passed: ACT,
      ratified: ACT,
      criterion: STANDARD,
    }),
  )
  const state: PlanState = {
    status: 'in-force',
    inForce: ACT,
    goals,
    lastNumber: goals.length,
    parts: ['group', 'unit'],
    sent: [],
    withdrawn: [],
    votes: [],
  }
  world.db.exec(
    `INSERT INTO subject (id, version, hash, state) VALUES ('plan:2025:${unit}', 9, 'h', '${JSON.stringify(state)}')`,
  )
}

export function copyWorld(): PlanWorld {
  const world = planWorld()
  lastYear(world, 'JX01', [
    routine('本科教学运行'),
    special('去年的专项'),
    routine('试卷归档', { dueOn: '2025-06-30', weight: 250, budget: 1000_00 }),
    routine('旧的工作', { workItem: 'GX9' }),
  ])
  lastYear(world, 'XZ01', [routine('公文办理', { workItem: 'GX2' })])
  world.db.exec(
    "INSERT INTO work_item (id, name, standard, active) VALUES ('GX9', '函授教学', '按计划完成', 0)",
  )
  return world
}
