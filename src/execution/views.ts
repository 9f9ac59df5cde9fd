import * as z from 'zod'
import { evidenceReceivedCard } from '../../cards/evidence-received.ts'
import type { Card, Message } from '../../cards/kit.ts'
import { line } from '../../cards/kit.ts'
import { progressListCard } from '../../cards/progress-list.ts'
import { progressReportCard } from '../../cards/progress-report.ts'
import type { UnitId } from '../kernel/ids.ts'
import { sayDate, sayInstant } from '../kernel/time.ts'
import { type Viewer, viewOf } from '../kernel/view.ts'
import { findPerson, getActor, getUnit } from '../organization/queries.ts'
import { scopesOf } from '../organization/rules/actor.ts'
import { findGoal, listGoalsInForce } from '../planning/queries.ts'
import type { GoalInForce } from '../planning/rules/goal.ts'
import { findCurrentYear } from '../policy/queries.ts'
import type { Database } from '../store/database.ts'
import { findEvidence, latestProgress, listEvidenceNames, listUnattachedEvidence } from './queries.ts'
import { readProgressLine } from './rules/progress-line.ts'

const card = (one: Card): Message => ({ kind: 'card', card: one })
const told = (title: string, text: string): Message => card({ title, summary: text, elements: [line(text)] })
const NO_UNIT = '进展由各单位联络员或负责人报送。如需查看，请发送「我的目标」。'
const NO_GOALS = '本单位还没有生效的目标。目标经领导小组审定后，即可在这里报送进展。'

/** The unit that the viewer reports for; undefined for whoever is neither contact nor head. */
async function ownUnit(db: Database, viewer: Viewer): Promise<UnitId | undefined> {
  return scopesOf(await getActor(db, viewer.person, viewer.today), 'contact', 'head')[0]
}

/** The unit's goals in force; none while no year is open. */
async function goalsOf(db: Database, unit: UnitId): Promise<readonly GoalInForce[]> {
  const current = await findCurrentYear(db)
  return current ? listGoalsInForce(db, current.year, unit) : []
}

const progress = viewOf({
  name: 'progress',
  params: z.object({}),
  async render(db, _params, viewer) {
    const unit = await ownUnit(db, viewer)
    if (!unit) return told('目标进展', NO_UNIT)
    const goals = await goalsOf(db, unit)
    if (goals.length === 0) return told('目标进展', NO_GOALS)
    const latest = await latestProgress(
      db,
      goals.map((goal) => goal.id),
    )
    const rows = goals.map((goal) => {
      const last = latest.get(goal.id)
      const { id, number, title, dueOn } = goal
      return {
        id,
        number,
        title,
        due: dueOn ? sayDate(dueOn) : '年底前',
        percent: last?.percent ?? null,
        state: last?.state ?? null,
      }
    })
    return card(progressListCard({ unit: (await getUnit(db, unit)).name, goals: rows }))
  },
})

/** A typed line, shown back as understood; saved on a tap. */
const understood = viewOf({
  name: 'progress-understood',
  params: z.object({ text: z.string() }),
  async render(db, { text }, viewer) {
    const unit = await ownUnit(db, viewer)
    if (!unit) return told('目标进展', NO_UNIT)
    const read = readProgressLine(text)
    const goals = await goalsOf(db, unit)
    const goal = goals.find((one) => one.number === read?.number)
    if (!read || !goal)
      return told(
        '没有看懂进展',
        `没有找到对应的目标。请写明目标序号，例如：进展 2 已完成60%，教材初稿完成。目前可报的目标：${goals.map((one) => one.number).join('、') || '无'}。`,
      )
    const last = (await latestProgress(db, [goal.id])).get(goal.id)
    const files = await listUnattachedEvidence(db, viewer.person)
    const percent = read.percent ?? last?.percent ?? 0
    const evidence = files.map((file) => file.id)
    return card(
      progressReportCard({
        unit: (await getUnit(db, unit)).name,
        number: goal.number,
        title: goal.title,
        percent,
        before: last?.percent ?? null,
        state: last?.state ?? 'on-track',
        done: read.done,
        next: '',
        difficulty: '',
        reason: '',
        cost: null,
        files: files.map((file) => file.name),
        ask: {
          save: {
            do: 'progress.report',
            with: { goal: goal.id, percent, state: last?.state ?? 'on-track', done: read.done, evidence },
          },
          edit: {
            show: 'form',
            with: { form: 'progress', params: { goal: goal.id, percent, done: read.done } },
          },
        },
      }),
    )
  },
})

/** The last report of a goal, as it stands. */
const reported = viewOf({
  name: 'progress-reported',
  params: z.object({ goal: z.string() }),
  about: ({ goal }) => `execution:${goal}`,
  async render(db, { goal: id }) {
    const [goal, latest] = await Promise.all([findGoal(db, id), latestProgress(db, [id])])
    const last = latest.get(id)
    if (!goal || !last) return told('目标进展', '这项目标还没有进展。')
    const [unit, by, files] = await Promise.all([
      getUnit(db, goal.unit),
      findPerson(db, last.by_person),
      listEvidenceNames(db, JSON.parse(last.evidence) as string[]),
    ])
    return card(
      progressReportCard({
        unit: unit.name,
        number: goal.number,
        title: goal.title,
        percent: last.percent,
        before: null,
        state: last.state,
        done: last.done,
        next: last.next,
        difficulty: last.difficulty,
        reason: last.reason,
        cost: last.cost === null ? null : (last.cost / 100).toFixed(2),
        files,
        by: { name: by?.name ?? last.by_person, at: sayInstant(last.at) },
      }),
    )
  },
})

const evidenceReceived = viewOf({
  name: 'evidence-received',
  params: z.object({ id: z.string() }),
  async render(db, { id }, viewer) {
    const file = await findEvidence(db, id)
    const unit = await ownUnit(db, viewer)
    const goals = unit ? await goalsOf(db, unit) : []
    return card(evidenceReceivedCard({ name: file?.name ?? '', kind: file?.kind ?? 'file', goals }))
  },
})

export const executionViews = [progress, understood, reported, evidenceReceived]
