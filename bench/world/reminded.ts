/** A school in the middle of its year: units with thirty goals in force each, and thousands of people with a task that is due. */
import type { SqliteDatabase } from '../../src/store/sqlite.ts'

const GOALS = 30

export interface RemindedSchool {
  readonly units: number
  /** Each owns one task, due on `taskDueOn`. */
  readonly people: number
  readonly taskDueOn: string
  /** Of every third goal; the others are due in December. */
  readonly goalDueOn: string
}

/** Fills it in: `OFFICE` is of the office, `LEAD<n>` lead, `head-S<n>` and `contact-S<n>` answer for unit `S<n>`. */
export function fillRemindedSchool(db: SqliteDatabase, school: RemindedSchool): void {
  const { units, people, taskDueOn, goalDueOn } = school
  db.exec(`
    CREATE TEMP TABLE n AS WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ${Math.max(units, people)}) SELECT n FROM n;
    INSERT INTO person (id, name, unit, title) SELECT 'LEAD' || n, '副校长' || n, NULL, '副校长' FROM n WHERE n <= 10;
    INSERT INTO person (id, name, unit, title) VALUES ('OFFICE', '办公室张明', NULL, '科员');
    INSERT INTO role_held (person, role, scope, from_on) VALUES ('OFFICE', 'office', '', '2026-01-01');
    INSERT INTO unit (id, name, kind, leader, active)
      SELECT 'S' || n, '第' || n || '学院', CASE n % 2 WHEN 0 THEN 'teaching' ELSE 'administrative' END, 'LEAD' || (n % 10 + 1), 1
      FROM n WHERE n <= ${units};
    INSERT INTO person (id, name, unit, title)
      SELECT role.value || '-S' || n, role.value || '王小明' || n, 'S' || n, role.value
      FROM n, json_each('["head", "contact"]') AS role WHERE n <= ${units};
    INSERT INTO role_held (person, role, scope, from_on) SELECT id, title, unit, '2026-01-01' FROM person WHERE unit LIKE 'S%';
    INSERT INTO person (id, name, unit, title)
      SELECT 'P' || n, '教师' || n, 'S' || (n % ${units} + 1), '教师' FROM n WHERE n <= ${people};
    INSERT INTO account (platform, open_id, person) SELECT 'feishu', 'ou_' || id, id FROM person;
    INSERT INTO goal (id, plan, year, unit, type, number, status, drafter, title, content, measure, criterion, due_on, weight)
      SELECT '2026-S' || unit.n || '-' || goal.n, 'plan:2026:S' || unit.n, 2026, 'S' || unit.n, 'key', goal.n, 'in-force', 'unit',
        '建成教师发展中心', '完成场地改造和制度建设，全年培训教师三百人次', '培训人次300', '每少十人次扣一分',
        CASE goal.n % 3 WHEN 0 THEN '${goalDueOn}' ELSE '2026-12-20' END, 100
      FROM n AS unit, n AS goal WHERE unit.n <= ${units} AND goal.n <= ${GOALS};
    INSERT INTO task (id, goal, year, unit, number, title, owner, due_on, share, percent, status)
      SELECT goal || ':' || number, goal, 2026, 'S' || unit, number, '完成第' || number || '部分', owner, '${taskDueOn}', 1, 20, 'open'
      FROM (SELECT 'P' || n AS owner, n % ${units} + 1 AS unit, '2026-S' || (n % ${units} + 1) || '-' || (n / ${units} % ${GOALS} + 1) AS goal,
        n / ${units} / ${GOALS} + 1 AS number FROM n WHERE n <= ${people});
    DROP TABLE n;`)
}
