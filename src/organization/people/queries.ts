/** What waits on a person: for replacements, leavers and the health of the organization. */
import { sql } from 'kysely'
import type { PersonId, SubjectId } from '../../kernel/ids.ts'
import type { LocalDate } from '../../kernel/time.ts'
import type { Database } from '../../store/database.ts'
import { prepared } from '../../store/prepared.ts'

/** `moves`: passes to a successor. `with-role`: waits for whoever has the role. `own`: stays the person's own. */
export type OpenWorkKind =
  | 'role'
  | 'unit-led'
  | 'task'
  | 'delegation-given'
  | 'delegation-held'
  | 'help'
  | 'rectification'
  | 'acceptance'
  | 'inspection'
  | 'sheet'
  | 'goal-owner'
  | 'note'
  | 'evidence'

/** One thing that waits on a person, as data; `cards` has the words. */
export interface OpenWork {
  readonly kind: OpenWorkKind
  /** A unit, group, area or person by name; '' without one. */
  readonly place: string
  /** What it is, as a title or the words of a request; of a role its name as data. */
  readonly title: string
  /** A unit's, group's or area's number; '' without one. */
  readonly scope: string
  /** Its last day or due day. */
  readonly day: LocalDate | null
  /** How many, where it is counted. */
  readonly count: number
  readonly subject: SubjectId | null
}

/** Everything that waits on the person on that day, what binds first; at most some hundreds of each kind. */
export async function listOpenWork(db: Database, person: PersonId, today: LocalDate): Promise<OpenWork[]> {
  const lists = await Promise.all(
    [held, led, tasks, delegations, help, findings, inspections, sheets, owned, own].map((list) =>
      db.all(list({ person, today })),
    ),
  )
  return lists.flat()
}

type Listed = { person: string; today: string }

const held = prepared(
  (_, p: Listed) => sql<OpenWork>`
  SELECT 'role' AS kind, coalesce(unit.name, team.name, '') AS place, role AS title, scope, to_on AS day, 1 AS count,
    'person:' || person AS subject
  FROM role_held LEFT JOIN unit ON unit.id = scope AND role IN ('head', 'contact') LEFT JOIN team ON team.id = scope
  WHERE person = ${p.person} AND (to_on IS NULL OR (to_on >= ${p.today} AND to_on >= from_on)) ORDER BY role, scope`,
)

const led = prepared(
  (_, p: Listed) => sql<OpenWork>`
  SELECT 'unit-led' AS kind, unit.name AS place, '' AS title, unit.id AS scope, NULL AS day, 1 AS count, subject.id AS subject
  FROM unit JOIN subject ON subject.id = 'unit:' || unit.id
  WHERE unit.leader = ${p.person} AND subject.state ->> '$.status' IN ('listed', 'exempt') AND ${p.today} <> '' ORDER BY unit.id`,
)

const openTasks = sql`
  task JOIN goal ON goal.id = task.goal AND goal.status = 'in-force'
  JOIN year ON year.year = task.year AND year.current = 1 AND year.phase IN ('execution', 'assessment')
  JOIN unit ON unit.id = task.unit`

const tasks = prepared(
  (_, p: Listed) => sql<OpenWork>`
  SELECT 'task' AS kind, unit.name AS place, task.title, task.unit AS scope, task.due_on AS day, 1 AS count,
    'execution:' || task.goal AS subject
  FROM ${openTasks} WHERE task.owner = ${p.person} AND task.status = 'open' AND task.percent < 100 AND ${p.today} <> ''
  ORDER BY task.due_on, task.id LIMIT 1000`,
)

const delegations = prepared(
  (_, p: Listed) => sql<OpenWork>`
  SELECT CASE WHEN delegation.principal = ${p.person} THEN 'delegation-given' ELSE 'delegation-held' END AS kind,
    other.name AS place, '' AS title, '' AS scope, delegation.to_on AS day, 1 AS count,
    'delegation:' || delegation.principal AS subject
  FROM delegation JOIN person AS other
    ON other.id = CASE WHEN delegation.principal = ${p.person} THEN delegation.delegate ELSE delegation.principal END
  WHERE (delegation.principal = ${p.person} OR delegation.delegate = ${p.person})
    AND delegation.ended_at IS NULL AND delegation.to_on >= ${p.today}
  ORDER BY delegation.to_on, delegation.principal, delegation.number LIMIT 100`,
)

const mine = (role: string, p: Listed) => sql`
  SELECT scope FROM role_held WHERE person = ${p.person} AND role IN (SELECT value FROM json_each(${role}))
    AND from_on <= ${p.today} AND (to_on IS NULL OR to_on >= ${p.today})`

