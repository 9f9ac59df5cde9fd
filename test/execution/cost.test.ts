/** Article 30: budget and spending, of goals and units, with what is over. */
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { sayAmount } from '../../src/execution/cost/say-amount.ts'
import { costsOf, listUnitCosts } from '../../src/execution/queries/costs.ts'
import { costOf } from '../../src/execution/rules/cost.ts'
import type { JsonObject } from '../../src/kernel/decision.ts'
import type { SqliteDatabase } from '../../src/store/sqlite.ts'
import { rendered } from '../planning/overview-cards.ts'
import { doneOf, passWholePlan, planWorld } from '../planning/world.ts'
import { seedGoal } from '../world/goals.ts'
import { boardWorld, buttonTexts, onDay, rowsOf, seeCard, textOf } from './board-world.ts'
import { seedReport } from './lights-world.ts'

const amount = fc.option(fc.integer({ min: 0, max: 10_000_000 }), { nil: null })
const goals = fc.array(
  fc.record({
    unit: fc.constantFrom('JX01', 'JX02'),
    budget: amount,
    costs: fc.array(amount, { maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 8 },
)

describe('Article 30: what was spent against what was planned', () => {
  it('within the budget to the last fen, over it from the next; without a budget nothing is over', () => {
    expect(costOf(1000, 1000)).toMatchObject({ rest: 0, over: 0 })
    expect(costOf(1000, 1001)).toMatchObject({ rest: -1, over: 1 })
    expect(costOf(1000, null)).toMatchObject({ rest: 1000, over: 0 })
    expect(costOf(null, 5)).toEqual({ budget: null, spent: 5, rest: null, over: 0 })
  })

  it('the last cost that was said counts, and sums are sums', async () => {
    await fc.assert(
      fc.asyncProperty(goals, async (list) => {
        const db = await boardWorld()
        const naive = list.map(({ unit, budget, costs }, at) => {
          const id = seedGoal(db, unit, at + 1)
          db.exec(`UPDATE goal SET budget = ${budget} WHERE id = '${id}'`)
          for (const [place, cost] of costs.entries())
            seedReport(db, id, place + 1, { percent: 10, cost, at: `2026-0${place + 3}-10T02:00:00.000Z` })
          return { id, unit, ...costOf(budget, costs.findLast((one) => one !== null) ?? null) }
        })
        const costs = await costsOf(
          db,
          naive.map(({ id }) => id),
        )
        for (const { id, unit: _, ...cost } of naive) expect(costs.get(id)).toEqual(cost)
        for (const unit of await listUnitCosts(db, 2026, ['JX01', 'JX02'])) {
          const own = naive.filter((one) => one.unit === unit.unit)
          const sum = (amounts: readonly (number | null)[]) => {
            const known = amounts.filter((one) => one !== null)
            return known.length === 0 ? null : known.reduce((total, one) => total + one, 0)
          }
          expect(unit).toEqual({
            unit: unit.unit,
            goalsOver: own.filter(({ over }) => over > 0).length,
            ...costOf(sum(own.map(({ budget }) => budget)), sum(own.map(({ spent }) => spent))),
          })
        }
        db.close()
      }),
      { numRuns: 30 },
    )
  })

  it('sums are read in groups of three', () => {
    expect([0, 5, 100, 123_456_789, -150, 99_999_999_900].map(sayAmount)).toEqual([
      '0',
      '0.05',
      '1',
      '1,234,567.89',
      '-1.50',
      '999,999,999',
    ])
  })
})

describe('经费 as a card', () => {
  let db: SqliteDatabase
  beforeEach(async () => {
    db = await boardWorld()
    for (const [unit, number, budget, cost] of [
      ['JX01', 1, 1_000_000, 400_000],
      ['JX01', 2, 500_000, 600_000],
      ['JX01', 3, null, null],
      ['JX02', 1, 300_000, null],
      ['XZ01', 1, null, 20_000],
    ] as const) {
      const id = seedGoal(db, unit, number)
      db.exec(`UPDATE goal SET budget = ${budget} WHERE id = '${id}'`)
      seedReport(db, id, 1, { percent: 10, cost, at: '2026-03-10T02:00:00.000Z' })
    }
  })

  it('the school by unit with the sums, a unit by goal, what is over first', async () => {
    const viewer = onDay('OF1', '2026-05-10')
    const school = await seeCard(db, viewer, 'costs')
    expect(textOf(school)).toContain('"value":"18,000"')
    expect(textOf(school)).toContain('"value":"10,200"')
    expect(rowsOf(school).map((row) => [row.name, row.rest, row.over])).toEqual([
      ['药学院', { text: '5,000', tone: 'plain' }, '1 项'],
      ['护理学院', { text: '3,000', tone: 'plain' }, ''],
      ['教务处', { text: '无预算', tone: 'plain' }, ''],
    ])
    const unit = await seeCard(db, viewer, 'costs', { scope: 'unit:JX01', from: 'school' })
    expect(unit.status).toEqual({ text: '超支目标 1', tone: 'red' })
    expect(rowsOf(unit).map((row) => [row.name, row.rest])).toEqual([
      ['2. 建设精品教材', { text: '超 1,000', tone: 'red' }],
      ['1. 建设精品教材', { text: '6,000', tone: 'plain' }],
    ])
    expect(buttonTexts(unit)).toEqual(['目标2', '目标1', '看板', '导出表格', '返回各单位'])
  })

  it('over budget is marked on the boards and on the goal', async () => {
    const viewer = onDay('C-JX01', '2026-03-20')
    const unit = await seeCard(db, viewer, 'board')
    expect(textOf(unit)).toContain('超预算的目标 1 项')
    expect(textOf(unit)).toContain('正常 超支')
    const goal = await seeCard(db, viewer, 'board-goal', { goal: '2026-JX01-2' })
    expect(textOf(goal)).toContain('超预算 1,000 元')
    expect(textOf(goal)).toContain('累计支出超过经费预算')
    expect(textOf(await seeCard(db, onDay('OF1', '2026-03-20'), 'board'))).toContain('超支1')
  })
})

describe('over budget on the unit’s own list of goals', () => {
  it('stands in the list and on the whole goal, and goes when more was granted', async () => {
    const world = planWorld()
    await passWholePlan(world)
    doneOf(await world.ratify('CH', 'JX01'))
    world.db.exec(
      'UPDATE goal SET budget = 10000 WHERE number = 3; UPDATE goal SET budget = 99999 WHERE number = 1',
    )
    for (const { id } of (await world.plan('JX01')).goals)
      seedReport(world.db, id, 1, { percent: 10, cost: 12_050, at: '2026-03-10T02:00:00.000Z' })
    const now = { at: '2026-03-11T02:00:00.000Z', today: '2026-03-11' } as const
    const see = async (view: string, params: JsonObject) =>
      JSON.stringify(await rendered(world.db, 'C-JX01', view, params, now))
    const [special] = (await world.plan('JX01')).goals.filter(({ number }) => number === 3)
    const [list, goal] = [await see('my-goals', {}), await see('goal-detail', { goal: special?.id ?? '' })]
    expect(list.match(/超预算 20.5元/g)).toHaveLength(1)
    expect(goal).toContain('超预算 20.5元')
    world.db.exec('UPDATE goal SET budget = 12050 WHERE number = 3')
    expect(await see('my-goals', {})).not.toContain('超预算')
  })
})
