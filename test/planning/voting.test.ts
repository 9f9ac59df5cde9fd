import { describe, expect, it } from 'vitest'
import { abstain, cardOf, leave, ratifyBy, todoOf, voteWorld } from './vote-world.ts'
import { doneOf, refusalOf } from './world.ts'

const PLAN = { year: 2026, unit: 'JX01' }

describe('ratification by a quorum', () => {
  it('Article 16: asks every member of the leading group, and puts the plan in force with the last agreement needed', async () => {
    const world = await voteWorld(3)
    expect(world.told().filter((one) => one.startsWith('plan-ratify'))).toEqual([
      'plan-ratify to CH',
      'plan-ratify to LM1',
      'plan-ratify to LM2',
      'plan-ratify to LM3',
    ])
    for (const by of ['LM1', 'CH'])
      expect(doneOf(await world.ratify(by, 'JX01'))).toMatchObject({
        code: 'plan-voted',
        answered: 3,
        ratified: 0,
        left: 3,
      })
    expect(doneOf(await world.ratify('LM3', 'JX01'))).toMatchObject({ ratified: 3, inForce: true })
    const journal = world.db.raw(
      "SELECT type, count(*) AS n FROM journal WHERE type IN ('plan.voted', 'plan.ratified') GROUP BY type",
    )
    expect(journal).toEqual([
      { type: 'plan.ratified', n: 1 },
      { type: 'plan.voted', n: 3 },
    ])
  })

  it('gives a goal back with the first return, with the words of the member', async () => {
    const world = await voteWorld(3)
    doneOf(await world.ratify('LM1', 'JX01'))
    expect(doneOf(await world.ratify('LM2', 'JX01', { 1: '目标值偏低' }))).toMatchObject({
      answered: 3,
      returned: 1,
      left: 2,
    })
    const { goals, votes } = await world.plan('JX01')
    expect(goals.map((goal) => goal.status)).toEqual(['returned', 'passed', 'passed'])
    expect(goals[0]?.returns).toMatchObject([{ stage: 'ratification', act: { by: 'LM2' } }])
    expect(votes.flatMap((vote) => vote.agreed).some((one) => one.goal === '2026-JX01-1')).toBe(false)
  })

  it('counts an abstention as neither, and lets the member change it', async () => {
    const world = await voteWorld(2)
    doneOf(await abstain(world, 'LM1'))
    doneOf(await world.ratify('LM2', 'JX01'))
    expect((await world.plan('JX01')).status).toBe('in-ratification')
    expect(doneOf(await world.ratify('LM1', 'JX01'))).toMatchObject({ inForce: true })
  })

  it('does not count a member removed before the decision', async () => {
    const world = await voteWorld(2)
    doneOf(await world.ratify('LM1', 'JX01'))
    leave(world, 'LM1')
    expect(doneOf(await world.ratify('LM2', 'JX01'))).toMatchObject({ ratified: 0, left: 3 })
    expect(refusalOf(await world.ratify('LM1', 'JX01')).code).toBe('members-decide')
    expect(doneOf(await world.ratify('CH', 'JX01'))).toMatchObject({ inForce: true })
  })

  it('Article 11: does not count an agreement to a standard that has changed since', async () => {
    const world = await voteWorld(2)
    doneOf(await world.ratify('LM1', 'JX01'))
    world.db.exec("UPDATE work_item SET standard = '新标准' WHERE id = 'GX1'")
    expect(doneOf(await world.ratify('LM2', 'JX01'))).toMatchObject({ ratified: 2, left: 1 })
    expect(await cardOf(world, 'LM1', 'plan-ratify', PLAN)).toContain('新标准')
    expect(doneOf(await world.ratify('LM1', 'JX01'))).toMatchObject({ ratified: 1, inForce: true })
  })

  it('belongs to the members, and waits for the chair’s confirmation of the policy', async () => {
    const world = await voteWorld(2)
    for (const by of ['LD1', 'OF1', 'H-JX01'])
      expect(refusalOf(await world.ratify(by, 'JX01')).code).toBe('members-decide')
    ratifyBy(world, { mode: 'quorum', agree: 2 }, false)
    expect(refusalOf(await world.ratify('LM1', 'JX01')).code).toBe('unconfirmed-quorum')
    expect(await cardOf(world, 'LM1', 'plan-ratify', PLAN)).toContain('请组长发送「政策」')
  })

  it('of two deciding answers at once the later finds the goals decided', async () => {
    const world = await voteWorld(2)
    await world.ratify('CH', 'JX01')
    const [first, second] = await Promise.all([
      world.ratify('LM1', 'JX01'),
      world.ratify('LM2', 'JX01', { 1: '再改' }),
    ])
    expect([first.ok, second.ok].filter(Boolean)).toHaveLength(1)
    expect(refusalOf(first.ok ? second : first).code).toMatch(/ratified-plan|already-decided/)
  })

  it('a member’s card has no verdicts once answered but offers another answer, and the others’ answers stay hidden', async () => {
    const world = await voteWorld(3)
    doneOf(await abstain(world, 'LM1'))
    const own = await cardOf(world, 'LM1', 'plan-ratify', PLAN)
    expect(own).toContain('领导小组 成员：弃权3项')
    expect(own).toContain('改变答复')
    expect(own).not.toContain('提交表决')
    expect(await cardOf(world, 'LM1', 'plan-ratify', { ...PLAN, again: true })).toContain('提交表决')
    const other = await cardOf(world, 'LM2', 'plan-ratify', PLAN)
    expect(other).toContain('全部弃权')
    expect(other).not.toContain('弃权3项')
    for (const person of ['CH', 'OF1']) {
      const whole = await cardOf(world, person, 'plan-ratify', PLAN)
      expect(whole).toContain('领导小组 成员：弃权3项')
      expect(whole).toContain('成员LM2：未答复')
    }
  })

  it('waits on the to-do list of those who have not answered, and of nobody else', async () => {
    const world = await voteWorld(3)
    doneOf(await world.ratify('LM1', 'JX01'))
    const waiting = async (person: string) => (await todoOf(world, person)).map((one) => one.button)
    expect(await waiting('LM1')).toEqual([])
    expect(await waiting('LM2')).toEqual(['去审定'])
    expect(await waiting('CH')).toEqual(['去审定'])
    expect(await cardOf(world, 'LM1', 'plans-to-ratify')).toContain('3项已答复，等候他人')
    expect(await cardOf(world, 'OF1', 'plans-to-ratify')).toContain('由领导小组成员表决审定')
  })

  it('switched back to the chair in between, is the chair’s decision alone', async () => {
    const world = await voteWorld(3)
    doneOf(await world.ratify('LM1', 'JX01'))
    ratifyBy(world, 'chair', false)
    expect(refusalOf(await world.ratify('LM2', 'JX01')).code).toBe('chair-decides')
    expect(doneOf(await world.ratify('CH', 'JX01'))).toMatchObject({ code: 'plan-ratified', inForce: true })
  })
})
