import * as z from 'zod'
import type { Command, Meta, Prepared } from '../../kernel/command.ts'
import { foldSubject, type SubjectChange } from '../../kernel/subject.ts'
import { getActor } from '../../organization/queries.ts'
import type { Database } from '../../store/database.ts'
import { findReportedGoal } from '../access.ts'
import type { ExecutionDone } from '../done.ts'
import { attachEvidence, type EvidenceRefusal } from '../rules/evidence.ts'
import { type ExecutionRefusal, MAX_WORDS, reportProgress } from '../rules/progress.ts'
import { evidence, evidenceId, executionId, goalExecution, reportId } from '../subject.ts'

const words = z
  .string()
  .trim()
  .refine((text) => [...text].length <= MAX_WORDS)

const payload = z.object({
  goal: z.string(),
  percent: z.int().min(0).max(100),
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

/** A report and the files that it uses, in one change: no file ever serves two goals, whoever is faster. */
export const progressReport: Command = {
  type: 'progress.report',
  payload,
  async prepare(db, raw, meta): Promise<Prepared> {
    const { goal, seen, ...report } = payload.parse(raw)
    const [head, reported, by] = await Promise.all([
      foldSubject(db, goalExecution, executionId(goal)),
      findReportedGoal(db, goal),
      getActor(db, meta),
    ])
    const decision = reportProgress(head.state, report, { goal: reported, by, at: meta.at, seen })
    if ('refusal' in decision) return refusing(decision.refusal, goal, head.state.reports)
    const files = await attachAll(db, report.evidence, goal, meta)
    if ('refusal' in files) return files
    const done: ExecutionDone = {
      code: 'reported-progress',
      number: reported?.number ?? 0,
      percent: report.percent,
    }
    return {
      change: {
        subjects: [goalExecution.change(executionId(goal), head, decision.events), ...files.changes],
        notices: [],
        answer: { done, show: reportView(goal, head.state.reports + 1) },
      },
    }
  },
}

const reportView = (goal: string, place: number) => ({
  name: 'progress-reported',
  params: { goal, report: reportId(goal, place) },
})

/** Where another report was faster, that one stands in the place of the tapped card. */
function refusing(refusal: ExecutionRefusal, goal: string, reports: number): Prepared {
  const decided = refusal.code === 'repeated-report' || refusal.code === 'followed-report'
  return decided ? { refusal, show: reportView(goal, reports) } : { refusal }
}

async function attachAll(
  db: Database,
  ids: readonly string[],
  goal: string,
  meta: Meta,
): Promise<{ readonly changes: readonly SubjectChange[] } | { readonly refusal: EvidenceRefusal }> {
  const unique = [...new Set(ids)]
  const heads = await Promise.all(unique.map((id) => foldSubject(db, evidence, evidenceId(id))))
  const changes: SubjectChange[] = []
  for (const [position, head] of heads.entries()) {
    const decision = attachEvidence(head.state, goal, meta.by)
    if ('refusal' in decision) return decision
    changes.push(evidence.change(evidenceId(unique[position] ?? ''), head, decision.events))
  }
  return { changes }
}
