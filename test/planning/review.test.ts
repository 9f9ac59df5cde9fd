import { describe, expect, it } from 'vitest'
import { findGoal, listGoalsInForce, listPlans } from '../../src/planning/queries.ts'
import { doneOf, EMPTY_ENTRY, entry, passWholePlan, planWorld, refusalOf } from './world.ts'

describe('sending', () => {
  it('Article 9: is refused with the whole list of what is missing, not the first fault', async () => {
    const world = planWorld()
    await world.draft('WG2', 'JX01', { ...EMPTY_ENTRY, content: '', seen: '' })
    await world.draft('WG2', 'JX01', { ...EMPTY_ENTRY, seen: '', indicator: '就业率' })
    await world.draft('WG2', 'JX01', { ...EMPTY_ENTRY, type: 'routine' })
    expect(refusalOf(await world.send('WG1', 'JX01', 'group'))).toEqual({
      code: 'incomplete-part',
      missing: [
        { number: 1, field: 'content' },
        { number: 1, field: 'measure' },
        { number: 1, field: 'criterion' },
        { number: 1, field: 'dueOn' },
        { number: 1, field: 'priority' },
        { number: 2, field: 'target' },
        { number: 2, field: 'criterion' },
        { number: 2, field: 'dueOn' },
        { number: 2, field: 'priority' },
        { number: 3, field: 'workItem' },
      ],
    })
  })

  it('belongs to the head, the convenor and the leader in charge, each for the own part', async () => {
    const world = planWorld()
    await world.draft('C-JX01', 'JX01', entry('special'))
    expect(refusalOf(await world.send('C-JX01', 'JX01', 'unit'))).toEqual({
      code: 'other-sender',
      drafter: 'unit',
    })
    expect(refusalOf(await world.send('WG2', 'JX01', 'group'))).toEqual({
      code: 'other-sender',
      drafter: 'group',
    })
    expect(refusalOf(await world.send('LD1', 'JX01', 'leader'))).toMatchObject({ code: 'other-sender' })
    doneOf(await world.send('H-JX01', 'JX01', 'unit'))
    expect(refusalOf(await world.send('H-JX01', 'JX01', 'unit'))).toMatchObject({ code: 'sent-part' })
  })

  it('Article 14: only a unit that drafts nothing but special goals may send an empty part', async () => {
    const world = planWorld()
    doneOf(await world.send('H-JX01', 'JX01', 'unit'))
    const nothing = { code: 'incomplete-part', missing: [{ number: null, field: 'goals' }] }
    expect(refusalOf(await world.send('WG1', 'JX01', 'group'))).toEqual(nothing)
    expect(refusalOf(await world.send('H-XZ01', 'XZ01', 'unit'))).toEqual(nothing)
    expect(refusalOf(await world.send('LD2', 'XZ01', 'leader'))).toEqual(nothing)
  })

  it('Article 16: tells the leader in charge with the card to review', async () => {
    const world = planWorld()
    await world.draft('C-JX01', 'JX01', entry('special'))
    await world.send('H-JX01', 'JX01', 'unit')
    expect(world.told()).toEqual(['plan-review to LD1'])
  })

  it('Article 16: a leader’s own draft goes to ratification without a second review, and the journal says why', async () => {
    const world = planWorld()
    await world.draft('LD2', 'XZ01', entry('key'))
    doneOf(await world.send('LD2', 'XZ01', 'leader'))
    expect((await world.plan('XZ01')).goals[0]?.status).toBe('passed')
    expect(world.db.raw("SELECT body->>'$.review' AS review FROM journal WHERE type = 'part.sent'")).toEqual([
      { review: 'own-draft' },
    ])
    expect(world.told()).toEqual([])
  })

  it('is refused where nobody is in charge of the unit', async () => {
    const world = planWorld()
    world.db.exec("UPDATE unit SET leader = NULL WHERE id = 'JX01'")
    expect(refusalOf(await world.send('H-JX01', 'JX01', 'unit')).code).toBe('missing-leader')
  })

  it('sends only what the sender has seen', async () => {
    const world = planWorld()
    await world.draft('C-JX01', 'JX01', entry('special'))
    const refusal = await world.do('H-JX01', 'plan.send', {
      year: 2026,
      unit: 'JX01',
      drafter: 'unit',
      seen: {},
    })
    expect(refusalOf(refusal).code).toBe('stale-plan')
  })
})

