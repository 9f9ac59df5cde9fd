import * as z from 'zod'
import { type EvidenceBatchFacts, evidenceBatchCard } from '../../../cards/evidence-batch.ts'
import type { EvidenceGoal } from '../../../cards/evidence-received.ts'
import { localDateOf } from '../../kernel/time.ts'
import { type Viewer, viewOf } from '../../kernel/view.ts'
import { findGoal } from '../../planning/queries.ts'
import { findCurrentYear } from '../../policy/queries.ts'
import { isAnyIn, phaseFor } from '../../policy/rules/reopening.ts'
import type { Database } from '../../store/database.ts'
import { listGoalsOf, listOwnUnits } from '../access.ts'
import { sayFiles } from '../file-names.ts'
import { type BatchFile, listBatch } from '../queries/files.ts'
import { listOwnTasks } from '../queries/tasks.ts'
import { latestProgress } from '../queries.ts'
import { batchId } from '../subject.ts'
import { reportOn } from './list.ts'
import { asCard } from './told.ts'

/** Most files that one report takes. */
const MOST_FILES = 20

/** Files that came one after the other, in one card that follows them; for whoever sent them. */
export const evidenceBatchView = viewOf({
  name: 'evidence-batch',
  params: z.object({ batch: z.string() }),
  about: ({ batch }) => batchId(batch),
  async render(db, { batch }, viewer) {
    const rows = await listBatch(db, viewer.by, batch)
    const waits = rows.some(({ goal, lost }) => goal === null && lost === 0)
    const [names, goals] = await Promise.all([goalNames(db, rows), waits ? goalsFor(db, viewer) : []])
    return asCard(evidenceBatchCard({ files: filesIn(rows, names), goals, most: MOST_FILES }))
  },
})

function filesIn(
  rows: readonly BatchFile[],
  goals: ReadonlyMap<string, string>,
): EvidenceBatchFacts['files'] {
  const names = sayFiles(rows.map((row) => ({ ...row, state: 'kept' as const })))
  return rows.map(({ id, state, lost, goal }, position) => ({
    name: names[position] ?? '',
    state: lost === 1 ? 'lost' : state === 'kept' ? 'kept' : 'coming',
    goal: goal === null ? '' : (goals.get(goal) ?? (goal.startsWith('finding:') ? '督查发现' : '目标')),
    open: { send: 'evidence-file', with: { id } },
  }))
}

async function goalNames(db: Database, rows: readonly BatchFile[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(rows.flatMap(({ goal }) => goal ?? []))]
  const found = await Promise.all(ids.map((id) => findGoal(db, id)))
  return new Map(found.flatMap((goal) => (goal ? [[goal.id, `目标${goal.number} ${goal.title}`]] : [])))
}

/** What the viewer can report on now, with the goal of the viewer's last report of the day marked. */
async function goalsFor(db: Database, viewer: Viewer): Promise<EvidenceGoal[]> {
  const year = await findCurrentYear(db)
  if (!year || !isAnyIn(year, 'execution')) return []
  const reports = ({ unit }: { readonly unit: string }): boolean => phaseFor(year, unit) === 'execution'
  const [own, allTasks] = await Promise.all([
    listOwnUnits(db, viewer),
    listOwnTasks(db, viewer.inNameOf, year.year),
  ])
  const tasks = allTasks.filter(reports)
  const units = own.filter(({ id }) => reports({ unit: id }))
  const goals = await listGoalsOf(db, units)
  const recent = await justReported(
    db,
    goals.map(({ id }) => id),
    viewer,
  )
  return [
    ...goals.map((goal) => ({
      number: goal.number,
      title: goal.title,
      unit: goal.unit.name,
      report: reportOn(goal),
      recent: goal.id === recent,
    })),
    ...tasks
      .filter((task) => !goals.some(({ id }) => id === task.goal))
      .map((task) => ({
        number: task.goalNumber,
        title: `${task.goalTitle}（任务${task.number} ${task.title}）`,
        unit: '',
        report: {
          send: 'form',
          with: { form: 'progress', params: { goal: task.goal, task: task.number } },
        } as const,
        recent: false,
      })),
  ]
}

async function justReported(
  db: Database,
  goals: readonly string[],
  viewer: Viewer,
): Promise<string | undefined> {
  const latest = await latestProgress(db, goals)
  const [newest] = [...latest.values()]
    .filter(({ by_person, at }) => by_person === viewer.inNameOf && localDateOf(at) === viewer.today)
    .toSorted((left, right) => right.at.localeCompare(left.at))
  return newest?.goal
}
