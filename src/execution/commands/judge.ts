import * as z from 'zod'
import { command, type Notice } from '../../kernel/command.ts'
import { getActor, listHolders } from '../../organization/queries.ts'
import { findJudgedUnit, findReportedGoal } from '../access.ts'
import type { ExecutionDone } from '../done.ts'
import { judgeReport } from '../rules/judgement.ts'
import { executionId, goalExecution, reportId } from '../subject.ts'

const payload = z.object({
  goal: z.string(),
  /** Place of the report that was seen, from 1. */
  report: z.int().min(1),
  verdict: z.enum(['accepted', 'queried']),
  percent: z.int().min(0).max(100).nullable().default(null),
  value: z.int().min(0).nullable().default(null),
  words: z.string().trim().max(500).default(''),
})

/** The group accepts a report's figures, or others, or queries them; a query goes to the unit. */
export const progressJudge = command({
  type: 'progress.judge',
  payload,
  on: goalExecution,
  id: ({ goal }) => executionId(goal),
  async context(db, { goal: id, verdict }, meta, { last }) {
    const [goal, by] = await Promise.all([findReportedGoal(db, id), getActor(db, meta)])
    const unit = goal && (await findJudgedUnit(db, goal.unit))
    const contacts =
      goal && verdict === 'queried' ? await listHolders(db, 'contact', goal.unit, meta.today) : []
    const told = [...contacts.map((one) => one.id), ...(last ? [last.by] : [])]
    return { goal, unit, by, at: meta.at, told: [...new Set(told)] }
  },
  decide: (state, { goal: _, ...judgement }, context) => judgeReport(state, judgement, context),
  tell({ payload: { goal: id, report, verdict }, context: { goal, told }, after, meta }) {
    const number = goal?.number ?? 0
    const place = reportId(id, report)
    const show = { name: 'progress-judge', params: { goal: id } }
    const accepted = verdict === 'accepted'
    const done: ExecutionDone = accepted
      ? { code: 'accepted-progress', number, percent: after.judged?.percent ?? 0 }
      : { code: 'queried-progress', number }
    const notices = (accepted ? [] : told)
      .filter((person) => person !== meta.by)
      .map(
        (to): Notice => ({
          to,
          view: { name: 'progress-reported', params: { goal: id, report: place } },
          about: executionId(id),
          key: `progress-query:${place}:${to}`,
        }),
      )
    return { notices, answer: { done, show } }
  },
})
