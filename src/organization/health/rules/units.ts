/** Each unit needs a leader in charge (Article 13), people of its own (6) and its groups (5, 20, 22). */
import type { GroupKind } from '../../../store/schema/organization.ts'
import { assessingGroupKind, regimeOf } from '../../rules/actor.ts'
import { holdersOf, type SchoolFacts, type UnitFacts } from './facts.ts'
import type { Finding } from './finding.ts'

export function unitFindings(facts: SchoolFacts): Finding[] {
  return [
    ...facts.units.flatMap((unit) => [...leaderFindings(facts, unit), ...ownPeopleFindings(facts, unit)]),
    ...groupFindings(facts),
  ]
}

/** Of teaching units and hospitals the working group drafts, inspects and assesses; of the others two bodies do. */
const kindsFor = ({ kind }: UnitFacts): GroupKind[] =>
  regimeOf(kind) === 'standard' ? [assessingGroupKind(kind)] : [assessingGroupKind(kind), 'inspection']

function leaderFindings(facts: SchoolFacts, { id: unit, name, leader }: UnitFacts): Finding[] {
  if (leader === null || facts.people.get(leader)?.ended !== false)
    return [{ code: 'missing-leader', unit, name }]
  const own = ['head', 'contact'] as const
  const isOwn = own.some((role) => holdersOf(facts, role, unit).some(({ person }) => person === leader))
  return isOwn ? [{ code: 'own-leader', unit, name, leader: nameOf(facts, leader) }] : []
}

function ownPeopleFindings(facts: SchoolFacts, { id: unit, name }: UnitFacts): Finding[] {
  const heads = holdersOf(facts, 'head', unit)
  const contacts = holdersOf(facts, 'contact', unit)
  const names = (seats: typeof heads): string[] => seats.map(({ person }) => nameOf(facts, person))
  return [
    ...(heads.length === 0 ? [{ code: 'missing-head', unit, name } as const] : []),
    ...(heads.length > 1 ? [{ code: 'several-heads', unit, name, names: names(heads) } as const] : []),
    ...(contacts.length === 0 ? [{ code: 'missing-contact', unit, name } as const] : []),
    ...(contacts.length > 1
      ? [{ code: 'several-contacts', unit, name, names: names(contacts) } as const]
      : []),
  ]
}

const KINDS: readonly GroupKind[] = ['working', 'inspection', 'assessment']

/** That no unit is in two groups of a kind is held by the database. */
function groupFindings({ units, groups }: SchoolFacts): Finding[] {
  return KINDS.flatMap((kind) => {
    const placed = new Set(groups.filter((group) => group.kind === kind).flatMap((group) => group.units))
    const without = units
      .filter((unit) => kindsFor(unit).includes(kind) && !placed.has(unit.id))
      .map(({ id: unit, name }) => ({ unit, name }))
    return without.length === 0 ? [] : [{ code: 'missing-group' as const, kind, units: without }]
  })
}

const nameOf = ({ people }: SchoolFacts, id: string): string => people.get(id)?.name ?? id
