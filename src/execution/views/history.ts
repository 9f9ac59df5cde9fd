import * as z from 'zod'
import type { Message } from '../../../cards/kit.ts'
import { progressChoiceCard } from '../../../cards/progress-choice.ts'
import { progressHistoryCard } from '../../../cards/progress-history.ts'
import { pageOf } from '../../kernel/paging.ts'
import { type LocalDate, sayInstant } from '../../kernel/time.ts'
import { type Viewer, viewOf } from '../../kernel/view.ts'
import type { Database } from '../../store/database.ts'
import type { JudgementTable, ProgressTable } from '../../store/schema/execution.ts'
import type { UnitTable } from '../../store/schema/organization.ts'
import { findSeenGoal, listGoalsOf, listOwnUnits, listSeenUnits, type SeenGoal } from '../access.ts'
import { openHelpFacts } from '../help/open-help.ts'
import { judgementsOf } from '../queries/judgements.ts'
import { listReports } from '../queries.ts'
import { readProgressLine } from '../rules/progress-line.ts'
import { executionId, reportId } from '../subject.ts'
import { figuresOf, type GoalFigures, reportBefore, reporterOf, sayReport } from './report-facts.ts'
import { asCard, NO_UNIT, NOT_YOURS, told } from './told.ts'

const TITLE = '进展记录'

const PER_PAGE = 6

/** Every report on a goal, the newest first. */
export const historyView = viewOf({
  name: 'progress-history',
  params: z.object({ goal: z.string(), page: z.int().min(0).default(0) }),
  about: ({ goal }) => executionId(goal),
  async render(db, { goal: id, page }, viewer) {
    const goal = await findSeenGoal(db, viewer, id)
    return goal ? historyMessage(db, goal, page, viewer.today) : told(TITLE, NOT_YOURS)
  },
})

/** 进展记录 2, or 进展记录 药学院 2: which goal is meant. */
export const historyAskedView = viewOf({
  name: 'progress-history-asked',
  ofYear: true,
  params: z.object({ text: z.string(), year: z.int().exactOptional() }),
  async render(db, { text, year }, viewer) {
    const units = await unitsMeant(db, text, viewer)
    if (units.length === 0) return told(TITLE, NO_UNIT)
    const named = units.find(({ name }) => text.startsWith(name))
    const read = readProgressLine(named ? text.slice(named.name.length) : text)
    const number = read.kind === 'read' ? read.number : undefined
    const goals = await listGoalsOf(db, named ? [named] : units, year)
    const [goal, ...others] = goals.filter((one) => one.number === number)
    if (!goal)
      return told(TITLE, `没有找到这项目标。请写明目标序号，例如：进展记录 2，或 进展记录 药学院 2。`)
    if (others.length === 0) return historyView.render(db, { goal: goal.id, page: 0 }, viewer)
    const options = [goal, ...others].map(({ id, unit }) => ({
      text: unit.name,
      action: { show: 'progress-history', with: { goal: id } } as const,
    }))
    return asCard(progressChoiceCard({ title: TITLE, text: '请选择是哪个单位的目标：', options }))
  },
})

/** The unit that is named, of those that the viewer may see; else the own ones, else all of these. */
async function unitsMeant(db: Database, text: string, viewer: Viewer): Promise<UnitTable[]> {
  const [own, seen] = await Promise.all([listOwnUnits(db, viewer), listSeenUnits(db, viewer)])
  const named = seen.filter(({ name }) => text.startsWith(name))
  if (named.length > 0)
    return named.toSorted((left, right) => right.name.length - left.name.length).slice(0, 1)
  return own.length > 0 ? own : seen
}

async function historyMessage(
  db: Database,
  goal: SeenGoal,
  wanted: number,
  today: LocalDate,
): Promise<Message> {
  const figures = await figuresOf(db, goal.id)
  const { reports } = figures.state
  const ids = Array.from({ length: reports }, (_, at) => reportId(goal.id, reports - at))
  const view = { name: 'progress-history', params: { goal: goal.id } }
  const { items, turns } = pageOf(ids, PER_PAGE, wanted, view)
  const before = items.map((id) => reportBefore({ id, goal: goal.id }))
  const [rows, judgements] = await Promise.all([
    listReports(db, [...new Set([...items, ...before])]),
    judgementsOf(db, items),
  ])
  const shown = rows.filter(({ id }) => items.includes(id)).toReversed()
  const said = await Promise.all(
    shown.map((report) => {
      const earlier = rows.find(({ id }) => id === reportBefore(report))
      return reportFacts(db, report, figures, { before: earlier, judgement: judgements.get(report.id) })
    }),
  )
  const { unitName: unit, number, title } = goal
  const help = await openHelpFacts(db, goal.id, today)
  return asCard(progressHistoryCard({ unit, number, title, total: reports, reports: said, turns, help }))
}

async function reportFacts(
  db: Database,
  report: ProgressTable,
  figures: GoalFigures,
  beside: { readonly before: ProgressTable | undefined; readonly judgement: JudgementTable | undefined },
) {
  const by = await reporterOf(db, report)
  return {
    ...sayReport(report, figures, beside),
    by,
    at: sayInstant(report.at),
    files: (JSON.parse(report.evidence) as string[]).length,
    open: { send: 'progress-reported', with: { goal: report.goal, report: report.id } } as const,
  }
}
