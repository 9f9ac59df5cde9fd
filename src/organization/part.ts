/** As much of the organization as a small change moves. */
import { foldSubject, type Head } from '../kernel/subject.ts'
import type { Database } from '../store/database.ts'
import { listSubjectsById } from '../store/subjects.ts'
import type { Organization } from './present.ts'
import { SCHOOL, schoolSubject } from './subjects.ts'

interface Wanted {
  readonly people?: readonly string[]
  readonly units?: readonly string[]
  readonly teams?: readonly string[]
}

/** The school is read first: its version guards whatever is read after it. */
export async function loadPart(db: Database, wanted: Wanted): Promise<Organization> {
  const school = await foldSubject(db, schoolSubject, SCHOOL)
  return { ...(await loadHeads(db, wanted)), school }
}

async function loadHeads(db: Database, { people = [], units = [], teams = [] }: Wanted) {
  const ids = [
    ...people.map((id) => `person:${id}`),
    ...units.map((id) => `unit:${id}`),
    ...teams.map((id) => `team:${id}`),
  ]
  const rows = ids.length === 0 ? [] : await listSubjectsById(db, ids)
  // The kernel wrote each document from the evolve of its kind.
  const headsOf = <State>(kind: string): Map<string, Head<State>> =>
    new Map(
      rows
        .filter(({ id }) => id.startsWith(`${kind}:`))
        .map(({ id, version, hash, state }) => [
          id.slice(kind.length + 1),
          { state: JSON.parse(state) as State, version, hash },
        ]),
    )
  const none = { priorities: new Map(), workItems: new Map() }
  return { ...none, people: headsOf('person'), units: headsOf('unit'), teams: headsOf('team') } as Omit<
    Organization,
    'school'
  >
}

/** A difference in which nothing moves yet. */
export const NOTHING_MOVES = { people: [], units: [], teams: [], priorities: [], workItems: [] } as const
