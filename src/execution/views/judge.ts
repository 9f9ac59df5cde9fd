import * as z from 'zod'
import type { Message } from '../../../cards/kit.ts'
import { type ProgressJudgeFacts, progressJudgeCard } from '../../../cards/progress-judge.ts'
import { progressJudgingCard } from '../../../cards/progress-judging.ts'
import { pageOf } from '../../kernel/paging.ts'
import { sayInstant } from '../../kernel/time.ts'
import { viewOf } from '../../kernel/view.ts'
import { findCurrentYear, findYear } from '../../policy/queries.ts'
import { isAnyIn, phaseFor } from '../../policy/rules/reopening.ts'
import type { Database } from '../../store/database.ts'
import type { ProgressTable } from '../../store/schema/execution.ts'
import { findSeenGoal, listJudgedUnits, mayJudge, type SeenGoal } from '../access.ts'
import { acceptForm, queryForm } from '../judge-forms.ts'
import { costsOf } from '../queries/costs.ts'
import { countUnjudged, judgementsOf, listUnjudged } from '../queries/judgements.ts'
import { measuresOf } from '../queries/measures.ts'
import { findReport, latestProgress } from '../queries.ts'
import { sayValue } from '../say-figures.ts'
import { executionId, placeOf } from '../subject.ts'
import { executionWording } from '../wording.ts'
import { figuresOf, reportBefore, reporterOf, sayReport } from './report-facts.ts'
import { filesOf } from './reported.ts'
import { asCard, told } from './told.ts'

const TITLE = '核实进展'
const NOT_JUDGE = '您不负责核实这个单位的进展。如职责有变，请联系领导小组办公室。'
const NO_REPORT = '这项目标还没有报送过进展，暂时无需核实。'
const NO_UNITS =
  '教学单位和直属附属医院的进展由其目标管理工作组核实，其他单位的由督查组或分管校领导核实。如职责有变，请联系领导小组办公室。'

/** The goal's last report before those who accept or query it. */
export const judgeView = viewOf({
  name: 'progress-judge',
  params: z.object({ goal: z.string() }),
  about: ({ goal }) => executionId(goal),
  async render(db, { goal: id }, viewer) {
    const goal = await findSeenGoal(db, viewer, id)
    if (!goal || !(await mayJudge(db, viewer, goal.unit))) return told(TITLE, NOT_JUDGE)
    const report = (await latestProgress(db, [id])).get(id)
    return report ? asCard(progressJudgeCard(await factsOf(db, goal, report))) : told(TITLE, NO_REPORT)
  },
})

async function factsOf(db: Database, goal: SeenGoal, report: ProgressTable): Promise<ProgressJudgeFacts> {
  const [figures, before, judgements, by, { files }, year] = await Promise.all([
    figuresOf(db, goal.id),
    findReport(db, reportBefore(report)),
    judgementsOf(db, [report.id]),
    reporterOf(db, report),
    filesOf(db, report),
    findYear(db, goal.year),
  ])
  const judgement = judgements.get(report.id)
  const closed = judgement ? '' : closedIn(year && phaseFor(year, goal.unit))
  return {
    ...sayReport(report, figures, { before, judgement }),
    ...{ unit: goal.unitName, number: goal.number, title: goal.title, files, closed },
    by,
    at: sayInstant(report.at),
    acts: judgement || closed !== '' ? null : actsOn(goal.id, placeOf(report.id)),
    history: { send: 'progress-history', with: { goal: goal.id } },
    list: { send: 'progress-judging', with: {} },
  }
}

const closedIn = (phase: Parameters<(typeof executionWording)['late-judge']>[0]['phase'] | undefined) =>
  phase === undefined || phase === 'execution' || phase === 'assessment'
    ? ''
    : executionWording['late-judge']({ code: 'late-judge', phase })

const actsOn = (goal: string, report: number): ProgressJudgeFacts['acts'] => ({
  accept: { do: 'progress.judge', with: { goal, report, verdict: 'accepted' } },
  other: { show: 'form', with: { form: acceptForm.name, params: { goal, report } } },
  query: { show: 'form', with: { form: queryForm.name, params: { goal, report } } },
})

const PER_PAGE = 8

/** 核实进展: the reports that wait for the viewer. */
export const judgingView = viewOf({
  name: 'progress-judging',
  params: z.object({ page: z.int().min(0).default(0) }),
  async render(db, { page }, viewer): Promise<Message> {
    const [units, year] = await Promise.all([listJudgedUnits(db, viewer), findCurrentYear(db)])
    if (units.length === 0) return told(TITLE, NO_UNITS)
    const judged = units.map(({ id }) => id)
    const { total } = year ? await countUnjudged(db, year.year, judged) : { total: 0 }
    const places = Array.from({ length: total }, (_, at) => at)
    const { items: shown, turns } = pageOf(places, PER_PAGE, page, { name: 'progress-judging', params: {} })
    const span = { from: shown[0] ?? 0, size: PER_PAGE }
    const items = year ? await listUnjudged(db, year.year, judged, span) : []
    const names = new Map(units.map(({ id, name }) => [id, name]))
    const ids = items.map(({ goal }) => goal)
    const [measures, costs] = await Promise.all([measuresOf(db, ids), costsOf(db, ids)])
    const reports = items.map(({ goal, unit, number, title, percent, value, at }) => ({
      ...{ number, title, percent, at: sayInstant(at), unit: names.get(unit) ?? unit },
      value: sayValue(value, measures.get(goal) ?? null),
      over: (costs.get(goal)?.over ?? 0) > 0,
      open: { send: 'progress-judge', with: { goal } } as const,
    }))
    const closed = year && isAnyIn(year, 'execution', 'assessment') ? '' : closedIn(year?.phase)
    return asCard(progressJudgingCard({ total, closed, reports, turns }))
  },
})
