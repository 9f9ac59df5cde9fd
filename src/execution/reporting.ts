/** One report decided, with the files that it uses: alone, or among several in one message. */
import type { Meta, Notice } from '../kernel/command.ts'
import { foldSubject, type SubjectChange } from '../kernel/subject.ts'
import { getActor } from '../organization/queries.ts'
import type { Database } from '../store/database.ts'
import { findReportedGoal } from './access.ts'
import { openHelp } from './help/open.ts'
import { attachEvidence, type EvidenceRefusal } from './rules/evidence.ts'
import type { ExecutionState, Report } from './rules/execution.ts'
import { type ExecutionRefusal, type ReportedGoal, reportProgress, type Said } from './rules/progress.ts'
import { batchId, evidence, evidenceId, executionId, goalExecution, reportId } from './subject.ts'

export interface Wanted extends Said {
  readonly goal: string
  /** How many reports the tapped card had seen; undefined where it does not matter. */
  readonly seen: number | undefined
}

export type DecidedReport =
  | {
      readonly goal: ReportedGoal
      readonly report: Report
      /** The report's id. */
      readonly id: string
      readonly changes: readonly SubjectChange[]
      /** To those whose help is asked for. */
      readonly notices: readonly Notice[]
      /** Cards of files that are used now. */
      readonly touches: readonly `evidence-batch:${string}`[]
    }
  | {
      readonly refusal: ExecutionRefusal | EvidenceRefusal
      readonly number: number | null
      readonly state: ExecutionState
    }

/** Reads what the rule must know, and asks it; a difficulty opens a request for help (Article 19); no file ever serves two goals, whoever is faster. */
export async function decideReport(db: Database, wanted: Wanted, meta: Meta): Promise<DecidedReport> {
  const { goal: id, seen, ...said } = wanted
  const [head, goal, by] = await Promise.all([
    foldSubject(db, goalExecution, executionId(id)),
    findReportedGoal(db, id),
    getActor(db, meta),
  ])
  const refusing = { number: goal?.number ?? null, state: head.state }
  const decision = reportProgress(head.state, said, { goal, by, at: meta.at, seen })
  if ('refusal' in decision) return { refusal: decision.refusal, ...refusing }
  const files = await attachAll(db, said.evidence, id, meta)
  if ('refusal' in files) return { refusal: files.refusal, ...refusing }
  const change = goalExecution.change(executionId(id), head, decision.events)
  const { last, reports } = change.state
  if (!goal || !last) throw new Error(`a report on ${id} was decided and is not there`)
  const help = await openHelp(db, { goal, words: last.difficulty, by }, meta)
  return {
    goal,
    report: last,
    id: reportId(id, reports),
    changes: [change, ...files.changes, ...help.changes],
    notices: help.notices,
    touches: [...new Set(files.batches)].map(batchId),
  }
}

interface Attached {
  readonly changes: readonly SubjectChange[]
  readonly batches: readonly string[]
}

async function attachAll(
  db: Database,
  ids: readonly string[],
  goal: string,
  meta: Meta,
): Promise<Attached | { readonly refusal: EvidenceRefusal }> {
  const unique = [...new Set(ids)]
  const heads = await Promise.all(unique.map((id) => foldSubject(db, evidence, evidenceId(id))))
  const changes: SubjectChange[] = []
  for (const [position, head] of heads.entries()) {
    const decision = attachEvidence(head.state, goal, meta.by)
    if ('refusal' in decision) return decision
    if (decision.events.length > 0)
      changes.push(evidence.change(evidenceId(unique[position] ?? ''), head, decision.events))
  }
  return { changes, batches: heads.flatMap(({ state }) => (state.status === 'unknown' ? [] : [state.batch])) }
}
