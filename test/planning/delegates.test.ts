/** Rulebook 7: a delegate does what the principal may, under both names, and nothing on the own unit. */
import { describe, expect, it } from 'vitest'
import { planningWording } from '../../src/planning/wording.ts'
import { entrust, inName, takeBack, todoOf, wordsOf } from './delegated-world.ts'
import { ratifyBy } from './vote-world.ts'
import { expectWhole } from './whole.ts'
import { doneOf, entry, type PlanWorld, passWholePlan, planWorld, refusalOf } from './world.ts'

async function sentPlan(unit = 'JX01'): Promise<PlanWorld> {
  const world = planWorld()
  doneOf(await world.draft('WG2', unit, entry('key')))
  doneOf(await world.send('WG1', unit, 'group'))
  doneOf(await world.send(`H-${unit}`, unit, 'unit'))
  return world
}

const signatures = (world: PlanWorld, type: string) =>
  world.db.raw(`SELECT by_person, in_name_of FROM journal WHERE type = '${type}'`)

describe('a delegate', () => {
  it('drafts, sends, reviews and ratifies in the principals’ names; records show both, the journal too', async () => {
    const world = planWorld()
    await entrust(world, 'WG1', 'AG2')
    await entrust(world, 'H-JX01', 'AG2')
    await entrust(world, 'LD1', 'LD2')
    await entrust(world, 'CH', 'LM1')
    doneOf(await world.draft(inName('AG2', 'WG1'), 'JX01', entry('key')))
    doneOf(await world.send(inName('AG2', 'WG1'), 'JX01', 'group'))
    doneOf(await world.send(inName('AG2', 'H-JX01'), 'JX01', 'unit'))
    doneOf(await world.review(inName('LD2', 'LD1'), 'JX01'))
    doneOf(await world.ratify(inName('LM1', 'CH'), 'JX01'))
    expect(signatures(world, 'plan.reviewed')).toEqual([{ by_person: 'LD2', in_name_of: 'LD1' }])
    expect(signatures(world, 'plan.ratified')).toEqual([{ by_person: 'LM1', in_name_of: 'CH' }])
    const plan = await world.plan('JX01')
    expect(plan.status).toBe('in-force')
    expect(JSON.stringify(plan)).toContain('领导小组 组长（领导小组 成员代）')
    expect(await wordsOf(world, 'C-JX01', 'plan-review', { year: 2026, unit: 'JX01' })).toContain(
      '分管教学副校长（分管行政副校长代）',
    )
    await expectWhole(world, 'JX01')
  })

  it('gets every request for a decision that comes while the delegation holds, in the principal’s name', async () => {
    const world = planWorld()
    await entrust(world, 'LD1', 'LD2')
    await entrust(world, 'CH', 'LM1', ['chair:'])
    await passWholePlan(world)
    const asked = world.db.raw(
      "SELECT person, params ->> '$.for' AS name, params ->> '$.view' AS view FROM outbox WHERE view = 'in-name' ORDER BY person",
    )
    expect(asked).toContainEqual({ person: 'LD2', name: 'LD1', view: 'plan-review' })
    expect(asked).toContainEqual({ person: 'LM1', name: 'CH', view: 'plan-ratify' })
  })

  it('may do only what was given: of a leader’s duties one, and none of the leader’s others', async () => {
    const world = await sentPlan()
    await entrust(world, 'WG1', 'AG2', ['working-convenor:WG'])
    await entrust(world, 'LD1', 'LD2', ['leader:'])
    expect(refusalOf(await world.ratify(inName('LD2', 'LD1'), 'JX01')).code).toBe('chair-decides')
    expect(refusalOf(await world.review(inName('AG2', 'WG1'), 'JX01')).code).toBe('other-leader')
    doneOf(await world.review(inName('LD2', 'LD1'), 'JX01'))
  })

  it('without a delegation, before or after it, is refused like anybody else', async () => {
    const world = await sentPlan()
    expect(refusalOf(await world.review(inName('LD2', 'LD1'), 'JX01')).code).toBe('other-leader')
    await entrust(world, 'LD1', 'LD2')
    await takeBack(world, 'LD1')
    expect(refusalOf(await world.review(inName('LD2', 'LD1'), 'JX01')).code).toBe('other-leader')
    expect(await todoOf(world, 'LD2', 'LD1')).toEqual([])
  })

  it('acts no more when the principal’s role has ended, nor when the own person has', async () => {
    const world = await sentPlan()
    await entrust(world, 'LD1', 'LD2')
    world.db.exec("UPDATE unit SET leader = 'LD2' WHERE id = 'JX01'")
    expect(refusalOf(await world.review(inName('LD2', 'LD1'), 'JX01')).code).toBe('other-leader')
    world.db.exec("UPDATE unit SET leader = 'LD1' WHERE id = 'JX01'")
    world.db.exec("UPDATE person SET ended_on = '2026-02-28' WHERE id = 'LD2'")
    expect(refusalOf(await world.review(inName('LD2', 'LD1'), 'JX01')).code).toBe('other-leader')
  })

  it('answers in a quorum as the member: once for both, and both keep one voice each', async () => {
    const world = planWorld()
    ratifyBy(world, { mode: 'quorum', agree: 2 }, true)
    await entrust(world, 'LM1', 'CH')
    await passWholePlan(world)
    expect(doneOf(await world.ratify('CH', 'JX01'))).toMatchObject({ code: 'plan-voted', ratified: 0 })
    expect(doneOf(await world.ratify(inName('CH', 'LM1'), 'JX01'))).toMatchObject({
      ratified: 3,
      inForce: true,
    })
    expect(signatures(world, 'plan.voted')).toEqual([
      { by_person: 'CH', in_name_of: 'CH' },
      { by_person: 'CH', in_name_of: 'LM1' },
    ])
  })
})

