/** What waits for a unit's contact and head: the account that is not written, not whole, not signed. */
import type { Todo, Viewer } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import { holds } from '../../organization/rules/actor.ts'
import { findCurrentYear } from '../../policy/queries.ts'
import { isAnyIn } from '../../policy/rules/reopening.ts'
import type { Database } from '../../store/database.ts'
import { type LoadedAccount, loadAccount } from './load.ts'
import { ownUnits } from './reach.ts'
import { barOfAccount, missingInAccount } from './rules/state-account.ts'

export async function accountTodo(db: Database, viewer: Viewer): Promise<readonly Todo[]> {
  const open = await findCurrentYear(db)
  if (!open || !isAnyIn(open, 'assessment')) return []
  const [actor, units] = await Promise.all([getActor(db, viewer), ownUnits(db, viewer)])
  const lists = await Promise.all(
    units.map(async ({ id }) =>
      todosOf(await loadAccount(db, { year: open.year, unit: id }, viewer), {
        ...{ year: open.year, unit: id },
        signs: holds(actor, 'head', id),
      }),
    ),
  )
  return lists.flat()
}

interface Place {
  readonly year: number
  readonly unit: string
  /** Whether the viewer is the one who signs off. */
  readonly signs: boolean
}

function todosOf({ context, state }: LoadedAccount, { year, unit, signs }: Place): readonly Todo[] {
  if (barOfAccount(context) || state.status === 'signed') return []
  const name = context.unit?.name ?? ''
  const missing = missingInAccount(state, context.goals)
  const since = state.status === 'none' ? null : state.moved.at
  const [first] = missing
  if (first) {
    return [
      {
        text: `${name}年度自评还有${missing.length}项目标没有写全`,
        since,
        button: '填写自评',
        action: { send: 'account-page', with: { year, unit, page: 1, goal: first.goal } },
      },
    ]
  }
  if (!signs) return []
  return [
    {
      text: `${name}年度自评已写全，待您提交`,
      since,
      button: '去提交',
      action: { send: 'account', with: { year, unit, page: 1 } },
    },
  ]
}
