import * as z from 'zod'
import type { Message } from '../../../cards/kit.ts'
import { progressChoiceCard } from '../../../cards/progress-choice.ts'
import { progressHistoryCard } from '../../../cards/progress-history.ts'
import { sayInstant } from '../../kernel/time.ts'
import { type Viewer, viewOf } from '../../kernel/view.ts'
import { findPerson } from '../../organization/queries.ts'
import type { Database } from '../../store/database.ts'
import type { ProgressTable } from '../../store/schema/execution.ts'
import type { UnitTable } from '../../store/schema/organization.ts'
import { findSeenGoal, listGoalsOf, listOwnUnits, listSeenUnits, type SeenGoal } from '../access.ts'
import { findReport, listProgress } from '../queries.ts'
import { readProgressLine } from '../rules/progress-line.ts'
import { executionId } from '../subject.ts'
import { reportBefore, sayReport } from './reported.ts'
import { asCard, NO_UNIT, NOT_YOURS, told } from './told.ts'

const TITLE = '进展记录'

/** The last ten reports on a goal. */
export const historyView = viewOf({
  name: 'progress-history',
  params: z.object({ goal: z.string() }),
  about: ({ goal }) => executionId(goal),
  async render(db, { goal: id }, viewer) {
    const goal = await findSeenGoal(db, viewer, id)
    return goal ? historyMessage(db, goal) : told(TITLE, NOT_YOURS)
  },
})

/** 进展记录 2, or 进展记录 药学院 2: which goal is meant. */
export const historyAskedView = viewOf({
  name: 'progress-history-asked',
  params: z.object({ text: z.string() }),
  async render(db, { text }, viewer) {
    const units = await unitsMeant(db, text, viewer)
    if (units.length === 0) return told(TITLE, NO_UNIT)
    const named = units.find(({ name }) => text.startsWith(name))
    const read = readProgressLine(named ? text.slice(named.name.length) : text)
    const number = read.kind === 'read' ? read.number : undefined
    const goals = await listGoalsOf(db, named ? [named] : units)
    const [goal, ...others] = goals.filter((one) => one.number === number)
    if (!goal)
      return told(TITLE, `没有找到这项目标。请写明目标序号，例如：进展记录 2，或 进展记录 药学院 2。`)
    if (others.length === 0) return historyView.render(db, { goal: goal.id }, viewer)
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

async function historyMessage(db: Database, goal: SeenGoal): Promise<Message> {
  const reports = await listProgress(db, goal.id)
  const said = await Promise.all(reports.map((report, at) => reportFacts(db, report, reports[at + 1])))
  return asCard(
    progressHistoryCard({ unit: goal.unitName, number: goal.number, title: goal.title, reports: said }),
  )
}

async function reportFacts(db: Database, report: ProgressTable, earlier: ProgressTable | undefined) {
  const [by, before] = await Promise.all([
    findPerson(db, report.by_person),
    earlier ?? findReport(db, reportBefore(report)),
  ])
  return {
    ...sayReport(report, before),
    by: by?.name ?? report.by_person,
    at: sayInstant(report.at),
    files: (JSON.parse(report.evidence) as string[]).length,
    open: { send: 'progress-reported', with: { goal: report.goal, report: report.id } } as const,
  }
}
