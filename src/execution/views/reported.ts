import * as z from 'zod'
import type { Message } from '../../../cards/kit.ts'
import { type ProgressReportFacts, progressReportCard } from '../../../cards/progress-report.ts'
import { sayInstant } from '../../kernel/time.ts'
import { type Viewer, viewOf } from '../../kernel/view.ts'
import type { Database } from '../../store/database.ts'
import type { ProgressTable } from '../../store/schema/execution.ts'
import { findSeenGoal, mayJudge, mayReport, type SeenGoal } from '../access.ts'
import { sayFiles } from '../file-names.ts'
import { openHelpFacts } from '../help/open-help.ts'
import { judgementsOf } from '../queries/judgements.ts'
import { findReport, latestProgress, listEvidence, listUnattachedEvidence } from '../queries.ts'
import { executionId } from '../subject.ts'
import { figuresOf, reportBefore, reporterOf, sayReport } from './report-facts.ts'
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
  const [figures, before, judgements, by, files, acts] = await Promise.all([
    figuresOf(db, goal.id),
    findReport(db, reportBefore(report)),
    judgementsOf(db, [report.id]),
    reporterOf(db, report),
    filesOf(db, report),
    report.id === last.id ? actsOn(db, goal, report, viewer) : NO_ACTS,
  ])
  const judgement = judgements.get(report.id)
  return {
    ...sayReport(report, figures, { before, judgement }),
    ...{ unit: goal.unitName, number: goal.number, title: goal.title },
    ...(goal.adjusted !== undefined && { adjusted: goal.adjusted }),
    ...files,
    by,
    at: sayInstant(report.at),
    later: report.id === last.id ? null : { show: 'progress-reported', with: { goal: goal.id } },
    unused: acts.unused,
    answer: judgement?.verdict === 'queried' ? acts.report : null,
    judge: judgement ? null : acts.judge,
    history: { send: 'progress-history', with: { goal: goal.id } },
    help: await openHelpFacts(db, goal.id, viewer.today),
  }
}

/** The report's files, each of which can be had back, and how many were refused after all. */
export async function filesOf(
  db: Database,
  report: ProgressTable,
): Promise<Pick<ProgressReportFacts, 'files' | 'lost'>> {
  const ids = JSON.parse(report.evidence) as string[]
  const files = await listEvidence(db, ids)
  const names = sayFiles(files)
  return {
    files: files.map(({ id }, position) => ({
      name: names[position] ?? '',
      open: { send: 'evidence-file', with: { id } },
    })),
    lost: ids.length - files.length,
  }
}

interface Acts {
  readonly report: ProgressReportFacts['answer']
  readonly judge: ProgressReportFacts['judge']
  readonly unused: ProgressReportFacts['unused']
}

const NO_ACTS: Acts = { report: null, judge: null, unused: null }

/** What the viewer may do now with the goal's last report. */
async function actsOn(
  db: Database,
  { id, unit }: SeenGoal,
  { by_person }: ProgressTable,
  viewer: Viewer,
): Promise<Acts> {
  const own = by_person === viewer.inNameOf
  const [reports, judges, files] = await Promise.all([
    mayReport(db, viewer, id),
    mayJudge(db, viewer, unit),
    own ? listUnattachedEvidence(db, viewer.by) : [],
  ])
  const report = { send: 'form', with: { form: 'progress', params: { goal: id } } } as const
  return {
    report: reports ? report : null,
    judge: judges ? { show: 'progress-judge', with: { goal: id } } : null,
    unused: reports && files.length > 0 ? { count: files.length, add: report } : null,
  }
}
