/** A kept reading compared with the organization as it is now: what the card shows, and what a confirmation does. */
import type { PersonId, UnitId } from '../../kernel/ids.ts'
import type { LocalDate } from '../../kernel/time.ts'
import type { Blobs } from '../../store/blobs.ts'
import type { Database } from '../../store/database.ts'
import { loadOrganization, type Organization } from '../present.ts'
import { dayBefore } from '../roster/day-before.ts'
import { isKept } from '../rules/entry.ts'
import { loadDirectory } from './kept-directory.ts'
import { countOpenWork, listPlaces, listToldLeft } from './queries.ts'
import { type Comparison, compare } from './rules/compare.ts'
import type { ListedDirectory } from './rules/listed.ts'
import type { People } from './rules/match.ts'
import { type NamedUnit, type Placing, placing } from './rules/placing.ts'
import type { DirectoryCounts } from './rules/reading.ts'
import { endsWith, type SettledPerson, settle } from './rules/settle.ts'

export interface ExaminedDirectory {
  readonly present: Organization
  readonly people: People
  readonly directory: ListedDirectory
  readonly placing: Placing
  readonly comparison: Comparison
  readonly openWork: ReadonlyMap<PersonId, number>
}

/** `rows`: SHA-256 of the kept reading. */
export async function examineDirectory(
  db: Database,
  blobs: Blobs,
  rows: string,
  today: LocalDate,
): Promise<ExaminedDirectory> {
  const [directory, present, kept, toldLeft] = await Promise.all([
    loadDirectory(blobs, rows),
    loadOrganization(db),
    listPlaces(db),
    listToldLeft(db),
  ])
  const people = new Map([...present.people].map(([id, head]) => [id, head.state]))
  const places = placing(directory.departments, activeUnits(present), kept)
  const facts = { people, directory, placing: places, toldLeft, leads: leadsOf(present), today }
  const comparison = compare(facts)
  const free = comparison.leavers.filter((one) => one.duties.length === 0).map((one) => one.person)
  const openWork = await countOpenWork(db, free, today)
  return { present, people, directory, placing: places, comparison, openWork }
}

export function settled(
  { people, comparison, openWork }: ExaminedDirectory,
  join: boolean,
  today: LocalDate,
): SettledPerson[] {
  return settle(comparison, { people, openWork, join, days: { today, yesterday: dayBefore(today) } })
}

export function countsOf({ comparison, openWork }: ExaminedDirectory, join: boolean): DirectoryCounts {
  return {
    linked: comparison.links.length,
    changed: comparison.changed.length,
    moved: comparison.movers.length,
    joined: join ? comparison.joiners.length : 0,
    ended: endsWith(comparison, openWork).length,
  }
}

function activeUnits({ units }: Organization): NamedUnit[] {
  return [...units].flatMap(([id, { state }]) => (isKept(state) ? [{ id, name: state.record.name }] : []))
}

function leadsOf({ units }: Organization): Map<PersonId, UnitId[]> {
  const leads = new Map<PersonId, UnitId[]>()
  for (const [id, { state }] of units) {
    if (!isKept(state) || state.record.leader === null) continue
    const { leader } = state.record
    leads.set(leader, [...(leads.get(leader) ?? []), id])
  }
  return leads
}
