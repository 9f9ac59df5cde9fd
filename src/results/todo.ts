import type { JsonObject } from '../kernel/decision.ts'
import type { Todo, Viewer } from '../kernel/view.ts'
import { getActor, listUnits } from '../organization/queries.ts'
import { holds, scopesOf } from '../organization/rules/actor.ts'
import { findCurrentYear, type OpenYear } from '../policy/queries.ts'
import type { Database } from '../store/database.ts'
import { type Deciding, findDeciding } from './proposal.ts'
import { listGates } from './queries.ts'

/** Lead units: units without an answer. Chair: ratio and ratification. Office: what is missing, the announcement. */
export async function resultsTodo(db: Database, viewer: Viewer): Promise<Todo[]> {
  const actor = await getActor(db, viewer)
  const areas = scopesOf(actor, 'lead-unit')
  const chair = holds(actor, 'chair')
  const office = holds(actor, 'office')
  if (areas.length === 0 && !chair && !office) return []
  const open = await findCurrentYear(db)
  if (!open || (open.phase !== 'assessment' && open.phase !== 'results')) return []
  const reports = areas.length > 0 ? await gateTodo(db, open, areas) : []
  if (open.phase !== 'results' || (!chair && !office)) return reports
  const deciding = await findDeciding(db, open)
  return [
    ...reports,
    ...(chair ? chairTodo(open, deciding) : []),
    ...(office ? officeTodo(open, deciding) : []),
  ]
}

async function gateTodo(db: Database, open: OpenYear, keys: readonly string[]): Promise<Todo[]> {
  const { year, policy } = open
  const [units, gates] = await Promise.all([listUnits(db), listGates(db, year)])
  const answered = new Set(gates.map((gate) => `${gate.area}:${gate.unit}`))
  return policy.gateAreas
    .filter((area) => keys.includes(area.key))
    .flatMap(({ key, name }) => {
      const silent = units.filter((unit) => !answered.has(`${key}:${unit.id}`)).length
      if (silent === 0) return []
      return [todo(`${name}：${silent}个单位未报告`, '去报告', 'gate-report', { year, area: key, page: 1 })]
    })
}

function chairTodo({ year }: OpenYear, { state, standing }: Deciding): Todo[] {
  if (standing.missing.length > 0) return []
  switch (state.status) {
    case 'unproposed':
      return [todo(`${year}年度优秀比例待确定`, '去确定', 'excellence', { year })]
    case 'proposed':
      return [todo(`${year}年度考核结果待审定`, '去审定', 'excellence', { year })]
    case 'ratified':
    case 'announced':
      return []
  }
}

function officeTodo({ year }: OpenYear, { state, standing }: Deciding): Todo[] {
  switch (state.status) {
    case 'unproposed':
    case 'proposed':
      return standing.missing.length === 0
        ? []
        : [todo(`结果审定还缺${standing.missing.length}项`, '去查看', 'results-gate', { year })]
    case 'ratified':
      return [todo(`${year}年度考核结果待公布`, '去公布', 'results-gate', { year })]
    case 'announced':
      return [todo(`${year}年度结果已公布，可以结束年度`, '去结束', 'phase', { year })]
  }
}

const todo = (text: string, button: string, view: string, params: JsonObject): Todo => ({
  text,
  since: null,
  button,
  action: { send: view, with: params },
})
