import { expect, it } from 'vitest'
import { executionWorld } from './world.ts'

const UNITS = 100
const GOALS = 30
const REPORTS = 12

it('3,000 goals with 36,000 reports are listed, judged and counted at once', async () => {
  const w = await executionWorld()
  w.db.exec(`
    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${UNITS - 1})
    INSERT INTO unit (id, name, kind, leader, active) SELECT printf('T%03d', i), printf('学院%03d', i), 'teaching', 'LD1', 1 FROM n;
    INSERT INTO team_unit (group_id, unit) SELECT 'WG', id FROM unit WHERE id GLOB 'T*';
    WITH RECURSIVE g(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM g WHERE i < ${GOALS})
    INSERT INTO goal (id, plan, year, unit, type, number, status, drafter, title, content, measure, criterion, due_on, weight, budget)
      SELECT printf('2026-%s-%d', unit.id, i), 'plan:2026:' || unit.id, 2026, unit.id, 'special', i, 'in-force', 'unit',
        '目标', '内容', '要求', '标准', '2026-11-30', 100, 100 FROM unit, g WHERE unit.id GLOB 'T*';
    WITH RECURSIVE r(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM r WHERE i < ${REPORTS})
    INSERT INTO progress (id, goal, year, unit, percent, state, done, next, difficulty, reason, cost, evidence, by_person, at)
      SELECT printf('execution:%s:%06d', goal.id, i), goal.id, 2026, goal.unit, i, 'on-track', '完成', '', '', '', i * 20, '[]', 'C',
        printf('2026-03-%02dT01:00:00.000Z', i) FROM goal, r WHERE goal.unit GLOB 'T*';
    INSERT INTO judgement (report, goal, unit, verdict, percent, words, by_person, by_name, at)
      SELECT progress.id, goal, unit, 'accepted', percent, '', 'WG1', '', at FROM progress WHERE id NOT GLOB '*000012';`)
  const began = performance.now()
  expect(await w.read('WG1', 'progress-judging')).toContain('3000 项')
  expect(await w.read('OF1', 'progress', { unit: 'T050' })).toContain('"accepted":"11%"')
  expect(await w.read('OF1', 'progress')).toContain('学院')
  expect(performance.now() - began).toBeLessThan(2000)
})
