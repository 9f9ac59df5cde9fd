/** Who may take part in a unit's assessment, from the roles of the day (Article 22; rulebook 7). */
import type { PersonId } from '../../kernel/ids.ts'
import type { Phase } from '../../store/schema/policy.ts'
import type { AssessingFacts } from './facts.ts'
import { type Bar, findAssessor, type Hand, type Member, type Panel } from './panel.ts'

export type AccessRefusal =
  | { readonly code: 'unknown-unit' }
  | { readonly code: 'closed-phase'; readonly phase: Phase }
  | { readonly code: 'unassigned-unit'; readonly unit: string }
  | { readonly code: 'outside-panel'; readonly unit: string; readonly group: string }
  | { readonly code: 'recused-member'; readonly unit: string; readonly bar: Bar }
  /** Nobody fills two sheets on one unit, or answers there for two. */
  | { readonly code: 'double-seat'; readonly unit: string }
  | { readonly code: 'recused-delegate'; readonly unit: string; readonly bar: Bar }
  | { readonly code: 'convenor-only'; readonly unit: string }

export interface Seat {
  readonly facts: AssessingFacts
  readonly panel: Panel
  readonly member: Member
}

/** The person's seat in the assessment of the unit, while assessments are open; where a delegate acts, with what bars that one. */
export function takeSeat(
  facts: AssessingFacts | undefined,
  person: PersonId,
): { readonly seat: Seat } | { readonly refusal: AccessRefusal } {
  if (!facts) return { refusal: { code: 'unknown-unit' } }
  if (facts.phase !== 'assessment') return { refusal: { code: 'closed-phase', phase: facts.phase } }
  const { panel, unitName: unit } = facts
  if (!panel) return { refusal: { code: 'unassigned-unit', unit } }
  const recusal = panel.recused.find((one) => one.member.id === person)
  if (recusal) return { refusal: { code: 'recused-member', unit, bar: recusal.bar } }
  const member = findAssessor(panel, person)
  if (!member) return { refusal: { code: 'outside-panel', unit, group: panel.name } }
  if (!facts.hand) return { seat: { facts, panel, member } }
  const refusal = barOfHand(facts.hand, panel, unit)
  return refusal
    ? { refusal }
    : { seat: { facts, panel, member: { id: member.id, name: facts.hand.signed } } }
}

function barOfHand(hand: Hand, panel: Panel, unit: string): AccessRefusal | undefined {
  if (!hand.given) return { code: 'outside-panel', unit, group: panel.name }
  if (hand.bar) return { code: 'recused-delegate', unit, bar: hand.bar }
  const seats = [hand.id, ...hand.others].filter((one) => findAssessor(panel, one))
  return seats.length > 0 ? { code: 'double-seat', unit } : undefined
}

/** As `takeSeat`, for what only the convenor does. */
export function takeChair(
  facts: AssessingFacts | undefined,
  person: PersonId,
): { readonly seat: Seat } | { readonly refusal: AccessRefusal } {
  const taken = takeSeat(facts, person)
  if ('refusal' in taken || taken.seat.panel.convenors.includes(person)) return taken
  return { refusal: { code: 'convenor-only', unit: taken.seat.facts.unitName } }
}
