/** Every deed of the program, by chapter, in the order of the regulation. */
import type { Chapter } from './deed.ts'
import { adjustment } from './rights/adjustment.ts'
import { appeal } from './rights/appeal.ts'
import { assessment } from './rights/assessment.ts'
import { execution } from './rights/execution.ts'
import { inspection } from './rights/inspection.ts'
import { office } from './rights/office.ts'
import { organization } from './rights/organization.ts'
import { petition } from './rights/petition.ts'
import { planning } from './rights/planning.ts'
import { policy } from './rights/policy.ts'
import { results } from './rights/results.ts'

export const CHAPTERS: readonly Chapter[] = [
  planning,
  adjustment,
  execution,
  inspection,
  petition,
  assessment,
  appeal,
  results,
  policy,
  organization,
  office,
]
