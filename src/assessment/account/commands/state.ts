import * as z from 'zod'
import { type Answer, command, type Notice, type View } from '../../../kernel/command.ts'
import { listHolders } from '../../../organization/queries.ts'
import type { AccountDone } from '../done.ts'
import { type AccountPlace, accountContext } from '../load.ts'
import type { AccountState } from '../rules/account.ts'
import {
  type AccountContext,
  type AccountRefusal,
  type GoalLack,
  missingInAccount,
  stateGoals,
} from '../rules/state-account.ts'
import { LONGEST_WORDS } from '../rules/statement.ts'
import { accountId, accountSubject } from '../subject.ts'

export const place = { year: z.int(), unit: z.string() }

const words = z.string().max(LONGEST_WORDS + 100)
const said = z.object({
  /** Its number. */
  goal: z.int(),
  value: z.int().min(0).nullable(),
  met: z.enum(['met', 'partly', 'unmet']).nullable(),
  words,
  reason: words,
  evidence: z.array(z.string()).max(100),
})

/** The contact, or the head, keeps what is stated of some goals. */
export const stateCommand = command({
  type: 'account.state',
  payload: z.object({ ...place, said: z.array(said).min(1).max(200) }),
  on: accountSubject,
  id: ({ year, unit }) => accountId(year, unit),
  async context(db, payload, meta) {
    const [context, heads] = await Promise.all([
      accountContext(db, payload, meta),
      listHolders(db, 'head', payload.unit, meta.today),
    ])
    return { ...context, heads: heads.map(({ id }) => id) }
  },
  decide: stateGoals,
  tell: ({ payload, before, after, context, meta, version }) => ({
    notices: becameWhole(before, after, context)
      ? context.heads.filter((to) => to !== meta.inNameOf).map((to) => noticeToHead(payload, to, version))
      : [],
    answer: answerOf(payload, missingInAccount(after, context.goals)),
  }),
  onRefusal,
})

/** What had gaps has none: the head can sign it off. */
function becameWhole(before: AccountState, after: AccountState, { goals }: AccountContext): boolean {
  return missingInAccount(before, goals).length > 0 && missingInAccount(after, goals).length === 0
}

function noticeToHead({ year, unit }: AccountPlace, to: string, version: number): Notice {
  const about = accountId(year, unit)
  return {
    ...{ to, view: accountView({ year, unit }), about },
    key: `account-whole:${about}:${version}:${to}`,
    asks: [{ role: 'head', scope: unit }],
  }
}

/** Where the first gap is, or the whole. */
function answerOf(at: AccountPlace, missing: readonly GoalLack[]): Answer<AccountDone> {
  const [first] = missing
  return {
    done: { code: 'account-kept', missing },
    show: first
      ? { name: 'account-page', params: { year: at.year, unit: at.unit, page: 1, goal: first.goal } }
      : accountView(at),
  }
}

export const accountView = ({ year, unit }: AccountPlace): View => ({
  name: 'account',
  params: { year, unit, page: 1 },
})

/** What was typed stays in its form, but where nothing can be stated any more. */
export function onRefusal(refusal: AccountRefusal, at: AccountPlace): View | undefined {
  const decided = ['signed-account', 'late-account', 'changed-account', 'scored-account', 'unsigned-account']
  return decided.includes(refusal.code) ? accountView(at) : undefined
}