describe('review', () => {
  it('Article 16: belongs to the unit’s leader in charge', async () => {
    const world = planWorld()
    await world.draft('C-JX01', 'JX01', entry('special'))
    await world.send('H-JX01', 'JX01', 'unit')
    for (const by of ['LD2', 'CH', 'H-JX01', 'OF1']) {
      expect(refusalOf(await world.review(by, 'JX01')).code).toBe('other-leader')
    }
  })

  it('passes what is not returned, and gives returned goals back to their drafters with the words', async () => {
    const world = planWorld()
    await world.draft('WG2', 'JX01', entry('key'))
    await world.draft('C-JX01', 'JX01', entry('special'))
    await world.send('WG1', 'JX01', 'group')
    await world.send('H-JX01', 'JX01', 'unit')
    expect(doneOf(await world.review('LD1', 'JX01', { 1: '目标值偏低' }))).toMatchObject({
      passed: 1,
      returned: 1,
      left: 0,
    })
    const { goals, status } = await world.plan('JX01')
    expect(goals.map((goal) => goal.status)).toEqual(['returned', 'passed'])
    expect(status).toBe('drafting')
    expect(world.told().slice(2)).toEqual([
      'goals-returned to WG1',
      'goals-returned to WG2',
      'goals-returned to WG3',
    ])
    expect(world.db.raw('SELECT remark FROM goal WHERE number = 1')).toEqual([{ remark: '目标值偏低' }])
  })

  it('lets a returned goal be changed and sent again, while the others stay passed', async () => {
    const world = planWorld()
    await world.draft('WG2', 'JX01', entry('key'))
    await world.draft('WG2', 'JX01', entry('routine'))
    await world.send('WG1', 'JX01', 'group')
    await world.review('LD1', 'JX01', { 1: '目标值偏低' })
    const change = { goal: '2026-JX01-1', revision: 1, entry: { ...entry('key', { title: '改后' }) } }
    doneOf(await world.do('WG3', 'goal.revise', { year: 2026, unit: 'JX01', ...change }))
    doneOf(await world.send('WG1', 'JX01', 'group'))
    const { goals } = await world.plan('JX01')
    expect(goals.map((goal) => goal.status)).toEqual(['sent', 'passed'])
    expect(goals[0]?.returns).toMatchObject([{ stage: 'review', comment: '目标值偏低' }])
  })

  it('names every faulty verdict at once: no word for a return, a word without a return, too long a word', async () => {
    const world = planWorld()
    for (let n = 0; n < 3; n++) await world.draft('WG2', 'JX01', entry('key'))
    await world.send('WG1', 'JX01', 'group')
    const verdicts = [
      { goal: '2026-JX01-1', verdict: 'return', comment: ' ' },
      { goal: '2026-JX01-2', verdict: null, comment: '请再想想' },
      { goal: '2026-JX01-3', verdict: 'return', comment: '字'.repeat(501) },
    ]
    const seen = await world.seen('JX01', 'sent')
    const refusal = refusalOf(
      await world.do('LD1', 'plan.review', { year: 2026, unit: 'JX01', seen, verdicts }),
    )
    expect(refusal).toMatchObject({
      code: 'faulty-verdicts',
      uncommented: [1],
      unreturned: [2],
      overlong: [3],
    })
  })

  it('decides one page’s goals and leaves the others where they are', async () => {
    const world = planWorld()
    for (let n = 0; n < 3; n++) await world.draft('WG2', 'JX01', entry('key'))
    await world.send('WG1', 'JX01', 'group')
    const page = { '2026-JX01-1': 1, '2026-JX01-2': 1 }
    const outcome = await world.do('LD1', 'plan.review', {
      year: 2026,
      unit: 'JX01',
      seen: page,
      verdicts: [],
    })
    expect(doneOf(outcome)).toMatchObject({ passed: 2, left: 1 })
    expect((await world.plan('JX01')).goals.map((goal) => goal.status)).toEqual(['passed', 'passed', 'sent'])
  })

  it('of two taps at once one decides, and the other is told who and when', async () => {
    const world = planWorld()
    await world.draft('C-JX01', 'JX01', entry('special'))
    await world.send('H-JX01', 'JX01', 'unit')
    const [first, second] = await Promise.all([
      world.review('LD1', 'JX01'),
      world.review('LD1', 'JX01', { 1: '再改' }),
    ])
    expect([first.ok, second.ok].filter(Boolean)).toHaveLength(1)
    const refusal = refusalOf(first.ok ? second : first)
    expect(refusal).toMatchObject({ code: 'already-decided', number: 1, by: '分管教学副校长' })
    expect(refusal.at).toMatch(/^2026-03-01T01:/)
    expect(world.db.raw("SELECT count(*) AS n FROM journal WHERE type = 'plan.reviewed'")).toEqual([{ n: 1 }])
  })

  it('refuses a verdict on a text that has changed since, and shows the present card', async () => {
    const world = planWorld()
    await world.draft('C-JX01', 'JX01', entry('special'))
    await world.send('H-JX01', 'JX01', 'unit')
    const seen = await world.seen('JX01', 'sent')
    await world.review('LD1', 'JX01', { 1: '改' })
    const change = { goal: '2026-JX01-1', revision: 1, entry: { ...entry('special', { title: '改后' }) } }
    await world.do('C-JX01', 'goal.revise', { year: 2026, unit: 'JX01', ...change })
    await world.send('H-JX01', 'JX01', 'unit')
    const outcome = await world.do('LD1', 'plan.review', { year: 2026, unit: 'JX01', seen, verdicts: [] })
    expect(refusalOf(outcome).code).toBe('stale-plan')
    expect(outcome.show).toEqual({ name: 'plan-review', params: { year: 2026, unit: 'JX01' } })
  })
})