describe('the own unit', () => {
  it('is not reviewed by its head as the leader’s delegate, nor is a card or a to-do offered', async () => {
    const world = await sentPlan()
    await entrust(world, 'LD1', 'H-JX01')
    const unit = { year: 2026, unit: 'JX01' }
    const refusal = refusalOf(await world.review(inName('H-JX01', 'LD1'), 'JX01'))
    expect(refusal.code).toBe('own-unit-plan')
    expect(planningWording['own-unit-plan']({ code: 'own-unit-plan' })).toContain('应当回避')
    expect(await wordsOf(world, 'H-JX01', 'plan-review', unit, 'LD1')).not.toContain('全部通过')
    expect((await todoOf(world, 'H-JX01', 'LD1')).join()).not.toContain('药学院：1项目标待审核')
    doneOf(await world.draft('WG2', 'JX02', entry('key')))
    doneOf(await world.send('WG1', 'JX02', 'group'))
    doneOf(await world.review(inName('H-JX01', 'LD1'), 'JX02'))
    doneOf(await world.review('LD1', 'JX01'))
  })

  it('is not passed with others at once either', async () => {
    const world = await sentPlan()
    await entrust(world, 'LD1', 'C-JX01')
    const marks = { JX01: 'x' }
    const outcome = await world.do(inName('C-JX01', 'LD1'), 'plans.review', {
      year: 2026,
      units: ['JX01'],
      marks,
    })
    expect(refusalOf(outcome).code).toBe('nothing-passed')
    expect((await world.plan('JX01')).goals[0]?.status).toBe('sent')
  })

  it('has no key goals of the leader that its own head sends, and so passes, as the leader’s delegate', async () => {
    const world = planWorld()
    await entrust(world, 'LD2', 'H-XZ01')
    doneOf(await world.draft(inName('H-XZ01', 'LD2'), 'XZ01', entry('key')))
    expect(refusalOf(await world.send(inName('H-XZ01', 'LD2'), 'XZ01', 'leader')).code).toBe('other-sender')
    doneOf(await world.send('LD2', 'XZ01', 'leader'))
  })

  it('is not ratified by the chair’s delegate who is of it', async () => {
    const world = planWorld()
    await entrust(world, 'CH', 'H-JX01')
    await passWholePlan(world)
    expect(refusalOf(await world.ratify(inName('H-JX01', 'CH'), 'JX01')).code).toBe('own-unit-plan')
    doneOf(await world.ratify('CH', 'JX01'))
  })

  it('is not voted on by a member who is of it: the others are those who are counted', async () => {
    const world = planWorld()
    world.db.exec("UPDATE person SET unit = 'JX01' WHERE id = 'LM1'")
    ratifyBy(world, { mode: 'quorum', agree: 2 }, true)
    await passWholePlan(world)
    expect(world.told()).toContain('plan-ratify to CH')
    expect(world.told()).not.toContain('plan-ratify to LM1')
    expect(await todoOf(world, 'LM1')).toEqual([])
    expect(refusalOf(await world.ratify('LM1', 'JX01')).code).toBe('own-unit-plan')
    expect(doneOf(await world.ratify('CH', 'JX01'))).toMatchObject({ ratified: 3, inForce: true })
    expect(JSON.stringify(world.db.raw("SELECT body FROM journal WHERE type = 'plan.ratified'"))).toContain(
      String.raw`\"members\":1`,
    )
  })
})
