/** A lead unit's report on its gate area (Articles 27, 31). Subject `gate:<year>:<area>`. */
import { type Decision, decided, never, refused } from '../../kernel/decision.ts'
import type { UnitId, Year } from '../../kernel/ids.ts'
import type { Instant } from '../../kernel/time.ts'
import { type Actor, holds } from '../../organization/rules/actor.ts'
import type { GateArea } from '../../policy/rules/policy.ts'
import { type Signed, signedBy } from '../../policy/rules/signed.ts'
import type { Phase } from '../../store/schema/policy.ts'
import { type GateLineFault, readGateLines } from './gate-lines.ts'

export interface Verdict {
  readonly unit: UnitId
  readonly verdict: 'pass' | 'fail'
  /** Required for a fail, and for a pass that takes a fail back. */
  readonly reason: string
}

/** What a lead unit filled in; a reason without a verdict is asked about, never dropped. */
export type Said = Omit<Verdict, 'verdict'> & { readonly verdict: Verdict['verdict'] | null }

export interface GateState {
  /** Closed by the ratification of the results. */
  readonly closed: Signed | null
  readonly verdicts: { readonly [unit: string]: Verdict & { readonly signed: Signed } }
}

/** How many units a workbook reports. */
export interface GateCounts {
  readonly pass: number
  readonly fail: number
}

export type GateEvent =
  | {
      readonly type: 'gate.reported'
      readonly year: Year
      readonly area: string
      readonly verdicts: readonly Verdict[]
      readonly signed: Signed
    }
  | { readonly type: 'gate.closed'; readonly signed: Signed }

export const UNREPORTED: GateState = { closed: null, verdicts: {} }

export function evolveGate(state: GateState, event: GateEvent): GateState {
  switch (event.type) {
    case 'gate.reported': {
      const { verdicts, signed } = event
      const reported = verdicts.map((one) => [one.unit, { ...one, signed }] as const)
      return { ...state, verdicts: { ...state.verdicts, ...Object.fromEntries(reported) } }
    }
    case 'gate.closed':
      return { ...state, closed: event.signed }
    default:
      return never(event)
  }
}

export type GateRefusal =
  | { readonly code: 'unknown-area' }
  | { readonly code: 'not-lead-unit'; readonly area: string; readonly leadUnit: string }
  | { readonly code: 'closed-gate'; readonly signed: Signed }
  | { readonly code: 'early-gate'; readonly phase: Phase }
  | { readonly code: 'empty-report' }
  | { readonly code: 'unchanged-report' }
  | { readonly code: 'unknown-units'; readonly units: readonly string[] }
  | { readonly code: 'missing-verdicts'; readonly units: readonly string[] }
  | { readonly code: 'missing-reasons'; readonly units: readonly string[] }
  /** A fail taken back without a new reason. */
  | { readonly code: 'unreasoned-changes'; readonly units: readonly string[] }
  | { readonly code: 'faulty-lines'; readonly faults: readonly GateLineFault[] }

export interface GateFacts {
  /** Undefined where the policy knows no such area. */
  readonly area: GateArea | undefined
  readonly phase: Phase
  /** Names of the units that take part, by id. */
  readonly units: ReadonlyMap<UnitId, string>
}

/** Pass or fail for some units; a unit left out stays unanswered, and an earlier word may be corrected until ratification. */
export function reportGate(
  state: GateState,
  command: { readonly year: Year; readonly verdicts: readonly Said[] },
  by: Actor,
  at: Instant,
  facts: GateFacts,
): Decision<GateEvent, GateRefusal> {
  const { area, units } = facts
  if (!area) return refused({ code: 'unknown-area' })
  const closed = refusalToReport(state, area, by, facts.phase)
  if (closed) return refused(closed)
  const fault = faultOfReport(state, command.verdicts, units)
  if (fault) return refused(fault)
  const changed = command.verdicts.filter(isVerdict).filter((one) => isNews(state, one))
  if (changed.length === 0) return refused({ code: 'unchanged-report' })
  return decided<GateEvent>({
    type: 'gate.reported',
    year: command.year,
    area: area.key,
    verdicts: changed,
    signed: signedBy(by, at),
  })
}

/** Passes those of the units seen that have no answer yet; what was answered meanwhile stays. */
export function passRest(
  state: GateState,
  command: { readonly year: Year; readonly units: readonly UnitId[] },
  by: Actor,
  at: Instant,
  facts: GateFacts,
): Decision<GateEvent, GateRefusal> {
  const silent = command.units.filter((unit) => state.verdicts[unit] === undefined)
  const verdicts = silent.map((unit): Verdict => ({ unit, verdict: 'pass', reason: '' }))
  return reportGate(state, { year: command.year, verdicts }, by, at, facts)
}

/** Fails the units that are written one a line, each with its reason. */
export function failNamed(
  state: GateState,
  command: { readonly year: Year; readonly text: string },
  by: Actor,
  at: Instant,
  facts: GateFacts,
): Decision<GateEvent, GateRefusal> {
  if (facts.area) {
    const closed = refusalToReport(state, facts.area, by, facts.phase)
    if (closed) return refused(closed)
  }
  const read = readGateLines(command.text, facts.units)
  if ('faults' in read) return refused({ code: 'faulty-lines', faults: read.faults })
  const verdicts = read.fails.map(({ unit, reason }): Verdict => ({ unit, verdict: 'fail', reason }))
  return reportGate(state, { year: command.year, verdicts }, by, at, facts)
}

function refusalToReport(state: GateState, area: GateArea, by: Actor, phase: Phase): GateRefusal | undefined {
  if (!holds(by, 'lead-unit', area.key))
    return { code: 'not-lead-unit', area: area.name, leadUnit: area.leadUnit }
  if (state.closed) return { code: 'closed-gate', signed: state.closed }
  if (phase !== 'assessment' && phase !== 'results') return { code: 'early-gate', phase }
  return undefined
}

function faultOfReport(
  state: GateState,
  said: readonly Said[],
  units: GateFacts['units'],
): GateRefusal | undefined {
  if (said.length === 0) return { code: 'empty-report' }
  const unknown = said.filter((one) => !units.has(one.unit))
  if (unknown.length > 0) return { code: 'unknown-units', units: unknown.map((one) => one.unit) }
  const names = (list: readonly Said[]): string[] => list.map((one) => units.get(one.unit) ?? one.unit)
  const unsaid = said.filter((one) => !isVerdict(one))
  if (unsaid.length > 0) return { code: 'missing-verdicts', units: names(unsaid) }
  const bare = said.filter((one) => one.verdict === 'fail' && one.reason.trim() === '')
  if (bare.length > 0) return { code: 'missing-reasons', units: names(bare) }
  const silent = said.filter((one) => takesBackSilently(state, one))
  if (silent.length > 0) return { code: 'unreasoned-changes', units: names(silent) }
  return undefined
}

/** The reason of the fail that still stands in the field is none for taking it back. */
export function takesBackSilently({ verdicts }: GateState, { unit, verdict, reason }: Said): boolean {
  const known = verdicts[unit]
  if (verdict !== 'pass' || known?.verdict !== 'fail') return false
  return reason.trim() === '' || reason.trim() === known.reason.trim()
}

function isVerdict(said: Said): said is Verdict {
  return said.verdict !== null
}

function isNews(state: GateState, { unit, verdict, reason }: Verdict): boolean {
  const known = state.verdicts[unit]
  return known?.verdict !== verdict || known.reason !== reason
}
