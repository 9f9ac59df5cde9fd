import type { JsonObject } from '../kernel/decision.ts'
import type { Todo, Viewer } from '../kernel/view.ts'
import { getActor, listUnits } from '../organization/queries.ts'
import { type Actor, holds, scopesOf } from '../organization/rules/actor.ts'
import { findCurrentYear, findYear, type OpenYear } from '../policy/queries.ts'
import type { Database } from '../store/database.ts'
import { type Deciding, findDeciding, proposalOf } from './proposal.ts'
import { hasDecidedAppeal, listGates } from './queries.ts'
import { voteOf } from './rules/ballot.ts'
import { isRescored } from './rules/correction.ts'
import { finalsOf } from './rules/decide.ts'
import { markOfProposal } from './rules/results.ts'

/** Lead units: units without an answer. Chair: ratio and ratification. Office: what is missing, the announcement. */
export async function resultsTodo(db: Database, viewer: Viewer): Promise<Todo[]> {
  const actor = await getActor(db, viewer)
  const areas = scopesOf(actor, 'lead-unit')
  const chair = holds(actor, 'chair')
  const office = holds(actor, 'office')
  const member = chair || holds(actor, 'leading-member')
  if (areas.length === 0 && !member && !office) return []
  const open = await findCurrentYear(db)
  if (!open) return []
  const corrections = chair || office ? await correctionTodo(db, open, { chair, office }) : []
  if (open.phase !== 'assessment' && open.phase !== 'results') return corrections
  const reports = areas.length > 0 ? await gateTodo(db, open, areas) : []
  if (open.phase !== 'results' || (!member && !office)) return [...corrections, ...reports]
  const deciding = await findDeciding(db, open)
  return [
    ...corrections,
    ...reports,
    ...(member ? ballotTodo(open, deciding, actor) : []),
    ...(chair ? chairTodo(open, deciding) : []),
    ...(office ? officeTodo(open, deciding) : []),
  ]
}

/** A year that is over, one of whose scores an appeal has changed: it is corrected and announced anew, whatever year it is by now. */
async function correctionTodo(
  db: Database,
  open: OpenYear,
  { chair, office }: { readonly chair: boolean; readonly office: boolean },
): Promise<Todo[]> {
  const last = await findYear(db, open.year - 1)
  const over = [last, open].filter((year) => year?.phase === 'closed')
  const lists = over.map(async (year) => {
    if (!year || !(await hasDecidedAppeal(db, year.year))) return []
    const deciding = await findDeciding(db, year)
    const announcing = office && deciding.state.status === 'ratified'
    return [...(chair ? chairTodo(year, deciding) : []), ...(announcing ? officeTodo(year, deciding) : [])]
  })
  return (await Promise.all(lists)).flat()
}

/** A naming that waits for this member's answer, as long as it can be answered. */
function ballotTodo({ year, policy }: OpenYear, { state, standing }: Deciding, actor: Actor): Todo[] {
  if (state.status === 'unproposed' || !state.ballot || policy.ratification === 'chair') return []
  const { units } = proposalOf({ standing }, state, policy)
  if (markOfProposal(state.ratios, units) !== state.ballot.seen || voteOf(state.ballot, actor.id)) return []
  return [todo(`${year}年度优秀单位名单待您表态`, '去表态', 'excellence', { year })]
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

function chairTodo({ year, policy }: OpenYear, { state, standing }: Deciding): Todo[] {
  const undecided = state.status === 'unproposed' || state.status === 'proposed'
  if (undecided && standing.missing.length > 0) return []
  if (state.status === 'unproposed')
    return [todo(`${year}年度优秀比例待确定`, '去确定', 'excellence', { year })]
  const { units } = proposalOf({ standing }, state, policy)
  const waits =
    policy.ratification !== 'chair' &&
    state.ballot !== undefined &&
    markOfProposal(state.ratios, units) === state.ballot.seen
  if (waits) return []
  switch (state.status) {
    case 'proposed':
      return [todo(`${year}年度考核结果待审定`, '去审定', 'excellence', { year })]
    case 'ratified':
    case 'announced':
      return isRescored(state.results, finalsOf(standing.scored))
        ? [todo(`${year}年度考核结果待按申诉决定更正`, '去更正', 'excellence', { year })]
        : []
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