const help = prepared(
  (_, p: Listed) => sql<OpenWork>`
  SELECT 'help' AS kind, unit.name AS place, help_request.words AS title, help_request.unit AS scope,
    help_request.due_on AS day, 1 AS count, help_request.id AS subject
  FROM help_request JOIN year ON year.year = help_request.year AND year.current = 1 JOIN unit ON unit.id = help_request.unit
  WHERE help_request.status = 'open' AND (
    help_request.holder IN (SELECT 'leader:' || id FROM unit WHERE leader = ${p.person} AND active = 1)
    OR help_request.holder IN (SELECT 'group:' || scope FROM (${mine('["working-convenor"]', p)}))
    OR help_request.holder IN (SELECT 'unit:' || scope FROM (${mine('["head","contact"]', p)})))
  ORDER BY help_request.due_on, help_request.id LIMIT 100`,
)

const findings = prepared(
  (_, p: Listed) => sql<OpenWork>`
  SELECT CASE finding.status WHEN 'open' THEN 'rectification' ELSE 'acceptance' END AS kind, unit.name AS place,
    finding.fact AS title, finding.unit AS scope, finding.due_on AS day, 1 AS count, finding.id AS subject
  FROM finding JOIN year ON year.year = finding.year AND year.current = 1 JOIN unit ON unit.id = finding.unit
  WHERE finding.kind = 'rectification' AND (
    (finding.status = 'open' AND finding.unit IN (${mine('["head","contact"]', p)}))
    OR (finding.status IN ('open', 'answered') AND finding.published_by = ${p.person}))
  ORDER BY finding.due_on, finding.id LIMIT 100`,
)

const inspections = prepared(
  (_, p: Listed) => sql<OpenWork>`
  SELECT 'inspection' AS kind, coalesce(team.name, '') AS place, inspection.purpose AS title, inspection.body AS scope,
    inspection.held_on AS day, 1 AS count, inspection.id AS subject
  FROM inspection JOIN year ON year.year = inspection.year AND year.current = 1
  JOIN subject ON subject.id = inspection.id LEFT JOIN team ON team.id = inspection.body
  WHERE inspection.status IN ('planned', 'stated', 'drawn') AND ${p.today} <> '' AND EXISTS (
    SELECT 1 FROM json_each(subject.state, '$.plan.inspectors') AS one WHERE one.value ->> '$.id' = ${p.person})
  ORDER BY inspection.id LIMIT 100`,
)

const sheets = prepared(
  (_, p: Listed) => sql<OpenWork>`
  SELECT 'sheet' AS kind, unit.name AS place, '' AS title, sheet.unit AS scope, NULL AS day, 1 AS count,
    'sheet:' || sheet.year || ':' || sheet.unit || ':' || sheet.member AS subject
  FROM sheet JOIN year ON year.year = sheet.year AND year.current = 1 AND year.phase = 'assessment'
  JOIN unit ON unit.id = sheet.unit
  WHERE sheet.member = ${p.person} AND sheet.status = 'draft' AND ${p.today} <> '' ORDER BY sheet.unit LIMIT 200`,
)

const owned = prepared(
  (_, p: Listed) => sql<OpenWork>`
  SELECT 'goal-owner' AS kind, unit.name AS place, '' AS title, goal.unit AS scope, NULL AS day, count(*) AS count,
    NULL AS subject
  FROM goal JOIN year ON year.year = goal.year AND year.current = 1 AND year.phase IN ('setting', 'execution')
  JOIN unit ON unit.id = goal.unit JOIN subject ON subject.id = goal.plan JOIN person ON person.id = ${p.person}
  WHERE goal.status <> 'cancelled' AND goal.unit = person.unit AND ${p.today} <> '' AND EXISTS (
    SELECT 1 FROM json_each(subject.state, '$.goals') AS one
    WHERE one.value ->> '$.id' = goal.id AND replace(one.value ->> '$.content.owner', ' ', '') = replace(person.name, ' ', ''))
  GROUP BY goal.unit HAVING count(*) > 0`,
)

const own = prepared(
  (_, p: Listed) => sql<OpenWork>`
  SELECT 'note' AS kind, '' AS place, '' AS title, '' AS scope, NULL AS day, count(*) AS count, NULL AS subject
    FROM finding_note WHERE author = ${p.person} HAVING count(*) > 0
  UNION ALL
  SELECT 'evidence' AS kind, '' AS place, '' AS title, '' AS scope, NULL AS day, count(*) AS count, NULL AS subject
    FROM evidence WHERE person = ${p.person} AND goal IS NULL AND ${p.today} <> '' HAVING count(*) > 0`,
)

export interface LeftWork {
  readonly id: PersonId
  readonly name: string
  readonly count: number
}

const leftTasks = prepared(
  (_, p: { people: string }) => sql<LeftWork>`
  SELECT person.id, person.name, count(*) AS count FROM ${openTasks} JOIN person ON person.id = task.owner
  WHERE task.owner IN (SELECT value FROM json_each(${p.people})) AND task.status = 'open' AND task.percent < 100
  GROUP BY person.id ORDER BY person.id`,
)

/** Which of these own tasks that are not done, and how many. */
export async function listTaskOwners(db: Database, people: readonly PersonId[]): Promise<LeftWork[]> {
  return people.length === 0 ? [] : db.all(leftTasks({ people: JSON.stringify(people) }))
}
