import type { PolicyValues } from './policy.ts'

/** What values contradict each other; `wording` has the sentences. */
export type Contradiction =
  | 'ratios-sum'
  | 'levels-order'
  | 'lights-order'
  | 'digest-order'
  | 'escalation-order'
  | 'bands-order'
  | 'cap-below-excellent'
  | 'gate-names'

type Check = readonly [Contradiction, (values: PolicyValues) => boolean]

const CHECKS: readonly Check[] = [
  ['ratios-sum', ({ ratios }) => ratios.key + ratios.special + ratios.routine !== 100],
  ['levels-order', ({ levels }) => levels.second >= levels.first],
  ['lights-order', ({ yellowAt, orangeAt }) => orangeAt >= yellowAt],
  ['digest-order', ({ digestHour, digestUntil }) => digestHour >= digestUntil],
  ['escalation-order', ({ escalateAfter: { head, office, leader } }) => head > office || office > leader],
  ['bands-order', ({ qualifiedFrom, excellentFrom }) => qualifiedFrom >= excellentFrom],
  // Nobody could be excellent.
  ['cap-below-excellent', ({ cap, excellentFrom }) => cap !== null && cap < excellentFrom],
  ['gate-names', ({ gateAreas }) => new Set(gateAreas.map((area) => area.name)).size < gateAreas.length],
]

/** The first contradiction among the values; undefined where they fit together. */
export function contradictionIn(values: PolicyValues): Contradiction | undefined {
  return CHECKS.find(([, contradicts]) => contradicts(values))?.[0]
}
