/** A school that realises its goals: each unit's thirty goals with a report a month from March on, costs, judgements, requests for help and rectifications. */
import type { Instant, LocalDate } from '../../src/kernel/time.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { fillSchool } from './school.ts'

export const OPENED_AT: Instant = '2026-03-02T01:00:00.000Z'
export const TODAY: LocalDate = '2026-10-20'

/** Every goal is in force; every tenth was not reported on for two months, every eighth is over its budget. */
export function fillRealising(db: SqliteDatabase, units: number): void {
  db.exec('BEGIN')
  fillSchool(db, units)
  db.exec(`
    DELETE FROM goal;
    CREATE TEMP TABLE n AS WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < ${units}) SELECT n FROM n;
    CREATE TEMP TABLE g AS WITH RECURSIVE g(g) AS (SELECT 1 UNION ALL SELECT g + 1 FROM g WHERE g < 30) SELECT g FROM g;
    INSERT INTO goal (id, plan, year, unit, type, number, status, drafter, title, content, measure, criterion, due_on, weight, budget)
      SELECT '2026-S' || n || '-' || g, 'plan:2026:S' || n, 2026, 'S' || n, 'special', g, 'in-force', 'unit',
        '建成教师发展中心 ' || g, '完成场地改造和制度建设，全年培训教师三百人次', '培训人次300', '每少十人次扣一分',
        date('2026-06-30', '+' || (g * 7) || ' days'), 100, CASE WHEN g % 2 = 0 THEN 1000000 END
      FROM n, g;
    INSERT INTO subject (id, version, hash, state)
      SELECT 'plan:2026:S' || n, 1, '', json_object('status', 'in-force', 'goals', json_group_array(json_object(
        'id', '2026-S' || n || '-' || g, 'ratified', json_object('at', '2026-02-20T02:00:00.000Z'),
        'content', json_object('content', ${TEXT}, 'criterion', ${TEXT}, 'measure', json_object(
          'kind', CASE g % 3 WHEN 0 THEN 'quantified' ELSE 'qualitative' END, 'indicator', '培训人次', 'measureUnit', '人次', 'target', 30000)))))
      FROM n, g GROUP BY n;
    INSERT INTO progress (id, goal, year, unit, percent, state, done, next, difficulty, reason, cost, evidence, by_person, at, value)
      SELECT 'execution:2026-S' || n || '-' || g || ':' || printf('%06d', m.value - 2), '2026-S' || n || '-' || g, 2026, 'S' || n,
        min(100, (m.value - 2) * (8 + g % 7)), CASE g % 11 WHEN 0 THEN 'at-risk' ELSE 'on-track' END,
        '完成第' || m.value || '期培训，编写教材两章，组织研讨三次', '继续推进下一期', '', '',
        (m.value - 2) * (CASE g % 8 WHEN 0 THEN 200000 ELSE 90000 END), '[]', 'contact-S' || n,
        printf('2026-%02d-%02dT02:00:00.000Z', m.value, 1 + g % 18), CASE g % 3 WHEN 0 THEN (m.value - 2) * 2500 END
      FROM n, g, json_each('[3, 4, 5, 6, 7, 8, 9, 10]') AS m WHERE g % 10 > 0 OR m.value < 8;
    INSERT INTO judgement (report, goal, unit, verdict, percent, value, words, by_person, by_name, at)
      SELECT id, goal, unit, 'accepted', percent, value, '', 'TEAM1-1', '组长', at FROM progress WHERE at < '2026-08';
    INSERT INTO help_request (id, goal, number, year, unit, status, words, holder, holder_name, asked_by, asked_name, asked_at, due_on, moved_at)
      SELECT 'help:2026-S' || n || '-1:1', '2026-S' || n || '-1', 1, 2026, 'S' || n, 'open', '场地改造需要学校协调', 'office:', '',
        'contact-S' || n, '联络员', '2026-10-08T02:00:00.000Z', '2026-10-15', '2026-10-08T02:00:00.000Z' FROM n WHERE n % 3 = 0;
    INSERT INTO inspection (id, year, number, body, kind, status, purpose, held_on, moved_at)
      VALUES ('inspection:2026:1', 2026, 1, 'TEAM1', 'visit', 'done', '年中调研', '2026-09-15', '2026-09-15T02:00:00.000Z');
    INSERT INTO inspection_unit (inspection, unit) SELECT 'inspection:2026:1', 'S' || n FROM n WHERE n % 5 = 0;
    INSERT INTO finding (id, year, number, inspection, body, unit, goal, kind, severity, fact, status, due_on, published_by, published_at, moved_at)
      SELECT 'finding:2026:' || n, 2026, n, 'inspection:2026:1', 'TEAM1', 'S' || n, '2026-S' || n || '-2', 'rectification', 'grave',
        '台账不全', 'open', '2026-10-10', 'TEAM1-1', '2026-09-20T02:00:00.000Z', '2026-09-20T02:00:00.000Z' FROM n WHERE n % 5 = 0;
    DROP TABLE n; DROP TABLE g;`)
  db.exec('COMMIT')
}

const TEXT = `'${'完成场地改造和制度建设，全年培训教师三百人次'.repeat(6)}'`
