/** What waits for a drafter, for the leader in charge and for the chair, said in a few words. */
import type { PersonId } from '../../kernel/ids.ts'
import type { Drafter, GoalStatus, PlanTable } from '../../store/schema/planning.ts'
import type { DraftingSeat } from '../places.ts'
import type { GoalCount } from '../queries.ts'
import type { Waits } from './units.ts'

/** Drafts not sent and goals returned, of the parts that the viewer drafts. */
export function waitingToDraft(seats: readonly DraftingSeat[]): Waits {
  return (seat, plan, counts) => {
    const drafters = seats.find((one) => one.unit === seat.unit)?.drafters ?? []
    const sent: readonly string[] = plan ? JSON.parse(plan.sent_parts) : []
    const unsent = drafters.filter((drafter) => !sent.includes(drafter))
    const returned = countOf(counts, 'returned', unsent)
    const drafts = countOf(counts, 'draft', unsent)
    if (returned > 0) return `退回${returned}项待修改`
    if (drafts > 0) return `草稿${drafts}项待报送`
    return unsent.length > 0 ? '待填报' : ''
  }
}

export const waitingToReview: Waits = (_seat, _plan, counts) => {
  const sent = countOf(counts, 'sent')
  return sent > 0 ? `${sent}项待审核` : ''
}

/** A member who has answered on all waits for the others. */
export const waitingToRatify =
  (person: PersonId): Waits =>
  (_seat, plan, counts) => {
    if (plan?.status !== 'in-ratification') return ''
    const passed = countOf(counts, 'passed')
    return hasAnswered(plan, person) ? `${passed}项已答复，等候他人` : `${passed}项待审定`
  }

/** Whether the member of the leading group has answered on every goal that waits for it. */
export const hasAnswered = ({ answered }: PlanTable, person: PersonId): boolean =>
  (JSON.parse(answered) as string[]).includes(person)

/** Goals of a status; of some drafters, where they are given. */
export function countOf(
  counts: readonly GoalCount[],
  status: GoalStatus,
  drafters?: readonly Drafter[],
): number {
  const counted = counts.filter(
    (one) => one.status === status && (drafters === undefined || drafters.includes(one.drafter)),
  )
  return counted.reduce((total, one) => total + one.count, 0)
}
