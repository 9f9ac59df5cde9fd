import * as z from 'zod'
import { command, type Notice } from '../../../kernel/command.ts'
import type { PersonId } from '../../../kernel/ids.ts'
import { sheetId } from '../../subjects.ts'
import type { AccountDone } from '../done.ts'
import { type AccountPlace, accountContext } from '../load.ts'
import { listSenders } from '../queries.ts'
import { signedRevision } from '../rules/account.ts'
import { signAccount, takeBackAccount } from '../rules/state-account.ts'
import { accountId, accountSubject } from '../subject.ts'
import { accountView, onRefusal, place } from './state.ts'

/** The head signs off the account, as it was read; whoever scored without it is told. */
export const signCommand = command({
  type: 'account.sign',
  /** `seen`: the revision that the card showed. */
  payload: z.object({ ...place, seen: z.int() }),
  on: accountSubject,
  id: ({ year, unit }) => accountId(year, unit),
  async context(db, payload, meta) {
    const [context, senders] = await Promise.all([
      accountContext(db, payload, meta),
      listSenders(db, payload.year, payload.unit),
    ])
    return { ...context, senders }
  },
  decide: signAccount,
  tell: ({ payload, after, context }) => ({
    notices: context.senders
      .filter((one) => one.account !== signedRevision(after))
      .map((one) => noticeToSender(payload, one.member, signedRevision(after) ?? 0)),
    answer: {
      done: { code: 'account-signed', unit: context.unit?.name ?? '' } satisfies AccountDone,
      show: accountView(payload),
    },
  }),
  onRefusal,
})

function noticeToSender({ year, unit }: AccountPlace, member: PersonId, revision: number): Notice {
  return {
    to: member,
    view: { name: 'score-sheet', params: { year, unit, member, page: 1 } },
    about: sheetId(year, unit, member),
    key: `account-after-sheet:${accountId(year, unit)}:${revision}:${member}`,
  }
}

const TAKEN_BACK: AccountDone = { code: 'account-taken-back' }

/** The head takes it back, until the first assessor has sent a sheet. */
export const takeBackCommand = command({
  type: 'account.take-back',
  payload: z.object(place),
  on: accountSubject,
  id: ({ year, unit }) => accountId(year, unit),
  context: accountContext,
  decide: (state, _, context) => takeBackAccount(state, context),
  tell: ({ payload }) => ({ answer: { done: TAKEN_BACK, show: accountView(payload) } }),
  onRefusal,
})
