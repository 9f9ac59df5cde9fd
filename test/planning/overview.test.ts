import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textOf } from './overview-cards.ts'
import { type OverviewWorld, overviewWorld } from './overview-world.ts'
import { doneOf, entry, passWholePlan, refusalOf } from './world.ts'

type Act = (world: OverviewWorld) => Promise<unknown>

/** Any act on the unit's plan, by the one who may do it. */
function anyAct(unit: string): fc.Arbitrary<Act> {
  const graded = unit.startsWith('XZ')
  const leader = graded ? 'LD2' : 'LD1'
  const drafter = graded ? leader : 'WG2'
  const returns = fc.constantFrom({}, { 1: '再改' }, { 2: '再改' }, { 1: '再改', 3: '再改' })
  return fc.oneof(
    fc.constant<Act>((world) => world.draft(drafter, unit, entry('key'))),
    fc.constant<Act>((world) => world.draft(graded ? `C-${unit}` : 'WG2', unit, entry('routine'))),
    fc.constant<Act>((world) => world.draft(`C-${unit}`, unit, entry('special'))),
    fc.integer({ min: 1, max: 4 }).map(
      (n): Act =>
        (world) =>
          world.do(`C-${unit}`, 'goal.remove', { year: 2026, unit, goal: `2026-${unit}-${n}` }),
    ),
    fc.constant<Act>((world) => world.send(graded ? leader : 'WG1', unit, graded ? 'leader' : 'group')),
    fc.constant<Act>((world) => world.send(`H-${unit}`, unit, 'unit')),
    returns.map(
      (list): Act =>
        (world) =>
          world.review(leader, unit, list),
    ),
    returns.map(
      (list): Act =>
        (world) =>
          world.ratify('CH', unit, list),
    ),
  )
}

/** Does what the first wait asks for, as the first person it names. */
async function doAwaited(world: OverviewWorld, unit: string): Promise<void> {
  const [progress] = (await world.progress()).filter((one) => one.unit === unit)
  const wait = progress?.waits[0]
  const by = wait?.people[0]
  if (!progress || !wait || !by) throw new Error('nobody is waited for')
  const part = by.role === 'leader' ? 'leader' : by.role.startsWith('working') ? 'group' : 'unit'
  if (wait.task === 'draft' && !wait.optional) {
    for (const type of wait.types) doneOf(await world.draft(by.id, unit, entry(type)))
  } else if (wait.task === 'review') doneOf(await world.review(by.id, unit))
  else if (wait.task === 'ratify') doneOf(await world.ratify(by.id, unit))
  else doneOf(await world.send(by.id, unit, part))
}

describe('the overview of planning', () => {
  it.each(['JX01', 'XZ01'])(
    'names for every plan somebody who brings it on: done one after another, it comes into force (%s)',
    async (unit) => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyAct(unit), { maxLength: 16 }), async (acts) => {
          const world = overviewWorld()
          for (const act of acts) await act(world)
          for (let step = 0; step < 10 && (await world.plan(unit)).status !== 'in-force'; step++) {
            await doAwaited(world, unit)
          }
          expect((await world.plan(unit)).status).toBe('in-force')
          expect(await world.waits(unit)).toEqual([])
        }),
        { numRuns: 40, seed: 2026 },
      )
    },
  )

  it('Articles 13-16: follows a plan from hand to hand', async () => {
    const world = overviewWorld()
    expect(await world.waits('JX01')).toEqual(['draft: WG1, WG2, WG3', 'draft: H-JX01, C-JX01'])
    expect(await world.waits('XZ01')).toEqual(['draft: LD2', 'draft: H-XZ01, C-XZ01'])
    await world.draft('WG2', 'JX01', entry('key'))
    await world.send('H-JX01', 'JX01', 'unit')
    expect(await world.waits('JX01')).toEqual(['send: WG1'])
    await world.send('WG1', 'JX01', 'group')
    expect(await world.waits('JX01')).toEqual(['review: LD1'])
    await world.review('LD1', 'JX01')
    expect(await world.waits('JX01')).toEqual(['ratify: CH'])
    await world.ratify('CH', 'JX01', { 1: '目标值偏低' })
    expect(await world.waits('JX01')).toEqual(['revise: WG1, WG2, WG3'])
  })

  it('says since when: of what is not sent since goals are set, of the rest since it came there', async () => {
    const world = overviewWorld()
    await passWholePlan(world)
    const progress = await world.progress('2026-03-10')
    const of = (unit: string) => progress.find((one) => one.unit === unit)?.waits[0]
    const { goals } = await world.plan('JX01')
    const passed = goals.map((goal) => (goal.status === 'passed' ? goal.passed.at : '')).at(-1)
    expect(of('JX01')).toMatchObject({ task: 'ratify', since: passed, days: 9 })
    expect(of('JX02')).toMatchObject({ task: 'draft', since: '2026-03-01T00:00:00.000Z', days: 9 })
  })

  it('a merged unit and one without a head are told apart: the one is gone, the other vacant', async () => {
    const world = overviewWorld()
    world.db.exec("UPDATE unit SET active = 0 WHERE id = 'JX02'")
    world.db.exec(
      "UPDATE role_held SET to_on = '2026-03-01' WHERE role IN ('head', 'contact') AND scope = 'FY01'",
    )
    expect((await world.progress()).map((one) => one.unit)).toEqual(['FY01', 'JX01', 'XZ01', 'XZ02'])
    const card = textOf(await world.show('OF1', 'planning-overview'))
    expect(card).toContain('负责人（空缺）')
    expect(card).not.toContain('护理学院')
    expect(textOf(await world.show('OF1', 'planning-reminder'))).toContain(
      '附属医院：填报专项目标，负责人（空缺）',
    )
  })

  it('Article 16: in a quorum waits for the members who have not answered, and again for all once all have', async () => {
    const world = overviewWorld()
    await passWholePlan(world)
    world.db.exec(`UPDATE subject SET state = json_set(state, '$.policy.ratification', json('{"mode":"quorum","agree":2}'))
      WHERE id = 'year:2026'`)
    expect(await world.waits('JX01')).toEqual(['ratify: CH, LM1'])
    world.db.exec(`UPDATE plan SET answered = '["CH"]' WHERE unit = 'JX01'`)
    expect(await world.waits('JX01')).toEqual(['ratify: LM1'])
    world.db.exec(`UPDATE plan SET answered = '["CH","LM1"]' WHERE unit = 'JX01'`)
    expect(await world.waits('JX01')).toEqual(['ratify: CH, LM1'])
  })
})

