/** The gate areas and their lead units (Articles 27, 31): added, renamed, given to another unit, ended. */
import { type Decision, refused } from '../../kernel/decision.ts'
import { type Actor, holds } from '../../organization/rules/actor.ts'
import { frozenBy, type Milestones } from './catalogue.ts'
import { completePolicy, type GateArea } from './policy.ts'
import { editionOf } from './policy-events.ts'
import { FROZEN, isSame, keepValues, markOfValues } from './values.ts'
import type { OpenYearState, YearEvent, YearRefusal, YearState } from './year.ts'

/** A card lists them all, and a lead unit reports on each. */
export const MOST_AREAS = 12

interface Wish {
  /** Mark of the areas that the form showed. */
  readonly seen: string
}

/** Without a key: a new area. */
export function keepGateArea(
  state: YearState,
  wish: Wish & { readonly area?: string; readonly name: string; readonly leadUnit: string },
  by: Actor,
  reached: Milestones,
): Decision<YearEvent, YearRefusal> {
  const open = openFor(state, by, reached)
  if ('code' in open) return refused(open)
  const { gateAreas } = completePolicy(open.policy)
  const { name, leadUnit } = wish
  const key = wish.area ?? keyOf(open)
  if (wish.area !== undefined && !gateAreas.some((area) => area.key === wish.area))
    return refused({ code: 'unknown-area' })
  const kept: GateArea = { key, name, leadUnit }
  const after =
    wish.area === undefined ? [...gateAreas, kept] : gateAreas.map((area) => (area.key === key ? kept : area))
  if (isSame(after, gateAreas)) return refused({ code: 'unchanged-values' })
  if (markOfValues(open.policy, 'gates') !== wish.seen) return refused({ code: 'stale-values' })
  if (after.length > MOST_AREAS) return refused({ code: 'full-areas', most: MOST_AREAS })
  return keepValues(open.policy, { gateAreas: after })
}

/** An area in which a unit was reported stays: what was said there counts (Article 27). */
export function endGateArea(
  state: YearState,
  wish: Wish & { readonly area: string },
  by: Actor,
  { reached, reports }: { readonly reached: Milestones; readonly reports: number },
): Decision<YearEvent, YearRefusal> {
  const open = openFor(state, by, reached)
  if ('code' in open) return refused(open)
  const { gateAreas } = completePolicy(open.policy)
  const area = gateAreas.find((one) => one.key === wish.area)
  if (!area) return refused({ code: 'unknown-area' })
  if (reports > 0) return refused({ code: 'reported-area', area: area.name, reports })
  if (gateAreas.length === 1) return refused({ code: 'last-area' })
  if (markOfValues(open.policy, 'gates') !== wish.seen) return refused({ code: 'stale-values' })
  return keepValues(open.policy, { gateAreas: gateAreas.filter((one) => one.key !== area.key) })
}

function openFor(state: YearState, by: Actor, reached: Milestones): OpenYearState | YearRefusal {
  if (!holds(by, 'office')) return { code: 'office-only' }
  if (state.status === 'unopened') return { code: 'unopened-year' }
  const frozen = frozenBy('gateAreas', state.phase, reached)
  return frozen ? { code: FROZEN[frozen] } : state
}

/** Never given twice: an ended area's key is that of another edition. */
const keyOf = (open: OpenYearState): string => `area-${open.year}-${editionOf(open) + 1}`
