import type { Todo, Viewer } from '../kernel/view.ts'
import { getActor } from '../organization/queries.ts'
import { holds } from '../organization/rules/actor.ts'
import type { Database } from '../store/database.ts'
import { listCoefficientRows } from './coefficient-rows.ts'
import { findCurrentYear, type OpenYear } from './queries.ts'

/** The chair: an unconfirmed policy. The office: graded units without coefficients. */
export async function policyTodo(db: Database, viewer: Viewer): Promise<Todo[]> {
  const actor = await getActor(db, viewer)
  const chair = holds(actor, 'chair')
  const office = holds(actor, 'office')
  const open = chair || office ? await findCurrentYear(db) : undefined
  if (!open || open.phase === 'closed') return []
  const { year } = open
  const missing = office ? await countMissing(db, open) : 0
  return [
    ...(chair && open.notice === null ? [todo(`${year}年度政策待确认`, '去确认', 'policy', year)] : []),
    ...(missing > 0 ? [todo(`${missing}个单位没有权重系数`, '去设置', 'coefficients', year)] : []),
  ]
}

async function countMissing(db: Database, open: OpenYear): Promise<number> {
  return (await listCoefficientRows(db, open)).filter((row) => row.coefficients === null).length
}

const todo = (text: string, button: string, view: string, year: number): Todo => ({
  text,
  since: null,
  button,
  action: { send: view, with: { year } },
})
