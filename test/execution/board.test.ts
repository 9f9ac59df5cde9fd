import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { loadBoard, loadTrend } from '../../src/execution/board/load.ts'
import { tallyOf } from '../../src/execution/board/rules/tally.ts'
import { monthEnds } from '../../src/execution/board/rules/trend.ts'
import { findScope } from '../../src/execution/board/scopes.ts'
import { type GoalLight, lightsOf } from '../../src/execution/queries/lights.ts'
import { daysBetween, type LocalDate, plusDays } from '../../src/kernel/time.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { seedGoal } from '../world/goals.ts'
import {
  boardWorld,
  buttonTexts,
  OPENED,
  onDay,
  rowsOf,
  seeCard,
  seedFinding,
  seedHelp,
  textOf,
} from './board-world.ts'
import { enter, seedPlan, seedReport } from './lights-world.ts'

const UNITS = ['JX01', 'JX02', 'FY01', 'XZ01', 'XZ02'] as const

const reports = fc.array(
  fc.record({
    day: fc.integer({ min: 0, max: 300 }),
    percent: fc.integer({ min: 0, max: 100 }),
    state: fc.constantFrom('on-track' as const, 'at-risk' as const, 'behind' as const),
    value: fc.option(fc.integer({ min: 0, max: 30_000 }), { nil: null }),
    /** Days after the report on which the group accepted half of it; null where it did not. */
    accepted: fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }),
  }),
  { maxLength: 6 },
)
const goals = fc.array(
  fc.record({
    unit: fc.constantFrom(...UNITS),
    dueIn: fc.integer({ min: -10, max: 320 }),
    /** Days after execution began on which it came into force; before it where null. */
    added: fc.option(fc.integer({ min: 1, max: 200 }), { nil: null }),
    target: fc.option(fc.constantFrom(0, 10_000, 20_000), { nil: undefined }),
    reports,
  }),
  { minLength: 1, maxLength: 12 },
)
type Generated = typeof goals extends fc.Arbitrary<infer Of> ? Of : never

async function seeded(list: Generated): Promise<{ db: SqliteDatabase; ids: string[] }> {
  const db = await boardWorld()
  const ids = list.map(({ unit, dueIn, reports: own }, at) => {
    const id = seedGoal(db, unit, at + 1)
    db.exec(`UPDATE goal SET due_on = '${plusDays(OPENED, dueIn)}' WHERE id = '${id}'`)
    const ordered = own.toSorted((left, right) => left.day - right.day)
    for (const [place, report] of ordered.entries()) seedWithJudgement(db, id, place + 1, report)
    return id
  })
  for (const unit of UNITS) {
    const own = list.flatMap((goal, at) => (goal.unit === unit ? [{ goal, id: ids[at] ?? '' }] : []))
    const planned = own.map(({ goal, id }) => ({
      id,
      ratifiedAt: `${plusDays(OPENED, goal.added ?? -10)}T02:00:00.000Z` as const,
      ...(goal.target !== undefined && { target: goal.target }),
    }))
    seedPlan(db, unit, '2026-12-01T02:00:00.000Z', planned)
  }
  return { db, ids }
}

function seedWithJudgement(
  db: SqliteDatabase,
  goal: string,
  place: number,
  { day, percent, value, state, accepted }: Generated[number]['reports'][number],
): void {
  seedReport(db, goal, place, { percent, value, state, at: `${plusDays(OPENED, day)}T02:00:00.000Z` })
  if (accepted === null) return
  db.exec(`INSERT INTO judgement (report, goal, unit, verdict, percent, value, words, by_person, by_name, at)
    VALUES ('execution:${goal}:${String(place).padStart(6, '0')}', '${goal}', '${goal.split('-')[1]}', 'accepted', ${percent >> 1},
      ${value === null ? 'NULL' : value >> 1}, '', 'WG1', '组长', '${plusDays(OPENED, day + accepted)}T03:00:00.000Z')`)
}

