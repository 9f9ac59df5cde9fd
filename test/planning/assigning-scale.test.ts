import { describe, expect, it } from 'vitest'
import { execute } from '../../src/kernel/execute.ts'
import { marksOf } from '../../src/planning/batch-form.ts'
import { assignGoalCommand } from '../../src/planning/commands/assign.ts'
import { reviewPlansCommand } from '../../src/planning/commands/review-many.ts'
import { evolvePlan } from '../../src/planning/rules/evolve-plan.ts'
import { NEW_PLAN, type PlanEvent, type PlanState } from '../../src/planning/rules/plan.ts'
import type { Database } from '../../src/store/database.ts'
import { processorTime } from '../world/processor.ts'
import { doneOf, entry, planWorld } from './world.ts'

const UNITS = 100
const GOALS = 30
const GENEROUS_MS = 2000
const AT = '2026-03-01T01:00:00.000Z'
const META = { by: 'LD1', inNameOf: 'LD1', at: '2026-03-05T01:00:00.000Z', today: '2026-03-05' } as const

/** A unit's plan of thirty goals, sent whole and under review. */
function sentPlan(unit: string): PlanState {
  const act = { by: 'WG1', name: '组长', at: AT } as const
  const ids = Array.from({ length: GOALS }, (_, n) => `2026-${unit}-${n + 1}`)
  const common = { title: '目标', content: '内容', weight: 100, owner: '', budget: null, dueOn: null }
  const content = { type: 'key', ...common, measure: null, criterion: '标准', priority: 'YD1' } as const
  const drafts = ids.map(
    (goal, n): PlanEvent => ({
      ...{ type: 'goal.drafted', goal, number: n + 1, drafter: 'group', content, act },
    }),
  )
  const sending = { type: 'part.sent', parts: ['group', 'unit'], review: 'asked', act } as const
  const events: PlanEvent[] = [
    ...drafts,
    { ...sending, drafter: 'group', goals: ids },
    { ...sending, drafter: 'unit', goals: [] },
  ]
  return events.reduce(evolvePlan, NEW_PLAN)
}

function bigSchool() {
  const { db } = planWorld()
  db.exec(`
    WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ${UNITS})
      INSERT INTO unit (id, name, kind, leader, active) SELECT 'U' || n, '学院' || n, 'teaching', 'LD1', 1 FROM n;
    INSERT INTO person (id, name, unit, title) SELECT role || '-' || id, name || role, id, role
      FROM unit JOIN (SELECT 'contact' AS role UNION SELECT 'head') WHERE id LIKE 'U%';
    INSERT INTO role_held (person, role, scope, from_on)
      SELECT id, title, unit, '2026-01-01' FROM person WHERE unit LIKE 'U%';`)
  const units = Array.from({ length: UNITS }, (_, n) => `U${n + 1}`)
  for (const unit of units) {
    const state = JSON.stringify(sentPlan(unit))
    db.exec(
      `INSERT INTO subject (id, version, hash, state) VALUES ('plan:2026:${unit}', 32, 'h', '${state}')`,
    )
  }
  return { db, units }
}

/** The database, with how many reads and commits were made. */
function counting(db: Database, counts: { reads: number; commits: number }): Database {
  return {
    all: (statement) => {
      counts.reads += 1
      return db.all(statement)
    },
    commit: (statements) => {
      counts.commits += 1
      return db.commit(statements)
    },
  }
}

describe('a school of 100 units and 30 goals each', () => {
  it('Article 14: is assigned a special goal in few reads and one commit', async () => {
    const { db, units } = bigSchool()
    const counts = { reads: 0, commits: 0 }
    const payload = { year: 2026, units, entry: { ...entry('special') } }
    const used = processorTime()
    const outcome = await execute(counting(db, counts), assignGoalCommand, payload, {
      ...META,
      causes: ['a'],
    })
    const ms = used()
    console.log(`a goal assigned to ${UNITS} units in ${Math.round(ms)} ms, ${counts.reads} reads`)
    expect(doneOf(outcome)).toMatchObject({ units: UNITS, left: 0 })
    expect(counts.reads).toBeLessThan(15)
    expect(counts.commits).toBe(1)
    expect(ms).toBeLessThan(GENEROUS_MS)
  })

  it('Article 16: is passed at once in few reads and one commit', async () => {
    const { db, units } = bigSchool()
    const counts = { reads: 0, commits: 0 }
    const payload = { year: 2026, units, marks: await marksOf(db, 2026, units) }
    const used = processorTime()
    const outcome = await execute(counting(db, counts), reviewPlansCommand, payload, {
      ...META,
      causes: ['b'],
    })
    const ms = used()
    console.log(
      `${UNITS * GOALS} goals of ${UNITS} units passed in ${Math.round(ms)} ms, ${counts.reads} reads`,
    )
    expect(doneOf(outcome)).toMatchObject({ units: UNITS, goals: UNITS * GOALS, left: 0 })
    expect(counts.reads).toBeLessThan(15)
    expect(counts.commits).toBe(1)
    expect(ms).toBeLessThan(GENEROUS_MS)
  })
})
