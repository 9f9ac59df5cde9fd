import type { UnitId, Year } from '../../kernel/ids.ts'
import type { Regime } from '../../organization/rules/actor.ts'
import type { Coefficients } from '../../policy/rules/coefficients.ts'
import type { Policy } from '../../policy/rules/policy.ts'
import type { Phase } from '../../store/schema/policy.ts'
import type { Candidate } from './candidates.ts'
import type { AssessedGoal } from './goal.ts'
import type { Hand, Panel } from './panel.ts'

/** What every rule of the assessment knows of the unit that is assessed. */
export interface AssessingFacts {
  readonly year: Year
  readonly phase: Phase
  readonly policy: Policy
  readonly unit: UnitId
  readonly unitName: string
  readonly regime: Regime
  /** Null where the notice has none for the unit (yet). */
  readonly coefficients: Coefficients | null
  /** Null where no group is in charge of the unit. */
  readonly panel: Panel | null
  readonly goals: readonly AssessedGoal[]
  /** What inspections found and did not withdraw: each is taken or dropped by every assessor (rulebook 4). */
  readonly findings: readonly Candidate[]
  /** Who acts in another's name; null where somebody acts in the own. */
  readonly hand: Hand | null
}
