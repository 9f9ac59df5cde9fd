import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../src/kernel/command.ts'
import { count } from '../world/rows.ts'
import { type AdjustmentWorld, adjusted, adjustmentWorld, cancel, change } from './adjustment-world.ts'
import { doneOf, entry, refusalOf } from './world.ts'

const ONE = { year: 2026, unit: 'JX01', number: 1 } as const

async function asked(): Promise<AdjustmentWorld> {
  const world = await adjustmentWorld()
  doneOf(await world.ask('H-JX01', await change(world, 1, { dueOn: '2026-12-20' })))
  return world
}

/** LD1 travels, and LD2 acts in his name. */
function delegate({ plan }: AdjustmentWorld): void {
  plan.db.exec(
    `INSERT INTO delegation (principal, number, delegate, duties, from_on, to_on, given_by, given_at)
     VALUES ('LD1', 1, 'LD2', '[{"role":"all","scope":""}]', '2026-04-01', '2026-06-01', 'LD1', '2026-04-01T00:00:00.000Z')`,
  )
}

const wins = (outcomes: readonly Outcome[]): number => outcomes.filter((one) => one.ok).length
const loser = (outcomes: readonly Outcome[]) => {
  const lost = outcomes.find((one) => !one.ok)
  if (!lost) throw new Error('nobody lost')
  return lost
}

