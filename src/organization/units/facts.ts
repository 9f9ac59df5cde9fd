/** What a reform is worked out on, read as it is now. */
import { listOpenAbout } from '../../execution/inspection/queries/about-units.ts'
import type { Year } from '../../kernel/ids.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { findPlanHeads, type PlanHeads } from '../../planning/moved-goals.ts'
import { findCurrentYear } from '../../policy/queries.ts'
import { isAnnounced, isRatified } from '../../results/queries.ts'
import type { Database } from '../../store/database.ts'
import { loadOrganization } from '../present.ts'
import type { ReformFacts } from './proposal/propose.ts'
import { listBegun, listOpenAdjustments } from './queries/reforms.ts'
import type { Standing } from './rules/bars.ts'
import { endingOf, unitsOf, type Wish } from './rules/wish.ts'

export interface LoadedFacts extends ReformFacts {
  readonly heads: PlanHeads
}

export async function loadReformFacts(db: Database, wish: Wish, today: LocalDate): Promise<LoadedFacts> {
  const [present, open] = await Promise.all([loadOrganization(db), findCurrentYear(db)])
  if (!open) return { today, present, year: null, plans: new Map(), heads: new Map(), standing: NOTHING }
  const { year, phase } = open
  const [heads, standing] = await Promise.all([
    findPlanHeads(db, year, unitsOf(wish)),
    loadStanding(db, year, wish),
  ])
  return {
    ...{ today, present, heads, standing: { ...standing, phase } },
    year: { year, specialLimit: open.policy.specialLimit },
    plans: new Map([...heads].map(([unit, { state }]) => [unit, state])),
  }
}

const NOTHING: Standing = {
  ...{ phase: null, ratified: false, announced: false },
  ...{ begun: [], adjustments: [], inspections: [] },
}

async function loadStanding(db: Database, year: Year, wish: Wish): Promise<Standing> {
  const ending = endingOf(wish)
  const [ratified, announced, begun, adjustments, inspections] = await Promise.all([
    isRatified(db, year),
    isAnnounced(db, year),
    listBegun(db, year, unitsOf(wish)),
    listOpenAdjustments(db, year, ending),
    listOpenAbout(db, year, ending),
  ])
  return { phase: null, ratified, announced, begun, adjustments, inspections }
}
