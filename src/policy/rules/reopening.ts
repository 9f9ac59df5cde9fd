/** A phase that is over, opened again for one unit (rulebook 2). Kept with the year. */
import { type Decision, decided, never, refused } from '../../kernel/decision.ts'
import type { UnitId } from '../../kernel/ids.ts'
import { type Instant, type LocalDate, plusDays } from '../../kernel/time.ts'
import { type Actor, holds } from '../../organization/rules/actor.ts'
import type { Phase } from '../../store/schema/policy.ts'
import { type Signed, signedBy } from './signed.ts'

/** In the regulation's order. */
export const PHASE_ORDER: readonly Phase[] = ['setting', 'execution', 'assessment', 'results', 'closed']
export const isBefore = (one: Phase, other: Phase): boolean =>
  PHASE_ORDER.indexOf(one) < PHASE_ORDER.indexOf(other)

/** Results are decided for all units together, and nothing happens in a closed year. */
export type UnitPhase = Exclude<Phase, 'results' | 'closed'>
export const UNIT_PHASES: readonly UnitPhase[] = ['setting', 'execution', 'assessment']

export interface Reopening {
  readonly phase: UnitPhase
  readonly reason: string
  /** The day by which it should be done; it reminds the office and closes nothing. */
  readonly until: LocalDate | null
  readonly signed: Signed
}

export type Reopenings = { readonly [unit: string]: Reopening }

/** The year's phase with those of the units for which another is open. */
export interface Phases {
  readonly phase: Phase
  readonly reopened?: Reopenings
}

export type ReopeningEvent =
  | ({ readonly type: 'phase.reopened'; readonly unit: UnitId } & Reopening)
  | {
      readonly type: 'phase.reclosed'
      readonly unit: UnitId
      readonly phase: UnitPhase
      readonly signed: Signed
    }

export function evolveReopenings(reopened: Reopenings, event: ReopeningEvent): Reopenings {
  switch (event.type) {
    case 'phase.reopened': {
      const { type, unit, ...reopening } = event
      return { ...reopened, [unit]: reopening }
    }
    case 'phase.reclosed': {
      const { [event.unit]: closed, ...others } = reopened
      return others
    }
    default:
      return never(event)
  }
}

/** What stays reopened when the year enters a phase: what that phase is past. Nothing in a closed year. */
export function reopenedIn(reopened: Reopenings, phase: Phase): Reopenings {
  if (phase === 'closed') return {}
  return Object.fromEntries(Object.entries(reopened).filter(([, one]) => isBefore(one.phase, phase)))
}

/** The phase that counts for what a unit does itself: the reopened one, else the year's. */
export function phaseFor({ phase, reopened }: Phases, unit: UnitId): Phase {
  return reopened?.[unit]?.phase ?? phase
}

/** Whether the year, or a unit by its own reopening, is in one of these phases. */
export function isAnyIn({ phase, reopened = {} }: Phases, ...wanted: readonly Phase[]): boolean {
  return wanted.includes(phase) || Object.values(reopened).some((one) => wanted.includes(one.phase))
}

/** What must be known of a unit before a phase is opened for it again. */
export interface ReopeningFacts {
  readonly unit: { readonly name: string; readonly active: 0 | 1 } | undefined
  /** Whether its plan is in force: then only an adjustment changes it (Article 17). */
  readonly planInForce: boolean
  /** Whether a member has sent a sheet on it, and whether its score is decided. */
  readonly assessment: 'none' | 'begun' | 'decided'
  /** Whether the year's results are ratified. */
  readonly ratified: boolean
}

export interface ReopeningWish {
  readonly unit: UnitId
  readonly phase: UnitPhase
  readonly reason: string
  readonly until: LocalDate | null
}

export type ReopeningRefusal =
  | { readonly code: 'office-only' }
  | { readonly code: 'unopened-year' }
  | { readonly code: 'frozen-year' }
  | { readonly code: 'unknown-unit' }
  | {
      readonly code: 'reopened-unit'
      readonly unit: string
      readonly phase: UnitPhase
      readonly signed: Signed
    }
  | { readonly code: 'reclosed-unit'; readonly unit: string }
  | { readonly code: 'unpassed-phase'; readonly phase: UnitPhase; readonly now: Phase }
  | { readonly code: 'settled-plan'; readonly unit: string }
  | { readonly code: 'begun-assessment'; readonly unit: string; readonly phase: UnitPhase }
  | { readonly code: 'decided-assessment'; readonly unit: string }
  | { readonly code: 'wrong-until'; readonly last: LocalDate }

/** How far ahead a last day may lie. */
const LONGEST_DAYS = 180

/** The office opens for one unit a phase that the year has left. */
export function reopenPhase(
  year: Phases | undefined,
  wish: ReopeningWish,
  by: Actor,
  { facts, at, today }: { readonly facts: ReopeningFacts; readonly at: Instant; readonly today: LocalDate },
): Decision<ReopeningEvent, ReopeningRefusal> {
  if (!holds(by, 'office')) return refused({ code: 'office-only' })
  if (!year) return refused({ code: 'unopened-year' })
  const { unit } = facts
  if (unit?.active !== 1) return refused({ code: 'unknown-unit' })
  const bar = barOf(year, wish, unit.name, facts)
  if (bar) return refused(bar)
  const last = plusDays(today, LONGEST_DAYS)
  if (wish.until !== null && (wish.until < today || wish.until > last))
    return refused({ code: 'wrong-until', last })
  return decided<ReopeningEvent>({ type: 'phase.reopened', ...wish, signed: signedBy(by, at) })
}

function barOf(
  year: Phases,
  wish: ReopeningWish,
  name: string,
  facts: ReopeningFacts,
): ReopeningRefusal | undefined {
  const open = year.reopened?.[wish.unit]
  if (open) return { code: 'reopened-unit', unit: name, phase: open.phase, signed: open.signed }
  if (facts.ratified || year.phase === 'closed') return { code: 'frozen-year' }
  if (!isBefore(wish.phase, year.phase)) return { code: 'unpassed-phase', phase: wish.phase, now: year.phase }
  if (facts.assessment === 'decided') return { code: 'decided-assessment', unit: name }
  if (facts.assessment === 'begun' && wish.phase !== 'assessment')
    return { code: 'begun-assessment', unit: name, phase: wish.phase }
  return facts.planInForce && wish.phase === 'setting' ? { code: 'settled-plan', unit: name } : undefined
}

/** The office ends it; what was done meanwhile stays. */
export function reclosePhase(
  year: Phases | undefined,
  wish: { readonly unit: UnitId; readonly phase: UnitPhase },
  by: Actor,
  { name, at }: { readonly name: string; readonly at: Instant },
): Decision<ReopeningEvent, ReopeningRefusal> {
  if (!holds(by, 'office')) return refused({ code: 'office-only' })
  if (!year) return refused({ code: 'unopened-year' })
  const open = year.reopened?.[wish.unit]
  if (open?.phase !== wish.phase) return refused({ code: 'reclosed-unit', unit: name })
  return decided<ReopeningEvent>({ type: 'phase.reclosed', ...wish, signed: signedBy(by, at) })
}
