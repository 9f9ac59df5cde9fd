/** What a person is to a subject today, and how much of its history that lets the person see. */

import type { FindingState } from '../execution/inspection/rules/finding.ts'
import type { InspectionState } from '../execution/inspection/rules/inspection.ts'
import { groupsOfUnits } from '../execution/queries/groups.ts'
import type { EvidenceState } from '../execution/rules/evidence.ts'
import type { Viewer } from '../kernel/view.ts'
import type { DelegationState } from '../organization/delegation/rules/delegation.ts'
import { findUnit, getActor } from '../organization/queries.ts'
import {
  type Actor,
  assessingGroupKind,
  holds,
  isLeaderOf,
  regimeOf,
  scopesOf,
} from '../organization/rules/actor.ts'
import type { Database } from '../store/database.ts'
import type { SubjectTable } from '../store/schema/kernel.ts'
import type { Role } from '../store/schema/organization.ts'
import { findSubject } from '../store/subjects.ts'
import { type Relation, type Sight, sightOf } from './rules/sight.ts'
import type { SubjectParts } from './rules/subject-parts.ts'

const MEMBERS: readonly Role[] = [
  ...(['working-convenor', 'working-member', 'inspection-convenor', 'inspection-member'] as const),
  ...(['assessment-convenor', 'assessment-member'] as const),
]

/** Whom and what a subject is about, as far as rights depend on it. */
interface Concern {
  readonly unit?: string
  /** The body that inspects. */
  readonly body?: string
  readonly team?: string
  readonly people: readonly string[]
  /** Nobody sees it: an inspector's note. */
  readonly hidden?: true
}

/** How much of the subject's history the viewer sees; `row` is the subject's. */
export async function sightFor(
  db: Database,
  viewer: Viewer,
  parts: SubjectParts,
  row: SubjectTable,
): Promise<Sight> {
  const [actor, concern] = [await getActor(db, viewer), concernOf(parts, row)]
  if (concern.hidden) return 'none'
  const own = concern.unit !== undefined && isOwn(actor, concern.unit)
  return sightOf(parts.kind, await relationsOf(db, actor, parts, concern), own)
}

async function relationsOf(
  db: Database,
  actor: Actor,
  { kind, area }: SubjectParts,
  concern: Concern,
): Promise<Relation[]> {
  const { unit, body, team, people } = concern
  const groups = scopesOf(actor, ...MEMBERS)
  const inCharge = unit === undefined ? undefined : await inChargeOf(db, unit)
  const is: { readonly [relation in Relation]: boolean } = {
    office: holds(actor, 'office'),
    leading: holds(actor, 'chair') || holds(actor, 'leading-member'),
    leader: unit !== undefined && isLeaderOf(actor, unit),
    group:
      (inCharge?.groups.some((group) => groups.includes(group)) ?? false) ||
      (team !== undefined && groups.includes(team)) ||
      ((kind === 'priority' || kind === 'work-item') && holds(actor, 'working-convenor')),
    inspector:
      (body !== undefined && groups.includes(body)) ||
      (body === undefined && inCharge?.inspectors !== undefined && groups.includes(inCharge.inspectors)),
    unit: unit !== undefined && (holds(actor, 'head', unit) || holds(actor, 'contact', unit)),
    // What is one's own goes to no delegate; a lead unit's area is a role, and does.
    concerned:
      (!actor.delegate && people.includes(actor.id)) ||
      (area !== undefined && holds(actor, 'lead-unit', area)),
  }
  // Object.keys answers string[], though the type of the record lists its keys.
  return (Object.keys(is) as Relation[]).filter((relation) => is[relation])
}

/** The groups that draft and assess, and the one that inspects (Articles 13-15, 20, 22). */
async function inChargeOf(db: Database, id: string) {
  const [unit, groups] = [await findUnit(db, id), (await groupsOfUnits(db, id)).get(id)]
  if (!unit || !groups) return undefined
  const standard = regimeOf(unit.kind) === 'standard'
  const [assessing, inspecting] = [
    groups[assessingGroupKind(unit.kind)],
    groups[standard ? 'working' : 'inspection'],
  ]
  return {
    groups: [...new Set([groups.working, assessing].filter((group) => group !== null))],
    inspectors: inspecting ?? undefined,
  }
}

const isOwn = (actor: Actor, unit: string): boolean =>
  actor.unit === unit ||
  holds(actor, 'head', unit) ||
  holds(actor, 'contact', unit) ||
  actor.delegate?.own.includes(unit) === true ||
  actor.delegate?.unit === unit

/** What only the subject's state tells. The kernel wrote it from the chapter's own evolve. */
function concernOf(parts: SubjectParts, row: SubjectTable): Concern {
  const own: Concern = {
    people: parts.person === undefined ? [] : [parts.person],
    ...(parts.unit !== undefined && { unit: parts.unit }),
  }
  switch (parts.kind) {
    case 'team':
      return { ...own, team: parts.rest }
    case 'delegation': {
      const { given } = JSON.parse(row.state) as DelegationState
      return { ...own, people: [...own.people, ...given.map(({ delegate }) => delegate.id)] }
    }
    case 'evidence': {
      const state = JSON.parse(row.state) as EvidenceState
      return { ...own, people: state.status === 'unknown' ? [] : [state.person] }
    }
    case 'inspection': {
      const state = JSON.parse(row.state) as InspectionState
      return state.status === 'none' ? own : { ...own, body: state.plan.body.id }
    }
    case 'finding': {
      const state = JSON.parse(row.state) as FindingState
      if (!('finding' in state)) return { people: [], hidden: true }
      return { ...own, unit: state.finding.unit, body: state.finding.body.id }
    }
    default:
      return own
  }
}

/** The subject's row, and how much of it the viewer sees; undefined where there is no such subject, or it has no history. */
export async function findSeen(
  db: Database,
  viewer: Viewer,
  subject: string,
  parts: SubjectParts | undefined,
): Promise<{ readonly row: SubjectTable; readonly sight: Sight } | undefined> {
  const row = parts && (await findSubject(db, subject))
  return row && parts && { row, sight: await sightFor(db, viewer, parts, row) }
}
