import { describe, expect, it } from 'vitest'
import { execute } from '../../src/kernel/execute.ts'
import { setStandardCommand } from '../../src/organization/standards/commands.ts'
import type { Database } from '../../src/store/database.ts'
import { processorTime } from '../world/processor.ts'
import { NOW, show, textOf } from './standards-world.ts'
import { doneOf, planWorld } from './world.ts'

const UNITS = 100
const GOALS = 30
const GENEROUS_MS = 1000

/** A school of a hundred teaching units with thirty goals each, all routine goals of ten items, all under review. */
function bigSchool() {
  const { db } = planWorld()
  db.exec(`
    INSERT INTO work_item (id, name, standard)
      SELECT 'W' || value, '项目' || value, '标准' FROM json_each('[1,2,3,4,5,6,7,8,9,10]');
    INSERT INTO subject (id, version, hash, state)
      SELECT 'work-item:' || id, 1, 'h', json_object('status', 'listed', 'record', json_object('name', name, 'standard', standard))
      FROM work_item WHERE id LIKE 'W%';
    WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ${UNITS})
      INSERT INTO unit (id, name, kind, leader, active) SELECT 'U' || n, '学院' || n, 'teaching', 'LD1', 1 FROM n;
    INSERT INTO team_unit (group_id, unit) SELECT 'WG', id FROM unit WHERE id LIKE 'U%';
    INSERT INTO person (id, name, unit, title) SELECT role || '-' || id, name || role, id, role
      FROM unit JOIN (SELECT 'contact' AS role UNION SELECT 'head') WHERE id LIKE 'U%';
    INSERT INTO role_held (person, role, scope, from_on)
      SELECT id, title, unit, '2026-01-01' FROM person WHERE unit LIKE 'U%';
    WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ${GOALS})
      INSERT INTO goal (id, plan, year, unit, type, number, status, drafter, title, content, measure, criterion, weight, work_item)
      SELECT '2026-' || id || '-' || n, 'plan:2026:' || id, 2026, id, 'routine', n, 'sent', 'group', '目标', '', '', '', 100,
        'W' || (n % 10 + 1) FROM unit, n WHERE id LIKE 'U%';
    INSERT INTO delivery (message_id, chat_id, person, view, params, about, sent_at)
      SELECT 'om_' || id, 'c', 'LD1', 'plan-review', '{}', 'plan:2026:' || id, '${NOW.at}' FROM unit WHERE id LIKE 'U%';`)
  return db
}

/** The database, with how many statements each commit had. */
function counting(db: Database, counts: number[]): Database {
  return {
    all: (statement) => db.all(statement),
    commit: (statements) => {
      counts.push(statements.length)
      return db.commit(statements)
    },
  }
}

describe('a school of 100 units and 30 goals each', () => {
  it('Article 11: is told of a changed standard in few statements and little time', async () => {
    const db = bigSchool()
    const counts: number[] = []
    const meta = { by: 'OF1', inNameOf: 'OF1', causes: ['change'], ...NOW } as const
    const change = { item: 'W1', seen: 1, standard: '新标准' }
    const used = processorTime()
    const outcome = await execute(counting(db, counts), setStandardCommand, change, meta)
    const ms = used()
    console.log(`a standard changed for ${UNITS} units in ${Math.round(ms)} ms, ${counts.join()} statements`)
    // Contacts, heads, the convenor of their group and the leader who reviews them.
    expect(doneOf(outcome)).toMatchObject({ told: 2 * UNITS + 2 })
    expect(db.raw("SELECT count(*) AS n FROM outbox WHERE kind = 'update'")).toEqual([{ n: UNITS }])
    expect(counts[0]).toBeLessThan(20)
    expect(ms).toBeLessThan(GENEROUS_MS)
    const params = { year: 2026, changes: [{ item: 'W1', version: 2 }] }
    expect(textOf(await show(db, 'LD1', 'standard-changed', params))).toContain('等100个单位')
    expect(textOf(await show(db, 'WG1', 'standards', { item: 'W1' }))).toContain('100个单位使用')
  })
})
