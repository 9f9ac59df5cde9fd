/** Who is told that a delegation was given, has begun or has ended. */
import type { Notice, View } from '../../kernel/command.ts'
import type { PersonId } from '../../kernel/ids.ts'
import type { Delegation } from './rules/delegation.ts'
import { delegationId } from './subject.ts'

export const viewOfDelegation = (principal: PersonId, number: number): View => ({
  name: 'delegation',
  params: { principal, number },
})

/** Principal and delegate, but for the one who does it and sees the answer. */
export function tellBoth(
  { principal, delegate, number }: Delegation,
  why: 'given' | 'begun' | 'ended' | 'over',
  by: PersonId,
): Notice[] {
  return [principal.id, delegate.id]
    .filter((to) => to !== by)
    .map((to) => ({
      to,
      view: viewOfDelegation(principal.id, number),
      about: delegationId(principal.id),
      key: `delegation-${why}:${principal.id}:${number}:${to}`,
    }))
}
