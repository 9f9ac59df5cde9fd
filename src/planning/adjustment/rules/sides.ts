/** Who may ask for an adjustment, and who sends it (Article 17, rulebook 3). */
import { type Actor, holds, isLeaderOf } from '../../../organization/rules/actor.ts'
import { mayDraft, maySend, type Place } from '../../rules/drafters.ts'
import type { Side } from './adjustment.ts'

type Seat = Omit<Place, 'year' | 'phase'>

const SIDES: readonly Side[] = ['leader', 'unit', 'group', 'office', 'leading']

/** For the unit its contact and head, for the working group its convenor and members; the others as what they are. */
export function mayAskAs(actor: Actor, seat: Seat, side: Side): boolean {
  switch (side) {
    case 'unit':
    case 'group':
      return mayDraft(actor, seat, side)
    case 'leader':
      return isLeaderOf(actor, seat.unit)
    case 'office':
      return holds(actor, 'office')
    case 'leading':
      return holds(actor, 'chair') || holds(actor, 'leading-member')
  }
}

/** As with goals: the contact fills in, the head sends; a member fills in, the convenor sends. */
export function maySendAs(actor: Actor, seat: Seat, side: Side): boolean {
  return side === 'unit' || side === 'group' ? maySend(actor, seat, side) : mayAskAs(actor, seat, side)
}

/** As what the actor asks; undefined for who may not. `late`: after the policy's last day, when only the leading group asks. */
export function sideOf(actor: Actor, seat: Seat, late: boolean): Side | undefined {
  if (late && mayAskAs(actor, seat, 'leading')) return 'leading'
  return (
    SIDES.find((side) => maySendAs(actor, seat, side)) ?? SIDES.find((side) => mayAskAs(actor, seat, side))
  )
}
