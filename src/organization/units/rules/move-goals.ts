/** Where the goals of ending units go (rulebook 1): each of them to one successor, with all that is known of it, or, for a reason, to none. */
import type { GoalId, UnitId, Year } from '../../../kernel/ids.ts'
import { countWithinLimit } from '../../../planning/rules/draft.ts'
import { drafterOf } from '../../../planning/rules/drafters.ts'
import { counts, type Goal, type GoalVersion, isMarked, type Origin } from '../../../planning/rules/goal.ts'
import { type Left, NEW_PLAN, type PlanEvent, type PlanState } from '../../../planning/rules/plan.ts'
import type { UnitKind } from '../../../store/schema/organization.ts'
import type { Act, Choices, GoalChoice } from './reform.ts'
import { endingOf, type Paper, successorsOf, type Wish } from './wish.ts'

export interface Places {
  readonly nameOf: (unit: UnitId) => string
  /** As it will be. */
  readonly kindOf: (unit: UnitId) => UnitKind
}

export interface GoalFacts extends Places {
  readonly reform: number
  readonly wish: Wish
  readonly paper: Paper
  readonly choices: Choices
  readonly year: Year
  readonly plans: ReadonlyMap<UnitId, PlanState>
  /** Article 10. */
  readonly specialLimit: number
  readonly act: Act
}

/** A goal with where it goes; undefined while that is open. */
export interface Leaving {
  readonly from: UnitId
  readonly goal: Goal
  readonly choice: GoalChoice | undefined
}

export interface MovedGoals {
  readonly plans: ReadonlyMap<UnitId, readonly PlanEvent[]>
  readonly left: readonly { readonly from: UnitId; readonly left: Left }[]
  readonly exceptions: number
}

const planOf = (plans: ReadonlyMap<UnitId, PlanState>, unit: UnitId): PlanState => plans.get(unit) ?? NEW_PLAN

/** Every goal that has to go somewhere, in the order of the units and their numbers; cancelled ones stay with their unit's history. */
export function leavingGoals({
  wish,
  choices,
  plans,
}: Pick<GoalFacts, 'wish' | 'choices' | 'plans'>): Leaving[] {
  const successors = successorsOf(wish)
  const other = choices.otherGoals ?? (successors.length === 1 ? successors[0] : undefined)
  const rest: GoalChoice | undefined = other === undefined ? undefined : { to: other }
  return endingOf(wish).flatMap((from) =>
    planOf(plans, from)
      .goals.filter(counts)
      .map((goal) => ({ from, goal, choice: choices.goals[goal.id] ?? rest })),
  )
}

/** What is not in force yet cannot come into a plan that is: it is asked for there as an adjustment (Article 17), or dropped. */
export function misfits(leaving: readonly Leaving[], plans: GoalFacts['plans']): Leaving[] {
  return leaving.filter(
    ({ goal, choice }) =>
      goal.status !== 'in-force' &&
      choice &&
      'to' in choice &&
      planOf(plans, choice.to).status === 'in-force',
  )
}

/** The events of all plans that it changes; goals of which nobody has said where they go stay. */
export function moveGoals(facts: GoalFacts): MovedGoals {
  const leaving = leavingGoals(facts)
  const into = successorsOf(facts.wish).map((unit) => takeOver(unit, leaving, facts))
  const numbers = new Map(into.flatMap(({ goals }) => goals.map((goal) => [goal.id, goal.number] as const)))
  const left = leaving.flatMap(({ from, goal, choice }) =>
    choice ? [{ from, left: leftOf(goal, choice, numbers, facts) }] : [],
  )
  const { act } = facts
  const out = endingOf(facts.wish).map((unit): readonly [UnitId, readonly PlanEvent[]] => [
    unit,
    left.filter(({ from }) => from === unit).map((one) => ({ type: 'goal.moved-out', left: one.left, act })),
  ])
  const taken = into.map(({ unit, goals }): readonly [UnitId, readonly PlanEvent[]] => [
    unit,
    goals.map((goal) => ({ type: 'goal.moved-in', goal, act })),
  ])
  return {
    plans: new Map([...out, ...taken].filter(([, events]) => events.length > 0)),
    left,
    exceptions: into.flatMap(({ goals }) => goals).filter((goal) => goal.origins?.at(-1)?.exception).length,
  }
}

/** What still has to be sent comes first, so that a new plan does not come into force before it is whole. */
function takeOver(unit: UnitId, leaving: readonly Leaving[], facts: GoalFacts) {
  const plan = planOf(facts.plans, unit)
  const coming = leaving
    .filter(({ choice }) => choice && 'to' in choice && choice.to === unit)
    .toSorted((one, other) => rank(one.goal) - rank(other.goal))
  const goals: Goal[] = []
  for (const [at, { from, goal }] of coming.entries()) {
    const full = countWithinLimit([...plan.goals, ...goals]) >= facts.specialLimit
    const exception = goal.content.type === 'special' && !goal.assigned && !isMarked(goal) && full
    const origin = originOf(from, goal, exception, facts)
    goals.push(movedGoal(goal, plan.lastNumber + 1 + at, origin, facts.kindOf(unit)))
  }
  return { unit, goals }
}

const rank = ({ status }: Goal): number => (status === 'in-force' ? 1 : 0)

function originOf(from: UnitId, goal: Goal, exception: boolean, facts: GoalFacts): Origin {
  return {
    ...{ unit: from, name: facts.nameOf(from), number: goal.number },
    ...{ reform: facts.reform, document: facts.paper.document, act: facts.act },
    // Once marked it stays so, wherever it goes.
    ...((exception || goal.origins?.at(-1)?.exception) && { exception: true as const }),
  }
}

/** In force it goes on as it is; what was on its way is its new drafter's to send again. */
function movedGoal(goal: Goal, number: number, origin: Origin, kind: UnitKind): Goal {
  const { id, revision, content, returns, assigned, returnedAs, copiedFrom, opened, versions } = goal
  const base = {
    ...{ id, number, drafter: drafterOf(kind, content.type), revision, content, returns },
    ...(assigned && { assigned }),
    ...(returnedAs && { returnedAs }),
    ...(copiedFrom !== undefined && { copiedFrom }),
    ...(opened !== undefined && { opened }),
    ...(versions && { versions: versions.map((version) => versionOf(version, origin.unit)) }),
    origins: [...(goal.origins ?? []), origin],
  }
  if (goal.status !== 'in-force') return { ...base, status: 'draft' }
  const { passed, ratified, criterion } = goal
  return { ...base, status: 'in-force', passed, ratified, criterion }
}

function versionOf(version: GoalVersion, unit: UnitId): GoalVersion {
  const { adjusted } = version
  return adjusted ? { ...version, adjusted: { ...adjusted, unit: adjusted.unit ?? unit } } : version
}

function leftOf(
  goal: Goal,
  choice: GoalChoice,
  numbers: ReadonlyMap<GoalId, number>,
  { nameOf, reform, paper, act }: GoalFacts,
): Left {
  const to =
    'to' in choice ? { unit: choice.to, name: nameOf(choice.to), number: numbers.get(goal.id) ?? 0 } : null
  return {
    ...{ goal: goal.id, number: goal.number, type: goal.content.type, title: goal.content.title, to },
    reason: 'drop' in choice ? choice.drop : '',
    ...{ effectiveOn: paper.on, reform, document: paper.document, act },
  }
}
