import { listFindingsOfUnit } from '../execution/queries/findings.ts'
import type { Acting } from '../kernel/acting.ts'
import type { GroupId, UnitId, Year } from '../kernel/ids.ts'
import type { LocalDate } from '../kernel/time.ts'
import { listPrincipals } from '../organization/delegation/queries.ts'
import { findActor, findGroupOf, findUnit, listHolders } from '../organization/queries.ts'
import { assessingGroupKind, regimeOf } from '../organization/rules/actor.ts'
import { listGoalsInForce } from '../planning/queries.ts'
import { findYear } from '../policy/queries.ts'
import { phaseFor } from '../policy/rules/reopening.ts'
import type { Database } from '../store/database.ts'
import type { UnitTable } from '../store/schema/organization.ts'
import { barFor, sitsIn } from './roles.ts'
import type { Candidate } from './rules/candidates.ts'
import type { AssessingFacts } from './rules/facts.ts'
import type { AssessedGoal } from './rules/goal.ts'
import { type Hand, type Panel, panelOf } from './rules/panel.ts'

/**
 * What the rules know of a unit's assessment on a day; undefined where the year or the unit is not managed. Whoever acts
 * or looks is handed in whole, so that a delegate's bars are among it; a day alone is for what nobody's rights matter to.
 */
export async function findAssessing(
  db: Database,
  year: Year,
  unit: UnitId,
  when: LocalDate | Acting,
): Promise<AssessingFacts | undefined> {
  const [open, found] = await Promise.all([findYear(db, year), findUnit(db, unit)])
  if (!open || !found || found.active === 0) return undefined
  const today = typeof when === 'string' ? when : when.today
  const [panel, goals, findings] = await Promise.all([
    findPanel(db, found, today),
    listGoalsInForce(db, year, found.id),
    listFindingsOfUnit(db, year, found.id),
  ])
  return {
    year,
    phase: phaseFor(open, unit),
    policy: open.policy,
    unit: found.id,
    unitName: found.name,
    regime: regimeOf(found.kind),
    coefficients: open.coefficients[found.id] ?? null,
    panel,
    goals,
    findings: findings.flatMap((one) => candidateOf(one, goals)),
    hand: typeof when === 'string' || !panel ? null : await findHand(db, when, found, panel.group),
  }
}

/** Good practices are no candidates; what was found on a goal that is not assessed is about the unit. */
function candidateOf(
  one: Awaited<ReturnType<typeof listFindingsOfUnit>>[number],
  goals: readonly AssessedGoal[],
): readonly Candidate[] {
  const { number, kind, severity, fact, status } = one
  if (kind === 'good') return []
  const goal = goals.find(({ id }) => id === one.goal)?.id ?? null
  return [{ number, goal, kind, severity, fact, status }]
}

/** Who acts in another's name, and what keeps that one from the unit; null in the own name. */
async function findHand(db: Database, acting: Acting, unit: UnitTable, group: GroupId): Promise<Hand | null> {
  if (acting.by === acting.inNameOf) return null
  const [actor, principals] = await Promise.all([
    findActor(db, acting),
    listPrincipals(db, acting.by, acting.today),
  ])
  if (!actor?.delegate) return null
  return {
    id: actor.delegate.id,
    signed: actor.name,
    given: sitsIn(actor, group),
    others: principals.flatMap(({ id, live }) => (live === 1 && id !== acting.inNameOf ? [id] : [])),
    bar: barFor(actor, unit) ?? null,
  }
}

/** The group in charge of the unit, its people of the day sorted into assessors and barred (Article 22). */
async function findPanel(db: Database, unit: UnitTable, today: LocalDate): Promise<Panel | null> {
  const kind = assessingGroupKind(unit.kind)
  const group = await findGroupOf(db, unit.id, kind)
  if (!group) return null
  const [convenors, members, heads, contacts] = await Promise.all([
    listHolders(db, kind === 'working' ? 'working-convenor' : 'assessment-convenor', group.id, today),
    listHolders(db, kind === 'working' ? 'working-member' : 'assessment-member', group.id, today),
    listHolders(db, 'head', unit.id, today),
    listHolders(db, 'contact', unit.id, today),
  ])
  return panelOf({
    group: group.id,
    name: group.name,
    convenors,
    members,
    unit: unit.id,
    leader: unit.leader,
    own: [...heads, ...contacts].map((one) => one.id),
  })
}
