import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../src/kernel/command.ts'
import { type AdjustmentWorld, adjustmentWorld, change } from './adjustment-world.ts'
import { leave, ratifyBy } from './vote-world.ts'
import { doneOf, refusalOf } from './world.ts'

const ONE = { year: 2026, unit: 'JX01', number: 1 } as const

async function passed(): Promise<AdjustmentWorld> {
  const world = await adjustmentWorld('quorum')
  doneOf(await world.ask('H-JX01', await change(world, 1, { dueOn: '2026-12-20' })))
  doneOf(await world.decide('LD1', 'review', 'pass'))
  return world
}

const wins = (outcomes: readonly Outcome[]): number => outcomes.filter((one) => one.ok).length
const loser = (outcomes: readonly Outcome[]) => {
  const lost = outcomes.find((one) => !one.ok)
  if (!lost) throw new Error('nobody lost')
  return lost
}

describe('a vote on an adjustment', () => {
  it('Article 16: is ratified with the last agreement needed; an abstention counts as neither', async () => {
    const world = await passed()
    expect(doneOf(await world.decide('LM2', 'ratify', 'abstain'))).toMatchObject({
      code: 'adjustment-voted',
      abstained: true,
    })
    expect(doneOf(await world.decide('CH', 'ratify', 'pass'))).toMatchObject({ code: 'adjustment-voted' })
    expect(await world.card('CH', 'adjustment', ONE)).toContain('领导小组 成员：未答复')
    expect(await world.card('LM1', 'adjustment', ONE)).not.toContain('领导小组 组长：同意')
    expect(doneOf(await world.decide('LM1', 'ratify', 'pass'))).toMatchObject({ code: 'adjustment-ratified' })
    expect(await world.state()).toMatchObject({ status: 'ratified', quorum: { needed: 2, members: 4 } })
    expect(await world.card('C-JX01', 'adjustment', ONE)).toContain(
      '领导小组表决审定（4名成员中2人同意即审定）',
    )
  })

  it('any return returns it, and the answers begin anew', async () => {
    const world = await passed()
    doneOf(await world.decide('CH', 'ratify', 'pass'))
    doneOf(await world.decide('LM3', 'ratify', 'return'))
    expect(await world.state()).toMatchObject({
      status: 'returned',
      votes: [],
      returns: [{ stage: 'ratification' }],
    })
  })

  it('of two deciding answers at once one ratifies and the other learns of it', async () => {
    const world = await passed()
    doneOf(await world.decide('CH', 'ratify', 'pass'))
    const both = await Promise.all([
      world.decide('LM1', 'ratify', 'pass'),
      world.decide('LM2', 'ratify', 'return'),
    ])
    expect(wins(both)).toBe(1)
    expect(refusalOf(loser(both)).code).toBe('moved-adjustment')
  })

  it('does not count a member removed since, nor whoever is none, nor before the chair confirmed the mode', async () => {
    const world = await passed()
    doneOf(await world.decide('LM1', 'ratify', 'pass'))
    leave(world.plan, 'LM1')
    expect(doneOf(await world.decide('LM2', 'ratify', 'pass'))).toMatchObject({ code: 'adjustment-voted' })
    expect(refusalOf(await world.decide('LM1', 'ratify', 'pass')).code).toBe('members-decide')
    ratifyBy(world.plan, { mode: 'quorum', agree: 2 }, false)
    expect(refusalOf(await world.decide('CH', 'ratify', 'pass')).code).toBe('unconfirmed-quorum')
    expect(await world.card('CH', 'adjustment', ONE)).toContain('请组长发送「政策」')
    ratifyBy(world.plan, 'chair', true)
    expect(refusalOf(await world.decide('LM2', 'ratify', 'pass')).code).toBe('chair-decides')
    doneOf(await world.decide('CH', 'ratify', 'pass'))
  })

  it('a member may answer otherwise until it is decided', async () => {
    const world = await passed()
    doneOf(await world.decide('LM1', 'ratify', 'abstain'))
    const own = await world.card('LM1', 'adjustment', ONE)
    expect(own).toContain('改变答复')
    expect(own).not.toContain('"verdict":"pass"')
    expect(await world.card('LM1', 'adjustment', { ...ONE, again: true })).toContain('"verdict":"pass"')
    doneOf(await world.decide('LM1', 'ratify', 'pass'))
    expect(doneOf(await world.decide('LM3', 'ratify', 'pass'))).toMatchObject({ code: 'adjustment-ratified' })
  })
})
