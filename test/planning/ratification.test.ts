import { describe, expect, it } from 'vitest'
import { findGoal, listGoalsInForce, listPlans } from '../../src/planning/queries.ts'
import { doneOf, entry, passWholePlan, planWorld, refusalOf } from './world.ts'

describe('ratification', () => {
  it('Article 16: the chair is told when every part is sent and every goal passed, and not before', async () => {
    const world = planWorld()
    await world.draft('WG2', 'JX01', entry('key'))
    await world.send('WG1', 'JX01', 'group')
    await world.review('LD1', 'JX01')
    expect((await world.plan('JX01')).status).toBe('drafting')
    expect(refusalOf(await world.ratify('CH', 'JX01')).code).toBe('early-ratification')
    await world.send('H-JX01', 'JX01', 'unit')
    expect((await world.plan('JX01')).status).toBe('in-ratification')
    expect(world.told().at(-1)).toBe('plan-ratify to CH')
  })

  it('Article 16: belongs to the chair', async () => {
    const world = planWorld()
    await passWholePlan(world)
    for (const by of ['LM1', 'LD1', 'OF1']) {
      expect(refusalOf(await world.ratify(by, 'JX01')).code).toBe('chair-decides')
    }
  })

  it('Article 16: with its last goal ratified the plan is in force, and the unit and those in charge are told', async () => {
    const world = planWorld()
    await passWholePlan(world)
    expect(doneOf(await world.ratify('CH', 'JX01'))).toMatchObject({ ratified: 3, inForce: true })
    expect(world.told().slice(-4)).toEqual([
      'plan-in-force to C-JX01',
      'plan-in-force to H-JX01',
      'plan-in-force to LD1',
      'plan-in-force to WG1',
    ])
    expect(await listGoalsInForce(world.db, 2026, 'JX01')).toMatchObject([
      { number: 1, type: 'key', criterion: '按期通过验收', dueOn: '2026-11-30', weight: 100 },
      { number: 2, type: 'routine', criterion: '教学事故为零，评教良好率不低于90%' },
      { number: 3, type: 'special', measure: '通过验收' },
    ])
    expect(await listPlans(world.db, 2026)).toMatchObject([{ unit: 'JX01', status: 'in-force' }])
  })

  it('Article 11: a standard is fixed by the ratification', async () => {
    const world = planWorld()
    await passWholePlan(world)
    await world.ratify('CH', 'JX01')
    const change = () => world.db.exec("UPDATE work_item SET standard = '新标准' WHERE id = 'GX1'")
    expect(change).toThrow('a goal of the work item is ratified')
    expect(await findGoal(world.db, '2026-JX01-2')).toMatchObject({
      criterion: '教学事故为零，评教良好率不低于90%',
    })
  })

  it('returns goals to their drafter; sent again they are reviewed again, and the ratified ones stay ratified', async () => {
    const world = planWorld()
    await passWholePlan(world)
    expect(doneOf(await world.ratify('CH', 'JX01', { 3: '与重点目标重复' }))).toMatchObject({
      ratified: 2,
      returned: 1,
      inForce: false,
    })
    expect(world.told().slice(-2)).toEqual(['goals-returned to C-JX01', 'goals-returned to H-JX01'])
    doneOf(await world.send('H-JX01', 'JX01', 'unit'))
    expect((await world.plan('JX01')).goals.map((goal) => goal.status)).toEqual([
      'ratified',
      'ratified',
      'sent',
    ])
    doneOf(await world.review('LD1', 'JX01'))
    expect(doneOf(await world.ratify('CH', 'JX01'))).toMatchObject({ ratified: 1, inForce: true })
  })

  it('lets the chair decide page by page, though an earlier page returned goals', async () => {
    const world = planWorld()
    await passWholePlan(world)
    const decide = async (
      seen: { [goal: string]: number },
      verdicts: { goal: string; verdict: string; comment: string }[],
    ) => {
      const standards = await world.standards('JX01', seen)
      return world.do('CH', 'plan.ratify', { year: 2026, unit: 'JX01', seen, standards, verdicts })
    }
    const back = { goal: '2026-JX01-1', verdict: 'return', comment: '再议' }
    expect(doneOf(await decide({ '2026-JX01-1': 1 }, [back]))).toMatchObject({ returned: 1, left: 2 })
    expect(doneOf(await decide({ '2026-JX01-2': 1, '2026-JX01-3': 1 }, []))).toMatchObject({
      ratified: 2,
      left: 0,
    })
    expect((await world.plan('JX01')).status).toBe('drafting')
  })

  it('Article 17: a plan in force cannot be changed by drafting, sending or deciding', async () => {
    const world = planWorld()
    await passWholePlan(world)
    const seen = await world.seen('JX01', 'passed')
    await world.ratify('CH', 'JX01')
    const ratified = { code: 'ratified-plan', by: '领导小组 组长' }
    expect(refusalOf(await world.draft('C-JX01', 'JX01', entry('special')))).toMatchObject(ratified)
    expect(refusalOf(await world.send('H-JX01', 'JX01', 'unit'))).toMatchObject(ratified)
    const again = await world.do('CH', 'plan.ratify', { year: 2026, unit: 'JX01', seen, verdicts: [] })
    expect(refusalOf(again)).toMatchObject(ratified)
  })

  it('runs the graded regime from the leader’s key goals to the plan in force', async () => {
    const world = planWorld()
    await world.draft('LD2', 'XZ01', entry('key'))
    await world.draft('C-XZ01', 'XZ01', entry('routine', { workItem: 'GX2' }))
    doneOf(await world.send('LD2', 'XZ01', 'leader'))
    doneOf(await world.send('H-XZ01', 'XZ01', 'unit'))
    expect(doneOf(await world.review('LD2', 'XZ01'))).toMatchObject({ passed: 1, next: 'ratification' })
    expect(doneOf(await world.ratify('CH', 'XZ01'))).toMatchObject({ ratified: 2, inForce: true })
  })
})
