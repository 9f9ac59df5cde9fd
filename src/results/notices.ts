/** Who is told what of the year's results. */
import type { Meta, Notice } from '../kernel/command.ts'
import type { PersonId, UnitId, Year } from '../kernel/ids.ts'
import { listHolders } from '../organization/queries.ts'
import { listPeopleInScheme } from '../policy/queries.ts'
import type { Database } from '../store/database.ts'
import { listMembers } from './leading-group.ts'
import { listUnitPeople } from './queries.ts'
import type { ResultsEvent, ResultsState } from './rules/results.ts'
import { resultsId } from './subjects.ts'

export interface DecisionTold {
  readonly year: Year
  readonly events: readonly ResultsEvent[]
  readonly state: ResultsState
  readonly version: number
}

/** What follows from the leading group's decision, once it is made. */
export async function noticesOfDecision(db: Database, told: DecisionTold, meta: Meta): Promise<Notice[]> {
  const { year, state, version } = told
  const last = told.events.at(-1)
  switch (last?.type) {
    case 'results.put':
      return (await listMembers(db, meta.today))
        .filter((person) => person.id !== meta.inNameOf)
        .map((person) => askMember(year, version, person.id))
    case 'results.returned':
      return (await listHolders(db, 'chair', '', meta.today))
        .filter((person) => person.id !== meta.inNameOf)
        .map((person) => askMember(year, version, person.id))
    case 'results.ratified':
      return toOffice(db, year, version, meta)
    case 'results.corrected': {
      if (state.status !== 'announced') return toOffice(db, year, version, meta)
      const moved = new Set(last.moved.map((one) => one.unit))
      return noticesOfAnnouncement(db, { year, version, units: moved }, meta)
    }
    default:
      return []
  }
}

const askMember = (year: Year, version: number, to: PersonId): Notice => ({
  to,
  view: { name: 'excellence', params: { year } },
  about: resultsId(year),
  key: `results-ballot:${year}:${version}:${to}`,
  asks: [{ role: 'chair' }, { role: 'leading-member' }],
})

/** The office learns that it can announce. */
async function toOffice(db: Database, year: Year, version: number, meta: Meta): Promise<Notice[]> {
  const office = await listHolders(db, 'office', '', meta.today)
  const others = office.map((person): PersonId => person.id).filter((id) => id !== meta.by)
  return others.map((to) => ({
    to,
    view: { name: 'results-gate', params: { year } },
    about: resultsId(year),
    key: `results-ratified:${year}:${version}:${to}`,
  }))
}

/**
 * Each unit gets its own result, everyone in the scheme the list of all (Article 21), the office both workbooks
 * (Article 26). `units`: those whose result is new.
 */
export async function noticesOfAnnouncement(
  db: Database,
  announced: { readonly year: Year; readonly version: number; readonly units: ReadonlySet<UnitId> },
  meta: Pick<Meta, 'today'>,
): Promise<Notice[]> {
  const { year, version, units } = announced
  const [ofUnits, everyone, office] = await Promise.all([
    listUnitPeople(db, meta.today),
    listPeopleInScheme(db, meta.today),
    listHolders(db, 'office', '', meta.today),
  ])
  const about = resultsId(year)
  const own = ofUnits.filter(({ unit }) => units.has(unit))
  return [
    ...own.map(({ unit, person: to }) => ({
      ...{ to, about, view: { name: 'result', params: { year, unit } } },
      key: `result:${year}:${unit}:${version}:${to}`,
    })),
    ...everyone.map((to) => ({
      ...{ to, about, view: { name: 'result-list', params: { year } } },
      key: `result-list:${year}:${version}:${to}`,
    })),
    ...office.flatMap(({ id: to }) =>
      ['results-workbook', 'pay-workbook'].map((name) => ({
        ...{ to, about: null, view: { name, params: { year } } },
        key: `${name}:${year}:${version}:${to}`,
      })),
    ),
  ]
}
