import * as z from 'zod'
import type { Command, Prepared } from '../../kernel/command.ts'
import type { ExecutionDone } from '../done.ts'
import { type DecidedReport, decideReport } from '../reporting.ts'
import { MAX_WORDS } from '../rules/progress.ts'
import { reportId } from '../subject.ts'

const words = z
  .string()
  .trim()
  .refine((text) => [...text].length <= MAX_WORDS)

export const reportPayload = z.object({
  goal: z.string(),
  /** The task that is reported; the whole goal without. */
  task: z.int().min(1).nullable().default(null),
  /** Of the goal, or of the task. */
  percent: z.int().min(0).max(100),
  /** Of the goal's indicator, in hundredths. */
  value: z.int().min(0).nullable().default(null),
  state: z.enum(['on-track', 'at-risk', 'behind']).default('on-track'),
  done: words,
  next: words.default(''),
  difficulty: words.default(''),
  reason: words.default(''),
  cost: z.int().min(0).nullable().default(null),
  evidence: z.array(z.string()).max(20).default([]),
  /** How many reports the tapped card had seen. */
  seen: z.int().exactOptional(),
})

/** A report and the files that it uses, in one change. */
export const progressReport: Command = {
  type: 'progress.report',
  payload: reportPayload,
  async prepare(db, raw, meta): Promise<Prepared> {
    const { seen, ...said } = reportPayload.parse(raw)
    const decided = await decideReport(db, { ...said, seen }, meta)
    if ('refusal' in decided) return refusing(decided, said.goal)
    const { goal, report, id, changes, notices, touches } = decided
    const done: ExecutionDone = {
      code: 'reported-progress',
      number: goal.number,
      percent: report.percent,
      task: report.task,
    }
    const show = { name: 'progress-reported', params: { goal: goal.id, report: id } }
    return { change: { subjects: changes, notices, touches, answer: { done, show } } }
  },
}

/** Where another report was faster, that one stands in the place of the tapped card. */
function refusing({ refusal, state }: Extract<DecidedReport, { refusal: unknown }>, goal: string): Prepared {
  if (refusal.code !== 'repeated-report' && refusal.code !== 'followed-report') return { refusal }
  const params = { goal, report: reportId(goal, state.reports) }
  return { refusal, show: { name: 'progress-reported', params } }
}
