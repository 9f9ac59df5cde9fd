/** The verdicts of the leader in charge and of the chair (Article 16). */
import * as z from 'zod'
import { command, type Meta } from '../../kernel/command.ts'
import type { PersonId, UnitId, Year } from '../../kernel/ids.ts'
import { listWorkItems } from '../../organization/queries.ts'
import type { Database } from '../../store/database.ts'
import type { GoalStatus } from '../../store/schema/planning.ts'
import { type Audience, findScene, loadAudience, type Setting } from '../context.ts'
import type { PlanningDone } from '../done.ts'
import { listVoters } from '../leading-group.ts'
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
  abstain: z.boolean().default(false),
})

interface DecideContext {
  readonly setting: Setting
  readonly audience: Audience
  readonly workItems: readonly WorkItem[]
  /** Those of the leading group of the day who are not of the unit. */
  readonly members: readonly PersonId[]
}

async function loadContext(
  db: Database,
  { year, unit }: { readonly year: Year; readonly unit: UnitId },
  meta: Meta,
): Promise<DecideContext> {
  const [setting, workItems, group] = await Promise.all([
    findScene(db, year, unit, meta),
    listWorkItems(db),
    listVoters(db, unit, meta.today),
  ])
  const members = group.map((person) => person.id)
  return { setting, workItems, members, audience: await loadAudience(db, setting, meta) }
}

/** Refusals after which the card is replaced; with the others what was typed stays where it is. */
const SHOWS_PRESENT: ReadonlySet<PlanningRefusal['code']> = new Set<PlanningRefusal['code']>([
  'unknown-unit',
  'other-leader',
  'own-unit-plan',
  'chair-decides',
  'members-decide',
  'stale-plan',
  'already-decided',
  'ratified-plan',
  'early-ratification',
  'unconfirmed-quorum',
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
  decide: (state, ballot, { setting, workItems, members }) =>
    'refusal' in setting ? setting : ratifyPlan(state, ballot, { ...setting, workItems, members }),
  tell: ({ payload: { year, unit, abstain }, context: { audience }, ...told }) => ({
    notices: noticesOf({ ...told, year, unit, audience }),
    answer: {
      done: ratifiedDone(told.events, told.after, abstain),
      show: { name: 'plan-ratify', params: { year, unit } },
    },
  }),
  onRefusal: ({ code }, { year, unit }) =>
    SHOWS_PRESENT.has(code) ? { name: 'plan-ratify', params: { year, unit } } : undefined,
})

function ratifiedDone(events: readonly PlanEvent[], after: PlanState, abstained: boolean): PlanningDone {
  const { passed: ratified, returned } = countVerdicts(events)
  const left = countStatus(after, 'passed')
  const inForce = after.status === 'in-force'
  const isVote = events.some((event) => event.type === 'plan.voted' || 'quorum' in event)
  if (!isVote) return { code: 'plan-ratified', ratified, returned, left, inForce }
  const voted = events.flatMap((event) =>
    event.type === 'plan.voted' ? [event.agreed.length + event.abstained.length] : [],
  )
  const answered = voted.reduce((sum, one) => sum + one, returned)
  return { code: 'plan-voted', answered, abstained, ratified, returned, left, inForce }
}

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
