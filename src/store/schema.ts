import type { AssessmentSchema } from './schema/assessment.ts'
import type { DelegationSchema } from './schema/delegation.ts'
import type { DirectorySchema } from './schema/directory.ts'
import type { ExecutionSchema } from './schema/execution.ts'
import type { HelpSchema } from './schema/help.ts'
import type { InspectionSchema } from './schema/inspection.ts'
import type { KernelSchema } from './schema/kernel.ts'
import type { OperationSchema } from './schema/operation.ts'
import type { OrganizationSchema } from './schema/organization.ts'
import type { PetitionSchema } from './schema/petition.ts'
import type { PlanningSchema } from './schema/planning.ts'
import type { PolicySchema } from './schema/policy.ts'
import type { ReformSchema } from './schema/reform.ts'
import type { RemindersSchema } from './schema/reminders.ts'
import type { ResultsSchema } from './schema/results.ts'

/** Every table, one interface each, in the chapters' own files under `schema/`. */
export interface Schema
  extends KernelSchema,
    OperationSchema,
    OrganizationSchema,
    DelegationSchema,
    DirectorySchema,
    PolicySchema,
    PlanningSchema,
    ReformSchema,
    ExecutionSchema,
    HelpSchema,
    InspectionSchema,
    PetitionSchema,
    RemindersSchema,
    AssessmentSchema,
    ResultsSchema {}
