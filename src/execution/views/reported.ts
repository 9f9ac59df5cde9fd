import * as z from 'zod'
import type { Message } from '../../../cards/kit.ts'
import { type ProgressReportFacts, progressReportCard } from '../../../cards/progress-report.ts'
import { sayInstant } from '../../kernel/time.ts'
import { type Viewer, viewOf } from '../../kernel/view.ts'
import { findPerson, getActor } from '../../organization/queries.ts'
import type { Database } from '../../store/database.ts'
import type { ProgressTable } from '../../store/schema/execution.ts'
import { findReportedGoal, findSeenGoal, type SeenGoal } from '../access.ts'
import { sayFiles } from '../file-names.ts'
import { findReport, latestProgress, listEvidence, listUnattachedEvidence } from '../queries.ts'
import { barOf } from '../rules/progress.ts'
import { executionId, reportId } from '../subject.ts'
import { asCard, NOT_YOURS, told } from './told.ts'

const TITLE = '目标进展'
const NOTHING = '这项目标还没有进展。由本单位联络员或负责人发送「进展」即可报送。'

/** One report of a goal as it stands; without `report`, the last. */
export const reportedView = viewOf({
  name: 'progress-reported',
  params: z.object({ goal: z.string(), report: z.string().exactOptional() }),
  about: ({ goal }) => executionId(goal),
  async render(db, { goal: id, report: wanted }, viewer): Promise<Message> {
    const goal = await findSeenGoal(db, viewer, id)
    if (!goal) return told(TITLE, NOT_YOURS)
    const last = (await latestProgress(db, [id])).get(id)
    const report = wanted === undefined || wanted === last?.id ? last : await findReport(db, wanted)
    if (!last || report?.goal !== id) return told(TITLE, NOTHING)
    return asCard(progressReportCard(await factsOf(db, goal, report, last, viewer)))
  },
})

async function factsOf(
  db: Database,
  goal: SeenGoal,
  report: ProgressTable,
  last: ProgressTable,
  viewer: Viewer,
): Promise<ProgressReportFacts> {
  const ids = JSON.parse(report.evidence) as string[]
  const [by, files, before, unused] = await Promise.all([
    findPerson(db, report.by_person),
    listEvidence(db, ids),
    findReport(db, reportBefore(report)),
    report.id === last.id ? unusedFiles(db, goal, report, viewer) : null,
  ])
  const names = sayFiles(files)
  return {
    ...sayReport(report, before),
    unit: goal.unitName,
    number: goal.number,
    title: goal.title,
    files: files.map(({ id }, position) => ({
      name: names[position] ?? '',
      open: { send: 'evidence-file', with: { id } },
    })),
    lost: ids.length - files.length,
    by: by?.name ?? report.by_person,
    at: sayInstant(report.at),
    later: report.id === last.id ? null : { show: 'progress-reported', with: { goal: goal.id } },
    unused,
    history: { send: 'progress-history', with: { goal: goal.id } },
  }
}

/** The id of the goal's report before this one; of none before the first. */
export function reportBefore({ id, goal }: Pick<ProgressTable, 'id' | 'goal'>): string {
  return reportId(goal, Number(id.slice(id.lastIndexOf(':') + 1)) - 1)
}

/** A report's own facts in words; the percent beside that of the report before it. */
export function sayReport(report: ProgressTable, before: Pick<ProgressTable, 'percent'> | undefined) {
  const { percent, state, done, next, difficulty, reason } = report
  const cost = report.cost === null ? null : (report.cost / 100).toFixed(2)
  return { percent, state, done, next, difficulty, reason, cost, before: before?.percent ?? null }
}

async function unusedFiles(
  db: Database,
  { id }: SeenGoal,
  { by_person }: ProgressTable,
  viewer: Viewer,
): Promise<ProgressReportFacts['unused']> {
  if (by_person !== viewer.inNameOf) return null
  const files = await listUnattachedEvidence(db, viewer.inNameOf)
  if (files.length === 0) return null
  const [reported, actor] = await Promise.all([findReportedGoal(db, id), getActor(db, viewer)])
  if (barOf(reported, actor)) return null
  return { count: files.length, add: { send: 'form', with: { form: 'progress', params: { goal: id } } } }
}
