/** Giving duties to another for a span of days (rulebook 7). */
import { type Decision, decided, refused } from '../../../kernel/decision.ts'
import type { Instant, LocalDate } from '../../../kernel/time.ts'
import { type Actor, holds } from '../../rules/actor.ts'
import { type DelegationEvent, type DelegationState, isOpen, type Named } from './delegation.ts'
import { chosenDuties, type Duty, overlap } from './duty.ts'

/** Longer than a leader travels, and short enough to be given again with the year. */
export const LONGEST_DAYS = 366
/** More than anybody stands in for; what one person's 待办 gathers stays bounded. */
export const MOST_HELD = 20

const DAY_MS = 86_400_000

/** Somebody as typed, found by number or name. */
export type Found =
  | { readonly person: Named }
  | { readonly none: string }
  | { readonly several: readonly (Named & { readonly unit: string })[] }

export type GiveRefusal =
  | { readonly code: 'unknown-person-named'; readonly words: string }
  | {
      readonly code: 'ambiguous-person'
      readonly people: readonly (Named & { readonly unit: string })[]
    }
  | { readonly code: 'foreign-delegation'; readonly name: string }
  | { readonly code: 'delegated-delegation' }
  | { readonly code: 'own-delegate' }
  | { readonly code: 'empty-duties'; readonly name: string }
  | { readonly code: 'unheld-duty'; readonly name: string }
  | { readonly code: 'past-delegation' }
  | { readonly code: 'reversed-delegation' }
  | { readonly code: 'long-delegation' }
  | { readonly code: 'crowded-delegate'; readonly name: string }
  | {
      readonly code: 'overlapping-delegation'
      readonly delegate: string
      readonly from: LocalDate
      readonly to: LocalDate
    }

export interface Giving {
  readonly by: Actor
  readonly principal: Found
  readonly delegate: Found
  /** What the principal holds today, of the own. */
  readonly held: readonly Duty[]
  /** How many delegations the delegate holds already. */
  readonly holding: number
  readonly today: LocalDate
  readonly at: Instant
}

export interface Wish {
  /** As `keyOf`, or `all`. */
  readonly duties: readonly string[]
  readonly from: LocalDate
  readonly to: LocalDate
}

/** The person for the own duties, the office for anybody's; what is held in another's name is never given on. */
export function giveDelegation(
  state: DelegationState,
  wish: Wish,
  giving: Giving,
): Decision<DelegationEvent, GiveRefusal> {
  const [principal, delegate] = [personOf(giving.principal), personOf(giving.delegate)]
  if ('code' in principal) return refused(principal)
  if ('code' in delegate) return refused(delegate)
  const barred = refusalOfPeople(principal, delegate, giving) ?? refusalOfDays(wish, giving.today)
  if (barred) return refused(barred)
  if (giving.held.length === 0) return refused({ code: 'empty-duties', name: principal.name })
  const duties = chosenDuties(wish.duties, giving.held)
  if (!duties) return refused({ code: 'unheld-duty', name: principal.name })
  const { from, to } = wish
  const other = state.given.find(
    (one) => isOpen(one) && one.from <= to && from <= one.to && overlap(one.duties, duties),
  )
  if (other) {
    const { delegate: holder, from, to } = other
    return refused({ code: 'overlapping-delegation', delegate: holder.name, from, to })
  }
  const number = state.given.length + 1
  const given = { by: giving.by.id, name: giving.by.name, at: giving.at }
  const events: readonly DelegationEvent[] = [
    { type: 'delegation.given', ...{ number, principal, delegate, duties, from, to, given } },
    ...(from === giving.today ? [{ type: 'delegation.begun' as const, number, at: giving.at }] : []),
  ]
  return decided(...events)
}

function personOf(found: Found): Named | GiveRefusal {
  if ('person' in found) return found.person
  if ('none' in found) return { code: 'unknown-person-named', words: found.none }
  return { code: 'ambiguous-person', people: found.several }
}

function refusalOfPeople(
  principal: Named,
  delegate: Named,
  { by, holding }: Giving,
): GiveRefusal | undefined {
  if (by.delegate) return { code: 'delegated-delegation' }
  if (by.id !== principal.id && !holds(by, 'office')) {
    return { code: 'foreign-delegation', name: principal.name }
  }
  if (delegate.id === principal.id) return { code: 'own-delegate' }
  return holding >= MOST_HELD ? { code: 'crowded-delegate', name: delegate.name } : undefined
}

function refusalOfDays({ from, to }: Wish, today: LocalDate): GiveRefusal | undefined {
  if (from < today) return { code: 'past-delegation' }
  if (to < from) return { code: 'reversed-delegation' }
  const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS + 1
  return days > LONGEST_DAYS ? { code: 'long-delegation' } : undefined
}
