/** What waits for inspectors, witnesses and units, each with its age. */
import { brief, INSPECTION_KINDS } from '../../../cards/inspection-words.ts'
import { sayDate } from '../../kernel/time.ts'
import type { Todo, Viewer } from '../../kernel/view.ts'
import { holds, scopesOf } from '../../organization/rules/actor.ts'
import { findCurrentYear } from '../../policy/queries.ts'
import type { Database } from '../../store/database.ts'
import type { InspectionTable } from '../../store/schema/inspection.ts'
import { type ListedFinding, listWaitingRectifications } from '../queries/findings.ts'
import { getInspecting, listBodies, listInspectors } from './queries/bodies.ts'
import { findInspection, listWaiting } from './queries/inspections.ts'
import { listNotes } from './queries/notes.ts'
import { bodiesOf, convenes, type Inspecting, mayInspect } from './rules/body.ts'

export async function waitingInspections(db: Database, viewer: Viewer): Promise<Todo[]> {
  const [current, inspecting] = await Promise.all([findCurrentYear(db), getInspecting(db, viewer)])
  if (!current || current.phase === 'closed') return []
  const { year } = current
  const lists = await Promise.all([
    toDraw(db, year, inspecting, viewer),
    toMake(db, year, inspecting, viewer),
    toPublish(db, viewer),
    toPutRight(db, inspecting, viewer),
    toJudge(db, inspecting),
  ])
  return lists.flat()
}

const openInspection = (id: string) => ({ show: 'inspection', with: { inspection: id } }) as const

/** Checks that wait for a number from the office, but for those whose body's people they are. */
async function toDraw(
  db: Database,
  year: number,
  { by }: Inspecting,
  { by: typist, today }: Viewer,
): Promise<Todo[]> {
  if (!holds(by, 'office')) return []
  const stated = await listWaiting(db, year, 'stated')
  const todos = await Promise.all(
    stated.map(async ({ id, number, body, purpose, moved_at }) => {
      const [found] = await listBodies(db, [body])
      const people = found ? await listInspectors(db, found, today) : []
      if (people.some((one) => one.id === by.id || one.id === typist)) return []
      const text = `${found?.name ?? body}抽查（${number}号）待见证抽取：${brief(purpose, 40)}`
      return [{ text, since: moved_at, button: '去见证', action: openInspection(id) }]
    }),
  )
  return todos.flat()
}

/** Visits whose day has come and checks that were drawn, for their inspectors. */
async function toMake(db: Database, year: number, { by }: Inspecting, { today }: Viewer): Promise<Todo[]> {
  const bodies = bodiesOf(by)
  if (bodies.length === 0) return []
  const [planned, drawn] = await Promise.all([
    listWaiting(db, year, 'planned'),
    listWaiting(db, year, 'drawn'),
  ])
  const due = [...planned.filter((one) => one.held_on !== null && one.held_on <= today), ...drawn]
  const own = await Promise.all(
    due
      .filter((one) => bodies.includes(one.body))
      .map(async (one) => ((await isInspector(db, one.id, by.id)) ? [one] : [])),
  )
  return own.flat().map((one) => ({
    text: `${INSPECTION_KINDS[one.kind]}（${one.number}号）${sayWhen(one)}：${brief(one.purpose, 40)}`,
    since: one.moved_at,
    button: '去办理',
    action: openInspection(one.id),
  }))
}

const sayWhen = ({ held_on }: InspectionTable): string =>
  held_on === null ? '已抽取，待检查办结' : `${sayDate(held_on)}，待记录办结`

async function isInspector(db: Database, id: string, person: string): Promise<boolean> {
  const state = await findInspection(db, id)
  return state.status !== 'none' && state.plan.inspectors.some((one) => one.id === person)
}

async function toPublish(db: Database, { by, inNameOf }: Viewer): Promise<Todo[]> {
  if (by !== inNameOf) return []
  const [oldest, ...others] = await listNotes(db, by)
  if (!oldest) return []
  const action = { show: 'finding-notes', with: {} } as const
  const text = `您有 ${others.length + 1} 条检查记录没有发布`
  return [{ text, since: oldest.at, button: '去查看', action }]
}

const openFinding = ({ id }: ListedFinding) => ({ show: 'finding', with: { finding: id } }) as const
const about = ({ goal_number, fact }: ListedFinding): string =>
  `${goal_number === null ? '' : `目标${goal_number} `}${brief(fact, 40)}`

async function toPutRight(db: Database, { by }: Inspecting, { today }: Viewer): Promise<Todo[]> {
  const units = scopesOf(by, 'contact', 'head')
  if (units.length === 0) return []
  const open = await listWaitingRectifications(db, 'open', { bodies: [], units })
  return open.map((one) => {
    const overdue = one.due_on !== null && one.due_on < today
    const due = one.due_on === null ? '' : `${overdue ? '已逾期，期限' : '期限'} ${sayDate(one.due_on)}`
    const text = `${one.unit_name}待整改（${one.number}号，${due}）：${about(one)}`
    return { text, since: one.moved_at, button: '去答复', action: openFinding(one) }
  })
}

/** For whoever published it, and for convenors. */
async function toJudge(db: Database, inspecting: Inspecting): Promise<Todo[]> {
  const { by } = inspecting
  const bodies = await listBodies(db, bodiesOf(by))
  const ids = bodies.map((one) => one.id)
  const answered =
    ids.length === 0 ? [] : await listWaitingRectifications(db, 'answered', { bodies: ids, units: [] })
  return answered
    .filter((one) => {
      const body = bodies.find(({ id }) => id === one.body)
      if (!body || !mayInspect(inspecting, body, one.unit)) return false
      return one.published_by === by.id || convenes(by, body)
    })
    .map((one) => {
      const text = `${one.unit_name}整改待验收（${one.number}号）：${about(one)}`
      return { text, since: one.moved_at, button: '去验收', action: openFinding(one) }
    })
}
