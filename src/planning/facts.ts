/** Goals as cards show them: names instead of ids, figures as people write them. */
import type { GoalFacts } from '../../cards/goal-facts.ts'
import { AIM_NAMES, ASSIGNER_NAMES, GOAL_TYPES, TYPE_NAMES } from '../../cards/goal-words.ts'
import { costsOf } from '../execution/queries/costs.ts'
import type { UnitId, Year } from '../kernel/ids.ts'
import { sayDate, sayInstant } from '../kernel/time.ts'
import { listServedEver, listWorkItems } from '../organization/queries.ts'
import { findYear } from '../policy/queries.ts'
import type { Policy } from '../policy/rules/policy.ts'
import { phaseFor } from '../policy/rules/reopening.ts'
import type { Database } from '../store/database.ts'
import type { GoalType } from '../store/schema/planning.ts'
import type { Phase } from '../store/schema/policy.ts'
import { adjustedText } from './adjusted-text.ts'
import { lastYearFacts, loadSources, type Sources } from './copy/last-year.ts'
import { changedLines, type GoalLine, goalLines } from './goal-lines.ts'
import { decimalText, measureText } from './measure.ts'
import { findPlan } from './queries.ts'
import { criterionOf } from './rules/criterion.ts'
import type { WorkItem } from './rules/entry.ts'
import { type Act, type Assigned, counts, type Goal, type GoalContent } from './rules/goal.ts'
import type { PlanState } from './rules/plan.ts'
import { sharesOf } from './rules/shares.ts'

export interface PlanFacts {
  readonly state: PlanState
  readonly version: number
  readonly phase: Phase
  readonly policy: Policy
  /** Whether the chair has confirmed the policy as it is. */
  readonly confirmed: boolean
  readonly workItems: readonly WorkItem[]
  /** In order of number. */
  readonly goals: readonly GoalFacts[]
  /** `重点目标 3项（占25%）` for each type. */
  readonly counts: readonly string[]
  /** The sum of the goals' budgets (Article 30), as `12000元`; '' without any. */
  readonly budget: string
}

/** What goals serve, by name. */
export interface ServedNames {
  readonly priorities: readonly { readonly id: string; readonly text: string }[]
  readonly workItems: readonly WorkItem[]
  /** Of work items that have ended too. */
  readonly itemNames?: ReadonlyMap<string, string>
}

interface Names extends ServedNames {
  /** Last year's goals, where this plan has copies of them. */
  readonly sources: Sources
  readonly year: Year
}

/** The plan with its goals as facts; undefined where the year was never opened. */
export async function loadPlanFacts(db: Database, year: Year, unit: UnitId): Promise<PlanFacts | undefined> {
  const [plan, open, ever, workItems] = await Promise.all([
    findPlan(db, year, unit),
    findYear(db, year),
    listServedEver(db),
    listWorkItems(db),
  ])
  if (!open) return undefined
  const { state, version } = plan
  const weights = state.goals
    .filter(counts)
    .map(({ id, content: { type, weight } }) => ({ id, type, weight }))
  const shares = sharesOf(weights, open.policy.ratios)
  const sources = await loadSources(db, year, unit, state)
  const names = { ...ever, workItems, sources, year }
  const over = await overTexts(db, state)
  return {
    state,
    version,
    phase: phaseFor(open, unit),
    policy: open.policy,
    confirmed: open.notice !== null,
    workItems,
    goals: state.goals.map((goal) => ({
      ...goalFacts(goal, shares.get(goal.id) ?? 0, names),
      ...over.get(goal.id),
    })),
    counts: countTexts(state.goals.filter(counts), open.policy),
    budget: budgetText(state.goals.filter(counts)),
  }
}

/** Of goals in force that are over budget (Article 30): `超预算 200元`. */
async function overTexts(db: Database, { goals }: PlanState): Promise<Map<string, Pick<GoalFacts, 'over'>>> {
  const inForce = goals.filter(({ status }) => status === 'in-force').map(({ id }) => id)
  const costs = [...(await costsOf(db, inForce))].filter(([, { over }]) => over > 0)
  return new Map(costs.map(([id, { over }]) => [id, { over: `超预算 ${decimalText(over)}元` }]))
}

export const actFacts = (act: Act): { readonly by: string; readonly at: string } => ({
  by: act.name,
  at: sayInstant(act.at),
})

