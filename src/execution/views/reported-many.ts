import * as z from 'zod'
import { progressReportedManyCard } from '../../../cards/progress-reported-many.ts'
import { type Viewer, viewOf } from '../../kernel/view.ts'
import type { Database } from '../../store/database.ts'
import type { ProgressTable } from '../../store/schema/execution.ts'
import { findSeenGoal } from '../access.ts'
import { costsOf } from '../queries/costs.ts'
import { listReports } from '../queries.ts'
import { sayOver } from '../say-figures.ts'
import { reportBefore } from './report-facts.ts'
import { asCard, NOT_YOURS, told } from './told.ts'

/** The reports of one message, with why others of it were not saved. */
export const reportedManyView = viewOf({
  name: 'progress-reported-many',
  params: z.object({ reports: z.array(z.string()).max(20), refused: z.array(z.string()).max(20) }),
  async render(db, { reports: ids, refused }, viewer) {
    const rows = await listReports(db, [...ids, ...ids.map(idBefore)])
    const shown = ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])
    const reports = (await Promise.all(shown.map((row) => factsOf(db, row, rows, viewer)))).flatMap(
      (one) => one ?? [],
    )
    if (reports.length === 0) return told('目标进展', NOT_YOURS)
    return asCard(progressReportedManyCard({ reports, refused }))
  },
})

/** `execution:<goal>:<place>` */
const goalOf = (id: string): string => id.slice('execution:'.length, id.lastIndexOf(':'))

const idBefore = (id: string): string => reportBefore({ id, goal: goalOf(id) })

async function factsOf(db: Database, row: ProgressTable, rows: readonly ProgressTable[], viewer: Viewer) {
  const [goal, costs] = await Promise.all([findSeenGoal(db, viewer, row.goal), costsOf(db, [row.goal])])
  return (
    goal && {
      ...{ number: goal.number, title: goal.title, percent: row.percent },
      before: rows.find(({ id }) => id === reportBefore(row))?.percent ?? null,
      over: sayOver(costs.get(row.goal)),
      open: { send: 'progress-reported', with: { goal: row.goal, report: row.id } } as const,
    }
  )
}
