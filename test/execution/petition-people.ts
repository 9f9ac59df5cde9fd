/** The leading group of a day, who stands before a petition, and its first steps: for the rules' tests. */
import fc from 'fast-check'
import type { Circle } from '../../src/execution/petition/rules/circle.ts'
import {
  evolvePetition,
  type PetitionEvent,
  UNWRITTEN,
  type WrittenPetition,
} from '../../src/execution/petition/rules/petition.ts'
import type { Decision } from '../../src/kernel/decision.ts'
import type { Actor } from '../../src/organization/rules/actor.ts'

export const GROUP = { chairs: ['CH'], members: ['LM1', 'LM2', 'LM3'] } as const
const PEOPLE = ['CH', 'LM1', 'LM2', 'LM3', 'OF1', 'T1'] as const
const AT = '2026-03-02T01:00:00.000Z'

export function actorOf(id: string): Actor {
  const role = id === 'CH' ? 'chair' : id.startsWith('LM') ? 'leading-member' : id === 'OF1' ? 'office' : null
  const roles = role ? [{ role, scope: '' } as const] : []
  return { id, name: id, title: '', unit: null, roles, leads: [] }
}

export function circleOf(who: string, more: Partial<Omit<Circle, 'actor'>> = {}): Circle {
  return { actor: actorOf(who), hand: who, concerned: [], own: false, ...GROUP, ...more }
}

export const stampAt = (place: number) => ({ place, seal: `seal${place}`, at: AT }) as const

const WRITTEN: PetitionEvent = {
  ...{ type: 'petition.written', number: '2026-001', year: 2026, sequence: 1, hidden: true },
  ...stampAt(1),
}

export const fold = (...events: readonly PetitionEvent[]): WrittenPetition => {
  const state = events.reduce(evolvePetition, evolvePetition(UNWRITTEN, WRITTEN))
  if (state.status === 'unwritten') throw new Error('unwritten')
  return state
}

export function codeOf(decision: Decision<PetitionEvent, { readonly code: string }>): string {
  return 'refusal' in decision ? decision.refusal.code : (decision.events[0]?.type ?? 'nothing')
}

export const anyOf = fc.constantFrom(...PEOPLE)
export const concerned = fc.subarray([...PEOPLE])
export const circles = fc
  .record({ who: anyOf, hand: anyOf, concerned, own: fc.boolean(), hasChair: fc.boolean() })
  .map(({ who, hasChair, ...more }) => circleOf(who, { ...more, chairs: hasChair ? ['CH'] : [] }))
