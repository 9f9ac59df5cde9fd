/** What waits for a person in the assessment: a sheet, a deliberation, a word, a receipt. */
import type { Action } from '../../cards/kit.ts'
import type { Instant } from '../kernel/time.ts'
import type { Todo, Viewer } from '../kernel/view.ts'
import { getActor } from '../organization/queries.ts'
import { type Actor, holds, scopesOf } from '../organization/rules/actor.ts'
import { findCurrentYear, type OpenYear } from '../policy/queries.ts'
import { isAnyIn, phaseFor } from '../policy/rules/reopening.ts'
import type { Database } from '../store/database.ts'
import type { UnitTable } from '../store/schema/organization.ts'
import { countUnweighed } from './account/queries.ts'
import { findAssessing } from './assessing.ts'
import { findAssessment, findSheets, listStandings, listUnitsAssessedBy, type Standing } from './queries.ts'
import { listStuck } from './reopener.ts'
import { barFor, isConvenorOf } from './roles.ts'
import { awaitedMembers } from './rules/answer.ts'
import { answeredHow } from './rules/answering.ts'
import { type Deliberating, liveRound } from './rules/assessment.ts'
import { missingMembers } from './rules/open.ts'
import { isStuck } from './rules/reopen.ts'

export async function assessmentTodo(db: Database, viewer: Viewer): Promise<readonly Todo[]> {
  const [open, actor] = await Promise.all([findCurrentYear(db), getActor(db, viewer)])
  if (!open || open.phase === 'setting' || open.phase === 'execution') return []
  const assessing = isAnyIn(open, 'assessment')
  const asAssessor = assessing ? await assessorTodo(db, open, actor, viewer) : []
  const asOffice = assessing ? await officeTodo(db, open.year, actor, viewer) : []
  return [...asAssessor, ...asOffice, ...(await unitTodo(db, open.year, actor))]
}

async function assessorTodo(db: Database, open: OpenYear, actor: Actor, viewer: Viewer): Promise<Todo[]> {
  const { year } = open
  const assessed = await listUnitsAssessedBy(db, actor)
  const units = assessed.filter((unit) => !barFor(actor, unit) && phaseFor(open, unit.id) === 'assessment')
  const ids = units.map((unit) => unit.id)
  const [standings, unweighed] = await Promise.all([
    listStandings(db, year, ids, actor.id),
    countUnweighed(db, actor.id, year),
  ])
  const lists = standings.map((standing, i) => {
    const unit = units[i]
    const found = unit ? (unweighed.get(unit.id) ?? 0) : 0
    return unit ? unitTodos(db, { year, unit, standing, found, actor, viewer }) : []
  })
  return (await Promise.all(lists)).flat()
}

/** Deliberations that cannot be decided any more: where no convenor is left only the office can act. */
async function officeTodo(db: Database, year: number, actor: Actor, viewer: Viewer): Promise<Todo[]> {
  if (!holds(actor, 'office')) return []
  return (await listStuck(db, year, viewer.today))
    .filter((one) => !barFor(actor, { id: one.unit, leader: one.leader }))
    .map(({ unit, name }) => stuckTodo(name, { send: 'deliberation', with: { year, unit } }))
}

const stuckTodo = (name: string, action: Action): Todo => ({
  ...{ text: `${name}合议到会人数不足，待退回打分`, since: null, button: '去处理', action },
})

async function isStuckNow(db: Database, { year, unit, viewer }: Case, state: Deliberating): Promise<boolean> {
  const facts = await findAssessing(db, year, unit.id, viewer)
  return facts?.panel ? isStuck(state, facts.panel) : false
}

interface Case {
  readonly year: number
  readonly unit: UnitTable
  readonly standing: Standing
  /** Findings that were published after the sheet was sent, and are not weighed on it. */
  readonly found: number
  readonly actor: Actor
  readonly viewer: Viewer
}

async function unitTodos(db: Database, one: Case): Promise<Todo[]> {
  const { year, unit, standing, found, actor } = one
  const { assessment, sheet } = standing
  const board: Action = { send: 'deliberation', with: { year, unit: unit.id } }
  if (assessment.status === 'decided') return []
  if (assessment.status === 'deliberating') {
    if (isConvenorOf(actor, unit.kind) && (await isStuckNow(db, one, assessment))) {
      return [stuckTodo(unit.name, board)]
    }
    return deliberatingTodos(assessment, unit, actor, board, year)
  }
  const own: Action = {
    send: 'score-sheet',
    with: { year, unit: unit.id, member: actor.id, page: 1 },
  }
  if (sheet.status === 'empty' || sheet.status === 'draft') {
    return [{ text: `给${unit.name}考核打分`, since: null, button: '去打分', action: own }]
  }
  if (found > 0 && sheet.status === 'sent') {
    return [
      { text: `${unit.name}有${found}条新的督查发现待处理`, since: null, button: '去处理', action: own },
    ]
  }
  return isConvenorOf(actor, unit.kind) && (await isComplete(db, one))
    ? [{ text: `${unit.name}评分表已交齐，待开启合议`, since: null, button: '去开启', action: board }]
    : []
}

function deliberatingTodos(
  state: Deliberating,
  unit: UnitTable,
  actor: Actor,
  board: Action,
  year: number,
): Todo[] {
  const round = liveRound(state)
  if (!round && isConvenorOf(actor, unit.kind)) {
    const action: Action = { send: 'proposal-page', with: { year, unit: unit.id, page: 1 } }
    return [{ text: `待提出${unit.name}的合议意见`, since: lastWord(state), button: '填写意见', action }]
  }
  return round && awaitedMembers(state).some((one) => one.id === actor.id)
    ? [{ text: `${unit.name}合议意见待您表态`, since: round.at, button: '去表态', action: board }]
    : []
}

/** Since when the convenor is waited for: the last objection, or the opening. */
const lastWord = (state: Deliberating): Instant =>
  state.rounds.at(-1)?.objections.at(-1)?.at ?? state.openedAt

async function isComplete(db: Database, { year, unit, viewer }: Case): Promise<boolean> {
  const facts = await findAssessing(db, year, unit.id, viewer)
  if (!facts?.panel || facts.goals.length === 0) return false
  const ids = facts.panel.assessors.map((one) => one.id)
  return missingMembers(facts.panel, await findSheets(db, year, unit.id, ids), facts).length === 0
}

/** The unit's contact and head: a feedback that nobody has confirmed. */
async function unitTodo(db: Database, year: number, actor: Actor): Promise<Todo[]> {
  const units = scopesOf(actor, 'contact', 'head')
  const states = await Promise.all(units.map((unit) => findAssessment(db, year, unit)))
  return states.flatMap((state, i) => {
    const unit = units[i]
    if (state.status !== 'decided' || answeredHow(state) !== 'waiting' || unit === undefined) return []
    const action: Action = { send: 'feedback', with: { year, unit } }
    return [{ text: '考核反馈待确认收到', since: state.decidedAt, button: '查看反馈', action }]
  })
}
