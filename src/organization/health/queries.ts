/** The organization of a day for its examination: six statements, however many people and units there are. */
import { sql } from 'kysely'
import type { PersonId } from '../../kernel/ids.ts'
import { type LocalDate, plusDays } from '../../kernel/time.ts'
import type { GateArea } from '../../policy/rules/policy.ts'
import type { Database } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'
import { listUnits } from '../queries.ts'
import type { DelegationFacts, GroupFacts, PersonFacts, SchoolFacts, SeatFacts } from './rules/facts.ts'

/** Roles that end within so many days are named before they are missed. */
const SOON_DAYS = 14

const seats = prepared(
  (_, p: { today: string }) => sql<SeatFacts>`
  SELECT person, role, scope, from_on AS "from", to_on AS "to" FROM role_held
  WHERE to_on IS NULL OR to_on >= ${p.today} ORDER BY role, scope, person`,
)

interface PersonRow extends Omit<PersonFacts, 'ended' | 'reachable'> {
  readonly ended: 0 | 1
  readonly reachable: 0 | 1
}

const named = prepared(
  (_, p: { today: string; ids: string }) => sql<PersonRow>`
  SELECT person.id, person.name, person.unit, person.ended_on IS NOT NULL AND person.ended_on < ${p.today} AS ended,
    EXISTS (SELECT 1 FROM account WHERE account.person = person.id) AS reachable
  FROM json_each(${p.ids}) AS wanted JOIN person ON person.id = wanted.value`,
)

const groups = prepared(
  () => sql<Omit<GroupFacts, 'units'> & { readonly units: string }>`
  SELECT team.id, team.name, team.kind, json_group_array(unit.id) FILTER (WHERE unit.id IS NOT NULL) AS units
  FROM team LEFT JOIN team_unit ON team_unit.group_id = team.id LEFT JOIN unit ON unit.id = team_unit.unit AND unit.active = 1
  WHERE team.active = 1 GROUP BY team.id ORDER BY team.id`,
)

const delegations = prepared(
  (_, p: { today: string }) => sql<DelegationFacts>`
  SELECT principal, delegate, to_on AS "to" FROM delegation
  WHERE ended_at IS NULL AND to_on >= ${p.today} ORDER BY principal, number`,
)

const leftOpen = prepared(
  (_, p: { today: string }) => sql<SchoolFacts['leftOpen'][number]>`
  SELECT task.owner AS person, count(*) AS count
  FROM task JOIN person ON person.id = task.owner AND person.ended_on IS NOT NULL AND person.ended_on < ${p.today}
  JOIN goal ON goal.id = task.goal AND goal.status = 'in-force'
  JOIN year ON year.year = task.year AND year.current = 1 AND year.phase IN ('execution', 'assessment')
  WHERE task.status = 'open' AND task.percent < 100 GROUP BY task.owner ORDER BY task.owner`,
)

export async function loadHealth(
  db: Database,
  areas: readonly GateArea[],
  today: LocalDate,
): Promise<SchoolFacts> {
  const [units, held, teams, given, open] = await Promise.all([
    listUnits(db),
    db.all(seats({ today })),
    db.all(groups({})),
    db.all(delegations({ today })),
    db.all(leftOpen({ today })),
  ])
  const ids = new Set<PersonId>([
    ...held.map(({ person }) => person),
    ...units.flatMap(({ leader }) => leader ?? []),
    ...given.flatMap(({ principal, delegate }) => [principal, delegate]),
    ...open.map(({ person }) => person),
  ])
  return {
    ...{
      today,
      soon: plusDays(today, SOON_DAYS),
      units,
      seats: held,
      areas,
      leftOpen: open,
      delegations: given,
    },
    people: await findPeople(db, ids, today),
    groups: teams.map((team) => ({ ...team, units: JSON.parse(team.units) as string[] })),
  }
}

async function findPeople(
  db: Database,
  ids: ReadonlySet<PersonId>,
  today: LocalDate,
): Promise<Map<PersonId, PersonFacts>> {
  const rows = await db.all(named({ today, ids: JSON.stringify([...ids]) }))
  return new Map(
    rows.map((row) => [row.id, { ...row, ended: row.ended === 1, reachable: row.reachable === 1 }]),
  )
}
