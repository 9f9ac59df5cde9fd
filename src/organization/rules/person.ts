/** A person with roles and account (Articles 3-6). Subject `person:<工号>`. */
import { never } from '../../kernel/decision.ts'
import type { UnitId } from '../../kernel/ids.ts'
import type { LocalDate } from '../../kernel/time.ts'
import type { Role } from '../../store/schema/organization.ts'
import { changedFields } from './entry.ts'

export interface PersonRecord {
  readonly name: string
  readonly unit: UnitId | null
  readonly title: string
  readonly mobile: string | null
  readonly email: string | null
}

interface HeldRole {
  readonly role: Role
  readonly scope: string
  readonly from: LocalDate
  /** Last day; null without an end. */
  readonly to: LocalDate | null
}

export type PersonState =
  | { readonly status: 'unknown' }
  | {
      readonly status: 'active'
      readonly record: PersonRecord
      readonly roles: readonly HeldRole[]
      readonly openId: string | null
    }
  | {
      readonly status: 'ended'
      readonly record: PersonRecord
      readonly roles: readonly HeldRole[]
      readonly endedOn: LocalDate
    }

export type PersonEvent =
  | { readonly type: 'person.recorded'; readonly record: PersonRecord }
  | ({ readonly type: 'role.given' } & HeldRole)
  | { readonly type: 'role.ended'; readonly role: Role; readonly scope: string; readonly to: LocalDate }
  | { readonly type: 'account.linked'; readonly openId: string }
  | { readonly type: 'account.released'; readonly openId: string }
  | { readonly type: 'person.ended'; readonly on: LocalDate }

export const UNKNOWN_PERSON: PersonState = { status: 'unknown' }

export function evolvePerson(state: PersonState, event: PersonEvent): PersonState {
  if (event.type === 'person.recorded') {
    const roles = rolesOf(state)
    return { status: 'active', record: event.record, roles, openId: openIdOf(state) }
  }
  if (state.status !== 'active') return state
  switch (event.type) {
    case 'role.given': {
      const { role, scope, from, to } = event
      return { ...state, roles: [...without(state.roles, role, scope), { role, scope, from, to }] }
    }
    case 'role.ended':
      return {
        ...state,
        roles: state.roles.map((held) => (isOf(held, event) ? { ...held, to: event.to } : held)),
      }
    case 'account.linked':
      return { ...state, openId: event.openId }
    case 'account.released':
      return { ...state, openId: null }
    case 'person.ended':
      return { status: 'ended', record: state.record, roles: state.roles, endedOn: event.on }
    default:
      return never(event)
  }
}

interface WantedRole {
  readonly role: Role
  readonly scope: string
  /** Null: as it is, or from today. */
  readonly from: LocalDate | null
  readonly to: LocalDate | null
}

interface WantedPerson {
  readonly record: PersonRecord
  readonly roles: readonly WantedRole[]
  readonly openId: string | null
}

export interface Days {
  readonly today: LocalDate
  readonly yesterday: LocalDate
}

/** What makes the person as the roster wants: nothing where all is so already. Roles not wanted end yesterday. */
export function recordPerson(state: PersonState, wanted: WantedPerson, days: Days): PersonEvent[] {
  const known = state.status === 'active'
  const recorded = known && changedFields(state.record, wanted.record).length === 0
  return [
    ...(recorded ? [] : [{ type: 'person.recorded', record: wanted.record } as const]),
    ...endRoles(state, (held) => !wanted.roles.some((role) => isOf(held, role)), days),
    ...wanted.roles.flatMap((role) => giveRole(state, role, days)),
    ...moveAccount(openIdOf(state), wanted.openId),
  ]
}

/** The person left: roles and account end with the entry; name and record stay for old papers. */
export function endPerson(state: PersonState, days: Days): PersonEvent[] {
  if (state.status !== 'active') return []
  return [
    ...endRoles(state, () => true, days),
    ...moveAccount(state.openId, null),
    { type: 'person.ended', on: days.yesterday },
  ]
}

/** Whether the role has had its last day. */
export function isOver(held: { readonly to: LocalDate | null }, today: LocalDate): boolean {
  return held.to !== null && held.to < today
}

export const rolesOf = (state: PersonState): readonly HeldRole[] =>
  state.status === 'unknown' ? [] : state.roles
export const openIdOf = (state: PersonState): string | null =>
  state.status === 'active' ? state.openId : null

function endRoles(state: PersonState, which: (held: HeldRole) => boolean, days: Days): PersonEvent[] {
  return rolesOf(state)
    .filter((held) => !isOver(held, days.today) && which(held))
    .map(({ role, scope }) => ({ type: 'role.ended', role, scope, to: days.yesterday }))
}

function giveRole(state: PersonState, wanted: WantedRole, { today }: Days): PersonEvent[] {
  const held = rolesOf(state).find((one) => isOf(one, wanted))
  const goesOn = held && (!isOver(held, today) || held.to === wanted.to)
  const earliest = wanted.to && wanted.to < today ? wanted.to : today
  const from = wanted.from ?? (goesOn ? held.from : earliest)
  if (held && held.from === from && held.to === wanted.to) return []
  return [{ type: 'role.given', role: wanted.role, scope: wanted.scope, from, to: wanted.to }]
}

function moveAccount(before: string | null, after: string | null): PersonEvent[] {
  if (before === after) return []
  return [
    ...(before === null ? [] : [{ type: 'account.released', openId: before } as const]),
    ...(after === null ? [] : [{ type: 'account.linked', openId: after } as const]),
  ]
}

type RoleKey = { readonly role: Role; readonly scope: string }

const isOf = (one: RoleKey, other: RoleKey): boolean => one.role === other.role && one.scope === other.scope
const without = (roles: readonly HeldRole[], role: Role, scope: string): HeldRole[] =>
  roles.filter((held) => !isOf(held, { role, scope }))
