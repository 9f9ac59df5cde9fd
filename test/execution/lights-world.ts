/** Goals, reports and phases as rows, for lights and what is computed from them. */
import * as z from 'zod'
import { asOneself } from '../../src/kernel/acting.ts'
import type { Command } from '../../src/kernel/command.ts'
import { execute } from '../../src/kernel/execute.ts'
import { foldSubject } from '../../src/kernel/subject.ts'
import { type Instant, localDateOf } from '../../src/kernel/time.ts'
import { REGULATION_DEFAULTS } from '../../src/policy/rules/policy.ts'
import { yearId, yearSubject } from '../../src/policy/subject.ts'
import type { Database } from '../../src/store/database.ts'
import type { Phase } from '../../src/store/schema/policy.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'

const YEAR = 2026

/** The year is opened where it is not, and brought to the phase. */
const enterPhase = (phase: Phase): Command => ({
  type: 'test.enter',
  payload: z.unknown(),
  async prepare(db) {
    const head = await foldSubject(db, yearSubject, yearId(YEAR))
    const opened = { type: 'year.opened', year: YEAR, policy: REGULATION_DEFAULTS } as const
    const events = [...(head.version === 0 ? [opened] : []), { type: 'phase.entered', phase } as const]
    const subjects = [yearSubject.change(yearId(YEAR), head, events)]
    return { change: { subjects, notices: [], answer: { done: { code: 'entered' } } } }
  },
})

export async function enter(db: Database, phase: Phase, at: Instant): Promise<void> {
  const meta = { ...asOneself('OF1', localDateOf(at)), causes: [`${phase}:${at}`] as const, at }
  await execute(db, enterPhase(phase), {}, { ...meta, causes: [`${phase}:${at}`] })
}

export interface SeededReport {
  readonly percent: number
  readonly at: Instant
  readonly state?: 'on-track' | 'at-risk' | 'behind'
  readonly value?: number | null
  readonly cost?: number | null
}

/** The next report of a goal; places count from 1. */
export function seedReport(db: SqliteDatabase, goal: string, place: number, report: SeededReport): void {
  const { percent, at, state = 'on-track', value = null, cost = null } = report
  const [year, unit] = goal.split('-')
  const id = `execution:${goal}:${String(place).padStart(6, '0')}`
  db.exec(
    `INSERT INTO progress (id, goal, year, unit, percent, state, done, next, difficulty, reason, cost, evidence, by_person, at, value)
     VALUES ('${id}', '${goal}', ${year}, '${unit}', ${percent}, '${state}', '完成', '', '', '', ${cost}, '[]', 'C-${unit}', '${at}', ${value})`,
  )
}

export interface SeededPlanGoal {
  readonly id: string
  readonly ratifiedAt: Instant
  readonly target?: number
}

/** A plan whose state holds its goals as far as lights read it, padded to the size of a real one. */
export function seedPlan(
  db: SqliteDatabase,
  unit: string,
  movedAt: Instant,
  goals: readonly SeededPlanGoal[],
): void {
  const id = `plan:${YEAR}:${unit}`
  const state = {
    status: 'in-force',
    goals: goals.map(({ id: goal, ratifiedAt, target }) => ({
      id: goal,
      ratified: { by: 'CH', name: '组长', at: ratifiedAt },
      content: {
        content: '完成初稿并通过评审'.repeat(20),
        measure: target === undefined ? null : { kind: 'quantified', indicator: '招生', target },
      },
    })),
  }
  db.exec(
    `INSERT INTO plan (id, year, unit, status, sent_parts, answered, goal_stages, moved_at)
     VALUES ('${id}', ${YEAR}, '${unit}', 'in-force', '[]', '[]', '[]', '${movedAt}')`,
  )
  db.exec(
    `INSERT INTO subject (id, version, hash, state) VALUES ('${id}', 1, '', '${JSON.stringify(state)}')`,
  )
}