const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0)

/** Goal by goal, as one would do it by hand. */
function naivePace(lights: readonly GoalLight[], on: LocalDate) {
  const begun = lights.filter(({ startsOn }) => startsOn !== null && startsOn <= on)
  if (begun.length === 0) return undefined
  const asked = begun.map(({ startsOn, dueOn }) => {
    const span = daysBetween(startsOn ?? on, dueOn)
    return span <= 0 ? 100 : Math.min(100, (daysBetween(startsOn ?? on, on) * 100) / span)
  })
  const mean = (list: readonly number[]) => Math.round(sum(list) / begun.length)
  return { goals: begun.length, reached: mean(begun.map((one) => one.reached ?? 0)), asked: mean(asked) }
}

describe('看板: what is counted is what a naive count finds', () => {
  it('lights, pace and trend of any goals on any day, each month as it stood then', async () => {
    await fc.assert(
      fc.asyncProperty(goals, fc.integer({ min: 0, max: 304 }), async (list, days) => {
        const { db, ids } = await seeded(list)
        const today = plusDays(OPENED, days)
        const viewer = onDay('OF1', today)
        const scope = await findScope(db, viewer, 'school')
        if (!scope) throw new Error('no scope')
        const board = await loadBoard(db, viewer, scope, { year: 2026 })
        const lights = await lightsOf(db, ids, today)
        expect(board.goals.map(({ id, light }) => [id, light]).toSorted()).toEqual(
          [...lights].map(([id, { light }]) => [id, light]).toSorted(),
        )
        const tally = tallyOf(board.goals, today)
        expect(sum(Object.values(tally.lights))).toBe(list.length)
        expect(tally.pace).toEqual(naivePace([...lights.values()], today))
        const trend = await loadTrend(db, board)
        const naive = await Promise.all(
          monthEnds(OPENED, today).map(async (on) => {
            const then = await lightsOf(db, ids, on)
            return { on, ...naivePace([...then.values()], on) }
          }),
        )
        expect(trend).toEqual(naive.filter(({ goals: count }) => count !== undefined))
        db.close()
      }),
      { numRuns: 40 },
    )
  })

  it('months end on their last days, the last one today; no more than twelve', () => {
    expect(monthEnds('2026-03-02', '2026-05-20')).toEqual(['2026-03-31', '2026-04-30', '2026-05-20'])
    expect(monthEnds('2026-03-31', '2026-03-31')).toEqual(['2026-03-31'])
    expect(monthEnds('2026-01-31', '2026-03-01')).toEqual(['2026-01-31', '2026-02-28', '2026-03-01'])
    expect(monthEnds('2026-03-02', '2027-06-10')).toHaveLength(12)
    expect(monthEnds('2026-05-02', '2026-03-01')).toEqual([])
  })
})

let db: SqliteDatabase
beforeEach(async () => {
  db = await boardWorld()
})

