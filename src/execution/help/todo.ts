import type { Todo, Viewer } from '../../kernel/view.ts'
import { getActor } from '../../organization/queries.ts'
import type { Database } from '../../store/database.ts'
import { countHelp, type HelpList, listHelp } from '../queries/help.ts'
import { heldKeys, neverOf, ownOf } from './rules/holder.ts'
import { isOverdue, openRequest, sayDay } from './say-help.ts'

/** So many are listed one by one; the rest in one line. */
const MOST = 20
const BRIEF = 60

/** What the person has to answer, the longest waiting first, the overdue marked. */
export async function helpTodo(db: Database, viewer: Viewer): Promise<Todo[]> {
  const actor = await getActor(db, viewer)
  const holders = heldKeys(actor)
  if (holders.length === 0) return []
  const list: HelpList = { kind: 'to-answer', holders, own: ownOf(actor), never: neverOf(actor) }
  const rows = await listHelp(db, list, { from: 0, size: MOST })
  const items = rows.map((row): Todo => {
    const words = [...row.words].slice(0, BRIEF).join('')
    const late = isOverdue(row, viewer.today) ? '，已逾期' : ''
    return {
      text: `${row.unit_name}目标${row.goal_number}求助：${words}（${sayDay(row.due_on)}前答复${late}）`,
      since: row.asked_at,
      button: '去答复',
      action: openRequest(row.goal, row.number),
    }
  })
  const total = rows.length < MOST ? rows.length : await countHelp(db, list)
  const rest: Todo = {
    ...{ text: `另有 ${total - rows.length} 项求助等您答复`, since: null, button: '看求助' },
    action: { send: 'help-list', with: { kind: 'to-answer' } },
  }
  return total > rows.length ? [...items, rest] : items
}
