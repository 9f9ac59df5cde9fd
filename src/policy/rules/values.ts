/** The office changes the policy's values; each stands from its milestone on (rulebook, preface). */
import { type Decision, decided, refused } from '../../kernel/decision.ts'
import { type Actor, holds } from '../../organization/rules/actor.ts'
import type { Phase } from '../../store/schema/policy.ts'
import {
  CATALOGUE,
  frozenBy,
  type Milestone,
  type Milestones,
  type PolicySubject,
  valuesIn,
} from './catalogue.ts'
import { contradictionIn } from './consistent.ts'
import { markOf } from './mark.ts'
import { type ChosenValues, completePolicy, type Policy, type ValueName, valuesOf } from './policy.ts'
import type { YearEvent, YearRefusal, YearState } from './year.ts'

export const FROZEN = {
  closed: 'frozen-year',
  ratified: 'frozen-year',
  scored: 'scored-year',
  deliberated: 'begun-deliberations',
  assessed: 'assessed-year',
} as const satisfies { readonly [by in Milestone | 'closed']: YearRefusal['code'] }

/**
 * The office changes values of one subject, and the chair confirms the policy again. `seen`: mark of the subject as the
 * form showed it; a form that another has overtaken would undo what was chosen there.
 */
export function chooseValues(
  state: YearState,
  command: { readonly subject: PolicySubject; readonly values: ChosenValues; readonly seen: string },
  by: Actor,
  reached: Milestones,
): Decision<YearEvent, YearRefusal> {
  if (!holds(by, 'office')) return refused({ code: 'office-only' })
  if (state.status === 'unopened') return refused({ code: 'unopened-year' })
  const values = changedValues(state.policy, command.values)
  const names = namesOf(values).filter((name) => CATALOGUE[name].subject === command.subject)
  const frozen = frozenAmong(names.length === 0 ? namesOf(command.values) : names, state.phase, reached)
  if (frozen) return refused({ code: frozen })
  if (names.length === 0) return refused({ code: 'unchanged-values' })
  if (markOfValues(state.policy, command.subject) !== command.seen) return refused({ code: 'stale-values' })
  return keepValues(state.policy, Object.fromEntries(names.map((name) => [name, values[name]])))
}

/** The change itself, where it contradicts nothing. */
export function keepValues(policy: Policy, chosen: ChosenValues): Decision<YearEvent, YearRefusal> {
  const contradiction = contradictionIn({ ...valuesOf(completePolicy(policy)), ...chosen })
  if (contradiction) return refused({ code: 'contradicting-values', contradiction })
  return decided<YearEvent>({ type: 'values.chosen', values: chosen })
}

/** Mark of a subject's values, as a form shows them. */
export function markOfValues(policy: Policy, subject: PolicySubject): string {
  const values = valuesOf(completePolicy(policy))
  return markOf(valuesIn(subject).map((name) => values[name]))
}

function frozenAmong(names: readonly ValueName[], phase: Phase, reached: Milestones) {
  const by = names.map((name) => frozenBy(name, phase, reached)).find((one) => one !== undefined)
  return by && FROZEN[by]
}

/** Of what is wished, what differs. */
function changedValues(policy: Policy, wished: ChosenValues): ChosenValues {
  const present: { readonly [name in ValueName]: unknown } = valuesOf(completePolicy(policy))
  const changed = namesOf(wished).filter((name) => !isSame(present[name], wished[name]))
  return Object.fromEntries(changed.map((name) => [name, wished[name]]))
}

// Object.keys answers string[], though the type of the values lists its keys.
const namesOf = (values: ChosenValues): ValueName[] => Object.keys(values) as ValueName[]

/** By content: the keys of an object may stand in any order. */
export function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other
  const keys = Object.keys(one)
  if (keys.length !== Object.keys(other).length) return false
  const [left, right] = [new Map(Object.entries(one)), new Map(Object.entries(other))]
  return keys.every((key) => right.has(key) && isSame(left.get(key), right.get(key)))
}
