/** A reform as a whole, worked out on the organization and the year as they are: what each subject comes to, and what stands in the way. */
import type { GoalId, UnitId } from '../../../kernel/ids.ts'
import type { LocalDate } from '../../../kernel/time.ts'
import { counts } from '../../../planning/rules/goal.ts'
import { NEW_PLAN, type PlanEvent, type PlanState } from '../../../planning/rules/plan.ts'
import { entryIn, type Organization, personIn } from '../../present.ts'
import { dayBefore } from '../../roster/day-before.ts'
import type { Difference, MovedEntry } from '../../roster/difference.ts'
import type { EntryEvent } from '../../rules/entry.ts'
import { type Bar, goalsMove, kindBars, openBars, type Standing, yearBars } from '../rules/bars.ts'
import { faultOfWish, type UnitState, type WishFacts } from '../rules/check-wish.ts'
import { type Leaving, leavingGoals, type MovedGoals, moveGoals } from '../rules/move-goals.ts'
import type { Act, Choices, Named, Outcome } from '../rules/reform.ts'
import { endingOf, newUnitsOf, type Paper, successorsOf, unitsOf, type Wish } from '../rules/wish.ts'
import { type MovedPeople, movePeople } from './people.ts'
import { moveTeams, type TeamPlace, teamPlaces } from './teams.ts'

export interface ReformFacts {
  readonly today: LocalDate
  readonly present: Organization
  readonly year: { readonly year: number; readonly specialLimit: number } | null
  /** Of the year, by unit; of the units that it is about. */
  readonly plans: ReadonlyMap<UnitId, PlanState>
  readonly standing: Standing
}

export interface Asked {
  readonly reform: number
  readonly wish: Wish
  readonly paper: Paper
  readonly choices: Choices
  readonly act: Act
}

export interface Proposal {
  readonly difference: Omit<Difference, 'lines'>
  readonly plans: ReadonlyMap<UnitId, readonly PlanEvent[]>
  readonly goals: MovedGoals
  readonly leaving: readonly Leaving[]
  readonly people: MovedPeople
  readonly teams: readonly TeamPlace[]
  readonly bars: readonly Bar[]
  readonly outcome: Outcome
  /** Where a goal goes, for what follows it; undefined where it goes nowhere. */
  readonly destinations: ReadonlyMap<GoalId, { readonly unit: UnitId; readonly number: number }>
}

export function proposeReform(asked: Asked, facts: ReformFacts): Proposal {
  const { wish, choices } = asked
  const moving = facts.year !== null && goalsMove(facts.standing)
  const plans = moving ? facts.plans : new Map<UnitId, PlanState>()
  const goals = goalsOf(asked, facts, plans)
  const leaving = leavingGoals({ wish, choices, plans })
  const people = movePeople({ wish, choices, people: facts.present.people, days: daysOf(facts.today) })
  const teams = teamPlaces({ wish, choices, teams: facts.present.teams })
  const units = unitEvents(asked, facts.present)
  const bars = [
    ...wishBars(wish, facts),
    ...yearBars(wish, facts.standing),
    ...kindBars(wish, stateOf(facts.present, unitsOf(wish)[0] ?? ''), facts.standing, goalCount(wish, facts)),
    ...openBars({ leaving, plans }, people, teams),
  ]
  return {
    difference: {
      ...{ units, people: people.moved, priorities: [], workItems: [] },
      teams: moveTeams({ wish, choices, teams: facts.present.teams }),
    },
    ...{ plans: goals.plans, goals, leaving, people, teams, bars },
    outcome: outcomeOf(asked, facts, { moving, goals, people }),
    destinations: new Map(
      goals.left.flatMap(({ left }) =>
        left.to ? [[left.goal, { unit: left.to.unit, number: left.to.number }] as const] : [],
      ),
    ),
  }
}

const NONE: MovedGoals = { plans: new Map(), left: [], exceptions: 0 }

function goalsOf(asked: Asked, facts: ReformFacts, plans: ReadonlyMap<UnitId, PlanState>): MovedGoals {
  if (facts.year === null || plans.size === 0) return NONE
  const { year, specialLimit } = facts.year
  return moveGoals({ ...asked, year, specialLimit, plans, ...placesOf(asked.wish, facts.present) })
}