describe('ratification', () => {
  it('Article 16: the chair is told when every part is sent and every goal passed, and not before', async () => {
    const world = planWorld()
    await world.draft('WG2', 'JX01', entry('key'))
    await world.send('WG1', 'JX01', 'group')
    await world.review('LD1', 'JX01')
    expect((await world.plan('JX01')).status).toBe('drafting')
    expect(refusalOf(await world.ratify('CH', 'JX01')).code).toBe('early-ratification')
    await world.send('H-JX01', 'JX01', 'unit')
    expect((await world.plan('JX01')).status).toBe('in-ratification')
    expect(world.told().at(-1)).toBe('plan-ratify to CH')
  })

  it('Article 16: belongs to the chair', async () => {
    const world = planWorld()
    await passWholePlan(world)
    for (const by of ['LM1', 'LD1', 'OF1']) {
      expect(refusalOf(await world.ratify(by, 'JX01')).code).toBe('chair-decides')
    }
  })

  it('Article 16: with its last goal ratified the plan is in force, and the unit and those in charge are told', async () => {
    const world = planWorld()
    await passWholePlan(world)
    expect(doneOf(await world.ratify('CH', 'JX01'))).toMatchObject({ ratified: 3, inForce: true })
    expect(world.told().slice(-4)).toEqual([
      'plan-in-force to C-JX01',
      'plan-in-force to H-JX01',
      'plan-in-force to LD1',
      'plan-in-force to WG1',
    ])
    expect(await listGoalsInForce(world.db, 2026, 'JX01')).toMatchObject([
      { number: 1, type: 'key', criterion: '按期通过验收', dueOn: '2026-11-30', weight: 100 },
      { number: 2, type: 'routine', criterion: '教学事故为零，评教良好率不低于90%' },
      { number: 3, type: 'special', measure: '通过验收' },
    ])
    expect(await listPlans(world.db, 2026)).toMatchObject([{ unit: 'JX01', status: 'in-force' }])
  })

  it('Article 11: a standard is fixed by the ratification', async () => {
    const world = planWorld()
    await passWholePlan(world)
    await world.ratify('CH', 'JX01')
    world.db.exec("UPDATE work_item SET standard = '新标准'")
    expect(await findGoal(world.db, '2026-JX01-2')).toMatchObject({
      criterion: '教学事故为零，评教良好率不低于90%',
    })
  })

  it('returns goals to their drafter; sent again they are reviewed again, and the ratified ones stay ratified', async () => {
    const world = planWorld()
    await passWholePlan(world)
    expect(doneOf(await world.ratify('CH', 'JX01', { 3: '与重点目标重复' }))).toMatchObject({
      ratified: 2,
      returned: 1,
      inForce: false,
    })
    expect(world.told().slice(-2)).toEqual(['goals-returned to C-JX01', 'goals-returned to H-JX01'])
    doneOf(await world.send('H-JX01', 'JX01', 'unit'))
    expect((await world.plan('JX01')).goals.map((goal) => goal.status)).toEqual([
      'ratified',
      'ratified',
      'sent',
    ])
    doneOf(await world.review('LD1', 'JX01'))
    expect(doneOf(await world.ratify('CH', 'JX01'))).toMatchObject({ ratified: 1, inForce: true })
  })

  it('lets the chair decide page by page, though an earlier page returned goals', async () => {
    const world = planWorld()
    await passWholePlan(world)
    const decide = (
      seen: { [goal: string]: number },
      verdicts: { goal: string; verdict: string; comment: string }[],
    ) => world.do('CH', 'plan.ratify', { year: 2026, unit: 'JX01', seen, verdicts })
    const back = { goal: '2026-JX01-1', verdict: 'return', comment: '再议' }
    expect(doneOf(await decide({ '2026-JX01-1': 1 }, [back]))).toMatchObject({ returned: 1, left: 2 })
    expect(doneOf(await decide({ '2026-JX01-2': 1, '2026-JX01-3': 1 }, []))).toMatchObject({
      ratified: 2,
      left: 0,
    })
    expect((await world.plan('JX01')).status).toBe('drafting')
  })

  it('Article 17: a plan in force cannot be changed by drafting, sending or deciding', async () => {
    const world = planWorld()
    await passWholePlan(world)
    const seen = await world.seen('JX01', 'passed')
    await world.ratify('CH', 'JX01')
    const ratified = { code: 'ratified-plan', by: '领导小组 组长' }
    expect(refusalOf(await world.draft('C-JX01', 'JX01', entry('special')))).toMatchObject(ratified)
    expect(refusalOf(await world.send('H-JX01', 'JX01', 'unit'))).toMatchObject(ratified)
    const again = await world.do('CH', 'plan.ratify', { year: 2026, unit: 'JX01', seen, verdicts: [] })
    expect(refusalOf(again)).toMatchObject(ratified)
  })

  it('runs the graded regime from the leader’s key goals to the plan in force', async () => {
    const world = planWorld()
    await world.draft('LD2', 'XZ01', entry('key'))
    await world.draft('C-XZ01', 'XZ01', entry('routine', { workItem: 'GX2' }))
    doneOf(await world.send('LD2', 'XZ01', 'leader'))
    doneOf(await world.send('H-XZ01', 'XZ01', 'unit'))
    expect(doneOf(await world.review('LD2', 'XZ01'))).toMatchObject({ passed: 1, next: 'ratification' })
    expect(doneOf(await world.ratify('CH', 'XZ01'))).toMatchObject({ ratified: 2, inForce: true })
  })
})
