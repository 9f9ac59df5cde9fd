/** What the database itself holds of reforms (migration 0028): each test tries to break it. */
import { beforeEach, describe, expect, it } from 'vitest'
import { givePlan, type UnitsWorld, unitsWorld, YEAR } from './world.ts'

const MERGE = {
  ...{ kind: 'merge', units: ['JX01', 'JX02'] },
  ...{ id: 'JX09', into: '健康学院', unitKind: 'teaching', leader: 'LD1' },
}

describe('the database holds', () => {
  let w: UnitsWorld
  let goals: string[] = []
  beforeEach(async () => {
    w = await unitsWorld()
    goals = await givePlan(w, 'JX01', 'teaching')
    await givePlan(w, 'JX02', 'teaching')
    await w.enters('execution')
    expect(await w.reforms(MERGE)).toMatchObject({ ok: true })
  })
  const tries = (sql: string) => expect(() => w.db.exec(sql))

  it('a reform, its units and its moves are never changed or taken away', () => {
    for (const table of ['reform', 'reform_unit', 'goal_move']) {
      tries(`DELETE FROM ${table}`).toThrow('never changed')
    }
    tries(`UPDATE reform SET document = '另一个文号'`).toThrow('never changed')
    tries(`UPDATE reform_unit SET name = '另一个名称'`).toThrow('never changed')
    tries(`UPDATE goal_move SET to_unit = 'FY01'`).toThrow('never changed')
  })

  it('nothing is reformed without a document, or on a day to come', () => {
    const row = (document: string, on: string) =>
      `INSERT INTO reform VALUES (9, 'add', '${document}', '${on}', NULL, '某人', '2026-06-10T01:00:00.000Z')`
    tries(row(' ', '2026-06-01')).toThrow('CHECK')
    tries(row('校发〔2026〕1号', '2026-06-11')).toThrow('CHECK')
    tries(`INSERT INTO reform_unit VALUES (99, 'JX09', 'into', '健康学院')`).toThrow('by a document')
  })

  it('a goal changes its unit only as a reform of both units says', () => {
    const [goal = ''] = goals
    tries(`UPDATE goal SET unit = 'FY01', plan = 'plan:2026:FY01' WHERE id = '${goal}'`).toThrow(
      'by a reform',
    )
    const move = (from: string, to: string) =>
      `INSERT INTO goal_move VALUES (1, 'other', ${YEAR}, '${from}', 1, '目标', '${to}', 9, '')`
    tries(move('FY01', 'JX09')).toThrow('by a reform')
    tries(move('JX01', 'FY01')).toThrow('by a reform')
    tries(`INSERT INTO goal_move VALUES (1, 'other', ${YEAR}, 'JX01', 1, '目标', NULL, NULL, ' ')`).toThrow(
      'CHECK',
    )
    tries(move('JX01', 'JX09').replace("'other'", `'${goal}'`)).toThrow('UNIQUE')
  })

  it('nothing is reported in the name of an ended unit, or on another unit’s goal', () => {
    const [goal = ''] = goals
    const report = (unit: string) =>
      `INSERT INTO progress (id, goal, year, unit, percent, state, done, next, difficulty, reason, evidence, by_person, at)
       VALUES ('r:${unit}', '${goal}', ${YEAR}, '${unit}', 50, 'on-track', '完成', '', '', '', '[]', 'C-JX01', '2026-06-10T01:00:00.000Z')`
    tries(report('JX01')).toThrow('decide again')
    tries(report('FY01')).toThrow('decide again')
    tries(report('JX09')).not.toThrow()
  })

  it('an ended unit gets no plan, adjustment, assessment or inspection any more', () => {
    tries(
      `INSERT INTO plan (id, year, unit, status) VALUES ('plan:2026:JX01', ${YEAR}, 'JX01', 'drafting')
       ON CONFLICT (id) DO UPDATE SET status = excluded.status`,
    ).toThrow('decide again')
    tries(
      `INSERT INTO adjustment (id, year, unit, number, kind, title, side, status, asked_by, moved_at)
       VALUES ('adjustment:2026:JX01:1', ${YEAR}, 'JX01', 1, 'add', '新任务', 'unit', 'asked', 'C-JX01', '2026-06-10T01:00:00.000Z')`,
    ).toThrow('decide again')
    tries(
      `INSERT INTO score (year, unit, assessment, status) VALUES (${YEAR}, 'JX01', 'assessment:2026:JX01', 'sheets')`,
    ).toThrow('decide again')
    tries(`INSERT INTO inspection_unit VALUES ('inspection:2026:1', 'JX01')`).toThrow('decide again')
  })

  it('a unit does not end with something left behind', () => {
    w.db.exec(`INSERT INTO unit VALUES ('JX11', '新来的学院', 'teaching', NULL, 1)`)
    w.db.exec(
      `INSERT INTO reform VALUES (9, 'merge', '校发〔2026〕9号', '2026-06-01', ${YEAR}, '某人', '2026-06-10T01:00:00.000Z')`,
    )
    w.db.exec(
      `INSERT INTO reform_unit VALUES (9, 'JX11', 'from', '新来的学院'), (9, 'JX09', 'into', '健康学院')`,
    )
    const goal = (status: string) =>
      `INSERT INTO goal (id, plan, year, unit, type, number, status, drafter, title, content, measure, criterion, weight)
       VALUES ('late', 'plan:2026:JX11', ${YEAR}, 'JX11', 'special', 1, '${status}', 'unit', '目标', '', '', '', 100)`
    w.db.exec(goal('draft'))
    tries(`UPDATE unit SET active = 0 WHERE id = 'JX11'`).toThrow('decide again')
    w.db.exec(`UPDATE goal SET status = 'cancelled' WHERE id = 'late'`)
    tries(`UPDATE unit SET active = 0 WHERE id = 'JX11'`).not.toThrow()
  })

  it('a name is unique among the units that take part, and free again when they end', () => {
    tries(`INSERT INTO unit VALUES ('JX10', '健康学院', 'teaching', NULL, 1)`).toThrow('UNIQUE')
    tries(`INSERT INTO unit VALUES ('JX10', '药学院', 'teaching', NULL, 1)`).not.toThrow()
  })

  it('a goal whose unit is being assessed is not moved', () => {
    w.db.exec(
      `INSERT INTO score (year, unit, assessment, status) VALUES (${YEAR}, 'JX09', 'assessment:2026:JX09', 'sheets')`,
    )
    tries(`INSERT INTO goal_move VALUES (1, 'other', ${YEAR}, 'JX01', 7, '目标', 'JX09', 9, '')`).toThrow(
      'assessment of the unit has begun',
    )
  })
})
