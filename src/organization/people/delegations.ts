/** Delegations of somebody who is replaced or leaves end early, and both are told (rulebook 7). */
import type { Meta, Notice } from '../../kernel/command.ts'
import type { PersonId } from '../../kernel/ids.ts'
import { foldSubject, type SubjectChange } from '../../kernel/subject.ts'
import type { Database } from '../../store/database.ts'
import { tellBoth } from '../delegation/notices.ts'
import { listOpenDelegations } from '../delegation/queries/lists.ts'
import type { DelegationEvent, KeptDelegation } from '../delegation/rules/delegation.ts'
import { findDelegation } from '../delegation/rules/delegation.ts'
import { endDelegation } from '../delegation/rules/end.ts'
import { delegationId, delegationSubject } from '../delegation/subject.ts'
import type { Actor } from '../rules/actor.ts'

export interface EndedDelegations {
  readonly changes: readonly SubjectChange[]
  readonly notices: readonly Notice[]
  readonly items: readonly KeptDelegation[]
}

/** Those that the person gave and those that the person holds. */
export async function endDelegationsOf(
  db: Database,
  person: PersonId,
  by: Actor,
  meta: Pick<Meta, 'at' | 'by' | 'today'>,
): Promise<EndedDelegations> {
  const rows = await listOpenDelegations(db, person, meta.today)
  // Whoever acts for the office ends them with the office's right; the name has both.
  const { delegate: _, ...office } = by
  const principals = [...new Set(rows.map(({ principal }) => principal))]
  const ended = await Promise.all(
    principals.map(async (principal) => {
      const head = await foldSubject(db, delegationSubject, delegationId(principal))
      const numbers = rows.filter((row) => row.principal === principal).map(({ number }) => number)
      const events = numbers.flatMap((number): readonly DelegationEvent[] => {
        const decision = endDelegation(head.state, { number }, office, meta.at)
        return 'events' in decision ? decision.events : []
      })
      const items = numbers.flatMap((number) => findDelegation(head.state, number) ?? [])
      return { change: delegationSubject.change(delegationId(principal), head, events), items, events }
    }),
  )
  const moved = ended.filter(({ events }) => events.length > 0)
  const items = moved.flatMap((one) => one.items)
  return {
    changes: moved.map(({ change }) => change),
    notices: items.flatMap((one) => tellBoth(one, 'ended', meta.by)),
    items,
  }
}