describe('adjustments at the same time', () => {
  it('of two decisions of the leader’s at once one wins, and the other learns by whom and sees the present card', async () => {
    const world = await asked()
    const both = await Promise.all([
      world.decide('LD1', 'review', 'pass'),
      world.decide('LD1', 'review', 'return'),
    ])
    expect(wins(both)).toBe(1)
    expect(refusalOf(loser(both))).toMatchObject({ code: 'moved-adjustment', by: '分管教学副校长' })
    expect(loser(both).show).toEqual({ name: 'adjustment', params: ONE })
  })

  it('of leader and delegate at once one wins, and the other learns that the delegate acted in the leader’s name', async () => {
    const world = await asked()
    delegate(world)
    const review = { ...ONE, revision: 1, verdict: 'pass', comment: '', standard: '' }
    doneOf(await world.do('LD2', 'adjustment.review', review, { inNameOf: 'LD1' }))
    expect(await world.state()).toMatchObject({
      reviewed: { by: 'LD1', name: '分管教学副校长（分管行政副校长代）' },
    })
    expect(refusalOf(await world.decide('LD1', 'review', 'pass'))).toMatchObject({
      code: 'moved-adjustment',
      by: '分管教学副校长（分管行政副校长代）',
    })
    const other = await asked()
    delegate(other)
    const both = await Promise.all([
      other.do('LD2', 'adjustment.review', review, { inNameOf: 'LD1' }),
      other.decide('LD1', 'review', 'return'),
    ])
    expect(wins(both)).toBe(1)
    expect(refusalOf(await other.do('LD2', 'adjustment.review', review)).code).toBe('other-leader')
  })

  it('of a withdrawal and a review at once one wins', async () => {
    const world = await asked()
    const both = await Promise.all([world.withdraw('H-JX01'), world.decide('LD1', 'review', 'pass')])
    expect(wins(both)).toBe(1)
    expect(refusalOf(loser(both)).code).toBe('moved-adjustment')
  })

  it('the asker changes what the leader is looking at: his card is stale, and the present one is shown', async () => {
    const world = await asked()
    const revise = { ...ONE, revision: 1, reason: 'urgent-task', why: '另有安排' }
    doneOf(
      await world.do('H-JX01', 'adjustment.revise', {
        ...revise,
        ...(await change(world, 1, { dueOn: '2026-12-10' })),
      }),
    )
    const stale = await world.decide('LD1', 'review', 'pass', { revision: 1 })
    expect(refusalOf(stale)).toEqual({ code: 'stale-adjustment' })
    expect(stale.show).toEqual({ name: 'adjustment', params: ONE })
    doneOf(await world.decide('LD1', 'review', 'pass'))
    const again = await world.do('H-JX01', 'adjustment.revise', {
      ...revise,
      revision: 2,
      ...(await change(world, 1, { title: '再改' })),
    })
    expect(refusalOf(again).code).toBe('moved-adjustment')
  })

  it('only whoever sends for that side changes or takes back what is with the leader', async () => {
    const world = await asked()
    const wish = await change(world, 1, { title: '再改' })
    const revise = { ...ONE, revision: 1, reason: 'urgent-task', why: '另有安排', ...wish }
    const other = { code: 'other-asking-sender', side: 'unit' }
    expect(refusalOf(await world.do('C-JX01', 'adjustment.revise', revise))).toEqual(other)
    expect(refusalOf(await world.withdraw('C-JX01'))).toEqual(other)
    expect(refusalOf(await world.withdraw('WG1'))).toEqual({ code: 'other-asker', side: 'unit' })
    doneOf(await world.withdraw('H-JX01'))
    expect(refusalOf(await world.decide('LD1', 'review', 'pass')).code).toBe('moved-adjustment')
    doneOf(await world.ask('H-JX01', wish))
  })

  it('a second adjustment of a goal is refused while one is open, with its number and who asked', async () => {
    const world = await asked()
    const second = await world.ask('WG1', await cancel(world, 1))
    expect(refusalOf(second)).toEqual({
      code: 'open-adjustment',
      adjustment: 1,
      number: 1,
      by: '药学院 负责人',
    })
    expect(second.show).toEqual({ name: 'goal-adjust', params: { goal: '2026-JX01-1' } })
    const own = await world.card('WG1', 'goal-adjust', { goal: '2026-JX01-1' })
    expect(own).toContain('查看办理')
    expect(own).not.toContain('adjust_change')
  })

  it('of two that ask for the same goal at once one wins', async () => {
    const world = await adjustmentWorld()
    const [wish, other] = [await change(world, 1, { title: '甲' }), await cancel(world, 1)]
    const both = await Promise.all([world.ask('H-JX01', wish), world.ask('WG1', other)])
    expect(wins(both)).toBe(1)
    expect(refusalOf(loser(both)).code).toBe('open-adjustment')
    expect(count(world.plan.db, 'adjustment')).toBe(1)
  })

  it('two that ask at once for different goals get different numbers', async () => {
    const world = await adjustmentWorld()
    const wishes = [
      await change(world, 1, { title: '甲' }),
      await change(world, 2, { title: '乙' }),
      await cancel(world, 3),
    ]
    const all = await Promise.all(wishes.map((wish) => world.ask('H-JX01', wish)))
    expect(all.map((one) => doneOf(one).number).toSorted()).toEqual([1, 2, 3])
  })

  it('a form that is sent twice, at once or later, asks once', async () => {
    const world = await adjustmentWorld()
    const wish = { kind: 'add', entry: { ...entry('special') }, opened: 'H-JX01 10:00' }
    const twice = await Promise.all([world.ask('H-JX01', wish), world.ask('H-JX01', wish)])
    expect(twice.map((one) => doneOf(one))).toEqual([
      doneOf(twice[0] as Outcome),
      doneOf(twice[0] as Outcome),
    ])
    doneOf(await world.ask('H-JX01', wish))
    expect(count(world.plan.db, 'adjustment')).toBe(1)
    doneOf(await world.withdraw('H-JX01'))
    expect(refusalOf(await world.ask('H-JX01', wish))).toMatchObject({
      code: 'moved-adjustment',
      status: 'withdrawn',
    })
  })

  it('two adjustments of a plan ratified at once are both in force', async () => {
    const world = await adjustmentWorld()
    const wishes = [
      await change(world, 1, { title: '甲' }),
      { kind: 'add', entry: { ...entry('special') } },
      await cancel(world, 3),
    ]
    for (const [at, wish] of wishes.entries()) {
      doneOf(await world.ask('OF1', wish))
      doneOf(await world.decide('LD1', 'review', 'pass', { number: at + 1 }))
    }
    const all = await Promise.all([1, 2, 3].map((number) => world.decide('CH', 'ratify', 'pass', { number })))
    expect(wins(all)).toBe(3)
    const goals = (await world.plan.plan('JX01')).goals.map((goal) => `${goal.number} ${goal.status}`)
    expect(goals).toEqual(['1 in-force', '2 in-force', '3 cancelled', '4 in-force'])
  })

  it('an old card of the goal asks for nothing once the goal was adjusted', async () => {
    const world = await adjustmentWorld()
    const old = await change(world, 1, { title: '甲' })
    await adjusted(world, 'H-JX01', await change(world, 1, { title: '乙' }))
    expect(refusalOf(await world.ask('H-JX01', old))).toEqual({ code: 'stale-goal', number: 1 })
    await adjusted(world, 'H-JX01', await cancel(world, 1))
    expect(refusalOf(await world.ask('H-JX01', old))).toMatchObject({
      code: 'cancelled-target',
      by: '领导小组 组长',
    })
  })

  it('Article 11: a standard that changed since the card was drawn makes it stale', async () => {
    const world = await adjustmentWorld()
    const wish = { kind: 'add', entry: { ...entry('routine', { workItem: 'GX2' }) } }
    doneOf(await world.ask('WG1', wish))
    const seen = await world.decide('LD1', 'review', 'pass', { standard: 'another' })
    expect(refusalOf(seen).code).toBe('stale-adjustment')
    doneOf(await world.decide('LD1', 'review', 'pass'))
  })
})
