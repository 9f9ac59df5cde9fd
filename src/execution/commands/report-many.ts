import * as z from 'zod'
import { say } from '../../kernel/chapter.ts'
import type { Command, Prepared } from '../../kernel/command.ts'
import type { ExecutionDone } from '../done.ts'
import { type DecidedReport, decideReport } from '../reporting.ts'
import { executionWording } from '../wording.ts'
import { reportPayload } from './report.ts'

/** Most goals in one message. */
export const MOST_AT_ONCE = 20

const distinct = (list: readonly string[]): boolean => new Set(list).size === list.length

const payload = z.object({
  reports: z
    .array(reportPayload)
    .min(1)
    .max(MOST_AT_ONCE)
    .refine((reports) => distinct(reports.map(({ goal }) => goal)))
    .refine((reports) => distinct(reports.flatMap(({ evidence }) => evidence))),
})

/** Several goals in one message: each has its own result, and one that is refused hinders no other. */
export const progressReportMany: Command = {
  type: 'progress.report-many',
  payload,
  async prepare(db, raw, meta): Promise<Prepared> {
    const { reports } = payload.parse(raw)
    const decided = await Promise.all(
      reports.map(({ seen, ...said }) => decideReport(db, { ...said, seen }, meta)),
    )
    const saved = decided.flatMap((one) => ('refusal' in one ? [] : [one]))
    const refused = decided.flatMap((one) => ('refusal' in one ? [one] : []))
    const [first] = refused
    if (saved.length === 0 && first) return { refusal: first.refusal }
    const done: ExecutionDone = {
      code: 'reported-many',
      saved: saved.map(({ goal }) => goal.number),
      refused: refused.length,
    }
    const params = { reports: saved.map(({ id }) => id), refused: refused.map(sayRefusal) }
    return {
      change: {
        subjects: saved.flatMap(({ changes }) => changes),
        notices: saved.flatMap(({ notices }) => notices),
        touches: [...new Set(saved.flatMap(({ touches }) => touches))],
        answer: { done, show: { name: 'progress-reported-many', params } },
      },
    }
  },
}

const sayRefusal = ({ refusal }: Extract<DecidedReport, { refusal: unknown }>): string =>
  say(executionWording, refusal) ?? ''
