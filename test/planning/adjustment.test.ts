import { describe, expect, it } from 'vitest'
import { adjusted, adjustmentWorld, cancel, change, todoOf, told } from './adjustment-world.ts'
import { doneOf, entry, refusalOf } from './world.ts'

const add = (type: 'key' | 'special' | 'routine' = 'special') => ({
  kind: 'add',
  entry: { ...entry(type, { title: '迎接专项督查' }) },
})

describe('adjusting a goal in force', () => {
  it('Article 17: a change is asked by the unit, reviewed, ratified, and the goal has a new version in force', async () => {
    const world = await adjustmentWorld()
    const wish = await change(world, 1, { dueOn: '2026-12-20', weight: 250 })
    expect(doneOf(await world.ask('C-JX01', wish))).toMatchObject({
      code: 'adjustment-asked',
      number: 1,
      next: 'send',
    })
    expect(told(world)).toEqual(['adjustment to H-JX01'])
    expect(doneOf(await world.send('H-JX01'))).toMatchObject({ next: 'review' })
    expect(doneOf(await world.decide('LD1', 'review', 'pass'))).toMatchObject({ code: 'adjustment-passed' })
    expect((await world.goal(1)).revision).toBe(1)
    expect(doneOf(await world.decide('CH', 'ratify', 'pass'))).toMatchObject({ code: 'adjustment-ratified' })
    const goal = await world.goal(1)
    expect(goal).toMatchObject({
      status: 'in-force',
      revision: 2,
      content: { dueOn: '2026-12-20', weight: 250 },
    })
    expect(goal.versions).toMatchObject([
      { content: { dueOn: '2026-11-30' }, adjusted: null },
      { content: { dueOn: '2026-12-20' }, adjusted: { number: 1, reason: 'special-circumstance' } },
    ])
    expect(world.plan.db.raw("SELECT due_on, adjusted FROM goal WHERE id = '2026-JX01-1'")).toEqual([
      { due_on: '2026-12-20', adjusted: '5月1日调整：完成时限 11月30日→12月20日；权重 1→2.5' },
    ])
  })

  it('Article 17: an added goal is numbered after the last one and is one like the others', async () => {
    const world = await adjustmentWorld()
    await adjusted(world, 'H-JX01', add())
    expect(await world.goal(4)).toMatchObject({ id: '2026-JX01-4', status: 'in-force', drafter: 'unit' })
    expect((await world.goal(4)).assigned).toBeUndefined()
    expect((await world.plan.plan('JX01')).status).toBe('in-force')
  })

  it('Article 11: an added routine goal is judged by the standard of the day', async () => {
    const world = await adjustmentWorld()
    await adjusted(world, 'WG1', add('routine'))
    expect(await world.goal(4)).toMatchObject({
      drafter: 'group',
      criterion: '教学事故为零，评教良好率不低于90%',
    })
  })

  it('a cancelled goal keeps its versions and counts no more', async () => {
    const world = await adjustmentWorld()
    await adjusted(world, 'H-JX01', add())
    await adjusted(world, 'H-JX01', await cancel(world, 3))
    expect(await world.goal(3)).toMatchObject({ status: 'cancelled', cancelled: { number: 2 } })
    expect((await world.goal(3)).versions).toHaveLength(1)
    expect((await world.state(2)) as unknown).toMatchObject({
      shares: [
        { number: 3, before: 750, after: null },
        { number: 4, before: 750, after: 1500 },
      ],
    })
  })

  it.each([
    ['C-JX01', 'unit'],
    ['WG2', 'group'],
    ['LD1', 'leader'],
    ['OF1', 'office'],
    ['CH', 'leading'],
    ['LM1', 'leading'],
  ])('Article 17: %s asks as %s', async (by, side) => {
    const world = await adjustmentWorld()
    doneOf(await world.ask(by, await change(world, 1, { title: '新名称' })))
    expect(await world.state()).toMatchObject({ side })
  })

  it('nobody else asks, another unit or its leader included', async () => {
    const world = await adjustmentWorld()
    const wish = await change(world, 1, { title: '新名称' })
    for (const by of ['C-JX02', 'LD2', 'AG1', 'GA-energy'])
      expect(refusalOf(await world.ask(by, wish))).toEqual({ code: 'other-asker', side: null })
  })

  it('a leader in charge’s own needs no second review by him, and the journal says so', async () => {
    const world = await adjustmentWorld()
    expect(doneOf(await world.ask('LD1', await change(world, 1, { title: '新名称' })))).toMatchObject({
      next: 'ratification',
    })
    expect(told(world)).toEqual(['adjustment to CH'])
    const sent = world.plan.db.raw(
      "SELECT body ->> '$.review' AS review FROM journal WHERE type = 'adjustment.sent'",
    )
    expect(sent).toEqual([{ review: 'own-draft' }])
    expect(await world.card('CH', 'adjustment', { year: 2026, unit: 'JX01', number: 1 })).toContain(
      '不再审核',
    )
  })

  it('comes back with the words, and says what changed when it is sent again', async () => {
    const world = await adjustmentWorld()
    const wish = await change(world, 1, { dueOn: '2026-12-20' })
    doneOf(await world.ask('H-JX01', wish))
    expect(refusalOf(await world.decide('LD1', 'review', 'return', { comment: ' ' })).code).toBe(
      'missing-comment',
    )
    doneOf(await world.decide('LD1', 'review', 'return', { comment: '请写明验收安排' }))
    expect(world.plan.db.raw('SELECT status, remark FROM adjustment')).toEqual([
      { status: 'returned', remark: '请写明验收安排' },
    ])
    const revised = { ...(await change(world, 1, { dueOn: '2026-12-10' })), why: '验收改在十二月' }
    doneOf(
      await world.do('H-JX01', 'adjustment.revise', {
        year: 2026,
        unit: 'JX01',
        number: 1,
        revision: 1,
        reason: 'special-circumstance',
        ...revised,
      }),
    )
    const card = await world.card('LD1', 'adjustment', { year: 2026, unit: 'JX01', number: 1 })
    expect(card).toContain('退回后修改了具体原因、完成时限。')
    expect(card).toContain('审核退回：请写明验收安排')
  })

  it('offers of the evidence only what the asker sent', async () => {
    const world = await adjustmentWorld()
    const file = (id: string, person: string) =>
      world.plan.db.exec(
        `INSERT INTO evidence (id, person, message_id, kind, name, state, at) VALUES ('${id}', '${person}', 'om_${id}', 'file', '${id}.pdf', 'awaited', '2026-05-01T00:00:00.000Z')`,
      )
    file('own', 'H-JX01')
    file('other', 'C-JX02')
    doneOf(
      await world.ask('H-JX01', {
        ...(await change(world, 1, { title: '新名称' })),
        evidence: ['own', 'other', 'none'],
      }),
    )
    expect(await world.state()).toMatchObject({ request: { evidence: ['own'] } })
    expect(await world.card('LD1', 'adjustment', { year: 2026, unit: 'JX01', number: 1 })).toContain(
      'own.pdf',
    )
  })

  it('tells unit, working group and leader when it takes effect', async () => {
    const world = await adjustmentWorld()
    doneOf(await world.ask('OF1', await change(world, 1, { title: '新名称' })))
    doneOf(await world.decide('LD1', 'review', 'pass'))
    world.plan.db.exec('DELETE FROM outbox')
    doneOf(await world.decide('CH', 'ratify', 'pass'))
    expect(told(world)).toEqual(
      ['C-JX01', 'H-JX01', 'LD1', 'OF1', 'WG1'].map((person) => `adjustment to ${person}`),
    )
  })

  it('waits on the to-do list of the head, the leader and the chair in turn, with its age', async () => {
    const world = await adjustmentWorld()
    const waiting = async () => {
      const people = ['C-JX01', 'H-JX01', 'LD1', 'CH', 'LM1', 'OF1']
      const lists = await Promise.all(people.map(async (one) => [one, await todoOf(world, one)] as const))
      return lists.flatMap(([one, list]) =>
        list.map(({ button, since }) => `${one} ${button} ${since?.slice(0, 10)}`),
      )
    }
    doneOf(await world.ask('C-JX01', await change(world, 1, { title: '新名称' })))
    expect(await waiting()).toEqual(['H-JX01 去报送 2026-05-01'])
    doneOf(await world.send('H-JX01'))
    expect(await waiting()).toEqual(['LD1 去审核 2026-05-01'])
    doneOf(await world.decide('LD1', 'review', 'pass'))
    expect(await waiting()).toEqual(['CH 去审定 2026-05-01'])
    doneOf(await world.decide('CH', 'ratify', 'return'))
    expect(await waiting()).toEqual(['C-JX01 去修改 2026-05-01', 'H-JX01 去修改 2026-05-01'])
  })
})
