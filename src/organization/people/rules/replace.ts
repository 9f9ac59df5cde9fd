/** One person takes over from another: roles, units in charge and open work, at once (Articles 3-6). */
import { refused } from '../../../kernel/decision.ts'
import type { PersonId, UnitId } from '../../../kernel/ids.ts'
import { goesOn, type Span } from '../../roles/rules/span.ts'
import { type Actor, holds } from '../../rules/actor.ts'
import type { Entries, EntryEvent } from '../../rules/entry.ts'
import { type Days, endPerson, type PersonEvent, type PersonState, rolesOf } from '../../rules/person.ts'

type HeldRole = ReturnType<typeof rolesOf>[number]

export interface Party {
  readonly id: PersonId
  readonly name: string
  readonly state: PersonState
}

export interface LedUnit {
  readonly id: UnitId
  readonly record: Entries['unit']
}

export interface Replacing {
  readonly by: Actor
  readonly leaver: Party
  readonly successor: Party
  /** Units whose leader in charge the leaver is. */
  readonly led: readonly LedUnit[]
  /** How much open work would pass with them. */
  readonly works: number
  /** Keys of what stays with the leaver. */
  readonly keep: readonly string[]
  /** The leaver leaves the roster afterwards. */
  readonly leaves: boolean
  readonly days: Days
}

export type ReplaceRefusal =
  | { readonly code: 'foreign-people' }
  | { readonly code: 'own-gift' }
  | { readonly code: 'same-person' }
  | { readonly code: 'absent-person'; readonly name: string }
  | { readonly code: 'nothing-moves'; readonly name: string }
  /** Who leaves keeps nothing. */
  | { readonly code: 'kept-roles'; readonly name: string }
  /** What the preview showed is no longer so. */
  | { readonly code: 'stale-replacement' }

export interface Replaced {
  readonly leaver: readonly PersonEvent[]
  readonly successor: readonly PersonEvent[]
  readonly units: readonly { readonly id: UnitId; readonly events: readonly EntryEvent<'unit'>[] }[]
}

export const keepsPeople = (actor: Actor): boolean => holds(actor, 'office')

export const roleKey = ({ role, scope }: Pick<HeldRole, 'role' | 'scope'>): string => `role:${role}:${scope}`
export const unitKey = (unit: UnitId): string => `unit:${unit}`
/** All open work of the person's own together. */
export const WORK_KEY = 'work'

/** What the leaver holds now or later. */
export const openRoles = (state: PersonState, { today }: Days): readonly HeldRole[] =>
  rolesOf(state).filter((held) => goesOn(held, today))

export function refusalOfReplacing(facts: Replacing): ReplaceRefusal | undefined {
  const { by, leaver, successor, led, works, keep, leaves, days } = facts
  if (!keepsPeople(by)) return { code: 'foreign-people' }
  if (by.delegate?.id === successor.id) return { code: 'own-gift' }
  if (leaver.id === successor.id) return { code: 'same-person' }
  if (successor.state.status !== 'active') return { code: 'absent-person', name: successor.name }
  if (leaves && keep.length > 0) return { code: 'kept-roles', name: leaver.name }
  const keys = [...openRoles(leaver.state, days).map(roleKey), ...led.map(({ id }) => unitKey(id))]
  const moves = keys.some((key) => !keep.includes(key)) || (works > 0 && !keep.includes(WORK_KEY))
  return moves || leaves ? undefined : { code: 'nothing-moves', name: leaver.name }
}

/** The leaver's last day was yesterday, the successor's first is today: at no moment is there nobody, nor are there two. */
export function replacePerson(
  facts: Replacing,
): { readonly replaced: Replaced } | { readonly refusal: ReplaceRefusal } {
  const barred = refusalOfReplacing(facts)
  if (barred) return refused(barred)
  const { leaver, successor, led, keep, leaves, days } = facts
  const moved = openRoles(leaver.state, days).filter((held) => !keep.includes(roleKey(held)))
  const ended = moved.map(
    ({ role, scope }): PersonEvent => ({ type: 'role.ended', role, scope, to: days.yesterday }),
  )
  return {
    replaced: {
      leaver: leaves ? endPerson(leaver.state, days) : ended,
      successor: moved.flatMap((held) => givenTo(successor.state, held, days)),
      units: led
        .filter(({ id }) => !keep.includes(unitKey(id)))
        .map(({ id, record }) => ({
          id,
          events: [{ type: 'unit.recorded', record: { ...record, leader: successor.id } }],
        })),
    },
  }
}

/** For the days that the leaver had left; together with those that the successor has already. */
function givenTo(state: PersonState, held: HeldRole, days: Days): PersonEvent[] {
  const from = held.from > days.today ? held.from : days.today
  const own = openRoles(state, days).find((one) => one.role === held.role && one.scope === held.scope)
  const span = own ? joined(own, { from, to: held.to }) : { from, to: held.to }
  if (own && own.from === span.from && own.to === span.to) return []
  return [{ type: 'role.given', role: held.role, scope: held.scope, ...span }]
}

const joined = (left: Span, right: Span): Span => ({
  from: left.from < right.from ? left.from : right.from,
  to: left.to === null || right.to === null ? null : left.to > right.to ? left.to : right.to,
})
