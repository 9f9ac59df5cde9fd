import * as z from 'zod'
import type { PersonId, SubjectId } from '../../kernel/ids.ts'
import { subjectOf } from '../../kernel/subject.ts'
import { delegationRows } from './rows.ts'
import {
  type DelegationEvent,
  type DelegationState,
  evolveDelegation,
  NONE_GIVEN,
} from './rules/delegation.ts'

export const delegationId = (principal: PersonId): SubjectId => `delegation:${principal}`

/** What one person gave to others. */
export const delegationSubject = subjectOf<DelegationState, DelegationEvent>({
  kind: 'delegation',
  initial: NONE_GIVEN,
  evolve: evolveDelegation,
  rows: ({ before, after }) => delegationRows(before, after),
})

/** Names one delegation, in commands and views. */
export const ofOne = z.object({ principal: z.string().max(200), number: z.int() })
