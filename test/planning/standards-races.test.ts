import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StandardsWorld } from './standards-world.ts'
import {
  checkedJournal,
  draftRoutine,
  ITEM,
  NEW,
  NOW,
  OLD,
  sendRoutine,
  standardsWorld,
  tapOf,
} from './standards-world.ts'
import { doneOf, entry, refusalOf } from './world.ts'

const count = (world: StandardsWorld, from: string): number => {
  const [row] = world.db.raw(`SELECT count(*) AS n FROM ${from}`)
  return (row as { n: number }).n
}

/** The criteria by which goals of the item are ratified. */
const ratifiedBy = (world: StandardsWorld): string[] =>
  (
    world.db.raw(
      "SELECT DISTINCT criterion FROM goal WHERE work_item IS NOT NULL AND status IN ('ratified', 'in-force')",
    ) as { criterion: string }[]
  ).map((row) => row.criterion)

/** A plan that waits for the chair, and the chair's tap. */
async function beforeRatification() {
  const world = await standardsWorld()
  await sendRoutine(world, 'JX01')
  doneOf(await world.review('LD1', 'JX01'))
  const ballot = tapOf(await world.show('CH', 'plan-ratify', { year: 2026, unit: 'JX01' }), 'plan.ratify')
  return { world, ballot }
}

describe('standards and goals at the same time', () => {
  it('Article 11: a change that meets the first ratification is refused, and the old standard stays', async () => {
    const { world, ballot } = await beforeRatification()
    const seen = await world.version(ITEM)
    const change = await world.late('OF1', 'standard.set', { item: ITEM, seen, standard: NEW }, async () =>
      doneOf(await world.do('CH', 'plan.ratify', ballot)),
    )
    expect(refusalOf(change).code).toBe('ratified-standard')
    expect(ratifiedBy(world)).toEqual([OLD])
    expect(count(world, "outbox WHERE view = 'standard-changed'")).toBe(0)
  })

  it('Article 11: a ratification that meets a change is stale: nothing is ratified by a standard not seen', async () => {
    const { world, ballot } = await beforeRatification()
    const ratify = await world.late('CH', 'plan.ratify', ballot, async () =>
      doneOf(await world.change('OF1', ITEM, NEW)),
    )
    expect(refusalOf(ratify).code).toBe('stale-plan')
    expect(ratifiedBy(world)).toEqual([])
  })

  it('an item is not ended while a goal of it is being drafted', async () => {
    const world = await standardsWorld()
    const end = { item: ITEM, seen: await world.version(ITEM) }
    const outcome = await world.late('OF1', 'standard.end', end, () => draftRoutine(world, 'JX01'))
    expect(refusalOf(outcome).code).toBe('used-item')
  })

  it('a goal is not drafted of an item that is being ended', async () => {
    const world = await standardsWorld()
    const draft = { year: 2026, unit: 'JX01', entry: { ...entry('routine', { workItem: ITEM }) } }
    const outcome = await world.late('WG2', 'goal.draft', draft, async () =>
      doneOf(await world.end('OF1', ITEM)),
    )
    expect(refusalOf(outcome).code).toBe('faulty-goal')
    expect(count(world, 'goal')).toBe(0)
  })

  it('of two who change a standard at once the second is told who was first and when, and sees the list', async () => {
    const world = await standardsWorld()
    const seen = await world.version(ITEM)
    const set = (by: string, standard: string) =>
      world.keep(by, 'standard.set', { item: ITEM, seen, standard })
    const outcomes = await Promise.all([set('WG1', NEW), set('OF1', '另一标准')])
    const lost = outcomes.filter((one) => !one.ok)
    expect(lost).toHaveLength(1)
    const names = ['第一工作组 组长', '办公室 工作人员']
    const [second] = lost
    if (!second) throw new Error('nobody lost')
    const refusal = refusalOf(second)
    expect(refusal).toMatchObject({ code: 'stale-standard', at: NOW.at })
    expect(refusal.by).toBe(names[outcomes.findIndex((one) => one.ok)])
    expect(second.show).toEqual({ name: 'standards', params: { item: ITEM } })
  })

  it('of two who add the same item at once one does', async () => {
    const world = await standardsWorld()
    const outcomes = await Promise.all([world.add('WG1', '学风', '甲'), world.add('OF1', '学风', '乙')])
    expect(outcomes.filter((one) => one.ok)).toHaveLength(1)
    expect(count(world, "work_item WHERE name = '学风'")).toBe(1)
  })
})

type Act = (world: StandardsWorld) => Promise<unknown>

/** Anything that may happen to two units' goals of one item while its standard is changed. */
function anyAct(): fc.Arbitrary<Act> {
  const unit = fc.constantFrom('JX01', 'JX02')
  const of = (act: (world: StandardsWorld, unit: string) => Promise<unknown>): fc.Arbitrary<Act> =>
    unit.map((one) => (world) => act(world, one))
  return fc.oneof(
    fc.constantFrom(OLD, NEW, '第三种标准').map(
      (text): Act =>
        (world) =>
          world.change('OF1', ITEM, text),
    ),
    fc.constant<Act>((world) => world.end('WG1', ITEM)),
    fc.constant<Act>((world) => world.add('WG1', ITEM, '再次启用')),
    of((world, one) => world.draft('WG2', one, entry('routine', { workItem: ITEM }))),
    of(async (world, one) => {
      await world.send('WG1', one, 'group')
      await world.send(`H-${one}`, one, 'unit')
    }),
    of((world, one) => world.review('LD1', one)),
    of((world, one) => world.ratify('CH', one)),
    of((world, one) => world.ratify('CH', one, { 1: '再议' })),
    of(async (world, one) => {
      await world.draft('WG2', one, entry('routine', { workItem: ITEM }))
      await world.send('WG1', one, 'group')
      await world.send(`H-${one}`, one, 'unit')
      await world.review('LD1', one)
    }),
  )
}

describe('under any run of acts, two at a time', () => {
  it('Article 11: all ratified goals of an item have one criterion, the standard of today', async () => {
    let ratified = 0
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct(), { minLength: 6, maxLength: 24 }), async (acts) => {
        const world = await standardsWorld()
        for (let n = 0; n < acts.length; n += 2)
          await Promise.all(acts.slice(n, n + 2).map((act) => act(world)))
        const criteria = ratifiedBy(world)
        ratified += criteria.length
        const standard = world.db.raw(`SELECT standard FROM work_item WHERE id = '${ITEM}'`)
        if (criteria.length > 0) expect(standard).toEqual([{ standard: criteria[0] }])
        expect(criteria.length).toBeLessThan(2)
        await checkedJournal(world)
      }),
      { numRuns: 60, seed: 2026 },
    )
    expect(ratified).toBeGreaterThan(5)
  })
})
