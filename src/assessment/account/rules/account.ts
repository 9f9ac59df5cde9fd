/** A unit's own account of its year (rulebook 5). Subject `account:<year>:<unit>`. */
import { never } from '../../../kernel/decision.ts'
import type { GoalId, PersonId } from '../../../kernel/ids.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { Statement } from './statement.ts'

/** Who did it, under the name of that day, and when. */
export interface Act {
  readonly by: PersonId
  readonly name: string
  readonly at: Instant
}

export type Statements = { readonly [goal: GoalId]: Statement }

interface Stated {
  readonly statements: Statements
  /** Goals that fell short of what was to be reached, as it stood when they were stated or signed. */
  readonly short: readonly GoalId[]
  /** Rises with everything that is stated: who signs names the revision that was read. */
  readonly revision: number
  readonly moved: Act
}

export type AccountState =
  | { readonly status: 'none' }
  | (Stated & { readonly status: 'draft'; readonly takenBack: Act | null })
  | (Stated & { readonly status: 'signed'; readonly signed: Act })

export type AccountEvent =
  | {
      readonly type: 'account.stated'
      readonly statements: Statements
      /** Those of the statements that say that a goal fell short. */
      readonly short: readonly GoalId[]
      readonly act: Act
    }
  /** `short`: of all goals, as they are measured on that day. */
  | { readonly type: 'account.signed'; readonly short: readonly GoalId[]; readonly act: Act }
  | { readonly type: 'account.taken-back'; readonly act: Act }

export const NO_ACCOUNT: AccountState = { status: 'none' }

export function evolveAccount(state: AccountState, event: AccountEvent): AccountState {
  if (event.type === 'account.stated') return withStatements(state, event)
  if (state.status === 'none') return state
  const { statements, short, revision } = state
  const stated = { statements, short, revision, moved: event.act }
  switch (event.type) {
    case 'account.signed':
      return { ...stated, short: event.short, status: 'signed', signed: event.act }
    case 'account.taken-back':
      return { ...stated, status: 'draft', takenBack: event.act }
    default:
      return never(event)
  }
}

function withStatements(
  state: AccountState,
  { statements, short, act }: Extract<AccountEvent, { readonly type: 'account.stated' }>,
): AccountState {
  const said = Object.keys(statements)
  const before = state.status === 'none' ? [] : state.short.filter((goal) => !said.includes(goal))
  return {
    status: 'draft',
    statements: { ...statementsOf(state), ...statements },
    short: [...before, ...short],
    revision: revisionOf(state) + 1,
    moved: act,
    takenBack: state.status === 'draft' ? state.takenBack : null,
  }
}

export const statementsOf = (state: AccountState): Statements =>
  state.status === 'none' ? {} : state.statements

/** 0 before anything is stated. */
export const revisionOf = (state: AccountState): number => (state.status === 'none' ? 0 : state.revision)

/** The revision of a signed account; null where none is signed. */
export const signedRevision = (state: AccountState): number | null =>
  state.status === 'signed' ? state.revision : null
