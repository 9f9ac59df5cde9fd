/** The chapters of the regulation, in their order. */
import { assessment } from './assessment/chapter.ts'
import { execution } from './execution/chapter.ts'
import type { Chapter } from './kernel/chapter.ts'
import { type OrganizationDeps, organization } from './organization/chapter.ts'
import { planning } from './planning/chapter.ts'
import { policy } from './policy/chapter.ts'
import { results } from './results/chapter.ts'

/** What everyone does most comes first: help and the nearest commands follow this order. */
export function chaptersFor(deps: OrganizationDeps): Chapter[] {
  return [planning(deps), execution(deps), assessment, results, policy, organization(deps)]
}
