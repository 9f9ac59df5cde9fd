/** The school of 100 units with 600 goals in force, an inspection team and a few teachers: what a year of realising goals begins with. */
import * as z from 'zod'
import { asOneself } from '../../src/kernel/acting.ts'
import type { Command } from '../../src/kernel/command.ts'
import { execute } from '../../src/kernel/execute.ts'
import { foldSubject } from '../../src/kernel/subject.ts'
import { type Instant, type LocalDate, localDateOf } from '../../src/kernel/time.ts'
import { type RosterSheets, sheetOf } from '../../src/organization/roster/sheets.ts'
import type { GoalContent } from '../../src/planning/rules/goal.ts'
import type { PlanEvent } from '../../src/planning/rules/plan.ts'
import { planId, planSubject } from '../../src/planning/subject.ts'
import type { SandboxPerson } from '../../src/sandbox/model.ts'
import type { Drafter, GoalType } from '../../src/store/schema/planning.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import type { University } from '../world/university.ts'
import { SCHOOL, SCHOOL_UNITS, type SchoolUnit } from './school-university.ts'

const TEAM = '机关督查组'

interface Extra {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly roles: readonly (readonly [role: string, scope: string])[]
}

/** The head of DQ2 inspects too; the teachers take no part but by tasks and petitions. */
const EXTRA: readonly Extra[] = [
  { id: 'IC', name: '督查组 组长', unit: '', roles: [['督查组组长', TEAM]] },
  { id: 'T-JX1', name: '药学学院 教师', unit: 'JX1', roles: [] },
  { id: 'T-JX2', name: '护理学院 教师', unit: 'JX2', roles: [] },
]
const INSPECTOR = ['H-DQ2', '督查组成员', TEAM, '2026-01-01', '']

const personOf = ({ id, name }: Extra): SandboxPerson => ({
  ...{ openId: `ou_${id}`, unionId: `on_${id}`, name, title: '', unit: '', employeeNo: id, mobile: '' },
  email: `${id.toLowerCase()}@campus.example`,
})

function withRows(key: keyof RosterSheets, rows: readonly (readonly string[])[]) {
  const sheet = SCHOOL.roster[key] ?? sheetOf(key, [])
  const added = sheetOf(key, rows).rows.map((one) => ({ ...one, row: one.row + sheet.rows.length }))
  return { [key]: { ...sheet, rows: [...sheet.rows, ...added] } }
}

export const REALISING: University = {
  people: [...SCHOOL.people, ...EXTRA.map(personOf)],
  roster: {
    ...SCHOOL.roster,
    ...withRows(
      'people',
      EXTRA.map(({ id, name, unit }) => [
        id,
        name,
        unit,
        '',
        `ou_${id}`,
        '',
        personOf({ id, name, unit, roles: [] }).email,
      ]),
    ),
    ...withRows('roles', [
      ...EXTRA.flatMap(({ id, roles }) => roles.map((role) => [id, ...role, '2026-01-01', ''])),
      INSPECTOR,
    ]),
    ...withRows(
      'teams',
      SCHOOL_UNITS.filter(({ standard }) => !standard).map(({ id }) => [TEAM, '督查组', id]),
    ),
  },
}

interface Planned {
  readonly type: GoalType
  readonly title: string
  readonly dueOn: LocalDate
  /** Hundredths, of 项; null where it is described. */
  readonly target: number | null
  /** Hundredths of a yuan. */
  readonly budget: number | null
}

/** Two goals are due in each of three quarters. */
const GOALS: readonly Planned[] = [
  { type: 'key', title: '完成重点任务清单', dueOn: '2026-06-30', target: 1000, budget: 10_000_000 },
  { type: 'key', title: '建成示范项目', dueOn: '2026-09-30', target: 500, budget: 5_000_000 },
  { type: 'special', title: '解决师生急难问题', dueOn: '2026-11-30', target: null, budget: 2_000_000 },
  { type: 'routine', title: '上半年运行', dueOn: '2026-06-30', target: null, budget: null },
  { type: 'routine', title: '三季度运行', dueOn: '2026-09-30', target: null, budget: null },
  { type: 'routine', title: '全年运行', dueOn: '2026-11-30', target: null, budget: null },
]

export const GOALS_A_UNIT = GOALS.length
export const dueOf = (number: number): LocalDate => GOALS[number - 1]?.dueOn ?? '2026-12-31'
/** Hundredths. */
export const targetOf = (number: number): number | null => GOALS[number - 1]?.target ?? null
export const goalId = (unit: string, number: number): string => `2026-${unit}-${number}`

function contentOf({ type, title, dueOn, target, budget }: Planned): GoalContent {
  const measure =
    target === null
      ? ({ kind: 'qualitative', seen: '检查合格' } as const)
      : ({ kind: 'quantified', indicator: '完成数', measureUnit: '项', target } as const)
  const common = {
    title,
    content: '方案、落实、检查、见效。',
    measure,
    weight: 100,
    owner: '',
    budget,
    dueOn,
  }
  switch (type) {
    case 'key':
      return { ...common, type, criterion: '每少一项扣10分', priority: 'YD1' }
    case 'special':
      return { ...common, type, criterion: '按期完成', aim: 'concern', justification: '' }
    case 'routine':
      return { ...common, type, workItem: null }
  }
}

/** What drafting, sending, review and ratification leave in a plan's journal (Articles 13-16). */
function plannedBy({ id, standard, leader }: SchoolUnit, at: Instant): PlanEvent[] {
  const act = { by: 'CH', name: '领导小组 组长', at }
  const other: Drafter = standard ? 'group' : 'leader'
  const drafterOf = (type: GoalType): Drafter =>
    type === 'key' || (standard && type === 'routine') ? other : 'unit'
  const goals = GOALS.map((goal, n) => ({
    id: goalId(id, n + 1),
    number: n + 1,
    goal,
    drafter: drafterOf(goal.type),
  }))
  const parts: readonly Drafter[] = ['unit', other]
  return [
    ...goals.map(({ id: goal, number, drafter, goal: planned }) => {
      const content = contentOf(planned)
      return { type: 'goal.drafted', goal, number, drafter, content, act } as const
    }),
    ...parts.map((drafter) => {
      const own = goals.filter((one) => one.drafter === drafter).map((one) => one.id)
      return { type: 'part.sent', drafter, parts, goals: own, review: 'asked', act } as const
    }),
    {
      type: 'plan.reviewed',
      passed: goals.map((one) => one.id),
      returned: [],
      act: { by: leader, name: leader, at },
    },
    {
      type: 'plan.ratified',
      ratified: goals.map(({ id: goal }) => ({ goal, criterion: '按期完成' })),
      returned: [],
      act,
    },
  ]
}

const plansOf = (unit: SchoolUnit): Command => ({
  type: 'test.plan',
  payload: z.unknown(),
  async prepare(db, _, { at }) {
    const head = await foldSubject(db, planSubject, planId(2026, unit.id))
    const change = planSubject.change(planId(2026, unit.id), head, plannedBy(unit, at))
    return { change: { subjects: [change], notices: [], answer: { done: { code: 'planned' } } } }
  },
})

/** Every unit's plan is in force: its journal as planning would have left it, without the week that it takes. */
export async function plansInForce(db: SqliteDatabase, at: Instant): Promise<void> {
  for (const unit of SCHOOL_UNITS) {
    const meta = { ...asOneself('CH', localDateOf(at)), causes: [`plan:${unit.id}`] as const, at }
    const outcome = await execute(db, plansOf(unit), {}, meta)
    if (!outcome.ok) throw new Error(`no plan of ${unit.id}: ${outcome.refusal.code}`)
  }
}