describe('who sees the overview', () => {
  it('rulebook 7: the office and the leading group all units, leaders and groups their own, others none', async () => {
    const world = overviewWorld()
    for (const person of ['OF1', 'CH', 'LM1']) {
      expect(textOf(await world.show(person, 'planning-overview'))).toContain('共5个单位')
    }
    expect(textOf(await world.show('LD1', 'planning-overview'))).toContain('共3个单位')
    expect(textOf(await world.show('WG3', 'planning-overview'))).toContain('共3个单位')
    expect(textOf(await world.show('LD2', 'planning-overview'))).not.toContain('药学院')
    for (const person of ['C-JX01', 'H-XZ01', 'AG1', 'GA-energy']) {
      const card = textOf(await world.show(person, 'planning-overview'))
      expect(card).toContain('我的目标')
      expect(card).not.toContain('个单位')
    }
  })

  it('only the office finds the button to remind', async () => {
    const world = overviewWorld()
    expect(textOf(await world.show('OF1', 'planning-overview'))).toContain('planning-reminder')
    expect(textOf(await world.show('CH', 'planning-overview'))).not.toContain('planning-reminder')
    expect(textOf(await world.show('CH', 'planning-reminder'))).not.toContain('planning.remind')
  })

  it('drills down to the units of one stage', async () => {
    const world = overviewWorld()
    await passWholePlan(world)
    const passed = textOf(await world.show('OF1', 'planning-overview', { stage: 'in-ratification' }))
    expect(passed).toContain('审定3项')
    expect(passed).not.toContain('护理学院')
    await world.ratify('CH', 'JX01')
    expect(textOf(await world.show('OF1', 'planning-overview', { stage: 'in-force' }))).toMatch(
      /药学院.*3月1日 09:/,
    )
    expect(textOf(await world.show('OF1', 'planning-overview', { stage: 'returned' }))).toContain(
      '没有有退回的单位',
    )
  })

  it('waits for nobody once all are in force', async () => {
    const world = overviewWorld()
    world.db.exec("UPDATE unit SET active = 0 WHERE id <> 'JX01'")
    await passWholePlan(world)
    await world.ratify('CH', 'JX01')
    expect(textOf(await world.show('OF1', 'planning-overview'))).toContain('没有等候办理的事项')
    expect(refusalOf(await world.remind('OF1'))).toEqual({ code: 'nobody-late', days: 0 })
    world.enter('execution')
    expect(textOf(await world.show('OF1', 'planning-overview'))).toContain('各单位的目标都已生效')
  })

  it('rulebook 2: once goals are no longer set, counts remain and nobody is reminded', async () => {
    const world = overviewWorld('execution')
    const card = textOf(await world.show('OF1', 'planning-overview'))
    expect(card).toContain('现在是「实现目标」阶段')
    expect(card).toContain('尚未生效：附属医院、药学院、护理学院、教务处、科技处。')
    expect(card).not.toContain('等候谁')
    expect(card).not.toContain('planning-reminder')
    expect(refusalOf(await world.remind('OF1'))).toEqual({ code: 'ended-setting', phase: 'execution' })
  })
})
