/** What stands in the way of a reform, all of it at once. */
import type { UnitId } from '../../../kernel/ids.ts'
import type { GroupKind } from '../../../store/schema/organization.ts'
import type { Phase } from '../../../store/schema/policy.ts'
import { regimeOf } from '../../rules/actor.ts'
import type { UnitState } from './check-wish.ts'
import { type GoalFacts, type Leaving, misfits } from './move-goals.ts'
import type { ReformRefusal } from './refusals.ts'
import { endingOf, unitsOf, type Wish } from './wish.ts'

export type Bar =
  | { readonly bar: 'untrue-wish'; readonly why: ReformRefusal }
  | { readonly bar: 'open-goals'; readonly count: number }
  | { readonly bar: 'open-roles'; readonly count: number }
  | { readonly bar: 'open-people'; readonly count: number }
  | { readonly bar: 'open-team'; readonly kind: GroupKind }
  | {
      readonly bar: 'unratified-goals'
      readonly goals: readonly { readonly unit: UnitId; readonly number: number }[]
    }
  | { readonly bar: 'begun-assessment'; readonly units: readonly UnitId[] }
  | { readonly bar: 'open-adjustments'; readonly adjustments: readonly OpenAdjustment[] }
  | { readonly bar: 'open-inspections'; readonly numbers: readonly number[] }
  | { readonly bar: 'ratified-results' }
  | { readonly bar: 'set-goals' }

export interface OpenAdjustment {
  readonly unit: UnitId
  readonly number: number
}

/** How far the year is with the units that it is about. */
export interface Standing {
  readonly phase: Phase | null
  readonly ratified: boolean
  readonly announced: boolean
  /** Those whose account or assessment of the year has begun. */
  readonly begun: readonly UnitId[]
  readonly adjustments: readonly OpenAdjustment[]
  /** Visits not made, checks not drawn or not finished, by number, that are about an ending unit. */
  readonly inspections: readonly number[]
}

/** Once results are announced or the year is closed, its plans are history and stay where they are. */
export const goalsMove = ({ phase, announced }: Pick<Standing, 'phase' | 'announced'>): boolean =>
  phase !== null && phase !== 'closed' && !announced

/** What its goals, people and groups still leave open. */
export function openBars(
  goals: { readonly leaving: readonly Leaving[]; readonly plans: GoalFacts['plans'] },
  people: { readonly roles: readonly { readonly choice: string | undefined }[]; readonly open: number },
  teams: readonly { readonly kind: GroupKind; readonly chosen: string | null | undefined }[],
): Bar[] {
  const open = goals.leaving.filter(({ choice }) => choice === undefined).length
  const unratified = misfits(goals.leaving, goals.plans)
  const roles = people.roles.filter(({ choice }) => choice === undefined).length
  return [
    ...(open > 0 ? [{ bar: 'open-goals', count: open } as const] : []),
    ...(unratified.length > 0
      ? [
          {
            bar: 'unratified-goals',
            goals: unratified.map(({ from: unit, goal }) => ({ unit, number: goal.number })),
          } as const,
        ]
      : []),
    ...(roles > 0 ? [{ bar: 'open-roles', count: roles } as const] : []),
    ...(people.open > 0 ? [{ bar: 'open-people', count: people.open } as const] : []),
    ...teams
      .filter(({ chosen }) => chosen === undefined)
      .map(({ kind }): Bar => ({ bar: 'open-team', kind })),
  ]
}

/** What the year is not ready for: it is finished first, by those whose it is. */
export function yearBars(wish: Wish, standing: Standing): Bar[] {
  if (!goalsMove(standing)) return []
  const ratified: Bar[] =
    standing.ratified && CHANGES_RANKS.includes(wish.kind) ? [{ bar: 'ratified-results' }] : []
  if (endingOf(wish).length === 0) return ratified
  const { begun, adjustments, inspections } = standing
  return [
    ...ratified,
    ...(begun.length > 0 ? [{ bar: 'begun-assessment', units: begun } as const] : []),
    ...(adjustments.length > 0 ? [{ bar: 'open-adjustments', adjustments } as const] : []),
    ...(inspections.length > 0 ? [{ bar: 'open-inspections', numbers: inspections } as const] : []),
  ]
}

const CHANGES_RANKS: readonly Wish['kind'][] = ['merge', 'split', 'exempt', 'restore', 'kind']

/** Another regime has other drafters and another way of scoring, so that it begins with a year that has no goals yet. */
export function kindBars(wish: Wish, state: UnitState | undefined, standing: Standing, goals: number): Bar[] {
  if (wish.kind !== 'kind' || !state || state.status === 'unlisted' || !goalsMove(standing)) return []
  const begun = standing.begun.filter((unit) => unitsOf(wish).includes(unit))
  if (begun.length > 0) return [{ bar: 'begun-assessment', units: begun }]
  const changes = regimeOf(state.record.kind) !== regimeOf(wish.unitKind)
  return changes && goals > 0 ? [{ bar: 'set-goals' }] : []
}
