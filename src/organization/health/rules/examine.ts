/** 体检: everything that is not well with the organization on a day; what stops the year first. */
import { holdersOf, type SchoolFacts } from './facts.ts'
import { type Finding, WEIGHT, type Weight } from './finding.ts'
import { groupFindings } from './groups.ts'
import { peopleFindings } from './people.ts'
import { unitFindings } from './units.ts'

const ORDER: readonly Weight[] = ['stops', 'harms', 'note']

export function examineHealth(facts: SchoolFacts): Finding[] {
  const found = [
    ...schoolFindings(facts),
    ...unitFindings(facts),
    ...groupFindings(facts),
    ...areaFindings(facts),
    ...peopleFindings(facts),
  ]
  return ORDER.flatMap((weight) => found.filter(({ code }) => WEIGHT[code] === weight))
}

function schoolFindings(facts: SchoolFacts): Finding[] {
  const chairs = holdersOf(facts, 'chair', '')
  const names = chairs.map(({ person }) => facts.people.get(person)?.name ?? person)
  return [
    ...(chairs.length === 0 ? [{ code: 'missing-chair' } as const] : []),
    ...(chairs.length > 1 ? [{ code: 'several-chairs', names } as const] : []),
    ...(holdersOf(facts, 'office', '').length === 1 ? [{ code: 'single-office' } as const] : []),
  ]
}

/** Article 31: each area is reported on by its lead unit. */
function areaFindings(facts: SchoolFacts): Finding[] {
  return facts.areas
    .filter(({ key }) => holdersOf(facts, 'lead-unit', key).length === 0)
    .map(({ key, name }) => ({ code: 'missing-reporter', area: key, name }))
}
