/**
 * A petition to the leading group (Article 32). Subject `petition:<number>`. Its events say what happened and when, never
 * by whom nor in what words: those are on a sealed paper a step, whose seal the event carries.
 */
import { never } from '../../../kernel/decision.ts'
import type { PersonId, Year } from '../../../kernel/ids.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { WaitsFor } from '../../../store/schema/petition.ts'

/** What every step leaves: its place among the steps, from 1; the SHA-256 of its paper; when. */
export interface Stamp {
  readonly place: number
  readonly seal: string
  readonly at: Instant
}

export type PetitionEvent = Stamp &
  (
    | {
        readonly type: 'petition.written'
        readonly number: string
        readonly year: Year
        readonly sequence: number
        /** The name is for the office's register alone. */
        readonly hidden: boolean
      }
    /** The writer added words. */
    | { readonly type: 'petition.added' }
    /** The leading group asked back. */
    | { readonly type: 'petition.asked' }
    | { readonly type: 'petition.answered' }
    /** The chair lets a member of the leading group act on it. */
    | { readonly type: 'petition.entrusted'; readonly to: PersonId }
    /** It is to be passed on, when the chair consents. */
    | { readonly type: 'passing.proposed' }
    | { readonly type: 'passing.declined' }
    | { readonly type: 'petition.passed' }
    /** Whoever it was passed on to has answered the leading group. */
    | { readonly type: 'passing.reported'; readonly passing: number }
    | { readonly type: 'petition.closed' }
  )

export type PetitionStep = PetitionEvent['type']

export interface Passing {
  /** Place of its paper. */
  readonly place: number
  readonly reportedAt: Instant | null
  /** Place of the paper that answers it. */
  readonly report: number | null
}

export interface WrittenPetition {
  readonly status: 'open' | 'closed'
  readonly number: string
  readonly year: Year
  readonly sequence: number
  readonly hidden: boolean
  readonly waitsFor: WaitsFor
  readonly answered: boolean
  readonly entrusted: readonly PersonId[]
  /** Place of the paper that asks for consent. */
  readonly proposal: number | null
  readonly passings: readonly Passing[]
  /** In order; the first has place 1. */
  readonly steps: readonly { readonly step: PetitionStep; readonly at: Instant }[]
}

export type PetitionState = { readonly status: 'unwritten' } | WrittenPetition

export const UNWRITTEN: PetitionState = { status: 'unwritten' }

export function evolvePetition(state: PetitionState, event: PetitionEvent): PetitionState {
  const step = { step: event.type, at: event.at }
  if (event.type === 'petition.written') {
    const { number, year, sequence, hidden } = event
    const fresh = { answered: false, entrusted: [], proposal: null, passings: [] }
    return { status: 'open', number, year, sequence, hidden, waitsFor: 'leaders', ...fresh, steps: [step] }
  }
  if (state.status === 'unwritten') return state
  return { ...state, ...changeBy(state, event), steps: [...state.steps, step] }
}

function changeBy(
  state: WrittenPetition,
  event: Exclude<PetitionEvent, { type: 'petition.written' }>,
): Partial<WrittenPetition> {
  switch (event.type) {
    case 'petition.added':
      return { waitsFor: 'leaders' }
    case 'petition.asked':
      return { waitsFor: 'writer' }
    case 'petition.answered':
      return { waitsFor: 'nobody', answered: true }
    case 'petition.entrusted':
      return { entrusted: [...state.entrusted, event.to] }
    case 'passing.proposed':
      return { proposal: event.place }
    case 'passing.declined':
      return { proposal: null }
    case 'petition.passed':
      return { proposal: null, passings: [...state.passings, passing(event.place)] }
    case 'passing.reported':
      return { waitsFor: 'leaders', passings: state.passings.map((one) => reported(one, event)) }
    case 'petition.closed':
      return { status: 'closed', waitsFor: 'nobody', proposal: null }
    default:
      return never(event)
  }
}

const passing = (place: number): Passing => ({ place, reportedAt: null, report: null })

const reported = (one: Passing, { passing, place, at }: Stamp & { readonly passing: number }): Passing =>
  one.place === passing ? { ...one, reportedAt: at, report: place } : one
