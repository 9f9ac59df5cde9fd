import { describe, expect, it } from 'vitest'
import { adjusted, adjustmentWorld, cancel, change, enter, todoOf } from './adjustment-world.ts'
import { doneOf, entry, refusalOf } from './world.ts'

const add = (type: 'key' | 'special' | 'routine' = 'special') => ({
  kind: 'add',
  entry: { ...entry(type, { title: '迎接专项督查' }) },
})

describe('what may not be adjusted', () => {
  it('a lawful reason and words are required, and every fault is named at once', async () => {
    const world = await adjustmentWorld()
    const wish = await change(world, 1, { criterion: '', dueOn: '', priority: '', content: '' })
    const refusal = refusalOf(
      await world.ask('H-JX01', { ...wish, reason: null, why: ' ', effectiveOn: '2026-06-01' }),
    )
    expect(refusal).toEqual({
      code: 'faulty-adjustment',
      faults: ['content', 'criterion', 'dueOn', 'priority'].map((field) => ({ field, fault: 'missing' })),
      words: [
        { field: 'reason', fault: 'missing' },
        { field: 'why', fault: 'missing' },
        { field: 'effectiveOn', fault: 'too-late' },
      ],
    })
  })

  it('takes effect on the day that was asked for, from the plan’s coming into force on, or with the ratification', async () => {
    const world = await adjustmentWorld()
    const wish = await change(world, 1, { title: '新名称' })
    expect(refusalOf(await world.ask('H-JX01', { ...wish, effectiveOn: '2026-02-28' }))).toMatchObject({
      words: [{ field: 'effectiveOn', fault: 'too-early', from: '2026-03-01' }],
    })
    await adjusted(world, 'H-JX01', { ...wish, effectiveOn: '2026-04-15' })
    expect((await world.goal(1)).versions?.[1]?.adjusted?.effectiveOn).toBe('2026-04-15')
    await adjusted(world, 'H-JX01', await change(world, 2, { owner: '王建国' }))
    expect((await world.goal(2)).versions?.[1]?.adjusted?.effectiveOn).toBe('2026-05-01')
  })

  it('Article 10: a fourth special goal of the unit carries its justification; what the school asks for takes no place', async () => {
    const world = await adjustmentWorld()
    for (let n = 0; n < 2; n++) await adjusted(world, 'H-JX01', add())
    expect(refusalOf(await world.ask('H-JX01', add()))).toEqual({ code: 'full-specials', limit: 3 })
    await adjusted(world, 'OF1', add())
    expect(await world.goal(6)).toMatchObject({ assigned: { as: 'office' } })
    const beyond = { kind: 'add', entry: { ...entry('special', { justification: '上级专项任务' }) } }
    doneOf(await world.ask('H-JX01', beyond))
    const card = await world.card('LD1', 'adjustment', { year: 2026, unit: 'JX01', number: 4 })
    expect(card).toContain('超出限额的专项目标，理由：上级专项任务')
  })

  it('Article 10: of two that were asked for when one place was left, the second is held at its ratification', async () => {
    const world = await adjustmentWorld()
    await adjusted(world, 'H-JX01', add())
    for (const number of [2, 3]) {
      doneOf(await world.ask('H-JX01', add()))
      doneOf(await world.decide('LD1', 'review', 'pass', { number }))
    }
    doneOf(await world.decide('CH', 'ratify', 'pass', { number: 2 }))
    expect(refusalOf(await world.decide('CH', 'ratify', 'pass', { number: 3 }))).toEqual({
      code: 'full-specials',
      limit: 3,
    })
    const card = await world.card('CH', 'adjustment', { year: 2026, unit: 'JX01', number: 3 })
    expect(card).toContain('现在不能通过')
    expect(card).not.toContain('"verdict":"pass"')
    doneOf(await world.decide('CH', 'ratify', 'return', { number: 3 }))
  })

  it('Article 14: the unit cannot have dropped what the school assigned', async () => {
    const world = await adjustmentWorld()
    await adjusted(world, 'OF1', add())
    expect(refusalOf(await world.ask('H-JX01', await cancel(world, 4)))).toMatchObject({
      code: 'assigned-goal',
      as: 'office',
    })
    await adjusted(world, 'OF1', await cancel(world, 4))
    expect((await world.goal(4)).status).toBe('cancelled')
  })

  it('leaves no part of a plan empty that could not be sent so', async () => {
    const world = await adjustmentWorld()
    await adjusted(world, 'WG1', await cancel(world, 1))
    expect(refusalOf(await world.ask('WG1', await cancel(world, 2)))).toEqual({
      code: 'last-goal',
      number: 2,
    })
  })

  it('a change that changes nothing is refused', async () => {
    const world = await adjustmentWorld()
    expect(refusalOf(await world.ask('H-JX01', await change(world, 1, {})))).toEqual({
      code: 'unchanged-target',
      number: 1,
    })
  })

  it('is allowed from the opening of execution until the unit’s assessment starts', async () => {
    const world = await adjustmentWorld()
    const wish = await change(world, 1, { title: '新名称' })
    enter(world.plan, 'setting')
    expect(refusalOf(await world.ask('H-JX01', wish)).code).toBe('early-adjustment')
    enter(world.plan, 'assessment')
    doneOf(await world.ask('H-JX01', wish))
    world.plan.db.exec(
      "INSERT INTO score (year, unit, assessment, status) VALUES (2026, 'JX01', 'assessment:2026:JX01', 'sheets')",
    )
    expect(refusalOf(await world.decide('LD1', 'review', 'pass')).code).toBe('closed-adjustment')
    expect(await world.card('LD1', 'adjustment', { year: 2026, unit: 'JX01', number: 1 })).toContain(
      '不再办理',
    )
    expect(await todoOf(world, 'LD1')).toEqual([])
    enter(world.plan, 'results')
    expect(refusalOf(await world.ask('H-JX01', wish))).toMatchObject({
      code: 'closed-adjustment',
      phase: 'results',
    })
  })

  it('a plan that is not in force is changed, not adjusted', async () => {
    const world = await adjustmentWorld()
    const wish = { unit: 'JX02', kind: 'add', entry: { ...entry('special') } }
    expect(refusalOf(await world.ask('H-JX02', wish)).code).toBe('unratified-plan')
  })

  it('after the policy’s last day only the leading group asks, and what was returned may be mended', async () => {
    const world = await adjustmentWorld()
    doneOf(await world.ask('H-JX01', await change(world, 1, { title: '新名称' })))
    doneOf(await world.ask('C-JX01', await change(world, 3, { title: '新名称' })))
    doneOf(await world.decide('LD1', 'review', 'return'))
    world.reach('2026-10-31T23:00:00.000Z')
    const late = { code: 'late-adjustment', until: '2026-10-31' }
    const wish = await change(world, 2, { owner: '王建国' })
    for (const by of ['H-JX01', 'WG1', 'LD1', 'OF1'])
      expect(refusalOf(await world.ask(by, wish))).toEqual(late)
    expect(refusalOf(await world.send('H-JX01', 2))).toEqual(late)
    doneOf(
      await world.do('H-JX01', 'adjustment.revise', {
        year: 2026,
        unit: 'JX01',
        number: 1,
        revision: 1,
        reason: 'urgent-task',
        why: '已补充依据',
        ...(await change(world, 1, { title: '再改' })),
      }),
    )
    doneOf(await world.ask('LM1', wish))
    expect(await world.state(3)).toMatchObject({ side: 'leading', status: 'asked' })
  })
})
