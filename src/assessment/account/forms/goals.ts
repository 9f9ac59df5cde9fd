import * as z from 'zod'
import { formOf } from '../../../kernel/view.ts'
import { accountView } from '../commands/state.ts'
import { saidOf, statementFields } from '../fields.ts'
import { lastValues, loadAccount } from '../load.ts'
import { statementsOf } from '../rules/account.ts'
import { barOfAccount } from '../rules/state-account.ts'

/** A page of the account; `goals`: numbers of those on it. */
export const accountForm = formOf({
  name: 'account-goals',
  params: z.object({ year: z.int(), unit: z.string(), goals: z.array(z.int()) }),
  command: 'account.state',
  async spec(db, { year, unit, goals }, viewer) {
    const { context, state, files } = await loadAccount(db, { year, unit }, viewer)
    const bar = barOfAccount(context)
    if (bar) return { refusal: bar }
    if (state.status === 'signed') {
      const { name: by, at } = state.signed
      return { refusal: { code: 'signed-account', by, at }, show: accountView({ year, unit }) }
    }
    const asked = context.goals.filter((goal) => goals.includes(goal.number))
    const last = await lastValues(
      db,
      asked.map((goal) => goal.id),
    )
    return {
      title: `年度自评：${context.unit?.name ?? ''}`,
      fields: asked.flatMap((goal) =>
        statementFields(goal, {
          said: statementsOf(state)[goal.id],
          last: last.get(goal.id),
          files: files.get(goal.id) ?? [],
        }),
      ),
      submit: '保存本页',
    }
  },
  payload: (values, { year, unit, goals }) => ({ year, unit, said: saidOf(values, goals) }),
})
