import { describe, expect, it } from 'vitest'
import { findGoal } from '../../src/planning/queries.ts'
import { doneOf, entry, planWorld, refusalOf } from './world.ts'

describe('who drafts', () => {
  it('Article 13: the key goals of a teaching unit are drafted by its working group, not by the unit or its leader', async () => {
    const world = planWorld()
    for (const by of ['C-JX01', 'H-JX01', 'LD1', 'OF1']) {
      const refusal = refusalOf(await world.draft(by, 'JX01', entry('key')))
      expect(refusal).toEqual({ code: 'other-drafter', type: 'key', drafter: 'group' })
    }
    for (const by of ['WG1', 'WG2']) doneOf(await world.draft(by, 'FY01', entry('key')))
  })

  it('Article 13: the key goals of an administrative unit are drafted by its leader in charge', async () => {
    const world = planWorld()
    doneOf(await world.draft('LD2', 'XZ01', entry('key')))
    for (const by of ['LD1', 'H-XZ01', 'AG1', 'WG1']) {
      const refusal = refusalOf(await world.draft(by, 'XZ01', entry('key')))
      expect(refusal).toEqual({ code: 'other-drafter', type: 'key', drafter: 'leader' })
    }
  })

  it('Article 14: special goals are proposed by the unit in both regimes', async () => {
    const world = planWorld()
    doneOf(await world.draft('C-JX01', 'JX01', entry('special')))
    doneOf(await world.draft('H-XZ01', 'XZ01', entry('special')))
    expect(refusalOf(await world.draft('C-JX02', 'JX01', entry('special')))).toMatchObject({
      drafter: 'unit',
    })
    expect(refusalOf(await world.draft('WG1', 'JX01', entry('special')))).toMatchObject({ drafter: 'unit' })
  })

  it('Article 15: routine goals are drafted by the working group for teaching units, by the unit itself for the others', async () => {
    const world = planWorld()
    doneOf(await world.draft('WG3', 'JX02', entry('routine')))
    doneOf(await world.draft('C-XZ02', 'XZ02', entry('routine')))
    expect(refusalOf(await world.draft('C-JX02', 'JX02', entry('routine')))).toMatchObject({
      drafter: 'group',
    })
    expect(refusalOf(await world.draft('LD2', 'XZ02', entry('routine')))).toMatchObject({ drafter: 'unit' })
  })

  it('keeps the drafter with the goal', async () => {
    const world = planWorld()
    await world.draft('WG2', 'JX01', entry('key'))
    await world.draft('C-JX01', 'JX01', entry('special'))
    expect((await world.plan('JX01')).goals.map((goal) => goal.drafter)).toEqual(['group', 'unit'])
  })
})