function goalFacts(goal: Goal, share: number, names: Names): GoalFacts {
  const { id, number, status, content } = goal
  const { type, title, weight, owner, budget, dueOn } = content
  const decided = status === 'ratified' || status === 'in-force' || status === 'cancelled'
  const criterion = decided ? goal.criterion : criterionOf(content, names.workItems)
  const adjusted = [originText(goal), adjustedText(goal)].filter((text) => text !== '').join('；')
  const lastYear = lastYearFacts(goal, criterion, names.sources, names.year)
  return {
    ...{ id, number, type, status, title, owner },
    content: content.content,
    measure: measureText(content.measure),
    criterion,
    due: dueOn === null ? '' : sayDate(dueOn),
    weight: decimalText(weight),
    share: `${decimalText(share)}%`,
    budget: budget === null ? '' : `${decimalText(budget)}元`,
    serves: servesFacts(content, names),
    justification: justificationOf(goal),
    returns: goal.returns.map(({ act, comment }) => ({ ...actFacts(act), comment })),
    ...(lastYear && { lastYear }),
    ...(goal.assigned && { assigned: assignedText(goal.assigned) }),
    ...(adjusted !== '' && { adjusted }),
    ...sinceReturn(goal, criterion, names),
  }
}

/** Where a reform of the units found it (rulebook 1). */
const originText = ({ origins = [] }: Goal): string =>
  origins.map(({ name, number, document }) => `原${name}目标${number}（${document}）`).join('，')

function justificationOf({ content, origins }: Goal): string {
  if (content.type !== 'special' || content.justification !== '')
    return content.type === 'special' ? content.justification : ''
  const origin = origins?.at(-1)
  return origin?.exception ? `机构改革从${origin.name}并入（${origin.document}）` : ''
}

const assignedText = ({ as, act }: Assigned): string =>
  `${ASSIGNER_NAMES[as]}（${act.name}，${sayInstant(act.at)}）`

/** Of a goal that was sent again, what its drafter changed since it came back. */
function sinceReturn(goal: Goal, criterion: string, names: Names): Pick<GoalFacts, 'sinceReturn'> {
  const { returnedAs, content, status } = goal
  if (!returnedAs || (status !== 'sent' && status !== 'passed')) return {}
  const serving = (one: GoalContent): GoalLine => servedLine(one, names)
  // A routine goal's criterion is its work item's standard, and no change of the drafter's.
  const judged = (one: GoalContent): string => (one.type === 'routine' ? criterion : one.criterion)
  const then = goalLines(returnedAs, judged(returnedAs), serving(returnedAs))
  return {
    sinceReturn: { before: changedLines(then, goalLines(content, judged(content), serving(content))) },
  }
}

const SERVES_LABELS = { key: '工作要点', special: '专项类别', routine: '工作项目' } as const

export function servedLine(content: GoalContent, names: ServedNames): GoalLine {
  const serves = servesFacts(content, names)
  return { label: serves?.label ?? SERVES_LABELS[content.type], value: serves?.text ?? '' }
}

export function servesFacts(content: GoalContent, names: ServedNames): GoalFacts['serves'] {
  switch (content.type) {
    case 'key': {
      const text = names.priorities.find((one) => one.id === content.priority)?.text ?? content.priority
      return text === null ? null : { label: SERVES_LABELS.key, text }
    }
    case 'special':
      return content.aim === null ? null : { label: SERVES_LABELS.special, text: AIM_NAMES[content.aim] }
    case 'routine': {
      const id = content.workItem
      const item = names.workItems.find((one) => one.id === id)
      const text = item?.name ?? (id === null ? null : (names.itemNames?.get(id) ?? id))
      return text === null ? null : { label: SERVES_LABELS.routine, text }
    }
  }
}

function countTexts(goals: readonly Goal[], policy: Policy): string[] {
  const count = (type: GoalType): number => goals.filter((goal) => goal.content.type === type).length
  return GOAL_TYPES.map((type) => `${TYPE_NAMES[type]} ${count(type)}项（占${policy.ratios[type]}%）`)
}

function budgetText(goals: readonly Goal[]): string {
  const budgets = goals.flatMap((goal) => goal.content.budget ?? [])
  return budgets.length === 0 ? '' : `${decimalText(budgets.reduce((total, one) => total + one, 0))}元`
}
