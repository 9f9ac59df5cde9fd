/** What reminders keep, and who holds which seat on a day: in few statements however many there are. */
import { sql } from 'kysely'
import type { PersonId, Year } from '../../kernel/ids.ts'
import type { LocalDate } from '../../kernel/time.ts'
import { type Database, first } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'
import type { Role } from '../../store/schema/organization.ts'
import type { EscalationTable, SnoozeTable } from '../../store/schema/reminders.ts'
import type { Given } from './rules/digest.ts'
import type { Step } from './rules/escalation.ts'

export interface Seated {
  readonly role: Role | 'leader'
  /** A unit's or a group's number; '' for the school's own roles. */
  readonly scope: string
  readonly id: PersonId
  readonly name: string
}

const seated = prepared(
  (_, p: { today: string }) => sql<Seated>`
  SELECT role, scope, person.id, person.name FROM role_held JOIN person ON person.id = role_held.person
  WHERE role IN ('contact', 'head', 'office', 'working-convenor', 'working-member', 'chair', 'leading-member')
    AND from_on <= ${p.today} AND (to_on IS NULL OR to_on >= ${p.today})
    AND (person.ended_on IS NULL OR person.ended_on >= ${p.today})
  UNION ALL
  SELECT 'leader', unit.id, person.id, person.name FROM unit JOIN person ON person.id = unit.leader WHERE unit.active = 1
  ORDER BY 3`,
)

/** Everyone who is reminded by a role on that day, by number. */
export async function listSeats(db: Database, today: LocalDate): Promise<Seated[]> {
  return db.all(seated({ today }))
}

const takenSteps = prepared(
  (_, p: { matters: string }) => sql<EscalationTable>`
  SELECT escalation.* FROM json_each(${p.matters}) AS wanted
    CROSS JOIN escalation ON escalation.matter = wanted.value ->> '$.key' AND escalation.due_on = wanted.value ->> '$.dueOn'
  ORDER BY escalation.matter, escalation.step`,
)

/** The steps of each matter as it is due now, by its key; matters without any are left out. */
export async function stepsOf(
  db: Database,
  matters: readonly { readonly key: string; readonly dueOn: LocalDate }[],
): Promise<Map<string, Step[]>> {
  const found = new Map<string, Step[]>()
  if (matters.length === 0) return found
  const wanted = JSON.stringify(matters.map(({ key, dueOn }) => ({ key, dueOn })))
  for (const { matter, level, people, on_day } of await db.all(takenSteps({ matters: wanted }))) {
    // Written from a step's people by `insertSteps`.
    const step: Step = { level, people: JSON.parse(people) as Step['people'], on: on_day }
    const own = found.get(matter)
    if (own) own.push(step)
    else found.set(matter, [step])
  }
  return found
}

const snoozedAfter = prepared(
  (_, p: { after: string; person: string }) => sql<SnoozeTable>`
  SELECT * FROM snooze WHERE until_on > ${p.after} AND ${p.person} IN ('', person)`,
)

/** What is put off to a day after this one, by person and matter; of everybody, or of one. */
export async function listSnoozes(
  db: Database,
  after: LocalDate,
  person: PersonId = '',
): Promise<Map<PersonId, Map<string, LocalDate>>> {
  const people = new Map<PersonId, Map<string, LocalDate>>()
  for (const row of await db.all(snoozedAfter({ after, person }))) {
    const own = people.get(row.person) ?? new Map<string, LocalDate>()
    people.set(row.person, own.set(row.matter, row.until_on))
  }
  return people
}

interface GivenRow {
  readonly principal: PersonId
  readonly name: string
  readonly delegate: PersonId
  readonly duties: string
}

const given = prepared(
  (_, p: { today: string; delegate: string }) => sql<GivenRow>`
  SELECT delegation.principal, person.name, delegation.delegate, delegation.duties
  FROM delegation JOIN person ON person.id = delegation.principal
  WHERE delegation.ended_at IS NULL AND delegation.from_on <= ${p.today} AND delegation.to_on >= ${p.today}
    AND ${p.delegate} IN ('', delegation.delegate)
    AND EXISTS (SELECT 1 FROM person AS hand WHERE hand.id = delegation.delegate
      AND (hand.ended_on IS NULL OR hand.ended_on >= ${p.today}))
  ORDER BY delegation.principal, delegation.number`,
)

/** What is delegated on that day; to everybody, or to one. */
export async function listGiven(db: Database, today: LocalDate, delegate: PersonId = ''): Promise<Given[]> {
  const rows = await db.all(given({ today, delegate }))
  return rows.map((row) => ({ ...row, duties: JSON.parse(row.duties) as Given['duties'] }))
}

const deadline = prepared(
  (_, p: { year: number }) =>
    sql<{ due_on: LocalDate }>`SELECT due_on FROM plan_deadline WHERE year = ${p.year}`,
)

/** By when plans are to be sent; undefined where the office set no day. */
export async function findPlanDeadline(db: Database, year: Year): Promise<LocalDate | undefined> {
  return (await first(db, deadline({ year })))?.due_on
}
