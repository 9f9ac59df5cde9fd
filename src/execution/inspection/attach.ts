import type { PersonId, SubjectId } from '../../kernel/ids.ts'
import { foldSubject, type SubjectChange } from '../../kernel/subject.ts'
import type { Database } from '../../store/database.ts'
import { attachEvidence, type EvidenceRefusal } from '../rules/evidence.ts'
import { batchId, evidence, evidenceId } from '../subject.ts'

interface Attached {
  readonly changes: readonly SubjectChange[]
  /** Cards of files that are used now. */
  readonly touches: readonly SubjectId[]
}

/** The files that a finding or an answer uses, changed in the same commit: each serves this finding and nothing else. */
export async function attachFiles(
  db: Database,
  ids: readonly string[],
  finding: string,
  by: PersonId,
): Promise<Attached | { readonly refusal: EvidenceRefusal }> {
  const unique = [...new Set(ids)]
  const heads = await Promise.all(unique.map((id) => foldSubject(db, evidence, evidenceId(id))))
  const changes: SubjectChange[] = []
  const touches = new Set<SubjectId>()
  for (const [position, head] of heads.entries()) {
    const decision = attachEvidence(head.state, finding, by)
    if ('refusal' in decision) return decision
    if (head.state.status !== 'unknown') touches.add(batchId(head.state.batch))
    changes.push(evidence.change(evidenceId(unique[position] ?? ''), head, decision.events))
  }
  return { changes, touches: [...touches] }
}