/** Names and kinds: of those that there are as they are, of new ones as they will be. */
export function placesOf(wish: Wish, present: Organization) {
  const added = new Map(newUnitsOf(wish).map((one) => [one.id, one]))
  const recordOf = (unit: UnitId) => {
    const state = stateOf(present, unit)
    return added.get(unit) ?? (state.status === 'unlisted' ? undefined : state.record)
  }
  return {
    nameOf: (unit: UnitId) => recordOf(unit)?.name ?? unit,
    kindOf: (unit: UnitId) => recordOf(unit)?.kind ?? 'support',
  }
}

const stateOf = (present: Organization, unit: UnitId): UnitState => entryIn(present.units, unit).state
const daysOf = (today: LocalDate) => ({ today, yesterday: dayBefore(today) })

/** It may have become untrue since it was typed: a name was taken, a unit has ended. */
function wishBars(wish: Wish, facts: ReformFacts): Bar[] {
  const why = faultOfWish(wish, wishFactsOf(facts))
  return why ? [{ bar: 'untrue-wish', why }] : []
}

export function wishFactsOf({
  today,
  present,
  year,
}: Pick<ReformFacts, 'today' | 'present' | 'year'>): WishFacts {
  return {
    today,
    year: year?.year ?? null,
    unitOf: (id) => stateOf(present, id),
    named: (name) =>
      [...present.units].find(
        ([, { state }]) => state.status === 'listed' && state.record.name === name,
      )?.[0],
    personOf: (id) => personIn(present, id).state,
  }
}

function goalCount(wish: Wish, { plans }: ReformFacts): number {
  return unitsOf(wish).reduce(
    (sum, unit) => sum + (plans.get(unit) ?? NEW_PLAN).goals.filter(counts).length,
    0,
  )
}

/** What ends does so with the day before; what began is recorded as it is from then on. */
function unitEvents({ wish, paper: { on } }: Asked, present: Organization): MovedEntry<'unit'>[] {
  const added = newUnitsOf(wish).map(
    ({ id, name, kind, leader }): MovedEntry<'unit'> => ({
      id,
      events: [{ type: 'unit.recorded', record: { name, kind, leader } }],
    }),
  )
  const ended = endingOf(wish).map(
    (id): MovedEntry<'unit'> => ({
      id,
      events: [{ type: 'unit.ended', on: dayBefore(on) }],
    }),
  )
  return [...ended, ...added, ...changed(wish, on, present)]
}

function changed(wish: Wish, on: LocalDate, present: Organization): MovedEntry<'unit'>[] {
  const [id = ''] = unitsOf(wish)
  const state = stateOf(present, id)
  if (state.status === 'unlisted') return []
  const { record } = state
  const one = (event: EntryEvent<'unit'>): MovedEntry<'unit'>[] => [{ id, events: [event] }]
  switch (wish.kind) {
    case 'add':
    case 'merge':
    case 'split':
      return []
    case 'rename':
      return one({ type: 'unit.recorded', record: { ...record, name: wish.name } })
    case 'lead':
      return one({ type: 'unit.recorded', record: { ...record, leader: wish.leader } })
    case 'kind':
      return one({ type: 'unit.recorded', record: { ...record, kind: wish.unitKind } })
    case 'exempt':
      return one({ type: 'unit.exempted', from: on })
    case 'restore':
      return one({ type: 'unit.restored', since: on })
  }
}

function outcomeOf(
  { wish }: Asked,
  { year, present }: ReformFacts,
  done: { readonly moving: boolean; readonly goals: MovedGoals; readonly people: MovedPeople },
): Outcome {
  const before = (id: UnitId): Named => {
    const state = stateOf(present, id)
    return { id, name: state.status === 'unlisted' ? id : state.record.name }
  }
  const { nameOf } = placesOf(wish, present)
  const from = wish.kind === 'add' ? [] : (wish.kind === 'merge' ? wish.units : [wish.unit]).map(before)
  const after = (id: UnitId): Named => ({ id, name: wish.kind === 'rename' ? wish.name : nameOf(id) })
  const into = ['merge', 'split'].includes(wish.kind) ? successorsOf(wish) : unitsOf(wish)
  const moved = done.goals.left.filter(({ left }) => left.to !== null).length
  return {
    ...{ year: done.moving ? (year?.year ?? null) : null, from, into: into.map(after) },
    ...{ moved, dropped: done.goals.left.length - moved, people: done.people.working },
  }
}
