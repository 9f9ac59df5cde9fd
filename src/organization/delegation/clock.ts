/** What the clock gives: a delegation begins with its first day, and ends after its last (rulebook 7). */
import type * as z from 'zod'
import { type Command, command } from '../../kernel/command.ts'
import { type Decision, refused } from '../../kernel/decision.ts'
import type { Instant, LocalDate } from '../../kernel/time.ts'
import type { DelegationDone } from './done.ts'
import { tellBoth } from './notices.ts'
import { type BeginRefusal, beginDelegation } from './rules/begin.ts'
import { type DelegationEvent, type DelegationState, findDelegation } from './rules/delegation.ts'
import { expireDelegation } from './rules/end.ts'
import { delegationId, delegationSubject, ofOne } from './subject.ts'

/** Both are told, once. */
export const beginDelegationCommand = byClock('delegation.begin', beginDelegation, 'begun')
export const expireDelegationCommand = byClock('delegation.expire', expireDelegation, 'over')

function byClock(
  type: string,
  decide: (
    state: DelegationState,
    one: z.infer<typeof ofOne>,
    now: { readonly today: LocalDate; readonly at: Instant },
  ) => Decision<DelegationEvent, BeginRefusal>,
  why: 'begun' | 'over',
): Command {
  return command<z.infer<typeof ofOne>, DelegationState, DelegationEvent, BeginRefusal, null, DelegationDone>(
    {
      type,
      payload: ofOne,
      on: delegationSubject,
      id: ({ principal }) => delegationId(principal),
      context: async () => null,
      decide: (state, one, _, meta) =>
        meta.by === 'clock' ? decide(state, one, meta) : refused({ code: 'clock-only' }),
      tell: ({ payload: { number }, after, meta }) => {
        const one = findDelegation(after, number)
        return {
          notices: one ? tellBoth(one, why, meta.by) : [],
          answer: { done: { code: `delegation-${why}` } },
        }
      },
    },
  )
}
