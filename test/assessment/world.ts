/** A university in the phase of assessment: units with goals in force, and helpers that act in it through commands. */
import { assessment } from '../../src/assessment/chapter.ts'
import type { AssessedGoal } from '../../src/assessment/rules/goal.ts'
import type { Mark } from '../../src/assessment/rules/marks.ts'
import type { Outcome } from '../../src/kernel/command.ts'
import { execute } from '../../src/kernel/execute.ts'
import type { Instant } from '../../src/kernel/time.ts'
import type { Coefficients } from '../../src/policy/rules/coefficients.ts'
import { type Policy, REGULATION_DEFAULTS } from '../../src/policy/rules/policy.ts'
import type { YearState } from '../../src/policy/rules/year.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { freshDatabase } from '../world/database.ts'
import { seedOrganization } from '../world/seed.ts'
import { viewerOf } from '../world/viewer.ts'

export const AT: Instant = '2026-12-01T02:00:00.000Z'
export const TODAY = '2026-12-01' as const

/** The goals of the worked example (rulebook 5.2): key of weight 2 and 1, special, three routine. */
export function goalsOf(unit: string): readonly AssessedGoal[] {
  const plan: readonly (readonly [AssessedGoal['type'], number])[] = [
    ['key', 2_00],
    ['key', 1_00],
    ['special', 1_00],
    ['routine', 1_00],
    ['routine', 1_00],
    ['routine', 1_00],
  ]
  return plan.map(([type, weight], i) => ({
    id: `${unit}-${i + 1}`,
    number: i + 1,
    type,
    title: `目标内容${i + 1}`,
    content: '内容',
    measure: '完成',
    criterion: '按期完成',
    dueOn: '2026-11-30',
    weight,
  }))
}

export interface Opening {
  readonly policy?: Partial<Policy>
  readonly coefficients?: { readonly [unit: string]: Coefficients }
}

/** A database in phase `assessment`; every unit has the goals of `goalsOf` in force. */
export function assessmentTime(opening: Opening = {}): SqliteDatabase {
  const db = freshDatabase()
  seedOrganization(db)
  db.exec(`INSERT INTO year (year, phase, current) VALUES (2026, 'assessment', 1)`)
  putYear(db, opening)
  for (const unit of ['JX01', 'JX02', 'FY01', 'XZ01', 'XZ02']) {
    for (const goal of goalsOf(unit)) seedGoal(db, unit, goal)
  }
  return db
}

export function putYear(
  db: SqliteDatabase,
  opening: Opening,
  phase: 'assessment' | 'results' = 'assessment',
): void {
  const state: YearState = {
    status: 'open',
    year: 2026,
    phase,
    policy: { ...REGULATION_DEFAULTS, ...opening.policy },
    notice: null,
    coefficients: opening.coefficients ?? {},
  }
  db.exec(
    `INSERT OR REPLACE INTO subject (id, version, hash, state) VALUES ('year:2026', 1, '', '${JSON.stringify(state)}')`,
  )
}

export function seedGoal(db: SqliteDatabase, unit: string, goal: AssessedGoal): void {
  db.exec(
    `INSERT INTO goal (id, plan, year, unit, type, number, status, drafter, title, content, measure, criterion, due_on, weight)
     VALUES ('${goal.id}', 'plan:2026:${unit}', 2026, '${unit}', '${goal.type}', ${goal.number}, 'in-force', 'unit',
       '${goal.title}', '${goal.content}', '${goal.measure}', '${goal.criterion}', '${goal.dueOn}', ${goal.weight})`,
  )
}

let causes = 0

/** Executes a command of the chapter as a person. */
export function act(db: SqliteDatabase, person: string, type: string, payload: object): Promise<Outcome> {
  const command = assessment.commands.find((one) => one.type === type)
  if (!command) throw new Error(`no command ${type}`)
  const meta = { by: person, inNameOf: person, causes: [`cause-${++causes}`] as const, at: AT, today: TODAY }
  return execute(db, command, payload, meta)
}

export const clean = (unit: string): Mark[] =>
  goalsOf(unit).map((goal) => ({ goal: goal.number, deductions: '' }))

/** Sheets of the worked example under the graded regime: 92, 80, 95, 88, 90, 86. */
export const graded = (shift = 0): Mark[] =>
  [92, 80, 95, 88, 90, 86].map((score, i) => {
    const points = score + shift
    const level = points >= 90 ? 1 : 2
    return { goal: i + 1, level, score: points * 100, reason: level === 2 ? `第${i + 1}项不足` : '' }
  })

/** The same scores under the standard regime. */
export const standard: Mark[] = [8, 20, 5, 12, 10, 14].map((points, i) => ({
  goal: i + 1,
  deductions: `${points} 第${i + 1}项不足`,
}))

/** Everyone sends the sheet, and the convenor opens the deliberation. */
export async function deliberate(
  db: SqliteDatabase,
  unit: string,
  members: readonly [string, ...string[]],
  marks: readonly Mark[],
): Promise<Outcome> {
  for (const member of members) {
    await act(db, member, 'sheet.fill', { year: 2026, unit, marks, seal: true })
  }
  return act(db, members[0], 'deliberation.open', { year: 2026, unit })
}

/** The view as JSON, for looking into. */
export async function see(
  db: SqliteDatabase,
  person: string,
  name: string,
  params: { readonly [name: string]: string | number | boolean },
): Promise<string> {
  const view = assessment.views.find((one) => one.name === name)
  if (!view) throw new Error(`no view ${name}`)
  return JSON.stringify(await view.render(db, params, viewerOf(person, { at: AT, today: TODAY })))
}

export const noticed = (db: SqliteDatabase): string[] =>
  (
    db.raw(`SELECT person || ' ' || view AS told FROM outbox WHERE kind = 'send' ORDER BY told`) as {
      told: string
    }[]
  ).map((row) => row.told)