describe('看板: drilled down by tapping', () => {
  beforeEach(() => {
    const [first, second] = [seedGoal(db, 'JX01', 1, { title: '课程建设' }), seedGoal(db, 'JX01', 2)]
    const nursing = seedGoal(db, 'JX02', 1)
    seedReport(db, first, 1, { percent: 60, at: '2026-04-20T02:00:00.000Z' })
    seedReport(db, second, 1, { percent: 100, at: '2026-04-20T02:00:00.000Z' })
    db.exec(`UPDATE goal SET due_on = '2026-04-30' WHERE id = '${nursing}'`)
    seedHelp(db, first, '2026-04-25')
    seedFinding(db, 1, 'JX01', { goal: second, dueOn: '2026-05-20' })
  })
  const viewer = onDay('OF1', '2026-05-10')

  it('the school shows the units, those that need attention first', async () => {
    const card = await seeCard(db, viewer, 'board')
    expect(card.title).toBe('全校 2026年度目标看板')
    expect(rowsOf(card).map(({ unit, need }) => [unit, need])).toEqual([
      ['护理学院', { text: '红1', tone: 'red' }],
      ['药学院', { text: '正常', tone: 'green' }],
      ['附属医院', { text: '无目标', tone: 'muted' }],
      ['教务处', { text: '无目标', tone: 'muted' }],
      ['科技处', { text: '无目标', tone: 'muted' }],
    ])
    expect(rowsOf(card)[1]).toMatchObject({ reached: '80%', marks: '求助1 整改1' })
    expect(textOf(card)).toContain('求助超期未答复 1 件')
    expect(buttonTexts(card)).toEqual(
      expect.arrayContaining(['逾期 1', '求助 1', '整改 1', '护理学院', '经费', '导出表格']),
    )
    expect(card.elements.some(({ tag }) => tag === 'chart')).toBe(true)
  })

  it('a unit shows its goals, a goal its light and figures, and what is open on it', async () => {
    const unit = await seeCard(db, viewer, 'board', { scope: 'unit:JX01', from: 'school' })
    expect(rowsOf(unit).map(({ goal, reached }) => [goal, reached])).toEqual([
      ['1. 课程建设', '60%'],
      ['2. 建设精品教材', '100%'],
    ])
    expect(buttonTexts(unit)).toEqual(expect.arrayContaining(['目标1', '返回各单位']))
    const goal = await seeCard(db, viewer, 'board-goal', {
      goal: '2026-JX01-1',
      scope: 'unit:JX01',
      from: 'school',
    })
    expect(textOf(goal)).toContain('需要协调场地')
    expect(textOf(goal)).toContain('等候第一目标管理工作组答复')
    expect(buttonTexts(goal)).toEqual(['看求助', '进展记录', '目标全文', '返回看板'])
  })

  it('lists what is overdue, what waits for help, what is to be put right', async () => {
    const list = (name: string) => seeCard(db, viewer, 'board-list', { scope: 'school', list: name })
    expect(rowsOf(await list('overdue'))).toEqual([
      {
        mark: { text: '逾期', tone: 'red' },
        goal: '护理学院 目标1',
        title: '建设精品教材',
        why: expect.stringContaining('已逾期 10 天'),
      },
    ])
    expect(rowsOf(await list('help'))[0]).toMatchObject({
      mark: { text: '超期 15 天', tone: 'red' },
      why: '需要协调场地',
    })
    expect(rowsOf(await list('rectify'))[0]).toMatchObject({
      mark: { text: '还有 10 天', tone: 'orange' },
      why: '台账不全',
    })
    expect(textOf(await list('warned'))).toContain('现在没有')
  })

  it('a day after execution ended it is as on its last day', async () => {
    await enter(db, 'assessment', '2026-05-10T04:00:00.000Z')
    const card = await seeCard(db, onDay('OF1', '2026-09-01'), 'board')
    expect(textOf(card)).toContain('截至2026年5月10日')
    expect(rowsOf(card)[0]).toMatchObject({ unit: '护理学院' })
  })

  it('a rectification about the unit, and one that waits for the inspectors, are listed, too', async () => {
    seedFinding(db, 2, 'JX02', { dueOn: '2026-04-01', fact: '制度缺失' })
    seedFinding(db, 3, 'JX02', { dueOn: '2026-04-02', status: 'answered', fact: '已补' })
    seedFinding(db, 4, 'JX02', { dueOn: '2026-04-03', status: 'withdrawn', fact: '误记' })
    const rows = rowsOf(await seeCard(db, viewer, 'board-list', { scope: 'school', list: 'rectify' }))
    expect(rows.map(({ why, goal, mark }) => [why, goal, (mark as { text: string }).text])).toEqual([
      ['制度缺失', '护理学院', '超期 39 天'],
      ['已补', '护理学院', '待验收'],
      ['台账不全', '药学院 目标2', '还有 10 天'],
    ])
  })
})
