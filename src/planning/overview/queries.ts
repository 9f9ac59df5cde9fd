/** How far all units are, in few statements however many there are. */
import { sql } from 'kysely'
import type { GroupId, PersonId, UnitId, Year } from '../../kernel/ids.ts'
import type { Instant, LocalDate } from '../../kernel/time.ts'
import { type Database, first } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'
import type { Role, UnitKind } from '../../store/schema/organization.ts'
import type { Drafter, PlanStatus } from '../../store/schema/planning.ts'
import type { GoalsAt } from './rules/standing.ts'

export interface UnitStanding {
  readonly unit: UnitId
  readonly name: string
  readonly kind: UnitKind
  readonly leader: PersonId | null
  readonly leaderName: string | null
  readonly group: GroupId | null
  readonly status: PlanStatus
  readonly sent: readonly Drafter[]
  readonly goals: readonly GoalsAt[]
  readonly answered: readonly PersonId[]
  readonly movedAt: Instant | null
}

interface StandingRow {
  unit: string
  name: string
  kind: UnitKind
  leader: string | null
  leader_name: string | null
  team: string | null
  status: PlanStatus | null
  sent_parts: string | null
  goal_stages: string | null
  answered: string | null
  moved_at: Instant | null
}

const standings = prepared(
  (_, p: { year: number }) => sql<StandingRow>`
  SELECT unit.id AS unit, unit.name, unit.kind, unit.leader, person.name AS leader_name, working.team,
    plan.status, plan.sent_parts, plan.goal_stages, plan.answered, plan.moved_at
  FROM unit LEFT JOIN person ON person.id = unit.leader
    LEFT JOIN (SELECT team_unit.unit, min(team.id) AS team FROM team_unit JOIN team ON team.id = team_unit.group_id
      WHERE team.kind = 'working' GROUP BY team_unit.unit) AS working ON working.unit = unit.id
    LEFT JOIN plan ON plan.year = ${p.year} AND plan.unit = unit.id
  WHERE unit.active = 1 ORDER BY unit.id`,
)

/** Every unit that takes part, by number, with its plan of the year; one not begun is being drafted. */
export async function listStandings(db: Database, year: Year): Promise<UnitStanding[]> {
  const rows = await db.all(standings({ year }))
  return rows.map((row) => ({
    ...{ unit: row.unit, name: row.name, kind: row.kind, group: row.team },
    ...{ leader: row.leader, leaderName: row.leader_name },
    status: row.status ?? 'drafting',
    sent: listIn<Drafter>(row.sent_parts),
    goals: listIn<GoalsAt>(row.goal_stages),
    answered: listIn<PersonId>(row.answered),
    movedAt: row.moved_at,
  }))
}

/** A list that rowsOfPlan wrote; most are empty, and parsing none of those is felt over a thousand units. */
function listIn<Item>(text: string | null): Item[] {
  return text === null || text === '[]' ? [] : (JSON.parse(text) as Item[])
}

export interface Seated {
  readonly role: Role
  readonly scope: string
  readonly id: PersonId
  readonly name: string
}

const seated = prepared(
  (_, p: { today: string }) => sql<Seated>`
  SELECT role, scope, person.id, person.name FROM role_held JOIN person ON person.id = role_held.person
  WHERE role IN ('contact', 'head', 'working-convenor', 'working-member', 'chair', 'leading-member')
    AND from_on <= ${p.today} AND (to_on IS NULL OR to_on >= ${p.today})
  ORDER BY person.id`,
)

/** Who holds on that day any role for which planning waits. */
export async function listSeated(db: Database, today: LocalDate): Promise<Seated[]> {
  return db.all(seated({ today }))
}

const settingOpened = prepared(
  (_, p: { subject: string }) => sql<{ at: Instant | null }>`
  SELECT max(at) AS at FROM journal WHERE subject = ${p.subject}
    AND (type = 'year.opened' OR (type = 'phase.entered' AND body ->> '$.phase' = 'setting'))`,
)

/** Since when goals are set this year; null where the journal does not say. */
export async function findSettingOpened(db: Database, year: Year): Promise<Instant | null> {
  return (await first(db, settingOpened({ subject: `year:${year}` })))?.at ?? null
}

const names = prepared(
  (_, p: { people: string }) => sql<{ name: string }>`
  SELECT name FROM person WHERE id IN (SELECT value FROM json_each(${p.people})) ORDER BY id`,
)

/** The people's names, by number. */
export async function listNames(db: Database, people: readonly PersonId[]): Promise<string[]> {
  return (await db.all(names({ people: JSON.stringify(people) }))).map((row) => row.name)
}
