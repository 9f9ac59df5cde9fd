import type { AssessmentSchema } from './schema/assessment.ts'
import type { ExecutionSchema } from './schema/execution.ts'
import type { KernelSchema } from './schema/kernel.ts'
import type { OrganizationSchema } from './schema/organization.ts'
import type { PlanningSchema } from './schema/planning.ts'
import type { PolicySchema } from './schema/policy.ts'
import type { ResultsSchema } from './schema/results.ts'

/** Every table, one interface each, in the chapters' own files under `schema/`. */
export interface Schema
  extends KernelSchema,
    OrganizationSchema,
    PolicySchema,
    PlanningSchema,
    ExecutionSchema,
    AssessmentSchema,
    ResultsSchema {}
