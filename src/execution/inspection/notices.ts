/** Who is told what of inspections, each person once for each event. */
import type { AskedDuty, Notice } from '../../kernel/command.ts'
import type { PersonId, SubjectId, UnitId } from '../../kernel/ids.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { findUnit, listHolders } from '../../organization/queries.ts'
import type { Database } from '../../store/database.ts'
import { type Body, SEATS } from './rules/body.ts'

const unique = (people: readonly PersonId[], but: PersonId): PersonId[] =>
  [...new Set(people)].filter((one) => one !== but)

/** An inspection's card to these people; `event` tells this occasion from the others, `asks` whom it asks for an act. */
export const inspectionNotices = (
  inspection: SubjectId,
  event: string,
  people: readonly PersonId[],
  but: PersonId,
  asks: readonly AskedDuty[] = [],
): Notice[] =>
  unique(people, but).map((to) => ({
    ...{ to, asks },
    view: { name: 'inspection', params: { inspection } },
    about: inspection,
    key: `inspection-${event}:${inspection}:${to}`,
  }))

/** A finding's card to these people; `version` of its subject, `asks` as above. */
export const findingNotices = (
  finding: SubjectId,
  version: number,
  people: readonly PersonId[],
  but: PersonId,
  asks: readonly AskedDuty[] = [],
): Notice[] =>
  unique(people, but).map((to) => ({
    ...{ to, asks },
    view: { name: 'finding', params: { finding } },
    about: finding,
    key: `finding:${finding}:${version}:${to}`,
  }))

/** By which duties a unit is asked to put something right. */
export const askedUnit = (unit: UnitId): AskedDuty[] => [
  { role: 'contact', scope: unit },
  { role: 'head', scope: unit },
]

/** By which duties a body's people are asked. */
export const askedBody = ({ id, kind }: Pick<Body, 'id' | 'kind'>): AskedDuty[] => [
  { role: SEATS[kind].convenor, scope: id },
  { role: SEATS[kind].member, scope: id },
]

/** Contacts and heads of the units. */
export async function listUnitPeople(
  db: Database,
  units: readonly UnitId[],
  today: LocalDate,
): Promise<PersonId[]> {
  const lists = await Promise.all(
    units.flatMap((unit) => [listHolders(db, 'contact', unit, today), listHolders(db, 'head', unit, today)]),
  )
  return lists.flat().map((one) => one.id)
}

/** The unit's leader in charge, where it has one. */
export async function listLeader(db: Database, unit: UnitId): Promise<PersonId[]> {
  const leader = (await findUnit(db, unit))?.leader ?? null
  return leader === null ? [] : [leader]
}

export async function listConvenors(db: Database, body: Body, today: LocalDate): Promise<PersonId[]> {
  return (await listHolders(db, SEATS[body.kind].convenor, body.id, today)).map((one) => one.id)
}
