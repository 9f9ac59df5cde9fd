/** A new year starts from the last one (rulebook 2): what goes along, what does not, and what must be over before. */
import { type Decision, decided, refused } from '../../kernel/decision.ts'
import type { UnitId, Year } from '../../kernel/ids.ts'
import { type Actor, holds } from '../../organization/rules/actor.ts'
import type { Phase } from '../../store/schema/policy.ts'
import type { CoefficientsByUnit } from './coefficients.ts'
import { markOf } from './mark.ts'
import { type Policy, REGULATION_DEFAULTS } from './policy.ts'
import type { YearEvent, YearState } from './year.ts'

/** The year that is being managed, as far as the next one starts from it. */
export interface LastYear {
  readonly year: Year
  readonly phase: Phase
  readonly policy: Policy
  readonly coefficients: CoefficientsByUnit
  /** Appeals that are not decided, and feedback that its unit may still answer: people wait for an answer of the old year. */
  readonly appeals: number
  readonly answers: number
  /** Graded units that take part, by number. */
  readonly graded: readonly UnitId[]
}

/** What holds the new year up; each can be brought to its end. */
export type Hindrance =
  | { readonly what: 'phase'; readonly phase: Phase }
  | { readonly what: 'appeals'; readonly count: number }
  | { readonly what: 'answers'; readonly count: number }

export type NewYearRefusal =
  | { readonly code: 'office-only' }
  | { readonly code: 'first-year' }
  | { readonly code: 'begun-year'; readonly year: Year }
  | { readonly code: 'other-year'; readonly year: Year }
  | { readonly code: 'hindered-year'; readonly year: Year; readonly hindrances: readonly Hindrance[] }
  | { readonly code: 'stale-preview' }

export function hindrancesOf({ phase, appeals, answers }: LastYear): Hindrance[] {
  return [
    ...(phase === 'closed' ? [] : [{ what: 'phase', phase } as const]),
    ...(appeals > 0 ? [{ what: 'appeals', count: appeals } as const] : []),
    ...(answers > 0 ? [{ what: 'answers', count: answers } as const] : []),
  ]
}

/** All of the last year's policy but what its notice alone says: by how much performance pay is raised or cut (Article 26). */
export const carriedPolicy = (policy: Policy): Policy => ({ ...policy, pay: REGULATION_DEFAULTS.pay })

/** Last year's coefficients of the units that still need some: they await the notice, and are in force for nobody. */
export const carriedCoefficients = ({ coefficients, graded }: LastYear): CoefficientsByUnit =>
  Object.fromEntries(
    graded.flatMap((unit) => {
      const own = coefficients[unit]
      return own ? [[unit, own]] : []
    }),
  )

/** Mark of what a preview showed to be carried over. */
export const markOfCarried = (last: LastYear): string =>
  markOf([last.year, carriedPolicy(last.policy), Object.entries(carriedCoefficients(last))])

/** The office begins the year after the one that is over, as its preview showed it. */
export function beginYear(
  state: YearState,
  command: { readonly year: Year; readonly seen: string },
  by: Actor,
  last: LastYear | undefined,
): Decision<YearEvent, NewYearRefusal> {
  if (!holds(by, 'office')) return refused({ code: 'office-only' })
  if (state.status === 'open') return refused({ code: 'begun-year', year: state.year })
  if (!last) return refused({ code: 'first-year' })
  if (command.year !== last.year + 1) return refused({ code: 'other-year', year: last.year + 1 })
  const hindrances = hindrancesOf(last)
  if (hindrances.length > 0) return refused({ code: 'hindered-year', year: last.year, hindrances })
  if (markOfCarried(last) !== command.seen) return refused({ code: 'stale-preview' })
  const coefficients = carriedCoefficients(last)
  const opened: YearEvent = {
    type: 'year.opened',
    year: command.year,
    policy: carriedPolicy(last.policy),
  }
  return Object.keys(coefficients).length === 0
    ? decided<YearEvent>(opened)
    : decided<YearEvent>(opened, { type: 'coefficients.suggested', coefficients })
}
