import type { Todo, Viewer } from '../kernel/view.ts'
import { getActor } from '../organization/queries.ts'
import { holds } from '../organization/rules/actor.ts'
import type { Database } from '../store/database.ts'
import { listLacks } from './missing.ts'
import { findCurrentYear, type OpenYear } from './queries.ts'
import type { PolicyLack } from './rules/lacks.ts'

/** The chair: an unconfirmed policy. The office: graded units without coefficients, and what else the policy lacks. */
export async function policyTodo(db: Database, viewer: Viewer): Promise<Todo[]> {
  const actor = await getActor(db, viewer)
  const chair = holds(actor, 'chair')
  const office = holds(actor, 'office')
  const open = chair || office ? await findCurrentYear(db) : undefined
  if (!open || open.phase === 'closed') return []
  const { year } = open
  const lacks = office ? await listLacks(db, open, viewer.today) : []
  return [
    ...(chair && open.notice === null ? [todo(`${year}年度政策待确认`, '去确认', 'policy', year)] : []),
    ...lacks.flatMap((lack) => officeTodo(lack, year)),
    ...othersTodo(lacks, open),
  ]
}

/** Coefficients are entered on their own card. */
function officeTodo(lack: PolicyLack, year: number): Todo[] {
  if (lack.what !== 'coefficients') return []
  return [todo(`${lack.units}个单位没有权重系数`, '去设置', 'coefficients', year)]
}

/** The rest is read on the policy's card. The ratios of pay are known late, and needed with the results only. */
function othersTodo(lacks: readonly PolicyLack[], { year, phase }: OpenYear): Todo[] {
  const late = phase === 'assessment' || phase === 'results'
  const others = lacks.filter(({ what }) => what === 'reporter' || (what === 'pay' && late))
  return others.length === 0 ? [] : [todo(`${year}年度政策还缺${others.length}项`, '去补齐', 'policy', year)]
}

const todo = (text: string, button: string, view: string, year: number): Todo => ({
  text,
  since: null,
  button,
  action: { send: view, with: { year } },
})
