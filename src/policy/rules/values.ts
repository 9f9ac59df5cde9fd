/** What the regulation leaves open and the policy chooses (rulebook, ◇): how scores are worked out and grades come about. */
import { type Decision, decided, refused } from '../../kernel/decision.ts'
import { type Actor, holds } from '../../organization/rules/actor.ts'
import { markOf } from './mark.ts'
import type { ChosenValues, Policy, ScoringValues } from './policy.ts'
import type { YearEvent, YearRefusal, YearState } from './year.ts'

/** What must be known of the year before its values change. */
export interface ValueFacts {
  /** Whether a score of the year was decided: all units are scored in one way. */
  readonly scored: boolean
  /** Whether the year's results are ratified. */
  readonly ratified: boolean
}

const SCORING = {
  missingType: true,
  coefficientFormula: true,
  cap: true,
  rounding: true,
} as const satisfies { readonly [key in keyof ScoringValues]: true }

/**
 * The office chooses, and the chair confirms the policy again. `seen`: mark of the values that
 * the form showed; one that another has overtaken would undo what was chosen there.
 */
export function chooseValues(
  state: YearState,
  command: { readonly values: ChosenValues; readonly seen: string },
  by: Actor,
  { scored, ratified }: ValueFacts,
): Decision<YearEvent, YearRefusal> {
  if (!holds(by, 'office')) return refused({ code: 'office-only' })
  if (state.status === 'unopened') return refused({ code: 'unopened-year' })
  if (ratified || state.phase === 'closed') return refused({ code: 'frozen-year' })
  const values = changedValues(state.policy, command.values)
  const names = Object.keys(values)
  if (names.length === 0) return refused({ code: 'unchanged-values' })
  if (scored && names.some((name) => name in SCORING)) return refused({ code: 'scored-year' })
  if (markOfValues(state.policy) !== command.seen) return refused({ code: 'stale-values' })
  return decided<YearEvent>({ type: 'values.chosen', values })
}

/** Mark of the values that a form showed. */
export const markOfValues = ({
  missingType,
  coefficientFormula,
  cap,
  rounding,
  bands,
  quotaRounding,
  freedPlace,
}: Policy): string =>
  markOf([missingType, coefficientFormula, cap, rounding, bands, quotaRounding, freedPlace])

function changedValues(policy: Policy, values: ChosenValues): ChosenValues {
  const present: { readonly [name: string]: unknown } = { ...policy }
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => present[name] !== value))
}