describe('what a goal is', () => {
  it('Article 10: a fourth special goal needs a justification, and then carries it as an exception', async () => {
    const world = planWorld()
    for (const title of ['一', '二', '三'])
      doneOf(await world.draft('C-JX01', 'JX01', entry('special', { title })))
    expect(refusalOf(await world.draft('C-JX01', 'JX01', entry('special')))).toEqual({
      code: 'full-specials',
      limit: 3,
    })
    doneOf(await world.draft('C-JX01', 'JX01', entry('special', { justification: '省厅专项任务' })))
    expect(world.db.raw('SELECT number, exception FROM goal ORDER BY number')).toEqual([
      { number: 1, exception: 0 },
      { number: 2, exception: 0 },
      { number: 3, exception: 0 },
      { number: 4, exception: 1 },
    ])
  })

  it('Article 10: a justification cannot be taken back while the limit is exceeded', async () => {
    const world = planWorld()
    for (const title of ['一', '二', '三']) await world.draft('C-JX01', 'JX01', entry('special', { title }))
    await world.draft('C-JX01', 'JX01', entry('special', { justification: '省厅专项任务' }))
    const revise = {
      year: 2026,
      unit: 'JX01',
      goal: '2026-JX01-4',
      revision: 1,
      entry: { ...entry('special') },
    }
    expect(refusalOf(await world.do('C-JX01', 'goal.revise', revise)).code).toBe('full-specials')
    await world.do('C-JX01', 'goal.remove', { year: 2026, unit: 'JX01', goal: '2026-JX01-1' })
    doneOf(await world.do('C-JX01', 'goal.revise', revise))
  })

  it('Article 11: a routine goal takes its work item’s name and standard, the same for every unit', async () => {
    const world = planWorld()
    await world.draft('WG2', 'JX01', entry('routine', { title: '', criterion: '自己的标准' }))
    expect(await findGoal(world.db, '2026-JX01-1')).toMatchObject({
      title: '教学运行',
      criterion: '教学事故为零，评教良好率不低于90%',
      status: 'draft',
    })
    world.db.exec("UPDATE work_item SET standard = '新标准' WHERE id = 'GX1'")
    expect(await findGoal(world.db, '2026-JX01-1')).toMatchObject({ criterion: '新标准' })
  })

  it('Article 12: a measure is a figure or a description, never both', async () => {
    const world = planWorld()
    const both = entry('key', { indicator: '就业率', target: 95_00, measureUnit: '%' })
    expect(refusalOf(await world.draft('WG2', 'JX01', both))).toEqual({
      code: 'faulty-goal',
      faults: [{ field: 'measure', fault: 'doubled' }],
    })
    doneOf(await world.draft('WG2', 'JX01', { ...both, seen: '' }))
    expect(await findGoal(world.db, '2026-JX01-1')).toMatchObject({ measure: '就业率 95%' })
  })

  it('names every fault of a forged form at once, and keeps nothing', async () => {
    const world = planWorld()
    const forged = entry('key', {
      title: '字'.repeat(61),
      content: '字'.repeat(1001),
      criterion: '字'.repeat(501),
      weight: 0,
      budget: -1,
      target: 1.5,
      seen: '',
      dueOn: '2026-02-30',
      priority: 'YD9',
    })
    const { faults } = refusalOf(await world.draft('WG2', 'JX01', forged))
    expect(faults).toEqual([
      { field: 'title', fault: 'too-long', limit: 60 },
      { field: 'content', fault: 'too-long', limit: 1000 },
      { field: 'criterion', fault: 'too-long', limit: 500 },
      { field: 'weight', fault: 'out-of-range' },
      { field: 'target', fault: 'out-of-range' },
      { field: 'budget', fault: 'out-of-range' },
      { field: 'dueOn', fault: 'not-a-date' },
      { field: 'priority', fault: 'unknown' },
    ])
    expect(world.db.raw('SELECT count(*) AS n FROM journal')).toEqual([{ n: 0 }])
  })

  it('Article 9: a due date lies within the year', async () => {
    const world = planWorld()
    const late = entry('key', { dueOn: '2027-01-01' })
    expect(refusalOf(await world.draft('WG2', 'JX01', late)).faults).toEqual([
      { field: 'dueOn', fault: 'outside-year' },
    ])
  })
})

describe('changing a draft', () => {
  const revise = (revision: number, title: string) => ({
    year: 2026,
    unit: 'JX01',
    goal: '2026-JX01-1',
    revision,
    entry: { ...entry('special', { title }) },
  })

  it('refuses a change that was begun on an older text', async () => {
    const world = planWorld()
    await world.draft('C-JX01', 'JX01', entry('special'))
    doneOf(await world.do('C-JX01', 'goal.revise', revise(1, '联络员改的')))
    expect(refusalOf(await world.do('H-JX01', 'goal.revise', revise(1, '负责人改的'))).code).toBe(
      'stale-plan',
    )
    expect((await world.plan('JX01')).goals[0]?.content.title).toBe('联络员改的')
  })

  it('never gives a removed goal’s number again', async () => {
    const world = planWorld()
    await world.draft('C-JX01', 'JX01', entry('special'))
    doneOf(await world.do('C-JX01', 'goal.remove', { year: 2026, unit: 'JX01', goal: '2026-JX01-1' }))
    expect(doneOf(await world.draft('C-JX01', 'JX01', entry('special')))).toMatchObject({ number: 2 })
    expect(world.db.raw('SELECT id FROM goal')).toEqual([{ id: '2026-JX01-2' }])
  })

  it('locks a goal once it is sent, and its part until it comes back', async () => {
    const world = planWorld()
    await world.draft('C-JX01', 'JX01', entry('special'))
    await world.send('H-JX01', 'JX01', 'unit')
    expect(refusalOf(await world.do('C-JX01', 'goal.revise', revise(1, '改')))).toEqual({
      code: 'locked-goal',
      number: 1,
      status: 'sent',
    })
    expect(refusalOf(await world.draft('C-JX01', 'JX01', entry('special')))).toMatchObject({
      code: 'sent-part',
      by: '药学院 负责人',
    })
  })

  it('allows nothing outside the phase of setting goals, and says which phase it is', async () => {
    const world = planWorld('execution')
    expect(refusalOf(await world.draft('C-JX01', 'JX01', entry('special')))).toEqual({
      code: 'closed-setting',
      phase: 'execution',
    })
  })

  it('knows only units of the year and years that were opened', async () => {
    const world = planWorld()
    expect(refusalOf(await world.draft('C-JX01', 'JX99', entry('special'))).code).toBe('unknown-unit')
    const other = { year: 2031, unit: 'JX01', entry: { ...entry('special') } }
    expect(refusalOf(await world.do('C-JX01', 'goal.draft', other)).code).toBe('unopened-plans')
  })
})
