/** The draw of a spot check, and the end of any inspection. */
import { type Decision, decided, refused } from '../../../kernel/decision.ts'
import type { PersonId } from '../../../kernel/ids.ts'
import type { Instant } from '../../../kernel/time.ts'
import { type Actor, holds } from '../../../organization/rules/actor.ts'
import type { Phase } from '../../../store/schema/policy.ts'
import { convenes, type Inspecting, isOfBody } from './body.ts'
import { type Draw, type InspectionEvent, type InspectionState, inspectedUnits } from './inspection.ts'

export type WitnessRefusal =
  | { readonly code: 'unknown-inspection' }
  | { readonly code: 'closed-inspection'; readonly phase: Phase }
  | { readonly code: 'unfit-witness' }
  | { readonly code: 'own-witness'; readonly body: string }
  | { readonly code: 'empty-number' }
  | { readonly code: 'undrawn-kind' }
  | { readonly code: 'drawn-check'; readonly by: string; readonly at: Instant }
  | {
      readonly code: 'ended-inspection'
      readonly how: 'done' | 'cancelled'
      readonly by: string
      readonly at: Instant
    }

interface WitnessContext {
  readonly by: Actor
  readonly at: Instant
  readonly phase: Phase
  /** Ids of the body's people of the day. */
  readonly people: readonly PersonId[]
}

/** Somebody of the office or the leading group who is no inspector, so that those who inspect do not draw. */
export const mayWitness = (actor: Actor): boolean =>
  holds(actor, 'office') || holds(actor, 'chair') || holds(actor, 'leading-member')

/**
 * A witness names a number. Its journal entry's hash is the seed: nobody knows it before, and nobody draws twice.
 * The draw follows in the same commit (`drawCheck`).
 */
export function witnessCheck(
  state: InspectionState,
  said: string,
  { by, at, phase, people }: WitnessContext,
): Decision<InspectionEvent, WitnessRefusal> {
  const bar = barOfDraw(state)
  if (bar) return refused(bar)
  if (state.status !== 'stated') return refused({ code: 'unknown-inspection' })
  if (!mayWitness(by)) return refused({ code: 'unfit-witness' })
  const { body, inspectors } = state.plan
  const inspecting = [...people, ...inspectors.map((one) => one.id)]
  if (inspecting.includes(by.id) || inspecting.includes(by.delegate?.id ?? by.id))
    return refused({ code: 'own-witness', body: body.name })
  if (phase !== 'execution') return refused({ code: 'closed-inspection', phase })
  if (said.trim() === '') return refused({ code: 'empty-number' })
  const act = { by: by.id, name: by.name, at }
  return decided<InspectionEvent>({ type: 'check.witnessed', witness: { said, act } })
}

function barOfDraw(state: InspectionState): WitnessRefusal | undefined {
  if (state.status === 'none') return { code: 'unknown-inspection' }
  if (state.plan.kind === 'visit') return { code: 'undrawn-kind' }
  if ('draw' in state) {
    const { name, at } = state.witness.act
    return { code: 'drawn-check', by: name, at }
  }
  return state.status === 'cancelled' ? endedBy(state) : undefined
}

function endedBy({
  status,
  end,
}: Extract<InspectionState, { status: 'done' | 'cancelled' }>): WitnessRefusal {
  return { code: 'ended-inspection', how: status, by: end.act.name, at: end.act.at }
}

/** What the method makes of the seed, as an event: each id that is drawn with its unit. */
export function drawCheck(
  state: Extract<InspectionState, { status: 'witnessed' }>,
  seed: string,
  drawn: readonly string[],
): InspectionEvent[] {
  const candidates = new Map(state.plan.population.map((one) => [one.id, one]))
  const picked = drawn.flatMap((id) => candidates.get(id) ?? [])
  const draw: Draw = { seed, picked }
  return [{ type: 'check.drawn', draw }]
}

export type EndRefusal =
  | Extract<WitnessRefusal, { code: 'unknown-inspection' | 'ended-inspection' | 'drawn-check' }>
  | { readonly code: 'foreign-inspection'; readonly body: string }
  | { readonly code: 'undrawn-check' }
  | { readonly code: 'own-inspection' }
  | { readonly code: 'frozen-inspection' }
  | { readonly code: 'found-inspection'; readonly findings: number }
  | { readonly code: 'empty-words' }

interface EndContext extends Inspecting {
  readonly at: Instant
  readonly phase: Phase
  /** How many were published from it. */
  readonly findings: number
}

/** A visit that was made or a check that was carried out is done; what was not begun can be cancelled, with a reason. */
export function endInspection(
  state: InspectionState,
  how: 'done' | 'cancelled',
  words: string,
  { by, own, at, phase, findings }: EndContext,
): Decision<InspectionEvent, EndRefusal> {
  if (state.status === 'none') return refused({ code: 'unknown-inspection' })
  const { body, inspectors } = state.plan
  const named = inspectors.some((one) => one.id === by.id)
  if (!isOfBody(by, body) || !(named || convenes(by, body)))
    return refused({ code: 'foreign-inspection', body: body.name })
  if (phase === 'closed') return refused({ code: 'frozen-inspection' })
  if (state.status === 'done' || state.status === 'cancelled') {
    const { name, at: when } = state.end.act
    return refused({ code: 'ended-inspection', how: state.status, by: name, at: when })
  }
  if (how === 'done' && state.status === 'stated') return refused({ code: 'undrawn-check' })
  if (how === 'cancelled' && 'draw' in state) {
    const { name, at: when } = state.witness.act
    return refused({ code: 'drawn-check', by: name, at: when })
  }
  if (how === 'cancelled' && findings > 0) return refused({ code: 'found-inspection', findings })
  if (inspectedUnits(state).some((unit) => own.includes(unit))) return refused({ code: 'own-inspection' })
  if (words.trim() === '') return refused({ code: 'empty-words' })
  const end = { words, act: { by: by.id, name: by.name, at } }
  return decided<InspectionEvent>({
    type: how === 'done' ? 'inspection.finished' : 'inspection.cancelled',
    end,
  })
}
