/** A school in the middle of setting goals: any number of units with head, contact, leader, group, plan and thirty goals each. */
import type { SqliteDatabase } from '../../src/store/sqlite.ts'

const GOALS = 30

/** Fills it in; every sixth unit has not begun, the others are each at another step. `OFFICE` is of the office. */
export function fillSchool(db: SqliteDatabase, units: number): void {
  fillUnits(db, units)
  fillPlans(db)
  db.exec('DROP TABLE n')
}

/** The same school before anybody has begun, with a priority and a work item. */
export function fillNewSchool(db: SqliteDatabase, units: number): void {
  fillUnits(db, units)
  db.exec(`
    DROP TABLE n;
    INSERT INTO priority (id, text) VALUES ('YD1', '提高人才培养质量');
    INSERT INTO work_item (id, name, standard) VALUES ('GX1', '公文办理', '按时办结率100%，无差错');`)
}

function fillUnits(db: SqliteDatabase, units: number): void {
  db.exec(`
    CREATE TEMP TABLE n AS WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ${units}) SELECT n FROM n;
    INSERT INTO person (id, name, unit, title) SELECT 'LEAD' || n, '副校长' || n, NULL, '副校长' FROM n WHERE n <= 10;
    INSERT INTO person (id, name, unit, title) VALUES ('OFFICE', '办公室张明', NULL, '科员'), ('CHAIR', '校长', NULL, '校长');
    INSERT INTO unit (id, name, kind, leader, active)
      SELECT 'S' || n, '第' || n || '学院', CASE n % 2 WHEN 0 THEN 'teaching' ELSE 'administrative' END, 'LEAD' || (n % 10 + 1), 1 FROM n;
    INSERT INTO team (id, name, kind) SELECT 'TEAM' || n, '第' || n || '工作组', 'working' FROM n WHERE n <= 20;
    INSERT INTO team_unit (group_id, unit) SELECT 'TEAM' || (n % 20 + 1), 'S' || n FROM n WHERE n % 2 = 0;
    INSERT INTO person (id, name, unit, title)
      SELECT role.value || '-S' || n, role.value || '王小明' || n, 'S' || n, role.value FROM n, json_each('["head", "contact"]') AS role;
    INSERT INTO person (id, name, unit, title) SELECT 'TEAM' || n || '-1', '组长' || n, NULL, '组长' FROM n WHERE n <= 20;
    INSERT INTO role_held (person, role, scope, from_on) SELECT id, title, unit, '2026-01-01' FROM person WHERE unit LIKE 'S%';
    INSERT INTO role_held (person, role, scope, from_on)
      SELECT 'TEAM' || n || '-1', 'working-convenor', 'TEAM' || n, '2026-01-01' FROM n WHERE n <= 20;
    INSERT INTO role_held (person, role, scope, from_on)
      VALUES ('OFFICE', 'office', '', '2026-01-01'), ('CHAIR', 'chair', '', '2026-01-01');`)
}

function fillPlans(db: SqliteDatabase): void {
  db.exec(`
    INSERT INTO plan (id, year, unit, status, sent_parts, moved_at, goal_stages)
      SELECT 'plan:2026:S' || n, 2026, 'S' || n,
        json_extract('["drafting", "in-review", "in-ratification", "in-force", "drafting"]', '$[' || (n % 6 - 1) || ']'),
        CASE WHEN n % 6 BETWEEN 2 AND 4 THEN json_array('unit', CASE n % 2 WHEN 0 THEN 'group' ELSE 'leader' END) ELSE '[]' END,
        '2026-03-02T02:00:00.000Z',
        json_array(json_object('drafter', 'unit', 'count', ${GOALS}, 'since', '2026-03-02T02:00:00.000Z',
          'status', json_extract('["draft", "sent", "passed", "in-force", "returned"]', '$[' || (n % 6 - 1) || ']')))
      FROM n WHERE n % 6 > 0;
    INSERT INTO goal (id, plan, year, unit, type, number, status, drafter, title, content, measure, criterion, weight)
      SELECT '2026-S' || unit.n || '-' || goal.n, 'plan:2026:S' || unit.n, 2026, 'S' || unit.n, 'key', goal.n, 'sent', 'unit',
        '建成教师发展中心', '完成场地改造和制度建设，全年培训教师三百人次', '培训人次300', '每少十人次扣一分', 100
      FROM n AS unit, n AS goal WHERE unit.n % 6 > 0 AND goal.n <= ${GOALS};`)
}
