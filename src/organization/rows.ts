/** The chapter's tables, written in bulk from the states of the subjects that moved: few statements for thousands of rows. */
import { sql } from 'kysely'
import type { Statement } from '../store/database.ts'
import { prepared } from '../store/prepared.ts'
import type { Entries, EntryState } from './rules/entry.ts'
import { openIdOf, type PersonState, rolesOf } from './rules/person.ts'

/** The column `open_id` of the workbook is Feishu's. */
const PLATFORM = 'feishu'

/** Rows in one statement: keeps a bound document far below D1's 2 MB. */
const AT_ONCE = 1000

/** States by id without the kind. */
type States<State> = readonly (readonly [id: string, state: State])[]

interface MovedStates {
  readonly people: States<PersonState>
  readonly units: States<EntryState<Entries['unit']>>
  readonly teams: States<EntryState<Entries['team']>>
  readonly priorities: States<EntryState<Entries['priority']>>
  readonly workItems: States<EntryState<Entries['work-item']>>
}

/** Statements that make the tables equal to the states. */
export function organizationRows(moved: MovedStates): Statement[] {
  return [
    ...entryRows(moved.units, hideUnits, upsertUnits),
    ...entryRows(moved.teams, hideTeams, upsertTeams),
    ...teamUnitRows(moved.teams),
    ...entryRows(moved.priorities, undefined, upsertPriorities),
    ...entryRows(moved.workItems, hideWorkItems, upsertWorkItems),
    ...personRows(moved.people),
  ]
}

type Bulk = (p: { rows: string }) => Statement

/** First all that move are hidden, so that two may exchange a name that is unique among the active. */
function entryRows(states: States<EntryState<object>>, hide: Bulk | undefined, upsert: Bulk): Statement[] {
  const rows = states.flatMap(([id, state]) =>
    state.status === 'unlisted' ? [] : [{ ...state.record, id, active: state.status === 'listed' ? 1 : 0 }],
  )
  return [...(hide ? inBulk(rows, hide) : []), ...inBulk(rows, upsert)]
}

function teamUnitRows(teams: MovedStates['teams']): Statement[] {
  const rows = teams.flatMap(([team, state]) =>
    state.status === 'listed' ? state.record.units.map((unit) => ({ team, unit })) : [],
  )
  return [
    ...inBulk(
      teams.map(([id]) => ({ id })),
      dropTeamUnits,
    ),
    ...inBulk(rows, insertTeamUnits),
  ]
}

/** All accounts of those who move are dropped before any is given, so that one may pass from a person to another. */
function personRows(people: MovedStates['people']): Statement[] {
  const rows = people.flatMap(([id, state]) =>
    state.status === 'unknown'
      ? []
      : [{ id, ...state.record, ended_on: state.status === 'ended' ? state.endedOn : null }],
  )
  const roles = people.flatMap(([person, state]) => rolesOf(state).map((role) => ({ person, ...role })))
  const accounts = people.flatMap(([person, state]) => {
    const openId = openIdOf(state)
    return openId === null ? [] : [{ person, openId }]
  })
  return [
    ...inBulk(rows, upsertPeople),
    ...inBulk(rows, dropRoles),
    ...inBulk(roles, insertRoles),
    ...inBulk(rows, dropAccounts),
    ...inBulk(accounts, insertAccounts),
  ]
}

function inBulk(rows: readonly object[], bulk: Bulk): Statement[] {
  const statements: Statement[] = []
  for (let i = 0; i < rows.length; i += AT_ONCE)
    statements.push(bulk({ rows: JSON.stringify(rows.slice(i, i + AT_ONCE)) }))
  return statements
}

