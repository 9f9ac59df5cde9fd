/** Each group needs a convenor, and two who may score each of its units (Article 22; rulebook 7: never the own unit). */
import type { PersonId, UnitId } from '../../../kernel/ids.ts'
import { CONVENOR, type GroupFacts, holdersOf, MEMBER, type PersonFacts, type SchoolFacts } from './facts.ts'
import type { Finding } from './finding.ts'

/** A score is never one person's (rulebook 5). */
const LEAST_ASSESSORS = 2

export function groupFindings(facts: SchoolFacts): Finding[] {
  return facts.groups.flatMap((group) => {
    const { id, name, kind } = group
    if (group.units.length === 0) return [{ code: 'idle-group', group: id, name, kind } as const]
    const convened = holdersOf(facts, CONVENOR[kind], id).length > 0
    return [
      ...(convened ? [] : [{ code: 'missing-convenor', group: id, name, kind } as const]),
      ...smallFindings(facts, group),
      ...ownUnitFindings(facts, group),
    ]
  })
}

/** Of the units for which too few remain, the one with the fewest: mending it mends the others. */
function smallFindings(facts: SchoolFacts, group: GroupFacts): Finding[] {
  if (group.kind === 'inspection') return []
  const short = group.units
    .map((unit) => ({
      unit,
      members: peopleOf(facts, group).filter((one) => !isOwn(facts, one, unit)).length,
    }))
    .filter(({ members }) => members < LEAST_ASSESSORS)
    .toSorted((left, right) => left.members - right.members)
  const [worst] = short
  if (!worst) return []
  const { id, name, kind } = group
  const unit = facts.units.find((one) => one.id === worst.unit)?.name ?? worst.unit
  return [{ code: 'small-group', group: id, name, kind, unit, members: worst.members }]
}

function ownUnitFindings(facts: SchoolFacts, group: GroupFacts): Finding[] {
  return peopleOf(facts, group).flatMap((one) =>
    group.units
      .filter((unit) => isOwn(facts, one, unit))
      .map((unit) => ({
        code: 'own-unit' as const,
        ...{ person: one.id, name: one.name, group: group.id, groupName: group.name },
        unit: facts.units.find(({ id }) => id === unit)?.name ?? unit,
      })),
  )
}

/** Convenors and members of the day, each once. */
function peopleOf(facts: SchoolFacts, { id, kind }: GroupFacts): PersonFacts[] {
  const seats = [...holdersOf(facts, CONVENOR[kind], id), ...holdersOf(facts, MEMBER[kind], id)]
  const ids = new Set<PersonId>(seats.map(({ person }) => person))
  return [...ids].flatMap((person) => facts.people.get(person) ?? [])
}

/** Works there, leads it, or is its head or contact. */
function isOwn(facts: SchoolFacts, { id, unit: home }: PersonFacts, unit: UnitId): boolean {
  const leads = facts.units.some((one) => one.id === unit && one.leader === id)
  const seated = (['head', 'contact'] as const).some((role) =>
    holdersOf(facts, role, unit).some(({ person }) => person === id),
  )
  return home === unit || leads || seated
}
