import { beforeEach, describe, expect, it } from 'vitest'
import { lightsOf } from '../../src/execution/queries/lights.ts'
import type { LocalDate } from '../../src/kernel/time.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { freshDatabase } from '../world/database.ts'
import { seedGoal } from '../world/goals.ts'
import { processorTime } from '../world/processor.ts'
import { seedOrganization } from '../world/seed.ts'
import { enter, seedPlan, seedReport } from './lights-world.ts'

const GOAL = '2026-JX01-1'
let db: SqliteDatabase

beforeEach(() => {
  db = freshDatabase()
  seedOrganization(db)
  seedGoal(db, 'JX01', 1)
})

const light = async (today: LocalDate, goal = GOAL): Promise<string> => {
  const verdict = (await lightsOf(db, [goal], today)).get(goal)
  return verdict ? [verdict.light, ...verdict.why.map(({ code }) => code)].join(' ') : 'none'
}
const opens = () => enter(db, 'execution', '2026-03-02T01:00:00.000Z')

describe('Rulebook 4: lights from the tables', () => {
  it('no year, no light; before execution grey; from its first day on the time counts', async () => {
    expect(await light('2026-03-01')).toBe('none')
    await enter(db, 'setting', '2026-01-05T01:00:00.000Z')
    expect(await light('2026-03-01')).toBe('grey future-start')
    await opens()
    expect(await light('2026-03-01')).toBe('grey future-start')
    expect(await light('2026-03-02')).toBe('grey awaited-report')
    expect(await light('2026-04-01')).toBe('orange silent')
  })

  it('the last report counts, and on a day in the past the last of that day', async () => {
    await opens()
    seedReport(db, GOAL, 1, { percent: 30, at: '2026-03-10T15:59:59.999Z', state: 'behind' })
    seedReport(db, GOAL, 2, { percent: 40, at: '2026-03-11T02:00:00.000Z' })
    expect(await light('2026-03-09')).toBe('grey awaited-report')
    expect(await light('2026-03-10')).toBe('orange said-behind')
    expect(await light('2026-03-11')).toBe('green on-course')
  })

  it('completion counts from the day since which it stands at 100', async () => {
    await opens()
    seedReport(db, GOAL, 1, { percent: 100, at: '2026-10-01T02:00:00.000Z' })
    seedReport(db, GOAL, 2, { percent: 90, at: '2026-11-01T02:00:00.000Z' })
    seedReport(db, GOAL, 3, { percent: 100, at: '2026-12-02T02:00:00.000Z' })
    seedReport(db, GOAL, 4, { percent: 100, at: '2026-12-05T02:00:00.000Z' })
    expect(await light('2026-10-15')).toBe('done completed')
    const late = (await lightsOf(db, [GOAL], '2026-12-20')).get(GOAL)
    expect(late?.why[0]).toEqual({ code: 'completed-late', on: '2026-12-02', days: 2 })
  })

  it('a goal that came into force in mid-year has its own start', async () => {
    await opens()
    seedGoal(db, 'JX01', 2)
    const late = { id: '2026-JX01-2', ratifiedAt: '2026-08-20T02:00:00.000Z' } as const
    seedPlan(db, 'JX01', '2026-08-20T02:00:00.000Z', [
      { id: GOAL, ratifiedAt: '2026-02-01T02:00:00.000Z' },
      late,
    ])
    expect(await light('2026-08-19', late.id)).toBe('grey future-start')
    expect(await light('2026-09-18', late.id)).toBe('grey awaited-report')
    expect(await light('2026-09-18')).toBe('orange silent little-time')
  })

  it('the indicator’s value counts against its target, and what the group accepted outranks it', async () => {
    await opens()
    seedPlan(db, 'JX01', '2026-02-01T02:00:00.000Z', [
      { id: GOAL, ratifiedAt: '2026-02-01T02:00:00.000Z', target: 20_000 },
    ])
    seedReport(db, GOAL, 1, { percent: 50, value: 20_000, at: '2026-03-10T02:00:00.000Z' })
    expect(await light('2026-03-11')).toBe('done completed')
    db.exec(
      `INSERT INTO judgement (report, goal, unit, verdict, percent, value, words, by_person, by_name, at)
       VALUES ('execution:${GOAL}:000001', '${GOAL}', 'JX01', 'accepted', 50, 10000, '', 'WG1', '组长', '2026-03-12T02:00:00.000Z')`,
    )
    expect(await light('2026-03-11')).toBe('done completed')
    expect(await light('2026-03-12')).toBe('green on-course')
  })

  it('without a due date a goal is due at the end of its year; cancelled it is not watched', async () => {
    await opens()
    db.exec("UPDATE goal SET due_on = NULL, status = 'in-force'")
    seedReport(db, GOAL, 1, { percent: 99, at: '2026-12-20T02:00:00.000Z' })
    expect(await light('2026-12-31')).toBe('orange little-time')
    expect(await light('2027-01-01')).toBe('red overdue')
    db.exec("UPDATE goal SET status = 'cancelled'")
    expect(await light('2026-12-31')).toBe('grey cancelled-goal')
  })

  it('after execution ended the lights stay as on its last day, until it is opened again', async () => {
    await opens()
    seedReport(db, GOAL, 1, { percent: 50, at: '2026-06-01T02:00:00.000Z' })
    await enter(db, 'assessment', '2026-06-15T02:00:00.000Z')
    expect(await light('2026-12-31')).toBe('green on-course')
    await enter(db, 'execution', '2026-12-01T02:00:00.000Z')
    expect(await light('2026-12-31')).toBe('red overdue silent')
  })

  it('over budget is marked by the last cost that was said', async () => {
    await opens()
    db.exec('UPDATE goal SET budget = 1000')
    seedReport(db, GOAL, 1, { percent: 10, cost: 1001, at: '2026-03-10T02:00:00.000Z' })
    seedReport(db, GOAL, 2, { percent: 20, at: '2026-03-11T02:00:00.000Z' })
    expect((await lightsOf(db, [GOAL], '2026-03-12')).get(GOAL)?.overBudget).toBe(true)
  })

  it('three thousand goals with ten reports each take less than 200 ms', async () => {
    await opens()
    const goals: string[] = []
    db.exec('BEGIN')
    for (let unit = 1; unit <= 100; unit++) {
      const ids = Array.from({ length: 30 }, (_, at) => seedGoal(db, `U${unit}`, at + 1))
      for (const goal of ids)
        for (let place = 1; place <= 10; place++)
          seedReport(db, goal, place, {
            percent: place * 9,
            value: place * 900,
            at: `2026-0${(place % 9) + 1}-10T02:00:00.000Z`,
          })
      const ratifiedAt = unit % 2 === 0 ? '2026-05-01T02:00:00.000Z' : '2026-02-01T02:00:00.000Z'
      seedPlan(
        db,
        `U${unit}`,
        ratifiedAt,
        ids.map((id) => ({ id, ratifiedAt, target: 10_000 })),
      )
      goals.push(...ids)
    }
    db.exec('COMMIT')
    const times: number[] = []
    for (let run = 0; run < 5; run++) {
      const used = processorTime()
      expect((await lightsOf(db, goals, '2026-10-01')).size).toBe(3000)
      times.push(used())
    }
    const best = Math.min(...times)
    console.log(`lights of 3,000 goals with 30,000 reports: ${best.toFixed(0)} ms of the processor`)
    expect(best).toBeLessThan(200)
  })
})
