import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../src/kernel/command.ts'
import { marksOf } from '../../src/planning/batch-form.ts'
import { planning } from './chapter.ts'
import { cardOf } from './vote-world.ts'
import { doneOf, entry, type PlanWorld, planWorld, refusalOf } from './world.ts'

const UNITS = ['JX01', 'JX02', 'FY01']

/** Each unit has sent two goals, FY01 one beyond the limit besides. */
async function sentWorld(): Promise<PlanWorld> {
  const world = planWorld()
  for (const unit of UNITS) {
    doneOf(await world.draft('WG2', unit, entry('key')))
    doneOf(await world.draft('WG2', unit, entry('routine')))
    doneOf(await world.send('WG1', unit, 'group'))
  }
  for (const title of ['一', '二', '三', '四'])
    await world.draft(
      'C-FY01',
      'FY01',
      entry('special', { title, justification: title === '四' ? '省厅任务' : '' }),
    )
  for (const unit of UNITS) doneOf(await world.send(`H-${unit}`, unit, 'unit'))
  return world
}

const pass = async (
  world: PlanWorld,
  by: string,
  units: readonly string[],
  marks?: object,
): Promise<Outcome> =>
  world.do(by, 'plans.review', {
    year: 2026,
    units,
    marks: { ...(marks ?? (await marksOf(world.db, 2026, units))) },
  })

const results = (outcome: Outcome) => outcome.show?.params.results

describe('several units passed at once', () => {
  it('passes each unit’s goals and hands the plans on, in one batch', async () => {
    const world = await sentWorld()
    expect(doneOf(await pass(world, 'LD1', ['JX01', 'JX02']))).toEqual({
      code: 'plans-reviewed',
      units: 2,
      goals: 4,
      left: 0,
    })
    for (const unit of ['JX01', 'JX02']) expect((await world.plan(unit)).status).toBe('in-ratification')
    expect(world.told().filter((one) => one === 'plan-ratify to CH')).toHaveLength(2)
    expect((await world.plan('FY01')).status).toBe('in-review')
  })

  it('Article 10: leaves out a plan with a goal beyond the limit, and says which and why', async () => {
    const world = await sentWorld()
    const outcome = await pass(world, 'LD1', UNITS)
    expect(doneOf(outcome)).toMatchObject({ units: 2, left: 1 })
    expect(results(outcome)).toContainEqual({ unit: 'FY01', goals: 6, why: 'exceptional', numbers: [6] })
    expect((await world.plan('FY01')).status).toBe('in-review')
    const card = await cardOf(world, 'LD1', 'plans-reviewed', outcome.show?.params)
    expect(card).toContain('附属医院：目标6超出专项目标限额')
    expect(card).toContain('药学院：2项目标已通过')
  })

  it('leaves out a unit whose goals changed since they were seen, and one decided meanwhile', async () => {
    const world = await sentWorld()
    const marks = await marksOf(world.db, 2026, ['JX01', 'JX02'])
    await world.review('LD1', 'JX01', { 1: '再改' })
    const change = { goal: '2026-JX01-1', revision: 1, entry: { ...entry('key', { title: '改后' }) } }
    await world.do('WG2', 'goal.revise', { year: 2026, unit: 'JX01', ...change })
    await world.send('WG1', 'JX01', 'group')
    await world.review('LD1', 'JX02')
    const outcome = await pass(world, 'LD1', ['JX01', 'JX02'], marks)
    expect(refusalOf(outcome).code).toBe('nothing-passed')
    expect(results(outcome)).toMatchObject([
      { unit: 'JX01', why: 'changed' },
      { unit: 'JX02', why: 'decided' },
    ])
    expect((await world.plan('JX01')).goals[0]?.status).toBe('sent')
  })

  it('Article 11: leaves out a unit whose standard changed since it was seen', async () => {
    const world = await sentWorld()
    const marks = await marksOf(world.db, 2026, ['JX01'])
    world.db.exec("UPDATE work_item SET standard = '新标准' WHERE id = 'GX1'")
    expect(refusalOf(await pass(world, 'LD1', ['JX01'], marks)).code).toBe('nothing-passed')
  })

  it('Article 16: passes no unit of another leader', async () => {
    const world = await sentWorld()
    for (const by of ['LD2', 'CH', 'H-JX01'])
      expect(refusalOf(await pass(world, by, ['JX01', 'JX02'])).code).toBe('nothing-passed')
    expect((await world.plan('JX01')).status).toBe('in-review')
  })

  it('of a batch and a single review at once each goal is decided once', async () => {
    const world = await sentWorld()
    await Promise.all([pass(world, 'LD1', ['JX01', 'JX02']), world.review('LD1', 'JX02', { 1: '再改' })])
    const reviewed = world.db.raw(
      "SELECT subject, count(*) AS n FROM journal WHERE type = 'plan.reviewed' GROUP BY subject ORDER BY subject",
    )
    expect(reviewed).toEqual([
      { subject: 'plan:2026:JX01', n: 1 },
      { subject: 'plan:2026:JX02', n: 1 },
    ])
  })

  it('is offered on the list of what waits, where there are several units', async () => {
    const world = await sentWorld()
    const card = await cardOf(world, 'LD1', 'plans-to-review')
    expect(card).toContain('批量通过')
    const form = planning.forms.find((one) => one.name === 'plans_review')
    const params = { year: 2026, marks: await marksOf(world.db, 2026, UNITS) }
    const payload = form?.payload({ units: ['JX01'] }, params) ?? {}
    expect(doneOf(await world.do('LD1', 'plans.review', payload))).toMatchObject({ units: 1 })
    expect(form?.payload({}, params)).toMatchObject({ units: [] })
    doneOf(await pass(world, 'LD1', ['JX02']))
    expect(await cardOf(world, 'LD1', 'plans-to-review')).not.toContain('批量通过')
  })
})
