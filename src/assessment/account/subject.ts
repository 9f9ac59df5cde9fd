import type { SubjectId, UnitId, Year } from '../../kernel/ids.ts'
import { type Subject, subjectOf } from '../../kernel/subject.ts'
import { putAccount, putAccountGoals } from './rows.ts'
import { type AccountEvent, type AccountState, evolveAccount, NO_ACCOUNT } from './rules/account.ts'

export const accountId = (year: Year, unit: UnitId): SubjectId => `account:${year}:${unit}`

/** `account:<year>:<unit>` */
export const accountSubject: Subject<AccountState, AccountEvent> = subjectOf({
  kind: 'account',
  initial: NO_ACCOUNT,
  evolve: evolveAccount,
  rows({ subject, after }) {
    if (after.status === 'none') return []
    const { statements, short, revision, moved } = after
    const [, year = '', unit = ''] = subject.split(':')
    const said = Object.entries(statements).map(([goal, { words, reason }]) => ({
      ...{ account: subject, goal, words, reason },
      short: short.includes(goal) ? (1 as const) : (0 as const),
    }))
    const signed = after.status === 'signed' ? after.signed : null
    return [
      putAccountGoals(said),
      putAccount({
        ...{ id: subject, year: Number(year), unit, status: after.status, revision, moved_at: moved.at },
        ...{ signed_by: signed?.by ?? null, signed_at: signed?.at ?? null },
      }),
    ]
  },
})
