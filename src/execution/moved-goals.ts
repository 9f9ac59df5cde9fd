/** Execution's part of a reform of the units (rulebook 1): findings and open requests for help go where their goals go. */
import type { SubjectId } from '../kernel/ids.ts'
import type { Head, SubjectChange } from '../kernel/subject.ts'
import type { SubjectTable } from '../store/schema/kernel.ts'
import type { HelpState } from './help/rules/help.ts'
import { helpSubject } from './help/subject.ts'
import type { FindingState } from './inspection/rules/finding.ts'
import { findingSubject } from './inspection/subjects.ts'
import type { Followers } from './queries/followers.ts'
import { type Following, followFinding, followHelp } from './rules/follow.ts'

export { type Followers, loadFollowers } from './queries/followers.ts'

export function followerChanges({ findings: found, help }: Followers, f: Following): SubjectChange[] {
  const moved = found.map((row) => {
    const head = headOf<FindingState>(row)
    return findingSubject.change(row.id as SubjectId, head, followFinding(head.state, f))
  })
  const asked = help.map((row) => {
    const head = headOf<HelpState>(row)
    return helpSubject.change(row.id as SubjectId, head, followHelp(head.state, f))
  })
  return [...moved, ...asked]
}

const headOf = <State>({ state, version, hash }: SubjectTable): Head<State> => ({
  // The kernel wrote this document from the evolve of its kind.
  state: JSON.parse(state) as State,
  version,
  hash,
})
