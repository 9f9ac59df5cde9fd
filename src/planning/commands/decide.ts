/** The verdicts of the leader in charge and of the chair (Article 16). */
import * as z from 'zod'
import { command, type Meta } from '../../kernel/command.ts'
import type { UnitId, Year } from '../../kernel/ids.ts'
import { listWorkItems } from '../../organization/queries.ts'
import type { Database } from '../../store/database.ts'
import type { GoalStatus } from '../../store/schema/planning.ts'
import { type Audience, findScene, loadAudience, type Setting } from '../context.ts'
import type { PlanningDone } from '../done.ts'
import { noticesOf } from '../notices.ts'
import { ratifyPlan, reviewPlan } from '../rules/decide.ts'
import type { WorkItem } from '../rules/entry.ts'
import type { PlanEvent, PlanState } from '../rules/plan.ts'
import type { PlanningRefusal } from '../rules/refusals.ts'
import { planId, planSubject } from '../subject.ts'

const payload = z.object({
  year: z.int(),
  unit: z.string().max(100),
  seen: z.record(z.string(), z.int()),
  standards: z.string().max(100).default(''),
  verdicts: z
    .array(
      z.object({
        goal: z.string().max(200),
        verdict: z.enum(['pass', 'return']).nullable(),
        comment: z.string().max(20_000),
      }),
    )
    .max(200),
})

interface DecideContext {
  readonly setting: Setting
  readonly audience: Audience
  readonly workItems: readonly WorkItem[]
}

async function loadContext(
  db: Database,
  { year, unit }: { readonly year: Year; readonly unit: UnitId },
  meta: Meta,
): Promise<DecideContext> {
  const [setting, workItems] = await Promise.all([findScene(db, year, unit, meta), listWorkItems(db)])
  return { setting, workItems, audience: await loadAudience(db, setting, meta) }
}

/** Refusals after which the card is replaced; with the others what was typed stays where it is. */
const SHOWS_PRESENT: ReadonlySet<PlanningRefusal['code']> = new Set<PlanningRefusal['code']>([
  'stale-plan',
  'already-decided',
  'ratified-plan',
  'early-ratification',
  'empty-ballot',
])

export const reviewPlanCommand = command<
  z.infer<typeof payload>,
  PlanState,
  PlanEvent,
  PlanningRefusal,
  DecideContext,
  PlanningDone
>({
  type: 'plan.review',
  payload,
  on: planSubject,
  id: ({ year, unit }) => planId(year, unit),
  context: loadContext,
  decide: (state, ballot, { setting, workItems }) =>
    'refusal' in setting ? setting : reviewPlan(state, ballot, { ...setting, workItems }),
  tell: ({ payload: { year, unit }, context: { audience }, ...told }) => ({
    notices: noticesOf({ ...told, year, unit, audience }),
    answer: {
      done: {
        code: 'plan-reviewed',
        ...countVerdicts(told.events),
        left: countStatus(told.after, 'sent'),
        next: told.after.status === 'in-ratification' ? 'ratification' : 'other-parts',
      },
      show: { name: 'plan-review', params: { year, unit } },
    },
  }),
  onRefusal: ({ code }, { year, unit }) =>
    SHOWS_PRESENT.has(code) ? { name: 'plan-review', params: { year, unit } } : undefined,
})

export const ratifyPlanCommand = command<
  z.infer<typeof payload>,
  PlanState,
  PlanEvent,
  PlanningRefusal,
  DecideContext,
  PlanningDone
>({
  type: 'plan.ratify',
  payload,
  on: planSubject,
  id: ({ year, unit }) => planId(year, unit),
  context: loadContext,
  decide: (state, ballot, { setting, workItems }) =>
    'refusal' in setting ? setting : ratifyPlan(state, ballot, { ...setting, workItems }),
  tell: ({ payload: { year, unit }, context: { audience }, ...told }) => {
    const { passed, returned } = countVerdicts(told.events)
    const left = countStatus(told.after, 'passed')
    const inForce = told.after.status === 'in-force'
    return {
      notices: noticesOf({ ...told, year, unit, audience }),
      answer: {
        done: { code: 'plan-ratified', ratified: passed, returned, left, inForce },
        show: { name: 'plan-ratify', params: { year, unit } },
      },
    }
  },
  onRefusal: ({ code }, { year, unit }) =>
    SHOWS_PRESENT.has(code) ? { name: 'plan-ratify', params: { year, unit } } : undefined,
})

function countVerdicts(events: readonly PlanEvent[]): { passed: number; returned: number } {
  let [passed, returned] = [0, 0]
  for (const event of events) {
    if (event.type === 'plan.reviewed') passed += event.passed.length
    if (event.type === 'plan.ratified') passed += event.ratified.length
    if ('returned' in event) returned += event.returned.length
  }
  return { passed, returned }
}

const countStatus = (state: PlanState, status: GoalStatus): number =>
  state.goals.filter((goal) => goal.status === status).length
