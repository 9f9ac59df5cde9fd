/** The goal as a form: only the questions that its type needs (Articles 9-12). */
import * as z from 'zod'
import { TYPE_NAMES } from '../../cards/goal-words.ts'
import type { FormSpec } from '../../cards/kit.ts'
import type { GoalId, UnitId, Year } from '../kernel/ids.ts'
import type { LocalDate } from '../kernel/time.ts'
import { type FormDefinition, formOf, type Viewer } from '../kernel/view.ts'
import { getActor, listPriorities, listWorkItems } from '../organization/queries.ts'
import { findYear } from '../policy/queries.ts'
import { phaseFor } from '../policy/rules/reopening.ts'
import type { Database } from '../store/database.ts'
import type { GoalType } from '../store/schema/planning.ts'
import { entryOf } from './entry-values.ts'
import { doubledMeasure } from './field-mistakes.ts'
import { goalFields } from './goal-fields.ts'
import { findSeat } from './places.ts'
import { findPlan } from './queries.ts'
import { barredChanger } from './rules/assigners.ts'
import { closedPlan, countWithinLimit } from './rules/draft.ts'
import { drafterOf, mayDraft } from './rules/drafters.ts'
import type { Goal } from './rules/goal.ts'
import type { PlanningRefusal } from './rules/refusals.ts'

const type = z.enum(['key', 'special', 'routine'])
const draftParams = z.object({ year: z.int(), unit: z.string(), type, opened: z.string().exactOptional() })
const reviseParams = z.object({ year: z.int(), unit: z.string(), type, goal: z.string(), revision: z.int() })

export const goalForm: FormDefinition = formOf({
  name: 'goal',
  params: draftParams,
  command: 'goal.draft',
  once: async (db, { year, unit }, { by, at }) => `${by} ${at} ${(await findPlan(db, year, unit)).version}`,
  spec: (db, asked, viewer) => goalSpec(db, { ...asked, goal: null }, viewer),
  check: (values, { type }) => doubledMeasure(entryOf(values, type)),
  payload: (values, { year, unit, type, opened }) => ({
    ...{ year, unit, entry: { ...entryOf(values, type) } },
    ...(opened !== undefined && { opened }),
  }),
})

export const goalReviseForm: FormDefinition = formOf({
  name: 'goal_revise',
  params: reviseParams,
  command: 'goal.revise',
  spec: (db, asked, viewer) => goalSpec(db, asked, viewer),
  check: (values, { type }) => doubledMeasure(entryOf(values, type)),
  payload: (values, { year, unit, type, goal, revision }) => ({
    year,
    unit,
    goal,
    revision,
    entry: { ...entryOf(values, type) },
  }),
})

interface Asked {
  readonly year: Year
  readonly unit: UnitId
  readonly type: GoalType
  readonly goal: GoalId | null
}

async function goalSpec(
  db: Database,
  asked: Asked,
  viewer: Viewer,
): Promise<FormSpec | { readonly refusal: PlanningRefusal }> {
  const [actor, seat, open, plan] = await Promise.all([
    getActor(db, viewer),
    findSeat(db, asked.unit),
    findYear(db, asked.year),
    findPlan(db, asked.year, asked.unit),
  ])
  if (!open) return { refusal: { code: 'unopened-plans' } }
  if (!seat) return { refusal: { code: 'unknown-unit', unit: asked.unit } }
  const goal = plan.state.goals.find((one) => one.id === asked.goal)
  const drafter = drafterOf(seat.kind, asked.type)
  const barred = goal && barredChanger(actor, seat, goal)
  if (barred) return { refusal: barred }
  if (!goal && !mayDraft(actor, seat, drafter))
    return { refusal: { code: 'other-drafter', type: asked.type, drafter } }
  const closed = closedPlan(plan.state, { ...seat, year: asked.year, phase: phaseFor(open, seat.unit) })
  if (closed) return { refusal: closed }
  if (asked.goal !== null && !goal) return { refusal: { code: 'unknown-goal' } }
  const beyondLimit = isBeyondLimit(plan.state.goals, goal, open.policy.specialLimit)
  const exceeded = beyondLimit ? open.policy.specialLimit : null
  return specOf(db, { ...asked, today: viewer.today }, seat.name, goal, exceeded)
}

/** Article 10: whether the form must ask for a justification. */
function isBeyondLimit(goals: readonly Goal[], goal: Goal | undefined, limit: number): boolean {
  if (goal?.assigned) return false
  if (goal?.content.type === 'special' && goal.content.justification !== '') return true
  return countWithinLimit(goals.filter((one) => one.id !== goal?.id)) >= limit
}

async function specOf(
  db: Database,
  { type, year, today, ...asked }: Asked & { readonly today: LocalDate },
  unit: string,
  goal: Goal | undefined,
  exceeded: number | null,
): Promise<FormSpec> {
  const [priorities, workItems] = await Promise.all([listPriorities(db), listWorkItems(db)])
  const name = TYPE_NAMES[type]
  return {
    title: goal ? `修改目标${goal.number}（${name}）` : `填报${name}`,
    intro: `${unit} ${year}年度。可先存要点，报送前补齐即可。`,
    fields: goalFields({ type, year, today, priorities, workItems, content: goal?.content, exceeded }),
    submit: goal ? '保存修改' : '保存目标',
    back: { show: 'draft-goal', with: { year, unit: asked.unit } },
  }
}
