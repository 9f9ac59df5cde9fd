/** People of ending units, and the roles that they hold there: no role ends silently (Article 6). */
import type { PersonId, UnitId } from '../../../kernel/ids.ts'
import type { Role } from '../../../store/schema/organization.ts'
import type { Heads } from '../../present.ts'
import type { MovedPerson } from '../../roster/difference-people.ts'
import { type Days, isOver, type PersonEvent, type PersonState, rolesOf } from '../../rules/person.ts'
import { type Choices, keyOf, type RoleKey } from '../rules/reform.ts'
import { endingOf, successorsOf, type Wish } from '../rules/wish.ts'

export interface PeopleFacts {
  readonly wish: Wish
  readonly choices: Choices
  readonly people: Heads<PersonState>
  readonly days: Days
}

/** A role at an ending unit, and where it goes on; undefined while that is open. */
export interface LeavingRole extends RoleKey {
  readonly name: string
  readonly choice: UnitId | 'end' | undefined
}

export interface MovedPeople {
  readonly moved: readonly MovedPerson[]
  readonly roles: readonly LeavingRole[]
  /** How many change their unit, and of how many it is open where they go. */
  readonly working: number
  readonly open: number
}

const OF_UNITS: readonly Role[] = ['head', 'contact']

export function movePeople(facts: PeopleFacts): MovedPeople {
  const ending = new Set(endingOf(facts.wish))
  const moved: MovedPerson[] = []
  const roles: LeavingRole[] = []
  let [working, open] = [0, 0]
  if (ending.size === 0) return { moved, roles, working, open }
  for (const [id, { state }] of facts.people) {
    if (state.status !== 'active') continue
    const own = leavingRoles(id, state, ending, facts)
    roles.push(...own)
    const unit = state.record.unit
    const leaves = unit !== null && ending.has(unit)
    const to = leaves ? workplaceOf(own, facts) : undefined
    if (leaves) working += 1
    if (leaves && to === undefined) open += 1
    const events: PersonEvent[] = [
      ...(to === undefined
        ? []
        : [{ type: 'person.recorded', record: { ...state.record, unit: to } } as const]),
      ...own.flatMap((role) => goOn(role, state, facts.days)),
    ]
    if (events.length > 0) moved.push({ id, events })
  }
  return { moved, roles, working, open }
}

function leavingRoles(
  person: PersonId,
  state: PersonState,
  ending: ReadonlySet<UnitId>,
  { wish, choices, days }: PeopleFacts,
): LeavingRole[] {
  const successors = successorsOf(wish)
  const name = state.status === 'unknown' ? person : state.record.name
  return rolesOf(state)
    .filter((held) => OF_UNITS.includes(held.role) && ending.has(held.scope) && !isOver(held, days.today))
    .map(({ role, scope }) => {
      const key = { person, role, scope }
      const choice = choices.roles[keyOf(key)] ?? (successors.length === 1 ? successors[0] : undefined)
      return { ...key, name, choice }
    })
}

/** With the role, if there is one that goes on; else where the others go. */
function workplaceOf(roles: readonly LeavingRole[], { wish, choices }: PeopleFacts): UnitId | undefined {
  const withRole = roles.map((role) => role.choice).find((choice) => choice !== undefined && choice !== 'end')
  const successors = successorsOf(wish)
  return withRole ?? choices.otherPeople ?? (successors.length === 1 ? successors[0] : undefined)
}

/** It ends where it was, and goes on with the same last day; where the person has it there already, that stays. */
function goOn({ role, scope, choice }: LeavingRole, state: PersonState, days: Days): PersonEvent[] {
  if (choice === undefined) return []
  const ended = { type: 'role.ended', role, scope, to: days.yesterday } as const
  if (choice === 'end') return [ended]
  const held = rolesOf(state).find((one) => one.role === role && one.scope === scope)
  const there = rolesOf(state).find((one) => one.role === role && one.scope === choice)
  if (there && !isOver(there, days.today)) return [ended]
  const from = held && held.from > days.today ? held.from : days.today
  return [ended, { type: 'role.given', role, scope: choice, from, to: held?.to ?? null }]
}
