/** The policy's values: on which card each stands, and until when the office may change it. */
import type { Phase } from '../../store/schema/policy.ts'
import type { ValueName } from './policy.ts'

/** The subjects of the cards that show values; coefficients have a card of their own. */
export const POLICY_SUBJECTS = [
  'setting',
  'execution',
  'oversight',
  'scoring',
  'grading',
  'gates',
  'pay',
] as const
export type PolicySubject = (typeof POLICY_SUBJECTS)[number]

/**
 * What a value must not change after: `assessed` the year's first sheet was opened, `deliberated` the first deliberation,
 * `scored` the first score was decided, `ratified` the results were ratified. After the last nothing changes any more.
 */
export type Milestone = 'assessed' | 'deliberated' | 'scored' | 'ratified'

export type Milestones = { readonly [milestone in Milestone]: boolean }

export interface CataloguedValue {
  readonly subject: PolicySubject
  readonly freezes: Milestone
}

const until = (subject: PolicySubject, freezes: Milestone): CataloguedValue => ({ subject, freezes })

export const CATALOGUE: { readonly [name in ValueName]: CataloguedValue } = {
  ratios: until('setting', 'scored'),
  specialLimit: until('setting', 'ratified'),
  ratification: until('setting', 'ratified'),
  adjustUntil: until('execution', 'ratified'),
  yellowAt: until('execution', 'ratified'),
  orangeAt: until('execution', 'ratified'),
  silentDays: until('execution', 'ratified'),
  remindDaysBefore: until('execution', 'ratified'),
  digestHour: until('execution', 'ratified'),
  digestUntil: until('execution', 'ratified'),
  remindAgainDays: until('execution', 'ratified'),
  snoozeDays: until('execution', 'ratified'),
  escalateAfter: until('execution', 'ratified'),
  helpDays: until('oversight', 'ratified'),
  petitioners: until('oversight', 'ratified'),
  evidenceBytes: until('oversight', 'ratified'),
  evidenceKinds: until('oversight', 'ratified'),
  levels: until('scoring', 'assessed'),
  agreement: until('scoring', 'deliberated'),
  missingType: until('scoring', 'scored'),
  coefficientFormula: until('scoring', 'scored'),
  cap: until('scoring', 'scored'),
  rounding: until('scoring', 'scored'),
  appealDays: until('scoring', 'scored'),
  excellentFrom: until('grading', 'ratified'),
  qualifiedFrom: until('grading', 'ratified'),
  bands: until('grading', 'ratified'),
  quotaRounding: until('grading', 'ratified'),
  freedPlace: until('grading', 'ratified'),
  gateAreas: until('gates', 'ratified'),
  pay: until('pay', 'ratified'),
}

// Object.keys answers string[], though the type of the catalogue lists its keys.
export const VALUE_NAMES = Object.keys(CATALOGUE) as ValueName[]

export const valuesIn = (subject: PolicySubject): ValueName[] =>
  VALUE_NAMES.filter((name) => CATALOGUE[name].subject === subject)

/** What keeps a value from changing; undefined while it may. */
export function frozenBy(
  name: ValueName,
  phase: Phase,
  reached: Milestones,
): Milestone | 'closed' | undefined {
  if (phase === 'closed') return 'closed'
  if (reached.ratified) return 'ratified'
  const { freezes } = CATALOGUE[name]
  return reached[freezes] ? freezes : undefined
}
