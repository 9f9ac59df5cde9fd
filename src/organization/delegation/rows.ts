/** The table of delegations, equal to the states of their subjects. */
import { sql } from 'kysely'
import type { Statement } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'
import type { DelegationState, KeptDelegation } from './rules/delegation.ts'
import type { Duties } from './rules/duty.ts'

const upsertAll = prepared(
  (_, p: { rows: string }) => sql<never>`
  INSERT INTO delegation (principal, number, delegate, duties, from_on, to_on, given_by, given_at, begun, ended_at)
  SELECT value ->> '$.principal', value ->> '$.number', value ->> '$.delegate', value ->> '$.duties',
    value ->> '$.from', value ->> '$.to', value ->> '$.givenBy', value ->> '$.givenAt', value ->> '$.begun', value ->> '$.endedAt'
  FROM json_each(${p.rows}) WHERE true
  ON CONFLICT (principal, number) DO UPDATE SET begun = excluded.begun, ended_at = excluded.ended_at`,
)

/** Rows for those that are new, have begun or have ended. */
export function delegationRows(before: DelegationState, after: DelegationState): Statement[] {
  const moved = after.given.filter((one, at) => one.standing.status !== before.given[at]?.standing.status)
  return moved.length === 0 ? [] : [upsertAll({ rows: JSON.stringify(moved.map(rowOf)) })]
}

function rowOf({ number, principal, delegate, duties, from, to, given, standing }: KeptDelegation) {
  return {
    ...{ number, from, to },
    principal: principal.id,
    delegate: delegate.id,
    duties: dutiesJson(duties),
    givenBy: given.by,
    givenAt: given.at,
    begun: standing.status === 'given' ? 0 : 1,
    endedAt: endOf(standing),
  }
}

const dutiesJson = (duties: Duties): string =>
  JSON.stringify(duties === 'all' ? [{ role: 'all', scope: '' }] : duties)

function endOf(standing: KeptDelegation['standing']): string | null {
  switch (standing.status) {
    case 'given':
    case 'begun':
      return null
    case 'ended':
      return standing.act.at
    case 'expired':
      return standing.at
  }
}