const hideUnits = prepared(
  (_, p: { rows: string }) => sql<never>`
  UPDATE unit SET active = 0 WHERE id IN (SELECT value ->> '$.id' FROM json_each(${p.rows}))`,
)
const upsertUnits = prepared(
  (_, p: { rows: string }) => sql<never>`
  INSERT INTO unit (id, name, kind, leader, active)
  SELECT value ->> '$.id', value ->> '$.name', value ->> '$.kind', value ->> '$.leader', value ->> '$.active'
  FROM json_each(${p.rows}) WHERE true
  ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind, leader = excluded.leader, active = excluded.active`,
)
const hideTeams = prepared(
  (_, p: { rows: string }) => sql<never>`
  UPDATE team SET active = 0 WHERE id IN (SELECT value ->> '$.id' FROM json_each(${p.rows}))`,
)
const upsertTeams = prepared(
  (_, p: { rows: string }) => sql<never>`
  INSERT INTO team (id, name, kind, active)
  SELECT value ->> '$.id', value ->> '$.name', value ->> '$.kind', value ->> '$.active' FROM json_each(${p.rows}) WHERE true
  ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind, active = excluded.active`,
)
const dropTeamUnits = prepared(
  (_, p: { rows: string }) => sql<never>`
  DELETE FROM team_unit WHERE group_id IN (SELECT value ->> '$.id' FROM json_each(${p.rows}))`,
)
const insertTeamUnits = prepared(
  (_, p: { rows: string }) => sql<never>`
  INSERT INTO team_unit (group_id, unit)
  SELECT value ->> '$.team', value ->> '$.unit' FROM json_each(${p.rows})`,
)
const upsertPriorities = prepared(
  (_, p: { rows: string }) => sql<never>`
  INSERT INTO priority (id, text, active)
  SELECT value ->> '$.id', value ->> '$.text', value ->> '$.active' FROM json_each(${p.rows}) WHERE true
  ON CONFLICT (id) DO UPDATE SET text = excluded.text, active = excluded.active`,
)
const hideWorkItems = prepared(
  (_, p: { rows: string }) => sql<never>`
  UPDATE work_item SET active = 0 WHERE id IN (SELECT value ->> '$.id' FROM json_each(${p.rows}))`,
)
const upsertWorkItems = prepared(
  (_, p: { rows: string }) => sql<never>`
  INSERT INTO work_item (id, name, standard, active)
  SELECT value ->> '$.id', value ->> '$.name', value ->> '$.standard', value ->> '$.active'
  FROM json_each(${p.rows}) WHERE true
  ON CONFLICT (id) DO UPDATE SET name = excluded.name, standard = excluded.standard, active = excluded.active`,
)
const upsertPeople = prepared(
  (_, p: { rows: string }) => sql<never>`
  INSERT INTO person (id, name, unit, title, mobile, email, ended_on)
  SELECT value ->> '$.id', value ->> '$.name', value ->> '$.unit', value ->> '$.title', value ->> '$.mobile',
    value ->> '$.email', value ->> '$.ended_on'
  FROM json_each(${p.rows}) WHERE true
  ON CONFLICT (id) DO UPDATE SET name = excluded.name, unit = excluded.unit, title = excluded.title,
    mobile = excluded.mobile, email = excluded.email, ended_on = excluded.ended_on`,
)
const dropRoles = prepared(
  (_, p: { rows: string }) => sql<never>`
  DELETE FROM role_held WHERE person IN (SELECT value ->> '$.id' FROM json_each(${p.rows}))`,
)
const insertRoles = prepared(
  (_, p: { rows: string }) => sql<never>`
  INSERT INTO role_held (person, role, scope, from_on, to_on)
  SELECT value ->> '$.person', value ->> '$.role', value ->> '$.scope', value ->> '$.from', value ->> '$.to'
  FROM json_each(${p.rows})`,
)
const dropAccounts = prepared(
  (_, p: { rows: string }) => sql<never>`
  DELETE FROM account WHERE platform = ${PLATFORM} AND person IN (SELECT value ->> '$.id' FROM json_each(${p.rows}))`,
)
const insertAccounts = prepared(
  (_, p: { rows: string }) => sql<never>`
  INSERT INTO account (platform, open_id, person)
  SELECT ${PLATFORM}, value ->> '$.openId', value ->> '$.person' FROM json_each(${p.rows})`,
)
