/** Folds the journal of every subject of the organization and compares it with its state, and the states with the tables. */
import { expect } from 'vitest'
import {
  type EntryEvent,
  type EntryKind,
  type EntryState,
  evolveEntry,
  UNLISTED,
} from '../../src/organization/rules/entry.ts'
import {
  evolvePerson,
  type PersonEvent,
  type PersonState,
  UNKNOWN_PERSON,
} from '../../src/organization/rules/person.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'

interface Row {
  readonly id: string
  readonly state: string
  readonly events: string
}

const FOLDED = `SELECT id, state, (SELECT json_group_array(json(body)) FROM (SELECT body FROM journal WHERE subject = subject.id ORDER BY version)) AS events
  FROM subject WHERE id LIKE 'person:%' OR id LIKE 'unit:%' OR id LIKE 'team:%' OR id LIKE 'priority:%' OR id LIKE 'work-item:%'`

export async function foldsEqual(db: SqliteDatabase): Promise<void> {
  const rows = db.raw(FOLDED) as Row[]
  expect(rows.length).toBeGreaterThan(0)
  const tables = tablesOf(db)
  for (const { id, state, events } of rows) {
    const stated = JSON.parse(state)
    const folded = id.startsWith('person:')
      ? (JSON.parse(events) as PersonEvent[]).reduce(evolvePerson, UNKNOWN_PERSON)
      : (JSON.parse(events) as EntryEvent<EntryKind>[]).reduce<EntryState<object>>(
          (before, event) => evolveEntry(before as never, event),
          UNLISTED,
        )
    expect(folded, id).toEqual(stated)
    expect(tables.get(id), id).toEqual(rowOf(id, stated))
  }
  expect([...tables.keys()].sort()).toEqual(rows.map((row) => row.id).sort())
}

/** What the tables say of each subject. */
function tablesOf(db: SqliteDatabase): Map<string, unknown> {
  const all = (sql: string): [string, unknown][] =>
    (db.raw(sql) as { id: string; row: string }[]).map(({ id, row }) => [id, JSON.parse(row)])
  return new Map([
    ...all(
      `SELECT 'unit:' || id AS id, json_object('name', name, 'kind', kind, 'leader', leader, 'active', active) AS row FROM unit`,
    ),
    ...all(`SELECT 'team:' || id AS id, json_object('name', name, 'kind', kind, 'active', active, 'units',
      (SELECT json_group_array(unit) FROM (SELECT unit FROM team_unit WHERE group_id = team.id ORDER BY unit))) AS row FROM team`),
    ...all(
      `SELECT 'priority:' || id AS id, json_object('text', text, 'active', active) AS row FROM priority`,
    ),
    ...all(
      `SELECT 'work-item:' || id AS id, json_object('name', name, 'standard', standard, 'active', active) AS row FROM work_item`,
    ),
    ...all(`SELECT 'person:' || id AS id, json_object('name', name, 'unit', unit, 'title', title, 'mobile', mobile, 'email', email,
      'endedOn', ended_on, 'openId', (SELECT open_id FROM account WHERE person = person.id AND platform = 'feishu'), 'roles',
      (SELECT json_group_array(json_object('role', role, 'scope', scope, 'from', from_on, 'to', to_on))
        FROM (SELECT * FROM role_held WHERE person = person.id ORDER BY role, scope))) AS row FROM person`),
  ])
}

/** The row that the tables must have for a state. */
function rowOf(id: string, state: PersonState | EntryState<object>): unknown {
  if (state.status === 'unknown' || state.status === 'unlisted') return undefined
  if (!('roles' in state)) {
    const active = state.status === 'listed' ? 1 : 0
    const ended = active === 0 && id.startsWith('team:') ? { units: [] } : {}
    return { ...state.record, ...ended, active }
  }
  const roles = [...state.roles].sort((a, b) => (a.role + a.scope < b.role + b.scope ? -1 : 1))
  return {
    ...state.record,
    roles,
    endedOn: state.status === 'ended' ? state.endedOn : null,
    openId: state.status === 'active' ? state.openId : null,
  }
}
